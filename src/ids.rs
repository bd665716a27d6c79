//! Typed ids: UUID version 7, so that newer rows sort behind older ones, and an id of one thing is never taken for another's.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Declares a type of ids.
macro_rules! ids {
    ($($(#[$outer:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type)]
        #[serde(transparent)]
        #[sqlx(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// An id that nothing has yet.
            pub fn fresh() -> Self {
                Self(fresh())
            }

            /// The UUID itself.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// Somebody who signs in.
    AccountId,
    /// A sign-in that lasts.
    SessionId,
    /// A registered organization.
    OrganizationId,
    /// A rule of the pre-screen.
    RuleId,
    /// A time in which somebody is away.
    AbsenceId,
    /// A day on which nobody works.
    HolidayId,
    /// A saved view of cases.
    ViewId,
    /// What somebody is told of a case.
    TellingId,
    /// An area of the list.
    AreaId,
    /// Something the board must decide.
    CaseId,
    /// What was submitted, frozen.
    SubmissionId,
    /// Somebody whom an applicant named to sign.
    SignatoryId,
    /// What they answered.
    SignatureId,
    /// A rule of how the board decides.
    DecisionRuleId,
    /// What the first of two who decide proposes.
    ProposalId,
    /// A session of the board.
    SittingId,
    /// A case on its agenda.
    SittingItemId,
    /// What corrects its minutes.
    AddendumId,
    /// An answer of the board.
    DecisionId,
    /// Something that remains to be done after an acceptance.
    ConditionId,
    /// What an applicant did about it.
    ConditionAnswerId,
    /// What the board says of that.
    ConditionMarkId,
    /// What a post says of a case.
    OpinionId,
    /// A note or message in a case.
    MessageId,
    /// A person of authority in a community.
    LeaderId,
    /// Somebody who says that the entry of a leader is theirs.
    ClaimId,
    /// An address that a leader says themselves.
    LeaderAddressId,
    /// Two entries of leaders that became one.
    LeaderMergerId,
    /// Something that a leader agreed to.
    ConsentId,
    /// A title that a leader holds in an organization.
    OfficeId,
    /// The hand-over of an office.
    OfficeHandoverId,
    /// A council, federation, working group or programme.
    GroupId,
    /// A seat in a group.
    MembershipId,
    /// An invitation into a group.
    GroupInvitationId,
    /// A meeting of a group.
    MeetingId,
    /// Something on its agenda.
    MeetingItemId,
    /// A secret address of a calendar.
    FeedId,
    /// Something that organizations do.
    InitiativeId,
    /// What a team asks the board to publish.
    ProposedInitiativeId,
    /// A picture or document of an initiative.
    InitiativeFileId,
    /// A question whether an organization carries an initiative.
    InitiativeInvitationId,
    /// Something that an organization gave.
    ContributionId,
    /// A file that shows it.
    ContributionFileId,
    /// Two initiatives that ought to know of each other.
    OverlapId,
    /// Two organizations that were introduced.
    IntroductionId,
    /// Who looks after what.
    AssignmentId,
    /// Whom the board suggests to look after organizations of some countries.
    AssignmentRuleId,
    /// Something about an organization that somebody should look at.
    FlagId,
    /// What somebody has at the desk, given to somebody else in one act.
    DutyHandoverId,
    /// An act on many organizations.
    BulkId,
    /// A link that lets somebody into a team.
    InvitationId,
    /// An offer of one's place as an owner.
    HandoverId,
    /// A wish to be let into a team.
    JoinRequestId,
    /// A wish to become the owner of an organization whose owners are gone.
    RescueId,
    /// A change of standing.
    StandingId,
    /// For how many years organizations are registered.
    TermId,
    /// Two records that became one, or one that became two.
    MergerId,
    /// A letter in the outbox.
    LetterId,
    /// A row of the history.
    EventId,
    /// A roster that came in.
    ImportId,
    /// Something that a registration is like.
    CaseLikenessId,
    /// A paper that proves something.
    DocumentId,
    /// Something that is asked for on a checklist.
    ItemId,
    /// A file that came with a note or message.
    AttachmentId,
    /// What the board says often.
    PhraseId,
    /// What a reviewer says of a document.
    VerdictId,
    /// Something that cases are judged by.
    CriterionId,
    /// What the board finds of it in a case.
    FindingId,
    /// Why the board accepts although something is open.
    ExcuseId,
    /// A certificate that was issued.
    CertificateId,
    /// What a form that creates something carries, so that sending it twice creates one thing.
    OnceKey,
    /// What an error page shows and the log has beside the cause.
    IncidentId,
}

#[expect(clippy::disallowed_methods, reason = "the one place that makes ids")]
fn fresh() -> Uuid {
    Uuid::now_v7()
}
