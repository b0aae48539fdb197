//! The second step: what either side would say, what both say, and the agreement on it.

use leptos::prelude::*;

use crate::catalogue::ending as words;
use crate::domain::ending::{Step, Story, Told};
use crate::domain::{Field, Line, Note, Refusal};
use crate::kit::{DateField, Icon, NoteField, TextField, clipboard};
use crate::parts::form::{FormErrors, FormFrame, Theirs};
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

use super::line::{LineAsked, line_form};
use super::script::link;
use super::work::{self, Open, Standing, Work};

/// The step.
pub fn step(work: Work) -> AnyView {
    let body = view! {
        <div class="stack">
            {move || narrative(work)} {work.form(Open::Story, story_form)} {work.form(Open::Agree, agree_form)}
            {work.form(Open::Decline, decline_form)}
        </div>
    };
    work::step(work, Step::Story, standing, body.into_any())
}

fn standing(work: Work) -> Option<Standing> {
    let today = work.desk.today();
    work.with(|_, chapter| {
        let story = &chapter.story;
        let words =
            words::story_state(story.agreed_on, story.declined.is_some(), story.joint.is_some(), today);
        work::done_or(chapter.is_settled(), words)
    })
}

fn known(work: Work) -> Story {
    work.chapter
        .with_untracked(|chapter| chapter.as_ref().map(|chapter| chapter.story.clone()).unwrap_or_default())
}

/// The accounts side by side, then the one both will give.
fn narrative(work: Work) -> Option<AnyView> {
    let story = work.with(|_, chapter| chapter.story.clone())?;
    let is_open = work.is_open();
    let told = |icon: &'static str, heading: &'static str, note: Option<&Note>| {
        let text = note.map_or_else(
            || view! { <p class="quiet">{words::NOTHING_YET}</p> }.into_any(),
            |note| letter(note.as_str()),
        );
        view! {
            <div>
                <h3>
                    <Icon name=icon />
                    {heading}
                </h3>
                {text}
            </div>
        }
        .into_any()
    };
    let internal = story.internal.as_ref().map(|note| {
        view! {
            <h3>
                <Icon name="lock" />
                {words::INTERNAL}
            </h3>
            {letter(note.as_str())}
        }
    });
    let joint = story.joint.as_ref().map_or_else(
        || view! { <p class="quiet">{words::NOTHING_YET}</p> }.into_any(),
        |note| letter(note.as_str()),
    );
    Some(
        view! {
            <div class="narrative">
                {told("ours", words::OURS, story.ours.as_ref())}
                {told("theirs", words::THEIRS, story.theirs.as_ref())}
                <div>
                    <h3>
                        <Icon name="both" />
                        {words::JOINT}
                    </h3>
                    {joint}
                    {internal}
                    {foot(work, &story, is_open)}
                </div>
            </div>
        }
        .into_any(),
    )
}

fn letter(text: &str) -> AnyView {
    let text = text.to_owned();
    view! {
        <div class="letter">
            <p dir="auto">{text}</p>
        </div>
    }
    .into_any()
}

fn foot(work: Work, story: &Story, is_open: bool) -> AnyView {
    let agreement = match (&story.agreed_with, &story.declined) {
        (Some(with), _) => words::agreed_with(with.as_str()),
        (None, Some(reason)) => words::declined(reason.as_str()),
        (None, None) => words::NOT_AGREED.to_owned(),
    };
    let copies = story.joint.as_ref().map(|joint| {
        let public = joint.to_string();
        let board = story.internal.as_ref().unwrap_or(joint).to_string();
        view! {
            {copies(work.desk, words::COPY_FOR_CUSTOMERS, public)}
            {copies(work.desk, words::COPY_FOR_BOARD, board)}
        }
    });
    let is_declined = story.declined.is_some();
    let retell =
        move |_| work.press(deeds::RETELL_STORY, |partner, number, _| partner.decline_story(number, None));
    let has_words = story.joint.is_some();
    let is_agreed = story.agreed_on.is_some();
    let buttons = is_open.then(|| {
        let agree = (has_words && !is_agreed)
            .then(|| work.opens(Open::Agree, deeds::AGREE_STORY.doing, "button button--primary"));
        let decline = (!is_declined && !is_agreed)
            .then(|| work.opens(Open::Decline, deeds::DECLINE_STORY.doing, "button button--quiet"));
        let retell = is_declined.then(|| {
            view! {
                <button class="button" data-size="small" type="button" on:click=retell>
                    {deeds::RETELL_STORY.doing}
                </button>
            }
        });
        view! {
            {agree}
            {work.opens(Open::Story, deeds::TELL_STORY.doing, "button")}
            {link("joint-narrative-public", work.id, words::STORY_SCRIPT)}
            {decline}
            {retell}
        }
    });
    view! {
        <footer>
            <span class="narrative__agreed" dir="auto">
                {agreement}
            </span>
            <div class="cluster screen-only">{copies} {buttons}</div>
        </footer>
    }
    .into_any()
}

