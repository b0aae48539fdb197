//! Health: every component, the score, the rules, and what is derived from them. [`given`] tells
//! dull stories.

mod band;
mod commitments;
mod engagement;
mod facts;
mod given;
mod milestones;
mod model;
mod pulse;
mod reciprocity;
mod relationship;
mod score;
mod traction;
mod zombie;
