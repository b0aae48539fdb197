//! A large portfolio to measure with, the same for the machine and for the browser.

use bridgekeeper::domain::contact::{Person, Role};
use bridgekeeper::domain::health::Board;
use bridgekeeper::domain::ledger::LedgerPoints;
use bridgekeeper::domain::pulse::RatedBy;
use bridgekeeper::domain::workspace::NewPartner;
use bridgekeeper::domain::{
    Attribution, Channel, Commitment, Contact, Date, Direction, Field, LedgerEntry, LedgerKind, Line,
    Milestone, Moment, Note, PartnerId, PartnerKind, Promise, Pulse, Rating, Refusal, Side, Stage, Tier,
    Touchpoint, TractionEvent, TractionKind, Workspace,
};

/// Records of each partner.
pub const RECORDS: u32 = 100;
/// The day on which portfolios are scored.
pub const EVALUATED: Date = Date::MAX;

/// The board of a portfolio, computed from nothing.
pub fn scored(workspace: &Workspace) -> Board {
    let mut board = Board::default();
    board.refresh(workspace, EVALUATED);
    board
}

/// So many Active partners with 100 records each of every kind, over two years, and 3 people.
pub fn portfolio(partners: u32) -> Workspace {
    let mut workspace = Workspace::default();
    let mut bits = 0;
    let mut next_bits = || {
        bits += 1;
        bits
    };
    let mut moment = Moment::new(EVALUATED.plus_days(-800), &mut next_bits);
    for number in 0..partners {
        let filled = new_partner(number).and_then(|new| {
            let id = workspace.add_partner(new, &mut moment)?;
            fill(&mut workspace, id, number, &mut moment)
        });
        assert!(filled.is_ok(), "a benchmark needs its workspace");
    }
    workspace
}

fn fill(workspace: &mut Workspace, id: PartnerId, seed: u32, moment: &mut Moment<'_>) -> Result<(), Refusal> {
    let mut people = Vec::new();
    for (role, name) in [(Role::Champion, "Ana"), (Role::EconomicSponsor, "Ben"), (Role::Counterpart, "Cem")]
    {
        let name = Line::parse(Field::Name, name)?;
        let mut contact =
            Contact::new(Person { name, email: None, phone: None, tier: None, notes: None, nurture: false });
        contact.join(id, None, None, moment);
        contact.take_role(id, role, None, moment);
        people.push(workspace.add_contact(contact, moment));
    }
    let partner = workspace.partner_mut(id)?;
    for record in 0..RECORDS {
        let days_back = i64::from((record * 37 + seed * 13) % 730);
        let on = EVALUATED.plus_days(-days_back);
        match record % 10 {
            0..=3 => {
                let mut touch = touchpoint(on, record)?;
                touch.with.extend(people.iter().cycle().skip(record as usize).take(1));
                partner.touchpoints.insert(moment.new_id(), touch);
            }
            4 | 5 => {
                let mut dates = Promise::new(on, on.plus_days(20))?;
                if record % 3 > 0 && days_back > 25 {
                    dates.keep(on.plus_days(i64::from(record % 25)), EVALUATED)?;
                }
                let side = if record % 2 == 0 { Side::Ours } else { Side::Theirs };
                let what = Line::parse(Field::What, "Something promised")?;
                partner.commitments.insert(
                    moment.new_id(),
                    Commitment { what, side, person: None, dates, from_meeting: None },
                );
            }
            6 => {
                let dates = Promise::new(on, on.plus_days(60))?;
                let what = Line::parse(Field::What, "Something agreed")?;
                partner.milestones.insert(moment.new_id(), Milestone { what, dates });
            }
            7 => {
                let kind = TractionKind::ALL.into_iter().cycle().nth(record as usize);
                let kind = kind.unwrap_or(TractionKind::Win);
                let attribution = Attribution::Sourced;
                let event = TractionEvent { on, kind, attribution, amount: None, note: None };
                partner.traction.insert(moment.new_id(), event);
            }
            8 => {
                let direction = if record % 20 == 8 { Direction::Give } else { Direction::Get };
                let points = LedgerPoints::new(u8::try_from(record % 5 + 1).unwrap_or(1))?;
                let entry = LedgerEntry { on, direction, kind: LedgerKind::Intel, points, note: None };
                partner.ledger.insert(moment.new_id(), entry);
            }
            _ => {
                let by = if record % 20 == 9 { RatedBy::Us } else { RatedBy::Them };
                let rating = Rating::new(u8::try_from(record % 5 + 1).unwrap_or(1))?;
                partner.pulses.insert(moment.new_id(), Pulse { on, by, rating, note: None });
            }
        }
    }
    Ok(())
}

/// An Active partner with nothing recorded.
pub fn new_partner(number: u32) -> Result<NewPartner, Refusal> {
    Ok(NewPartner {
        name: Line::parse(Field::Name, &format!("Partner {number}"))?,
        domain: None,
        kind: PartnerKind::Reseller,
        stage: Stage::Active,
        tier: Tier::Two,
        owner: None,
    })
}

/// A touchpoint whose words differ from the next one's.
pub fn touchpoint(on: Date, seed: u32) -> Result<Touchpoint, Refusal> {
    const WORDS: [&str; 16] = [
        "price",
        "webinar",
        "pilot",
        "contract",
        "roadmap",
        "review",
        "intro",
        "customer",
        "leads",
        "training",
        "launch",
        "budget",
        "security",
        "quarter",
        "newsletter",
        "next",
    ];
    let mut state = seed;
    let words: Vec<&str> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        WORDS.get((state >> 28) as usize).copied().unwrap_or_default()
    })
    .take(12)
    .collect();
    let note = Note::parse_optional(&format!("{} {seed}", words.join(" ")))?;
    Ok(Touchpoint { on, channel: Channel::Call, two_way: true, with: Vec::new(), note })
}
