//! Health: every component, the score, the rules, and what is derived from them. [`given`] tells
//! dull stories.

mod band;
mod board;
mod commitments;
mod companion;
mod engagement;
mod explain;
mod facts;
mod forecast;
pub mod given;
mod milestones;
mod model;
mod properties;
mod pulse;
mod raise;
mod reciprocity;
mod relationship;
mod score;
mod sentences;
mod traction;
mod zombie;
