//! The board's desk, through the front door.

mod conversation;
mod counts;
mod deciding;
mod numbers;
mod opinion;
mod queue;
mod telling;
mod views;
mod who;
