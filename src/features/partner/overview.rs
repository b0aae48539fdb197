//! What matters now, in two columns: what is promised and what happened last; beside it who works
//! there, the balance, the next step and the private note.

use leptos::prelude::*;

use crate::catalogue::partner as words;
use crate::parts::entries::{CustomFields, Links, Owner};

use super::exchange::Exchange;
use super::history::{Records, Which};
use super::next_step::NextStepSection;
use super::note::PrivateNote;
use super::people::PeopleGlance;
use super::promises::OpenPromises;
use super::subject::Subject;

/// The overview; it prints as a one-pager.
#[component]
pub fn Overview(subject: Subject) -> impl IntoView {
    view! {
        <div class="beside">
            <div class="stack" data-gap="8">
                <OpenPromises subject />
                <Records subject which=Which::Latest heading=words::LATEST_RECORDS empty=words::NO_RECORDS />
            </div>
            <aside class="stack" data-gap="8" aria-label=words::AT_A_GLANCE>
                <NextStepSection subject />
                <PeopleGlance subject />
                <Exchange subject />
                <CustomFields partner=subject.id />
                <Links owner=Owner::Partner(subject.id) />
                <PrivateNote subject />
            </aside>
        </div>
    }
}
