//! Partners at a turn: courted, just begun, resting, ending, ended.

use crate::domain::LedgerKind::{CoMarketing, Data, Enablement, Intel, Introduction, Referral};
use crate::domain::PartnerKind;
use crate::domain::Stage::{Active, Alumni, Ending, Onboarding, Paused, Prospect, Qualifying};
use crate::domain::Tier::{Four, One, Three, Two};
use crate::domain::contact::Role::{Blocker, Champion, Counterpart, EconomicSponsor};
use crate::domain::fact::{DecisionTopic, FitAspect, Part, Stance};

use super::meetings::FIRST_ASK;
use super::row::Marked::{Aside, Done, Waits};
use super::row::Noted::{Answered, Decider, Fits, Signalled};
use super::row::{
    BARE, Company, Running, call, gave, goal, got, lead, live, met, ours, person, reply, sent, sourced,
    theirs, they_rate, we_rate, won,
};

/// The partners at a turn.
pub const COMPANIES: &[Company] = &[
    // A prospect, found because a person moved.
    Company {
        name: "Halden & Roe",
        domain: "haldenroe.example",
        kind: PartnerKind::Services,
        owner: "Mara Lindqvist",
        notes: "Ilse went there from Brightloom. Nothing is promised yet; give first.",
        tags: &["Services", "Via people"],
        stages: &[(Prospect, 30, "Ilse Vandermeer moved there")],
        tiers: &[(Two, 30)],
        people: &[
            person(400, "Pia Winterhalter", "Head of delivery").notes("Ilse says: she decides, quietly.")
        ],
        touches: &[
            call(24, "Ilse", "Congratulated her. She has ninety days to find two partners worth keeping."),
            met(
                10,
                "Ilse Pia",
                "Coffee with both. Pia asked what happens when it goes wrong. Good question.",
            ),
        ],
        promises: &[
            ours(10, -2, "", "Answer Pia's question on one page"),
            theirs(10, -15, "Ilse Vandermeer", "Say which two customers are moving first"),
        ],
        ledger: &[gave(8, Intel, 2, "How three of our services partners price a move")],
        facts: &[
            Signalled(26, -4, "Ilse wrote that they want two partners, not ten", None),
            Fits(10, FitAspect::Capacity, 3, "Six consultants, two of them free"),
            Fits(10, FitAspect::Capability, 4, "Moved forty firms off a product like ours"),
            Fits(10, FitAspect::Commitment, 4, "Ilse has it in her goals"),
            Fits(10, FitAspect::Culture, 5, "Pia asked how it fails before how it sells"),
            Decider(10, "Pia", Part::Approver, Stance::Neutral),
            Decider(10, "Ilse", Part::Other, Stance::For),
            Answered(10, DecisionTopic::Precedent, false, "Never had a software partner"),
        ],
        meetings: &[FIRST_ASK],
        ..BARE
    },
    // Too young to be judged: one call, and no names yet.
    Company {
        name: "Ovington Data",
        domain: "ovington.example",
        kind: PartnerKind::Technology,
        owner: "Tomas Reyes",
        notes: "Signed on the strength of their interface. We do not know yet who will care about us there.",
        tags: &["Connector", "New"],
        stages: &[(Qualifying, 58, ""), (Onboarding, 16, "Signed")],
        tiers: &[(Three, 58)],
        touches: &[
            sent(40, "", "Sent the agreement."),
            call(14, "", "First call with their engineers. They have read our documentation, all of it."),
        ],
        promises: &[ours(14, -5, "", "Keys for the sandbox")],
        milestones: &[goal(14, -45, "First record goes through")],
        facts: &[
            Fits(50, FitAspect::Capacity, 3, "Four engineers for all partners"),
            Fits(50, FitAspect::Capability, 5, "The cleanest interface we have seen"),
            Fits(50, FitAspect::Commitment, 3, "Signed, and nobody named"),
            Fits(50, FitAspect::Culture, 4, "They read before they ask"),
        ],
        playbooks: &[Running {
            of: "go-live",
            anchor: 16,
            items: &[
                Done("agreement", 15, "https://files.example/ovington/agreement.pdf"),
                Done(
                    "exit",
                    15,
                    "Annex C has notice, data, customers and logos. Open deals: our one-page addition.",
                ),
                Done("data", 12, "None for now. Both sides have it in a mail of that day."),
                Done("rhythm", 10, ""),
                Done(
                    "first-opportunity",
                    9,
                    "A parcel firm both of us know. Their engineers want ten test records.",
                ),
                Done(
                    "escalation",
                    7,
                    "A test record that would not load: they answered in 40 minutes, we in 3 hours.",
                ),
                Done("announce", 2, ""),
                Waits("access", "Their list of addresses for the sandbox keys", -5),
                Aside(
                    "kit",
                    8,
                    "They build a connector and do not sell; their engineers have the documentation",
                ),
            ],
        }],
        ..BARE
    },
    // Resting by agreement.
    Company {
        name: "Juniper Row",
        domain: "juniperrow.example",
        kind: PartnerKind::CoMarketing,
        owner: "Tomas Reyes",
        notes: "Their founder is on leave. Agreed to rest and to talk again when she is back.",
        tags: &["Events"],
        stages: &[
            (Qualifying, 600, ""),
            (Onboarding, 570, "Joint event agreed"),
            (Active, 500, ""),
            (Paused, 70, "Founder on leave, by agreement"),
        ],
        tiers: &[(Three, 600), (Four, 70)],
        people: &[person(600, "Marit Solberg", "Founder").is(Champion)],
        touches: &[
            met(598, "Marit", "Two events a year, small rooms, no slides."),
            call(450, "Marit", "First evening: 24 guests, 5 talks since."),
            met(300, "Marit", "Second evening. Better guests than ours alone would bring."),
            call(160, "Marit", "Planned the next one, loosely."),
            call(72, "Marit", "She takes half a year off. We pause, nobody is cross."),
        ],
        promises: &[
            ours(160, 120, "", "Guest list for the next evening").done(124),
            theirs(160, 100, "Marit Solberg", "Book the room").dropped(72, "Paused by agreement"),
        ],
        milestones: &[goal(598, 450, "First evening held").done(450)],
        results: &[
            lead(440, "A guest of the first evening"),
            sourced(360, "The same guest, with a budget"),
            lead(285, "A guest of the second evening"),
            lead(205, "Their landlord, of all people"),
            won(130, "12,000 EUR a year", "The guest of the first evening"),
        ],
        ledger: &[
            gave(590, CoMarketing, 2, "Speaker for their own event"),
            got(450, CoMarketing, 3, "Room and guests"),
            gave(300, CoMarketing, 3, "Speaker and dinner"),
            got(205, Introduction, 1, "The landlord"),
        ],
        pulses: &[we_rate(155, 4, ""), they_rate(155, 4, "")],
        ..BARE
    },
    // Being ended, properly.
    Company {
        name: "Rookhope",
        domain: "rookhope.example",
        kind: PartnerKind::Technology,
        owner: "Mara Lindqvist",
        notes: "Two launches and no trainer. Both sides knew; the talk was kinder than the year before it.",
        tags: &["Connector", "Ending"],
        stages: &[
            (Qualifying, 710, ""),
            (Onboarding, 660, ""),
            (Active, 570, ""),
            (Ending, 20, "No result for more than a year"),
        ],
        tiers: &[(One, 710), (Two, 300)],
        people: &[
            person(710, "Tove Lindahl", "Chief executive").is(EconomicSponsor),
            person(500, "Arno Weiss", "Head of engineering")
                .is(Blocker)
                .notes("Would rather have built it alone."),
        ],
        touches: &[
            met(708, "Tove", "Large plans, short timeline."),
            call(600, "Tove", "First launch. Nobody to train the users."),
            call(480, "Arno", "He asks why this has to exist. We should have listened."),
            met(350, "Tove Arno", "Second launch agreed, again without a trainer."),
            call(240, "Tove", "Second launch quiet. Too quiet."),
            call(120, "Tove", "She asked whether it is worth it. Neither of us answered."),
            reply(9, "Tove", "Her wording for the customers. Better than ours."),
        ],
        promises: &[
            theirs(350, 280, "Arno Weiss", "Name a trainer").moved(&[(300, 200)]),
            ours(350, 290, "", "Material for the trainer").done(281),
            ours(20, 6, "", "List of shared customers and who tells them").done(7),
            theirs(20, -4, "Tove Lindahl", "Confirm in writing that our data is deleted"),
            ours(20, -10, "", "Keep the old address forwarding for a year"),
        ],
        milestones: &[
            goal(708, 600, "First launch").done(600),
            goal(350, 250, "Second launch with ten users").dropped(120, "Four users, none weekly"),
        ],
        results: &[
            lead(590, "Bakery chain"),
            live(520, "Bakery chain, one shop"),
            lead(455, "Second shop asked"),
        ],
        ledger: &[
            gave(690, Enablement, 3, "Engineers for a month"),
            got(590, Introduction, 2, "Bakery chain"),
            gave(281, Enablement, 2, "Material for the trainer"),
        ],
        pulses: &[they_rate(115, 2, ""), we_rate(115, 2, "")],
        ..BARE
    },
    // Ended well; the people stay.
    Company {
        name: "Beacon Hythe",
        domain: "beaconhythe.example",
        kind: PartnerKind::Services,
        owner: "Priya Nand",
        notes: "Ended when they were bought. Two of our best introductions came from people who left there.",
        tags: &["Services", "Friends"],
        stages: &[
            (Qualifying, 730, ""),
            (Onboarding, 715, ""),
            (Active, 650, ""),
            (Ending, 255, "Bought by a competitor of ours"),
            (Alumni, 210, "Closed, both sides confirmed deletion"),
        ],
        tiers: &[(Three, 730), (Two, 600)],
        people: &[
            person(730, "Ruth Calloway", "Director")
                .is(EconomicSponsor)
                .nurtured()
                .notes("Send her something worth reading twice a year. Not a newsletter."),
            person(700, "Ines Farrow", "Consultant").is(Counterpart).tier(Three),
        ],
        touches: &[
            met(728, "Ruth", "She had a customer waiting. We had one for her."),
            call(620, "Ines", "First move done in nine days."),
            call(520, "Ines Ruth", "Three moves, no ticket."),
            met(400, "Ruth", "She hinted at a sale."),
            call(260, "Ruth", "The sale is public. We agreed to end it before others would."),
            met(214, "Ruth Ines", "Last meeting, a cake, and a joint letter to eleven customers."),
            sent(196, "Ruth", "Thank-you note, two weeks after."),
            call(95, "Ruth", "She has a new idea and will tell us first."),
        ],
        promises: &[
            ours(260, 230, "", "Joint letter to the customers").done(232),
            theirs(260, 215, "Ruth Calloway", "Confirm deletion in writing").done(212),
            ours(214, 200, "", "Thank-you note").done(196),
        ],
        milestones: &[goal(728, 620, "First move").done(620)],
        results: &[
            live(620, "Auction house"),
            won(540, "14,000 EUR a year", "Chandlery"),
            live(455, "Chandlery in production"),
            sourced(370, "Boatyard"),
            won(300, "21,000 EUR a year", "Boatyard"),
        ],
        ledger: &[
            gave(728, Referral, 3, "The customer we had for her"),
            got(620, Referral, 3, "Auction house"),
            gave(500, Data, 2, "Figures for their case"),
            got(370, Referral, 3, "Boatyard"),
            gave(230, CoMarketing, 2, "Letter with both names"),
        ],
        pulses: &[we_rate(300, 4, ""), they_rate(298, 4, "")],
        ..BARE
    },
];
