//! Letters to people: written into the outbox in the transaction of their cause, sent by a job.

mod about;
mod calendar;
mod delivery;
mod desk;
mod digest;
mod group;
mod initiative;
mod leader;
mod letter;
mod meeting;
mod member;
mod post;
mod preference;
mod text;
mod transport;
mod unsubscribe;

#[cfg(test)]
mod delivery_test;
#[cfg(test)]
mod text_test;

pub use about::{
    LetterWords, OfBoard, OfCase, OfDocument, OfDuties, OfOrganization, OfSession, OfSignature,
};
pub use calendar::{Meeting, feed};
pub use delivery::{deliver_forever, deliver_one};
pub use desk::{CanReadLetters, CanSeeMail, Listed, list, read, read_letters, see_mail, try_again};
pub use digest::write_digests;
pub use group::{GroupReply, OfGroup};
pub use initiative::{LetterToPartner, OfInitiative, UnpublishedInitiative};
pub use leader::LetterToLeader;
pub use letter::{Letter, LetterKind, LetterState};
pub use meeting::{OfMeeting, OfRecommendation, RecommendationAnswer};
pub use member::{LetterToMember, WayOut};
pub use post::{Recipient, post};
pub use preference::{Pace, Preferences, lock_preferences, prefer, preferences};
pub use text::{Written, typist};
pub use transport::{PostOffice, Transport, TransportError};
pub use unsubscribe::{read_unsubscribe, unsubscribe_path};
