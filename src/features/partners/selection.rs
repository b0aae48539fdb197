//! What can be done with the partners that are selected: one change for all of them, shown before it
//! is made.

use leptos::prelude::*;

use crate::catalogue::partners as words;
use crate::domain::bulk::{BulkEdit, BulkPreview};
use crate::domain::partner::TimelineKind;
use crate::domain::tag::Tag;
use crate::domain::{Field, Line, PartnerId, Refusal, Stage, Tier, table};
use crate::kit::popover::{Face, close_open};
use crate::kit::{ChoiceField, Form, Icon, Popover, Segmented, TextField};
use crate::parts::choice::Choice;
use crate::parts::form::{FormErrors, FormSummary};
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::wishes::{Wish, Wishes};

use super::state::{ListState, Rosters};

/// Partners that refuse a change, named with their reason; more are counted.
const MOST_NAMED: usize = 5;

/// What can be changed for many at once.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    Owner,
    Tier,
    Stage,
    Tag,
}

/// The bar at the foot of the list; it is there while something is selected.
#[component]
pub fn SelectionBar(roster: Rosters, found: Memo<Vec<PartnerId>>) -> impl IntoView {
    let list = ListState::of_page();
    // Those that are still there.
    let chosen = Memo::new(move |_| {
        roster.with(|roster| {
            list.selected.with(|selected| {
                let is_selected = |id: &PartnerId| selected.contains(id);
                roster.lines().map(|line| line.id).filter(is_selected).collect::<Vec<PartnerId>>()
            })
        })
    });
    let outside = move || {
        let found = found.with(|found| {
            list.selected.with(|chosen| found.iter().filter(|id| chosen.contains(*id)).count())
        });
        chosen.with(Vec::len).saturating_sub(found)
    };
    let is_any = Memo::new(move |_| chosen.with(|chosen| !chosen.is_empty()));
    move || {
        is_any.get().then(|| {
            view! {
                <div class="selection" role="region" aria-label=words::SELECTED>
                    <output>{move || words::selected(chosen.with(Vec::len), outside())}</output>
                    {move || chosen.with(|chosen| match chosen.as_slice() {
                        [one] => Some(log_touch(*one)),
                        _ => None,
                    })}
                    {Subject::ALL
                        .into_iter()
                        .map(|subject| {
                            let face = Face {
                                class: "button button--quiet",
                                icon: subject.icon(),
                                is_small: true,
                                ..Face::WORDS
                            };
                            view! {
                                <Popover label=subject.label() face>
                                    <Editor subject chosen />
                                </Popover>
                            }
                        })
                        .collect::<Vec<_>>()}
                    <hr />
                    <button
                        class="button button--quiet"
                        data-size="small"
                        data-shape="icon"
                        type="button"
                        aria-label=words::CLEAR_SELECTION
                        title=words::CLEAR_SELECTION
                        on:click=move |_| list.selected.update(table::Set::clear)
                    >
                        <Icon name="close" />
                    </button>
                </div>
            }
        })
    }
}

/// Logs a touchpoint with the one that is selected, on its page.
fn log_touch(id: PartnerId) -> AnyView {
    let wishes = Wishes::of_page();
    view! {
        <button
            class="button button--quiet"
            data-size="small"
            type="button"
            on:click=move |_| wishes.ask(Wish::Record(id, TimelineKind::Touchpoint))
        >
            <Icon name="chat" />
            {words::LOG_TOUCH}
        </button>
    }
    .into_any()
}

impl Subject {
    const ALL: [Self; 4] = [Self::Owner, Self::Tier, Self::Stage, Self::Tag];

    const fn label(self) -> &'static str {
        match self {
            Self::Owner => words::OWNER,
            Self::Tier => words::TIER,
            Self::Stage => words::STAGE,
            Self::Tag => words::TAG,
        }
    }

    const fn icon(self) -> Option<&'static str> {
        match self {
            Self::Owner => Some("person"),
            _ => None,
        }
    }
}

/// What is chosen in an editor.
#[derive(Clone, Copy)]
struct Draft {
    subject: Subject,
    words: RwSignal<String>,
    tier: Choice<Tier>,
    stage: Choice<Stage>,
    /// 0 adds the tag, 1 takes it off.
    way: RwSignal<usize>,
}

impl Draft {
    fn new(subject: Subject) -> Self {
        Self {
            subject,
            words: RwSignal::default(),
            tier: Choice::new(&Tier::ALL, Tier::DEFAULT),
            stage: Choice::new(&Stage::ALL, Stage::Active),
            way: RwSignal::new(0),
        }
    }

