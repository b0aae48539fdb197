//! How they get from yes to signed: the same six that the partner's page shows, filled in where they stand.

use leptos::prelude::*;

use crate::catalogue::{companion, meeting as words};
use crate::domain::fact::{DecisionAnswer, DecisionTopic, Part, Stakeholder, Stance, Who};
use crate::domain::meeting::BriefPart;
use crate::domain::{Fact, Field, Line, Moment, Partner, PartnerId, Refusal, Workspace};
use crate::kit::{CheckField, Dots, Form, Icon, Tag, TextField};
use crate::parts::form::{FormErrors, FormSummary, form_deeds};
use crate::state::deeds;

use super::brief::to_do;
use super::sitting::Sitting;
use super::written::Written;

/// One of the six.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    Topic(DecisionTopic),
    Person(Part),
}

/// In the order of the road.
const ROWS: [Row; 6] = [
    Row::Topic(DecisionTopic::Steps),
    Row::Person(Part::Other),
    Row::Person(Part::Approver),
    Row::Topic(DecisionTopic::Timeline),
    Row::Topic(DecisionTopic::Precedent),
    Row::Topic(DecisionTopic::PaperProcess),
];

impl Row {
    /// What it is called, and what to ask while it is a gap.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Topic(topic) => words::topic(topic),
            Self::Person(Part::Approver) => words::APPROVER,
            Self::Person(Part::Other) => words::OTHERS_AGREE,
        }
    }

    /// What is known of it; `Err` is what was said and leaves it a gap.
    fn told(
        self,
        workspace: &Workspace,
        partner: &Partner,
        today: crate::domain::Date,
    ) -> Result<String, String> {
        match self {
            Self::Topic(topic) => match partner.decision_answer(topic, today) {
                None => Err(String::new()),
                Some((_, answer)) => {
                    let bare = || companion::bare_answer(topic, answer.known).to_owned();
                    let told = answer.answer.as_ref().map_or_else(bare, ToString::to_string);
                    if answer.known { Ok(told) } else { Err(told) }
                }
            },
            Self::Person(part) => {
                let named = partner.facts.values().filter_map(|fact| match fact {
                    Fact::Stakeholder(one) if one.on <= today && one.part == part => match &one.who {
                        Who::Contact(who) => {
                            workspace.contacts.get(who).map(|contact| contact.person.name.to_string())
                        }
                        Who::Name(name) => Some(name.to_string()),
                        Who::Unnamed => None,
                    },
                    _ => None,
                });
                let named: Vec<String> = named.collect();
                if named.is_empty() { Err(String::new()) } else { Ok(words::listed(&named)) }
            }
        }
    }
}

/// How they decide.
#[component]
pub fn Decision(
    /// In which meeting.
    sitting: Sitting,
    /// Whether its questions are still to be written.
    is_open: Signal<bool>,
) -> impl IntoView {
    let desk = sitting.desk;
    let points = Memo::new(move |_| {
        let today = desk.today();
        desk.read(|workspace| {
            workspace
                .partner(sitting.partner)
                .map_or(0, |partner| partner.decision_clarity(&workspace.contacts, today).points())
        })
    });
    let opened = RwSignal::new(None::<usize>);
    let rows: Vec<_> = ROWS
        .into_iter()
        .enumerate()
        .map(|(place, row)| view! { <OneRow sitting row place opened /> })
        .collect();
    let fill = move |_| {
        let today = desk.today();
        let gaps: Vec<&str> = desk.read_once(|workspace| {
            let Some(partner) = workspace.partner(sitting.partner) else { return Vec::new() };
            let is_gap = |row: &Row| row.told(workspace, partner, today).is_err();
            ROWS.into_iter().filter(is_gap).map(|row| row.words().1).collect()
        });
        sitting.do_it(deeds::WRITE_BRIEF, |partner, _| {
            partner.meetings.write_brief(sitting.id, BriefPart::Questions, &gaps.join("\n"))
        });
    };
    let is_unwritten = Memo::new(move |_| {
        sitting
            .read(|partner| partner.meetings.brief(sitting.id, BriefPart::Questions).is_none())
            .unwrap_or(false)
    });
    view! {
        <section class="brief__part" aria-labelledby="decide">
            <div>
                <h2 id="decide">{words::DECISION}</h2>
                <small>{move || words::known(points.get())}</small>
                {move || view! { <Dots known=usize::from(points.get()) all=6 /> }}
                {to_do(is_open)}
            </div>
            <div class="stack" data-gap="4">
                <ol class="path">{rows}</ol>
                <div>
                    <h3 class="brief__label">{words::QUESTIONS}</h3>
                    <Written
                        sitting
                        part=BriefPart::Questions
                        label=words::QUESTIONS
                        hint=Signal::stored(words::QUESTIONS_HINT)
                    />
                    {move || {
                        (is_unwritten.get() && points.get() < 6)
                            .then(|| {
                                view! {
                                    <p class="screen-only">
                                        <button class="button" data-size="small" type="button" on:click=fill>
                                            {words::ASK_THE_GAPS}
                                        </button>
                                    </p>
                                }
                            })
                    }}
                </div>
            </div>
        </section>
    }
}

