//! The automatic backup, where the browser can write a file of the user's; and whether it keeps what is stored here.

use leptos::prelude::*;
use leptos::task::spawn_local_scoped;

use crate::catalogue::{automatic as words, intl};
use crate::kit::Tag;
use crate::state::automatic::{Automatic, State};
use crate::state::desk::Desk;
use crate::state::persistence::{self, Keeping};

/// A file that is written after every change; nothing where the browser cannot.
#[component]
pub fn AutomaticFile() -> impl IntoView {
    let (desk, automatic) = (Desk::of_page(), Automatic::of_page());
    let state = automatic.state();
    let told = move || match state.get() {
        State::Off => words::AUTOMATIC_ABOUT.to_owned(),
        State::Waiting { name } => words::waiting(&name),
        State::On { written_at: None, .. } => words::NOT_YET.to_owned(),
        #[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 are exact in f64")]
        State::On { name, written_at: Some(at) } => words::written(&name, &intl::moment(at as f64)),
        State::Failed { sentence, .. } => sentence,
    };
    let button = move |name: &'static str, work: fn(Automatic, Desk)| {
        view! {
            <button class="button" type="button" on:click=move |_| work(automatic, desk)>
                {name}
            </button>
        }
        .into_any()
    };
    let buttons = move || {
        let (choose, stop) = (words::CHOOSE_OTHER, button(words::STOP, Automatic::stop));
        match state.get() {
            State::Off => vec![button(words::CHOOSE, Automatic::choose)],
            State::Waiting { .. } => vec![button(words::ALLOW, Automatic::allow), stop],
            State::On { .. } => vec![button(choose, Automatic::choose), stop],
            State::Failed { .. } => {
                vec![button(words::TRY_AGAIN, Automatic::write), button(choose, Automatic::choose), stop]
            }
        }
    };
    Automatic::is_offered().then(|| {
        view! {
            <div class="setting" id="automatic">
                <div>
                    <h3>{words::AUTOMATIC}</h3>
                    <p role="status">{told}</p>
                </div>
                <div class="cluster">{buttons}</div>
            </div>
        }
    })
}

/// Whether the browser keeps what is stored here when it is short of space.
#[component]
pub fn BrowserKeeps() -> impl IntoView {
    let keeping = RwSignal::new(None::<Keeping>);
    spawn_local_scoped(async move { keeping.set(Some(persistence::keeping().await)) });
    let ask = move |_| {
        spawn_local_scoped(async move { keeping.set(Some(persistence::ask().await)) });
    };
    let answer = move || {
        keeping.get().map(|keeping| match keeping {
            Keeping::Granted => view! { <Tag tone="good" icon="check" words=words::GRANTED /> }.into_any(),
            Keeping::NotGranted => view! {
                <div class="cluster">
                    <Tag words=words::NOT_GRANTED />
                    <button class="button" type="button" on:click=ask>
                        {words::ASK_AGAIN}
                    </button>
                </div>
            }
            .into_any(),
            Keeping::Unknown => view! { <Tag words=words::CANNOT_ASK /> }.into_any(),
        })
    };
    view! {
        <div class="setting" id="keeping">
            <div>
                <h3>{words::KEEPING}</h3>
                <p>{words::KEEPING_ABOUT}</p>
            </div>
            <div role="status">{answer}</div>
        </div>
    }
}
