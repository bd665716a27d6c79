//! Where an organization stands with the board: until when it is registered, the ladder that follows when nobody renews
//! that, and what the board does by hand.

mod advance;
mod asking;
mod board;
mod change;
mod delay;
mod job;
mod ladder;
mod letters;
mod order;
mod reminder;
mod renewal;
mod rules;
mod shown;
mod terms;
mod window;

pub use advance::{Approved, SeenRow, advance, approve};
pub use asking::{NotAsked, ask, askable};
pub use board::{lift, lift_ended, revive, revived_until, strike_off, suspend, would_lift};
pub use change::{Cause, ReasonReach, Said, change};
pub use delay::{delay, end_delay};
pub use job::{Kept, keep};
pub use ladder::{Cursor, Listed, Overview, Rung, Step, held, list, overview, step_of};
pub use letters::count_owners;
pub use order::{has_end, may_follow};
pub use reminder::remind;
pub use renewal::{begin, registered_until, renew, renewed_until};
pub use rules::{Amount, Rule, RuleSource, Rules, amounts, set_rules};
pub use shown::{Past, Shown, past, shown};
pub use terms::{Term, add_term, end_term, terms, years_for};
pub use window::{Ending, Window, endings, is_renewable, window};
