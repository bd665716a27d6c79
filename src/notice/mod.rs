//! Letters to people: written into the outbox in the transaction of their cause, sent by a job.

mod delivery;
mod desk;
mod letter;
mod post;
mod text;
mod transport;

#[cfg(test)]
mod delivery_test;
#[cfg(test)]
mod text_test;

pub use delivery::{deliver_forever, deliver_one};
pub use desk::{CanReadLetters, CanSeeMail, Listed, list, read, read_letters, see_mail, try_again};
pub use letter::{Letter, LetterKind, LetterState, OfCase, OfOrganization};
pub use post::{Recipient, post};
pub use text::Written;
pub use transport::{PostOffice, Transport, TransportError};
