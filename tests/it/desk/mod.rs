//! The board's desk, through the front door.

mod conversation;
mod deciding;
mod opinion;
mod queue;
mod telling;
mod views;
mod who;
