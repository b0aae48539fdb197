//! The playbooks at work in the sample.

use crate::domain::checklist::{BuiltIn, Evidence, MarkState, NewRun, TemplateKey};
use crate::domain::{Field, Line, Moment, Partner, Refusal};
use crate::library::checklists;

use super::Calendar;
use super::row::{Marked, Running};

/// Starts the playbook that a row means, and marks its items. What does not apply to the partner is passed over.
pub fn put_to_work(
    partner: &mut Partner,
    running: &Running,
    owner: Option<&Line<120>>,
    calendar: Calendar,
    moment: &mut Moment<'_>,
) -> Result<(), Refusal> {
    let template = BuiltIn::of_id(running.of).and_then(|of| Some((of, checklists::template(of)?)));
    let Some((of, template)) = template else { return Ok(()) };
    let (anchor, today) = (calendar.past(running.anchor), calendar.today);
    let new = NewRun { template: TemplateKey::BuiltIn(of), anchor, working_days: false, answers: Vec::new() };
    let runs = &mut partner.playbooks;
    let id = runs.start(new, template, moment);
    if let Some(run) = runs.runs.get_mut(&id) {
        run.started_on = anchor;
    }
    for marked in running.items {
        let (item, state) = match marked {
            Marked::Done(item, on, shown) => {
                let on = calendar.past(*on);
                let kind = template.item(item).map(|item| item.evidence).unwrap_or_default();
                let evidence = Evidence::parse(kind, shown, &on.to_string(), today)?;
                (*item, MarkState::Done { on, by: owner.cloned(), evidence })
            }
            Marked::Aside(item, on, why) => {
                let (on, reason) = (calendar.past(*on), Line::parse(Field::Reason, why)?);
                (*item, MarkState::NotApplicable { on, by: owner.cloned(), reason })
            }
            Marked::Waits(item, what, due) => {
                runs.set_due(id, item, Some(calendar.day(*due)))?;
                (*item, MarkState::Blocked { by: Line::parse(Field::Reason, what)? })
            }
        };
        runs.set_state(id, item, state, today)?;
    }
    Ok(())
}
