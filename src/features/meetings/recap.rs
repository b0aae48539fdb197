//! What is sent the day after: it writes itself from what was recorded, until somebody puts it in their own words.

use leptos::prelude::*;

use crate::catalogue::{self, meeting as words, outlines};
use crate::domain::meeting::course::recap_due;
use crate::domain::meeting::recap::{Block, blocks, html};
use crate::domain::meeting::{BriefPart, Difference, Recap, Standing};
use crate::domain::script::mail::{self, mailto_all};
use crate::domain::{Field, Line, Refusal};
use crate::kit::popover::Face;
use crate::kit::{DateField, Form, Icon, Menu, Tag, TextField};
use crate::parts::form::{FormErrors, FormSummary, form_deeds};
use crate::parts::markdown;
use crate::parts::take::copy;
use crate::route::Route;
use crate::state::deeds;

use super::one::print;
use super::sitting::Sitting;
use super::written::{Words, form_of};

/// The script that answers a difference.
const ANSWER: &str = "difference-reply";
/// Where the letter stands, for the browser that copies nothing.
const LETTER: &str = ".recap .letter";

/// The recap.
#[component]
pub fn RecapPanel(
    /// Of which meeting.
    sitting: Sitting,
    /// Whether it is what goes on paper.
    is_printed: RwSignal<bool>,
) -> impl IntoView {
    let desk = sitting.desk;
    let own = Memo::new(move |_| {
        sitting.read(|partner| partner.meetings.brief(sitting.id, BriefPart::Recap)).flatten()
    });
    let text = Memo::new(move |_| own.get().unwrap_or_else(|| generated(sitting)));
    let is_open = RwSignal::new(false);
    let save = move |typed: String| {
        sitting.change(deeds::EDIT_RECAP, |partner, _| {
            partner.meetings.write_brief(sitting.id, BriefPart::Recap, &typed)
        })
    };
    let edit = Words { label: words::RECAP_WORDS, now: text.into(), save: Callback::new(save), is_open };
    let subject = Memo::new(move |_| {
        sitting.told(|meeting| words::subject(meeting.how, meeting.day())).unwrap_or_default()
    });
    let to = Memo::new(move |_| addresses(sitting));
    let along = Callback::new(move |()| {
        Some(subject.with(|subject| text.with(|text| outlines::recap(subject, text))))
    });
    let state = move || {
        let today = desk.today();
        let (standing, sent_on, held_on) =
            sitting.told(|meeting| (meeting.standing(today), meeting.sent_on, meeting.held_on))?;
        Some(match (standing, sent_on, held_on) {
            (_, Some(on), _) => {
                view! { <span class="push"><Tag words=words::sent(on) tone="good" icon="check" /></span> }
                    .into_any()
            }
            (Standing::RecapDue(due), ..) => {
                let tone = if due < today { "late" } else { "plain" };
                view! { <span class="push"><Tag words=words::recap_due(due, today) tone /></span> }.into_any()
            }
            (Standing::Planned | Standing::Unsettled, ..) => {
                let due = recap_due(sitting.told(crate::domain::Meeting::day)?);
                view! { <span class="push"><Tag words=words::recap_due(due, today) /></span> }.into_any()
            }
            _ => return None,
        })
    };
    let note = move || if own.with(Option::is_some) { words::IN_YOUR_WORDS } else { words::WRITES_ITSELF };
    view! {
        <section class="panel recap" aria-labelledby="recap">
            <div class="panel__head">
                <h2 id="recap">{words::RECAP}</h2>
                <span class="panel__note screen-only">{note}</span>
                {state}
            </div>
            <dl class="facts">
                <dt>{words::TO}</dt>
                <dd>
                    <bdi>
                        {move || {
                            let to = to.get();
                            if to.is_empty() { words::NO_ADDRESS.to_owned() } else { to.join(", ") }
                        }}
                    </bdi>
                </dd>
                <dt>{words::SUBJECT}</dt>
                <dd>{subject}</dd>
            </dl>
            {move || (!is_open.get()).then(|| view! { <div class="letter" dir="auto">{letter(&text.get())}</div> })}
            <div class="recap__form">{form_of(edit)}</div>
            <div class="panel__foot screen-only">
                {taking(sitting, text, subject, to)}
                <button
                    class="button button--quiet"
                    type="button"
                    hidden=move || is_open.get()
                    on:click=move |_| is_open.set(true)
                >
                    <Icon name="edit" />
                    {words::EDIT_RECAP}
                </button>
                <button
                    class="button button--quiet"
                    type="button"
                    on:click=move |_| {
                        is_printed.set(true);
                        print();
                    }
                >
                    <Icon name="print" />
                    {words::PRINT_RECAP}
                </button>
                <Menu label=outlines::RECAP face=Face { is_small: false, ..Face::MORE }>
                    {markdown::items(desk, along, "recap")}
                </Menu>
                {move || {
                    own.with(Option::is_some)
                        .then(|| {
                            view! {
                                <button
                                    class="button button--quiet"
                                    type="button"
                                    on:click=move |_| {
                                        sitting
                                            .do_it(
                                                deeds::RESET_RECAP,
                                                |partner, _| {
                                                    partner.meetings.write_brief(sitting.id, BriefPart::Recap, "")
                                                },
                                            );
                                    }
                                >
                                    {words::WRITE_ANEW}
                                </button>
                            }
                        })
                }}
            </div>
            <Sending sitting />
        </section>
    }
}