fn copies(desk: Desk, label: &'static str, text: String) -> AnyView {
    let copy = move |_| {
        let text = text.clone();
        leptos::task::spawn_local(async move {
            let html = escaped(&text);
            let said = match clipboard::copy(text, html).await {
                Ok(()) => words::COPIED,
                Err(clipboard::NotCopied) => words::NOT_COPIED,
            };
            desk.say(said, Offer::Nothing);
        });
    };
    view! {
        <button class="button" data-size="small" type="button" on:click=copy>
            <Icon name="copy" size="s" />
            {label}
        </button>
    }
    .into_any()
}

/// Plain words as HTML, line by line.
fn escaped(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    ["<p>", &escaped.replace('\n', "<br>"), "</p>"].concat()
}

fn story_form(work: Work, _: Open) -> AnyView {
    let errors = FormErrors::new();
    let before = known(work);
    let text =
        |note: &Option<Note>| RwSignal::new(note.as_ref().map(ToString::to_string).unwrap_or_default());
    let (ours, theirs) = (text(&before.ours), text(&before.theirs));
    let (joint, internal) = (text(&before.joint), text(&before.internal));
    let other = RwSignal::new(None::<String>);
    let read = move || {
        let note = |typed: RwSignal<String>| typed.with_untracked(|typed| Note::parse_optional(typed));
        Ok(Told { ours: note(ours)?, theirs: note(theirs)?, joint: note(joint)?, internal: note(internal)? })
    };
    let save = Callback::new(move |over_theirs: bool| {
        errors.clear();
        let now = known(work);
        if !over_theirs && now != before {
            let words = [&now.joint, &now.ours, &now.theirs, &now.internal];
            let words: Vec<String> = words.into_iter().flatten().map(ToString::to_string).collect();
            return other.set(Some(words.join(" ")));
        }
        match read() {
            Err(refusal) => errors.show_refusal(&refusal),
            Ok(told) => {
                work.send(deeds::TELL_STORY, errors, |partner, number, _| partner.tell_story(number, told));
            }
        }
    });
    view! {
        <FormFrame
            title=deeds::TELL_STORY.doing
            send=words::SAVE
            errors
            on_send=Callback::new(move |()| save.run(false))
            on_close=work.on_close()
        >
            <div class="columns">
                <NoteField label=words::OURS value=ours error=errors.at(Field::Note) focus=true />
                <NoteField label=words::THEIRS value=theirs />
            </div>
            <NoteField label=words::JOINT value=joint hint=words::JOINT_HINT />
            <NoteField label=words::INTERNAL value=internal hint=words::INTERNAL_HINT />
            <Theirs words=other on_mine=Callback::new(move |()| save.run(true)) on_theirs=work.on_close() />
        </FormFrame>
    }
    .into_any()
}

fn agree_form(work: Work, _: Open) -> AnyView {
    let errors = FormErrors::new();
    let on = RwSignal::new(work.today_now().to_string());
    let with = work.chapter.with_untracked(|chapter| {
        let first = chapter.as_ref().and_then(|chapter| chapter.talk.with.first());
        first.map(|who| who.name.to_string()).unwrap_or_default()
    });
    let with = RwSignal::new(with);
    let send = move |()| {
        errors.clear();
        let read = || {
            let with = Line::parse(Field::Person, &with.get_untracked())?;
            Ok((Refusal::date(Field::On, &on.get_untracked())?, with))
        };
        match read() {
            Err(refusal) => errors.show_refusal(&refusal),
            Ok((on, with)) => work.send(deeds::AGREE_STORY, errors, |partner, number, moment| {
                partner.agree_story(number, on, with, moment.today())
            }),
        }
    };
    view! {
        <FormFrame
            title=deeds::AGREE_STORY.doing
            send=words::SAVE
            errors
            on_send=Callback::new(send)
            on_close=work.on_close()
        >
            <div class="columns">
                <TextField label=words::WITH_WHOM value=with error=errors.at(Field::Person) focus=true />
                <DateField label=words::AGREED_ON value=on error=errors.at(Field::On) />
            </div>
        </FormFrame>
    }
    .into_any()
}

fn decline_form(work: Work, _: Open) -> AnyView {
    let asked = LineAsked::new(Field::Reason, words::WHY_NONE);
    line_form(work, deeds::DECLINE_STORY, asked, |partner, number, reason, _| {
        partner.decline_story(number, Some(reason))
    })
}