#[component]
fn OneRow(sitting: Sitting, row: Row, place: usize, opened: RwSignal<Option<usize>>) -> impl IntoView {
    let desk = sitting.desk;
    let told = Memo::new(move |_| {
        let today = desk.today();
        desk.read(|workspace| {
            workspace
                .partner(sitting.partner)
                .map_or(Err(String::new()), |partner| row.told(workspace, partner, today))
        })
    });
    let (name, question) = row.words();
    let is_gap = move || told.with(Result::is_err);
    let lead = move || (!is_gap()).then(|| view! { <Icon name="check" /> });
    let words = move || match told.get() {
        Ok(told) => view! { ": " <span dir="auto">{told}</span> }.into_any(),
        Err(told) => {
            let said = if told.is_empty() { question.to_owned() } else { told };
            view! { <small dir="auto">{said}</small> }.into_any()
        }
    };
    let form = move || (opened.get() == Some(place)).then(|| form(sitting, row, opened));
    view! {
        <li data-state=move || is_gap().then_some("gap")>
            <i>{lead}</i>
            <span>
                <b>{name}</b>
                {words}
            </span>
            <span class="path__deed">
                {move || is_gap().then(|| view! { <Tag words=words::GAP tone="warn" /> })}
                <button
                    class="button button--line screen-only"
                    data-size="small"
                    type="button"
                    aria-label=words::about(words::NOTE_IT, name)
                    on:click=move |_| opened.set(Some(place))
                >
                    {words::NOTE_IT}
                </button>
            </span>
            {form}
        </li>
    }
}

fn form(sitting: Sitting, row: Row, opened: RwSignal<Option<usize>>) -> AnyView {
    let errors = FormErrors::new();
    let typed = RwSignal::new(String::new());
    let is_none = RwSignal::new(false);
    let close = Callback::new(move |()| opened.set(None));
    let send = Callback::new(move |()| {
        errors.clear();
        let (text, is_none) = (typed.get_untracked(), is_none.get_untracked());
        let result = sitting.desk.change(deeds::NOTE_DECISION, |workspace, moment| {
            note(workspace, sitting.partner, row, (&text, is_none), moment)
        });
        match result {
            Ok(()) => close.run(()),
            Err(declined) => errors.show_declined(&declined),
        }
    });
    let (name, _) = row.words();
    let (label, field) = match row {
        Row::Topic(_) => (words::WHAT_THEY_SAID, Field::What),
        Row::Person(_) => (words::WHO, Field::Name),
    };
    let none = (row == Row::Topic(DecisionTopic::Precedent))
        .then(|| view! { <CheckField label=words::THERE_IS_NONE value=is_none /> });
    view! {
        <div class="path__form">
            <Form class="stack question" label=name on_send=send on_leave=close>
                <TextField label value=typed error=errors.at(field) focus=true />
                {none}
                <FormSummary errors />
                {form_deeds(words::SAVE, close)}
            </Form>
        </div>
    }
    .into_any()
}

/// Notes what became known, as the records that the partner's page shows.
fn note(
    workspace: &mut Workspace,
    partner: PartnerId,
    row: Row,
    (text, is_none): (&str, bool),
    moment: &mut Moment<'_>,
) -> Result<(), Refusal> {
    let on = moment.today();
    let fact = match row {
        Row::Topic(topic) => {
            let answer = if is_none {
                Line::parse_optional(Field::What, text)?
            } else {
                Some(Line::parse(Field::What, text)?)
            };
            Fact::Decision(DecisionAnswer { on, topic, known: !is_none, answer })
        }
        Row::Person(part) => {
            let name: Line<120> = Line::parse(Field::Name, text)?;
            let known = workspace.contacts.iter().find(|(_, contact)| {
                contact.works_at(partner, on) && contact.person.name.has_same_letters(&name)
            });
            let who = known.map_or(Who::Name(name.clone()), |(id, _)| Who::Contact(*id));
            Fact::Stakeholder(Stakeholder { on, who, part, stance: Stance::Unknown })
        }
    };
    workspace.partner_mut(partner)?.record(fact, moment).map(|_| ())
}