fn generated(sitting: Sitting) -> String {
    let recap = sitting.desk.read(|workspace| Recap::of(workspace, sitting.partner, sitting.id));
    recap.map(|recap| words::recap(&recap)).unwrap_or_default()
}

/// The mail addresses of those of theirs who were there.
fn addresses(sitting: Sitting) -> Vec<String> {
    let with = sitting.told(|meeting| meeting.with.clone()).unwrap_or_default();
    sitting.desk.read(|workspace| {
        let contacts = with.iter().filter_map(|id| workspace.contacts.get(id));
        contacts.filter_map(|contact| Some(contact.person.email.as_ref()?.as_str().to_owned())).collect()
    })
}

fn letter(text: &str) -> Vec<AnyView> {
    let block = |block| match block {
        Block::Heading(words) => view! { <h3>{words}</h3> }.into_any(),
        Block::Paragraph(lines) => view! { <p class="written" dir="auto">{lines.join("\n")}</p> }.into_any(),
        Block::List(items) => {
            let items: Vec<_> = items.into_iter().map(|item| view! { <li dir="auto">{item}</li> }).collect();
            view! { <ul>{items}</ul> }.into_any()
        }
    };
    blocks(text).into_iter().map(block).collect()
}

/// The ways to take the words along.
fn taking(sitting: Sitting, text: Memo<String>, subject: Memo<String>, to: Memo<Vec<String>>) -> AnyView {
    let copy_it = move || {
        let text = text.get_untracked();
        copy(sitting.desk, text.clone(), html(&text), LETTER);
    };
    // Drawn anew only when it says something else: a link that is replaced while it is pressed leads nowhere.
    let address = Memo::new(move |_| {
        let to = to.get();
        let to: Vec<&str> = to.iter().map(String::as_str).collect();
        let subject = subject.get();
        match text.with(|text| mailto_all(&to, &subject, text)) {
            Ok(href) => (href, None),
            Err(mail::TooLong { has }) => (mailto_all(&to, &subject, "").unwrap_or_default(), Some(has)),
        }
    });
    let link = move || match address.get() {
        (href, None) => view! {
            <a class="button" href=href>
                <Icon name="mail" />
                {words::OPEN_MAIL}
            </a>
        }
        .into_any(),
        (href, Some(has)) => view! {
            <a class="button" href=href aria-describedby="recap-long" on:click=move |_| copy_it()>
                <Icon name="mail" />
                {words::COPY_AND_MAIL}
            </a>
            <p class="recap__long" id="recap-long">
                {words::too_long(has, mail::MOST)}
            </p>
        }
        .into_any(),
    };
    view! {
        <button class="button button--primary" type="button" on:click=move |_| copy_it()>
            <Icon name="copy" />
            {words::COPY}
        </button>
        {link}
    }
    .into_any()
}

