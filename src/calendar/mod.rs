//! The calendar: which days are business days, and how many of them each clock of a case has. Admins keep it.

mod days;
mod holidays;
pub mod policy;
mod store;

pub use days::BusinessDays;
pub use holidays::{BadHoliday, Holiday, read_holidays, write_holidays};
pub use store::{Calendar, Clock, ClockDays, Wanted, calendar, save};
