//! What every step works on: the partner, its chapter, and the one form that is open.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::catalogue::ending as words;
use crate::domain::ending::{Chapter, PartId, Step, StepState};
use crate::domain::{Date, Moment, Partner, PartnerId, Refusal, Workspace};
use crate::kit::Tag;
use crate::parts::form::FormErrors;
use crate::state::deeds::Deed;
use crate::state::desk::{Declined, Desk};
use crate::state::notices::Offer;

use super::Followed;

/// The page. A copy is a pointer to the same.
#[derive(Clone, Copy)]
pub struct Work {
    /// The desk.
    pub desk: Desk,
    /// Whose ending it is.
    pub id: PartnerId,
    /// The partner.
    pub partner: Followed,
    /// Its latest chapter.
    pub chapter: Memo<Option<Chapter>>,
    /// Which form is open. One at a time, so that nothing typed is out of sight.
    pub open: RwSignal<Open>,
}

/// Which form is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// None.
    Nothing,
    /// The day of the call.
    Book,
    /// How it went.
    Hold,
    /// What both sides say.
    Story,
    /// The agreement.
    Agree,
    /// Why there is none.
    Decline,
    /// The day of the post-mortem.
    Review,
    /// An answer, to why it ended or beneath another.
    Why(Option<PartId>),
    /// An answer to correct.
    Reword(PartId),
    /// The name of a cause.
    Cause(PartId),
    /// What changes because of a cause.
    Action(PartId),
    /// The person and the day of the note.
    Keep,
    /// Why no note is sent.
    Leave,
}

type Verb<'v> = Box<dyn FnOnce(&mut Partner, u16, &mut Moment<'_>) -> Result<(), Refusal> + 'v>;

impl Work {
    /// What `read` makes of the partner and its chapter, as long as both are there.
    pub fn with<T>(self, read: impl FnOnce(&Partner, &Chapter) -> T) -> Option<T> {
        self.partner.with(|partner| {
            let partner = partner.as_deref()?;
            self.chapter.with(|chapter| chapter.as_ref().map(|chapter| read(partner, chapter)))
        })
    }

    /// The name of the partner.
    pub fn name(self) -> String {
        self.partner.with(|partner| {
            partner.as_ref().map(|partner| partner.profile.name.to_string()).unwrap_or_default()
        })
    }

    /// The day of today, not followed.
    pub fn today_now(self) -> Date {
        untrack(|| self.desk.today())
    }

    /// Whether the gate is open.
    pub fn is_open(self) -> bool {
        self.chapter.with(|chapter| chapter.as_ref().is_some_and(Chapter::is_open))
    }

    /// Opens a form, or leaves it when it is open already.
    pub fn toggle(self, form: Open) {
        self.open.update(|open| *open = if *open == form { Open::Nothing } else { form });
    }

    /// Leaves the form that is open.
    pub fn on_close(self) -> Callback<()> {
        let open = self.open;
        Callback::new(move |()| open.set(Open::Nothing))
    }

    /// A form while it is open; what is typed stays while the page around it changes.
    pub fn form(self, which: Open, make: fn(Work, Open) -> AnyView) -> AnyView {
        let is_shown = Memo::new(move |_| self.open.get() == which);
        (move || is_shown.get().then(|| make(self, which))).into_any()
    }

    /// Changes the chapter.
    pub fn change<'v>(
        self,
        deed: Deed,
        verb: impl FnOnce(&mut Partner, u16, &mut Moment<'_>) -> Result<(), Refusal> + 'v,
    ) -> Result<(), Declined> {
        self.change_boxed(deed, Box::new(verb))
    }

    /// As [`Work::change`], for a button: why it was declined is said in a notice.
    pub fn press<'v>(
        self,
        deed: Deed,
        verb: impl FnOnce(&mut Partner, u16, &mut Moment<'_>) -> Result<(), Refusal> + 'v,
    ) {
        if let Err(declined) = self.change_boxed(deed, Box::new(verb)) {
            self.desk.say(&declined.sentence, Offer::Nothing);
        }
    }

    /// As [`Work::change`], for a form: it closes, or shows why it was declined.
    pub fn send<'v>(
        self,
        deed: Deed,
        errors: FormErrors,
        verb: impl FnOnce(&mut Partner, u16, &mut Moment<'_>) -> Result<(), Refusal> + 'v,
    ) {
        errors.clear();
        match self.change_boxed(deed, Box::new(verb)) {
            Ok(()) => self.open.set(Open::Nothing),
            Err(declined) => errors.show_declined(&declined),
        }
    }

    // Compiled once, and not for each verb.
    fn change_boxed(self, deed: Deed, verb: Verb<'_>) -> Result<(), Declined> {
        let number = self.chapter.with_untracked(|chapter| chapter.as_ref().map_or(0, Chapter::number));
        self.desk.change(deed, |workspace: &mut Workspace, moment: &mut Moment<'_>| {
            verb(workspace.partner_mut(self.id)?, number, moment)
        })
    }

    /// A button that opens a form.
    pub fn opens(self, which: Open, words: &'static str, class: &'static str) -> AnyView {
        view! {
            <button
                class=class
                data-size="small"
                type="button"
                aria-expanded=move || (self.open.get() == which).to_string()
                on:click=move |_| self.toggle(which)
            >
                {words}
            </button>
        }
        .into_any()
    }
}

/// The id of a step in the page.
pub fn step_id(step: Step) -> &'static str {
    match step {
        Step::Talk => "step-talk",
        Step::Story => "step-story",
        Step::CleanUp => "step-clean-up",
        Step::Lesson => "step-lesson",
        Step::Person => "step-person",
    }
}

/// Goes to a step: an address within the page would be another place of the app.
pub fn go_to(step: Step) {
    let heading = document().query_selector(&["#", step_id(step), " h2"].concat()).ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok()) {
        heading.scroll_into_view();
        // A heading that left the page meanwhile needs no focus.
        let _ = heading.focus();
    }
}

/// How a step stands, beside its heading: its words, and their tone and icon.
pub type Standing = (String, Option<&'static str>, Option<&'static str>);

/// A step with its heading and how it stands; nothing of it is drawn anew but what changes.
pub fn step(work: Work, which: Step, standing: fn(Work) -> Option<Standing>, body: AnyView) -> AnyView {
    let (title, why) = words::step(which);
    let number = Step::ALL.iter().position(|step| *step == which).unwrap_or(0) + 1;
    let id = step_id(which);
    let heading = [id, "-title"].concat();
    let labelled_by = heading.clone();
    let told = Memo::new(move |_| standing(work));
    view! {
        <section class="step" id=id aria-labelledby=labelled_by>
            <header class="step__head">
                <span class="step__number" aria-hidden="true">
                    {number}
                </span>
                <h2 id=heading tabindex="-1">
                    {title}
                </h2>
                {move || told.get().map(|(words, tone, icon)| view! { <Tag words tone icon /> })}
                <p>{why}</p>
            </header>
            {body}
        </section>
    }
    .into_any()
}

/// The states of the steps, in their order.
pub fn states(work: Work) -> Option<[StepState; 5]> {
    let today = work.desk.today();
    work.with(|partner, chapter| chapter.states(partner, today))
}

/// A standing: good once it is done.
pub fn done_or(is_done: bool, words: String) -> Standing {
    if is_done { (words, Some("good"), Some("check")) } else { (words, None, None) }
}