/// Whether it was sent, and what they read differently.
#[component]
fn Sending(sitting: Sitting) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let state = Memo::new(move |_| {
        sitting.told(|meeting| (meeting.held_on.is_some(), meeting.sent_on.is_some(), meeting.no_recap))
    });
    let deeds = move || {
        let (is_held, is_sent, is_waived) = state.get()?;
        Some(match (is_held, is_sent, is_waived) {
            (false, ..) => view! { <span>{words::AFTER}</span> }.into_any(),
            (true, true, _) => view! {
                <button class="button" type="button" on:click=move |_| is_open.set(true)>
                    {words::DIFFERS}
                </button>
                {small(sitting, deeds::UNSEND_RECAP, |meeting, _| {
                    meeting.sent_on = None;
                    Ok(())
                })}
            }
            .into_any(),
            (true, false, true) => view! {
                <span>{words::NONE_NEEDED_SAID}</span>
                {small(sitting, deeds::WANT_RECAP, |meeting, _| {
                    meeting.no_recap = false;
                    Ok(())
                })}
            }
            .into_any(),
            (true, false, false) => view! {
                <button
                    class="button"
                    type="button"
                    on:click=move |_| {
                        sitting.amend(deeds::SEND_RECAP, |meeting, today| meeting.send_recap(today, today));
                    }
                >
                    <Icon name="check" />
                    {words::MARK_SENT}
                </button>
                {small(sitting, deeds::WAIVE_RECAP, |meeting, _| {
                    meeting.no_recap = true;
                    Ok(())
                })}
            }
            .into_any(),
        })
    };
    view! {
        <div class="panel__foot screen-only">{deeds}</div>
        {move || is_open.get().then(|| difference_form(sitting, is_open))}
        {move || differences(sitting)}
    }
}

fn small(
    sitting: Sitting,
    deed: deeds::Deed,
    verb: fn(&mut crate::domain::Meeting, crate::domain::Date) -> Result<(), Refusal>,
) -> AnyView {
    view! {
        <button class="button button--quiet" type="button" on:click=move |_| sitting.amend(deed, verb)>
            {deed.doing}
        </button>
    }
    .into_any()
}

fn difference_form(sitting: Sitting, is_open: RwSignal<bool>) -> AnyView {
    let desk = sitting.desk;
    let errors = FormErrors::new();
    let typed = RwSignal::new(String::new());
    let due = RwSignal::new(recap_due(desk.today()).to_string());
    let close = Callback::new(move |()| is_open.set(false));
    let send = Callback::new(move |()| {
        errors.clear();
        let (text, due) = (typed.get_untracked(), due.get_untracked());
        let result = desk.change(deeds::NOTE_DIFFERENCE, |workspace, moment| {
            let read = Line::parse(Field::What, &text)?;
            let promised = Line::parse(Field::What, &words::settle(read.as_str()))?;
            let own = workspace.settings.own_name.clone();
            let due = Refusal::date(Field::Due, &due)?;
            let partner = workspace.partner_mut(sitting.partner)?;
            let own = own.or_else(|| partner.meetings.all.get(&sitting.id)?.ours.first().cloned());
            partner.note_difference(sitting.id, (read, promised), own, due, moment)
        });
        match result {
            Ok(()) => close.run(()),
            Err(declined) => errors.show_declined(&declined),
        }
    });
    view! {
        <Form class="stack question recap__differs" label=words::DIFFERS on_send=send on_leave=close>
            <TextField
                label=words::HOW_THEY_READ
                value=typed
                error=errors.at(Field::What)
                hint=words::DIFFERS_WHY
                focus=true
            />
            <DateField label=words::SETTLE_BY value=due error=errors.at(Field::Due) />
            <FormSummary errors />
            {form_deeds(words::SAVE, close)}
        </Form>
    }
    .into_any()
}

/// What they read differently, and whether it is settled.
fn differences(sitting: Sitting) -> Option<AnyView> {
    let today = sitting.desk.today();
    let all = sitting.read(|partner| {
        let all = partner.meetings.of::<Difference>(sitting.id).into_iter();
        all.map(|(_, one)| {
            let due = partner.commitments.get(&one.promise).and_then(|promise| promise.dates.open_due(today));
            (one.text.to_string(), due)
        })
        .collect::<Vec<_>>()
    })?;
    if all.is_empty() {
        return None;
    }
    let rows: Vec<_> = all
        .into_iter()
        .map(|(text, due)| {
            let state = match due {
                Some(due) => {
                    let (when, urgency) = catalogue::due(due, today);
                    view! { <span class="item__when" data-when=urgency>{when}</span> }.into_any()
                }
                None => view! { <Tag words=words::IS_SETTLED tone="good" icon="check" /> }.into_any(),
            };
            view! {
                <li class="said__one">
                    <p class="said__text" dir="auto">
                        {text}
                    </p>
                    {state}
                </li>
            }
        })
        .collect();
    let script = ANSWER.parse().ok().map(|slug| Route::Script(slug, Some(sitting.partner)).href());
    let script = script.map(|href| {
        view! {
            <p class="room__empty">
                <a href=href>{words::DIFFERENCE_SCRIPT}</a>
            </p>
        }
    });
    Some(
        view! {
            <div class="screen-only">
                <ul class="items said" aria-label=words::DIFFERS>
                    {rows}
                </ul>
                {script}
            </div>
        }
        .into_any(),
    )
}
