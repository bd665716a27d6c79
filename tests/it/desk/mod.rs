//! The board's desk, through the front door.

mod alike;
pub mod attachments;
mod conversation;
mod counts;
pub mod criteria;
mod deciding;
mod keys;
mod numbers;
mod opinion;
mod phrases;
mod proof;
mod queue;
mod telling;
mod views;
mod who;
