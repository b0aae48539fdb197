//! One change for many partners at once: shown before it is made, made whole or not at all.

use std::sync::Arc;

use super::date::Date;
use super::moment::Moment;
use super::partner::{Partner, PartnerId, Stage, Tier};
use super::refusal::Refusal;
use super::tag::Tag;
use super::text::Line;
use super::workspace::Workspace;

/// What to change, from today on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BulkEdit {
    /// Who is responsible on our side; `None` takes the owner away.
    Owner(Option<Line<120>>),
    /// Where they stand, and why.
    Stage(Stage, Option<Line<500>>),
    /// How much we invest.
    Tier(Tier),
    /// A tag more.
    AddTag(Tag),
    /// A tag less.
    RemoveTag(Tag),
}

/// What a change would do, partner by partner, in the order asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BulkPreview {
    /// Those it would change.
    pub changing: Vec<PartnerId>,
    /// Those that are so already.
    pub unchanged: Vec<PartnerId>,
    /// Those that refuse, and why.
    pub refused: Vec<(PartnerId, Refusal)>,
}

impl Workspace {
    /// What [`Workspace::edit_many`] would do. Nothing is changed.
    pub fn preview_bulk(&self, ids: &[PartnerId], edit: &BulkEdit, today: Date) -> BulkPreview {
        let mut number = 0;
        let mut next_bits = || {
            number += 1;
            number
        };
        let mut moment = Moment::new(today, &mut next_bits);
        let mut preview = BulkPreview::default();
        for id in ids {
            match self.edited(*id, edit, &mut moment) {
                Ok(Some(_)) => preview.changing.push(*id),
                Ok(None) => preview.unchanged.push(*id),
                Err(refusal) => preview.refused.push((*id, refusal)),
            }
        }
        preview
    }

    /// Changes many partners at once and says how many were changed. When one refuses, none is
    /// changed.
    pub fn edit_many(
        &mut self,
        ids: &[PartnerId],
        edit: &BulkEdit,
        moment: &mut Moment<'_>,
    ) -> Result<usize, Refusal> {
        let mut after = Vec::new();
        for id in ids {
            if let Some(partner) = self.edited(*id, edit, moment)? {
                after.push((*id, Arc::new(partner)));
            }
        }
        let count = after.len();
        self.partners.extend(after);
        Ok(count)
    }

    /// A partner after the change; `None` when it is so already.
    fn edited(
        &self,
        id: PartnerId,
        edit: &BulkEdit,
        moment: &mut Moment<'_>,
    ) -> Result<Option<Partner>, Refusal> {
        let before = self.partner(id).ok_or(Refusal::Gone { what: "This partner" })?;
        let today = moment.today();
        let mut after = Partner::clone(before);
        match edit {
            BulkEdit::Owner(owner) => after.profile.owner.clone_from(owner),
            BulkEdit::Stage(to, _) if before.stage_on(today) == *to => {}
            BulkEdit::Stage(to, reason) => after.move_stage(*to, today, reason.clone(), moment)?,
            BulkEdit::Tier(to) if before.tier_on(today) == *to => {}
            BulkEdit::Tier(to) => after.set_tier(*to, today, moment)?,
            BulkEdit::AddTag(tag) if before.has_tag(tag) => {}
            BulkEdit::AddTag(tag) => after.add_tag(tag.clone())?,
            BulkEdit::RemoveTag(tag) => after.remove_tag(tag),
        }
        Ok((after != **before).then_some(after))
    }
}
