//! What the user wants done on a screen that may not be open yet: the shell goes there and asks, the screen
//! does it. So the palette needs no knowledge of any screen.

use leptos::prelude::*;

use crate::domain::PartnerId;
use crate::domain::health::Badge;
use crate::domain::partner::TimelineKind;
use crate::route::Route;

use super::address::go;

/// Something to be done on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// To add a partner.
    AddPartner,
    /// To find among the partners.
    FindPartner,
    /// To see the partners with a badge.
    ShowBadge(Badge),
    /// To record something with a partner.
    Record(PartnerId, TimelineKind),
    /// To put the decision about a Zombie off, once.
    PutOff(PartnerId),
    /// To start a playbook.
    StartPlaybook,
    /// To plan a meeting, perhaps with a partner.
    PlanMeeting(Option<PartnerId>),
}

impl Wish {
    /// The screen it is done on.
    pub const fn place(self) -> Route {
        match self {
            Self::AddPartner | Self::FindPartner | Self::ShowBadge(_) => Route::Partners,
            Self::StartPlaybook => Route::Playbooks,
            Self::PlanMeeting(_) => Route::Meetings,
            Self::Record(partner, _) | Self::PutOff(partner) => Route::Partner(partner),
        }
    }
}

/// The latest wish, until it is granted. A copy is a pointer to the same.
#[derive(Clone, Copy)]
pub struct Wishes(RwSignal<Option<Wish>>);

impl Wishes {
    /// Nothing is wanted yet.
    pub fn none() -> Self {
        Self(RwSignal::new(None))
    }

    /// The wishes of this page.
    pub fn of_page() -> Self {
        expect_context()
    }

    /// Goes to where the wish is granted, and asks for it.
    pub fn ask(self, wish: Wish) {
        self.0.set(Some(wish));
        go(wish.place());
    }

    /// Grants wishes as long as the caller's view lives: `grant` says whether the wish was for it.
    pub fn grant(self, grant: impl Fn(Wish) -> bool + 'static) {
        Effect::new(move |_| {
            if let Some(wish) = self.0.get()
                && untrack(|| grant(wish))
            {
                self.0.set(None);
            }
        });
    }

    /// Forgets a wish that `route` cannot grant.
    pub fn forget_elsewhere(self, route: Route) {
        if self.0.with_untracked(|wish| wish.is_some_and(|wish| wish.place() != route)) {
            self.0.set(None);
        }
    }
}