    /// The change it makes. Followed, so that a preview keeps up.
    fn read(self) -> Result<BulkEdit, Refusal> {
        let place = (self.tier.place().get(), self.stage.place().get());
        let (tier, stage) = (Tier::ALL.get(place.0), Stage::ALL.get(place.1));
        self.words.with(|typed| match self.subject {
            Subject::Owner => Ok(BulkEdit::Owner(Line::parse_optional(Field::Person, typed)?)),
            Subject::Tier => Ok(BulkEdit::Tier(tier.copied().unwrap_or(Tier::DEFAULT))),
            Subject::Stage => {
                let why = Line::parse_optional(Field::Reason, typed)?;
                Ok(BulkEdit::Stage(stage.copied().unwrap_or(Stage::Active), why))
            }
            Subject::Tag if self.way.get() == 0 => Ok(BulkEdit::AddTag(Tag::parse(typed)?)),
            Subject::Tag => Ok(BulkEdit::RemoveTag(Tag::parse(typed)?)),
        })
    }

    fn fields(self, errors: FormErrors) -> AnyView {
        match self.subject {
            Subject::Owner => view! {
                <TextField
                    label=words::OWNER
                    value=self.words
                    error=errors.at(Field::Person)
                    hint=words::OWNER_TO_ALL
                    optional=true
                />
            }
            .into_any(),
            Subject::Tier => view! { <ChoiceField label=words::TIER choices=self.tier.words() place=self.tier.place() /> }
                .into_any(),
            Subject::Stage => view! {
                <ChoiceField label=words::STAGE choices=self.stage.words() place=self.stage.place() />
                <TextField label=words::REASON value=self.words error=errors.at(Field::Reason) optional=true />
            }
            .into_any(),
            Subject::Tag => view! {
                <TextField label=words::TAG value=self.words error=errors.at(Field::Tag) />
                <Segmented
                    label=words::TAG
                    choices=vec![words::ADD_TAG.to_owned(), words::REMOVE_TAG.to_owned()]
                    place=self.way
                />
            }
            .into_any(),
        }
    }
}

/// Chooses a change, says what it would do, and makes it.
#[component]
fn Editor(subject: Subject, chosen: Memo<Vec<PartnerId>>) -> impl IntoView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let draft = Draft::new(subject);
    let preview = Memo::new(move |_| {
        let edit = draft.read().ok()?;
        let today = desk.today();
        Some(chosen.with(|chosen| desk.read(|workspace| workspace.preview_bulk(chosen, &edit, today))))
    });
    let apply = move |()| {
        errors.clear();
        let edit = match untrack(|| draft.read()) {
            Ok(edit) => edit,
            Err(refusal) => return errors.show_refusal(&refusal),
        };
        let changing =
            preview.with_untracked(|preview| preview.as_ref().map(|preview| preview.changing.clone()));
        let changing = changing.unwrap_or_default();
        if changing.is_empty() {
            return;
        }
        match desk
            .change(deeds::EDIT_PARTNERS, |workspace, moment| workspace.edit_many(&changing, &edit, moment))
        {
            Ok(_) => close_open(),
            Err(declined) => errors.show_declined(&declined),
        }
    };
    view! {
        <Form class="stack" label=subject.label() on_send=Callback::new(apply)>
            {draft.fields(errors)}
            <div role="status">{move || preview.with(|preview| preview.as_ref().map(|preview| told(desk, preview)))}</div>
            <FormSummary errors />
            <button
                class="button button--primary"
                type="submit"
                aria-disabled=move || {
                    preview.with(|preview| matches!(preview, Some(preview) if preview.changing.is_empty())).then_some("true")
                }
            >
                {move || words::change(preview.with(|preview| preview.as_ref().map_or(0, |preview| preview.changing.len())))}
            </button>
        </Form>
    }
}

/// What a change would do, in sentences.
fn told(desk: Desk, preview: &BulkPreview) -> AnyView {
    let refused = preview.refused.iter().take(MOST_NAMED).map(|(id, refusal)| {
        let name = desk
            .read_once(|workspace| workspace.partner(*id).map(|partner| partner.profile.name.to_string()));
        view! { <li><bdi>{name}</bdi>": "{refusal.to_string()}</li> }
    });
    let refused: Vec<_> = refused.collect();
    let unnamed = preview.refused.len().saturating_sub(MOST_NAMED);
    view! {
        <p>{words::will_change(preview.changing.len())}</p>
        {(!preview.unchanged.is_empty()).then(|| view! { <p class="quiet">{words::unchanged(preview.unchanged.len())}</p> })}
        {(!preview.refused.is_empty())
            .then(|| {
                view! {
                    <p>{words::cannot(preview.refused.len())}</p>
                    <ul class="selection__refused">{refused}</ul>
                    {(unnamed > 0).then(|| view! { <p class="quiet">{words::and_more(unnamed)}</p> })}
                }
            })}
    }
    .into_any()
}
