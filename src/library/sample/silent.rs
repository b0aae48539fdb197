//! Partners without results: warned, judged, come back.

use crate::domain::LedgerKind::{Enablement, Introduction, Other, Product, Referral};
use crate::domain::PartnerKind;
use crate::domain::Stage::{Active, Onboarding, Qualifying};
use crate::domain::Tier::Two;
use crate::domain::contact::Role::{Champion, Counterpart, EconomicSponsor};
use crate::domain::fact::AskKind::Distribution;
use crate::domain::fact::{AdjustedBand, Part, Stance};

use super::row::Noted::{Adjusted, Asked, Decider, Deferred, Escalated, Signalled};
use super::row::{
    BARE, Company, QUARTER, call, gave, goal, got, influenced, live, met, ours, person, reply, sent, sourced,
    theirs, they_rate, we_rate, won,
};

/// The partners without results.
pub const COMPANIES: &[Company] = &[
    // The last whole quarter is empty, and so is the time since: a warning, not yet a verdict.
    Company {
        name: "Castellan Advisory",
        domain: "castellan.example",
        kind: PartnerKind::Services,
        owner: "Priya Nand",
        notes: "Implementation consultants. Busy with one large client of their own for most of a year.",
        tags: &["Services", "EMEA"],
        stages: &[(Qualifying, 640, ""), (Onboarding, 600, "Two consultants certified"), (Active, 540, "")],
        tiers: &[(Two, 640)],
        people: &[
            person(640, "Jonas Ekberg", "Managing director").is(EconomicSponsor),
            person(600, "Sanne Dekker", "Practice lead").is(Champion),
        ],
        touches: &[
            met(638, "Jonas", "He wants work for four consultants, not a badge for the website."),
            call(560, "Sanne", "First project staffed, one week early."),
            met(470, "Jonas Sanne", "Review: three projects, one unhappy customer, handled well."),
            call(390, "Sanne", "Two more people certified."),
            call(300, "Sanne", "Their pipeline is thin and they say so."),
            met(205, "Jonas Sanne", "He took on a large client; half the team is gone for a year."),
            met(110, "Jonas Sanne", "Nothing new. They would like to keep the badge all the same."),
            call(20, "Sanne", "Asked straight: is there anything this quarter? She will find out."),
        ],
        promises: &[
            theirs(300, 250, "Sanne Dekker", "List of customers who could move").done(241),
            ours(205, 180, "", "Project handbook, second edition").done(180),
            theirs(110, 60, "Sanne Dekker", "Two projects for the new year"),
            ours(110, 80, "", "Two leads small enough for whoever is left").done(82),
            ours(20, -4, "", "Talk with Jonas, without a deck"),
        ],
        milestones: &[
            goal(470, 380, "Four certified consultants").done(390),
            goal(205, 70, "Sixth project begun").done(74),
        ],
        results: &[
            live(6 * QUARTER + 45, "Dairy, moved by their team"),
            sourced(5 * QUARTER + 30, "Insurance broker"),
            live(4 * QUARTER + 60, "Insurance broker in production"),
            influenced(3 * QUARTER + 25, "They vouched for us at a cooperative"),
            sourced(2 * QUARTER + 50, "Second branch of the cooperative"),
        ],
        ledger: &[
            gave(590, Enablement, 3, "Certification for two"),
            got(470, Referral, 2, "Insurance broker"),
            gave(180, Enablement, 2, "Project handbook"),
            got(150, Introduction, 2, "The cooperative's second branch"),
            gave(82, Referral, 2, "Two small leads"),
        ],
        pulses: &[they_rate(60, 3, "Sanne: good tools, no time"), we_rate(19, 3, "")],
        facts: &[
            Asked(
                632,
                Distribution,
                "Two certified consultants for our customers only",
                "A move begun within a week",
            ),
            Escalated(45, 3, "A customer of ours waits for consultants who were moved off", None),
            Signalled(120, 60, "They look for a second software house", None),
        ],
        ..BARE
    },
    // Calls and good will for a year, and no result: what the rule calls by its name.
    Company {
        name: "Pellworm Systems",
        domain: "pellworm.example",
        kind: PartnerKind::Reseller,
        owner: "Tomas Reyes",
        notes: "We like them and they like us. There has been no deal since the first year.",
        tags: &["Reseller", "North"],
        stages: &[(Qualifying, 690, ""), (Onboarding, 650, "Reseller contract"), (Active, 560, "First deal")],
        tiers: &[(Two, 690)],
        people: &[
            person(690, "Henrik Aas", "Sales director").is(Champion),
            person(610, "Lena Okafor", "Channel manager").is(Counterpart),
        ],
        touches: &[
            met(688, "Henrik", "Wants a second product beside his own. Sees us there."),
            call(600, "Lena", "First deal registered."),
            call(520, "Henrik Lena", "Second deal, smaller. Good energy."),
            met(440, "Henrik", "Year review. Target for the next year agreed with a handshake."),
            call(360, "Lena", "Pipeline call. Everything moves to next quarter."),
            call(270, "Lena", "Pipeline call. Two of the three are gone."),
            met(190, "Henrik Lena", "He reorganises the team. We will have a person of our own, he says."),
            call(100, "Lena", "The person of our own is Lena, on Fridays."),
            call(12, "Lena", "Friendly as always. No customer name in forty minutes."),
        ],
        promises: &[
            theirs(360, 300, "Lena Okafor", "Three customers for a joint call"),
            theirs(190, 140, "Henrik Aas", "A salesperson for our product").done(104),
            ours(190, 160, "", "Price list for resellers").done(165),
            ours(100, 80, "", "Training on a Friday").done(79),
            theirs(100, 30, "Lena Okafor", "Two names by the end of the month").moved(&[(45, 10)]),
        ],
        milestones: &[
            goal(440, 260, "Five deals in the year"),
            goal(190, 90, "First joint customer call").done(72),
        ],
        results: &[
            sourced(600, "Municipal works"),
            won(560, "18,000 EUR a year", "Municipal works"),
            sourced(505, "Ferry harbour"),
            won(468, "9,500 EUR a year", "Ferry harbour"),
        ],
        ledger: &[
            gave(650, Enablement, 3, "Sales training"),
            got(560, Referral, 3, "Municipal works"),
            gave(165, Other, 2, "Better margin for a year"),
            gave(79, Enablement, 2, "Training on a Friday"),
            got(72, Introduction, 1, "One call, no second"),
        ],
        pulses: &[they_rate(70, 4, "Henrik: very happy"), we_rate(11, 2, "Happy is not a result")],
        facts: &[Deferred(26, 5, "Henrik asked for three weeks to name one customer; then we decide")],
        ..BARE
    },
    // Silent for longer than the rule forgives, then a deal: on trial until a quarter has closed well.
    Company {
        name: "Kestrel & Vane",
        domain: "kestrelvane.example",
        kind: PartnerKind::Reseller,
        owner: "Priya Nand",
        notes: "We had the letter to end it written. Then Noor called with a signed order.",
        tags: &["Reseller", "Back again"],
        stages: &[(Onboarding, 705, ""), (Active, 640, "First customer")],
        tiers: &[(Two, 705)],
        people: &[
            person(300, "Noor Haddad", "Commercial director").is(EconomicSponsor),
            person(705, "Emil Sorger", "Account manager").is(Champion),
        ],
        touches: &[
            met(703, "Emil", "Kick-off with good coffee and a short list."),
            call(620, "Emil", "First customer signed, small and happy."),
            call(530, "Emil", "Second customer. Then their year closed and so did his calendar."),
            sent(430, "Emil", "Asked for a date. Nothing."),
            sent(370, "Emil", "Asked again, with three questions he could answer by yes or no."),
            call(295, "Noor", "New director. She asked what we are for; fair question."),
            call(180, "Noor Emil", "She gave Emil two days a week for us."),
            call(70, "Emil", "He has three talks going and names for all of them."),
            reply(18, "Noor", "The signed order, with two lines: sorry for the silence, here is the first."),
            call(9, "Noor Emil", "Planned the next two. She wants to be measured on it."),
        ],
        promises: &[
            theirs(180, 120, "Emil Sorger", "Three talks with customers").done(110),
            ours(180, 150, "", "Demonstration for small firms").done(148),
            ours(9, -8, "", "Kick-off with their first customer"),
            theirs(9, -20, "Noor Haddad", "Target for the year, in writing"),
        ],
        milestones: &[
            goal(703, 620, "First customer").done(620),
            goal(180, 30, "First order of the new start").done(18),
        ],
        results: &[
            won(625, "7,000 EUR a year", "Joinery"),
            sourced(570, "Coach operator"),
            won(535, "11,000 EUR a year", "Coach operator"),
            won(18, "16,000 EUR a year", "Cold store, after a year of nothing"),
        ],
        ledger: &[
            gave(690, Enablement, 2, "Two days with their sales"),
            got(620, Referral, 2, "Joinery"),
            gave(148, Product, 2, "Demonstration for small firms"),
            got(18, Referral, 3, "Cold store"),
        ],
        pulses: &[we_rate(17, 3, "Let us see a second one"), they_rate(9, 4, "")],
        facts: &[
            Adjusted(8, AdjustedBand::Watch, -30, "Noor does what she says; the quarter has to show it"),
            Decider(180, "Noor", Part::Approver, Stance::For),
        ],
        ..BARE
    },
];
