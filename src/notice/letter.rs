//! Everything that Concord writes to people about, and what each letter mentions.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::LetterToLeader;
use super::about::{OfBoard, OfCase, OfDocument, OfDuties, OfOrganization, OfSession, OfSignature};
use super::group::{GroupReply, OfGroup};
use super::initiative::{LetterToPartner, OfInitiative, UnpublishedInitiative};
use super::meeting::{OfMeeting, OfRecommendation};
use super::member::LetterToMember;
use crate::ids::CaseId;
use crate::values::{Country, RegistryNumber, Role, SigningOffice, TeamRole, codes};

codes! {
    /// What a letter is about.
    pub enum LetterKind {
        ConfirmAddress = "confirm_address",
        AlreadyRegistered = "already_registered",
        ResetPassword = "reset_password",
        EmailChanging = "email_changing",
        EmailChanged = "email_changed",
        PasswordChanged = "password_changed",
        RoleChanged = "role_changed",
        AccountClosed = "account_closed",
        CaseSubmitted = "case_submitted",
        ChangesRequested = "changes_requested",
        AnswerWanted = "answer_wanted",
        CaseExpired = "case_expired",
        CaseRevived = "case_revived",
        Accepted = "accepted",
        Renewed = "renewed",
        AcceptedWithConditions = "accepted_with_conditions",
        RenewedWithConditions = "renewed_with_conditions",
        ConditionsMet = "conditions_met",
        ConditionNotMet = "condition_not_met",
        ConditionExtended = "condition_extended",
        Refused = "refused",
        Appealed = "appealed",
        Message = "message",
        OpinionWanted = "opinion_wanted",
        AppealToJudge = "appeal_to_judge",
        Mentioned = "mentioned",
        TakenOver = "taken_over",
        SecondWanted = "second_wanted",
        SecondDisagrees = "second_disagrees",
        SessionCalled = "session_called",
        SessionMoved = "session_moved",
        SessionCalledOff = "session_called_off",
        DutiesHandedOver = "duties_handed_over",
        DutiesGone = "duties_gone",
        ForDeputy = "for_deputy",
        OffAgenda = "off_agenda",
        Invitation = "invitation",
        SignatureWanted = "signature_wanted",
        SignatureGiven = "signature_given",
        SignatureDeclined = "signature_declined",
        LeaderEntered = "leader_entered",
        LeaderChanged = "leader_changed",
        LeaderLinkRenewed = "leader_link_renewed",
        LeaderAddressAsked = "leader_address_asked",
        LeaderAddressChanging = "leader_address_changing",
        LeaderClaimAsked = "leader_claim_asked",
        LeaderClaimConfirmed = "leader_claim_confirmed",
        LeaderClaimRefused = "leader_claim_refused",
        LeaderEntryAsked = "leader_entry_asked",
        LeaderEntryRefused = "leader_entry_refused",
        LeaderOfficeUndone = "leader_office_undone",
        LeaderConsentRecorded = "leader_consent_recorded",
        TeamRoleChanged = "team_role_changed",
        TeamRemoved = "team_removed",
        OwnershipOffered = "ownership_offered",
        OwnershipHandedOver = "ownership_handed_over",
        JoinAsked = "join_asked",
        JoinAccepted = "join_accepted",
        JoinRefused = "join_refused",
        RescueAsked = "rescue_asked",
        RescueStopped = "rescue_stopped",
        RescueAccepted = "rescue_accepted",
        RescueRefused = "rescue_refused",
        Rescued = "rescued",
        DocumentExpiring = "document_expiring",
        DocumentExpired = "document_expired",
        Digest = "digest",
        FromBoard = "from_board",
        RenewalAsked = "renewal_asked",
        RenewalNear = "renewal_near",
        RenewalDue = "renewal_due",
        RegistrationLapsed = "registration_lapsed",
        NoticeGiven = "notice_given",
        StruckOff = "struck_off",
        Suspended = "suspended",
        SuspensionOver = "suspension_over",
        Revived = "revived",
        OnPaper = "on_paper",
        RecordHandedOver = "record_handed_over",
        OrganizationMerged = "organization_merged",
        OrganizationRestored = "organization_restored",
        InitiativePublished = "initiative_published",
        InitiativeReturned = "initiative_returned",
        Introduced = "introduced",
        IntroductionMessage = "introduction_message",
        GroupInvited = "group_invited",
        GroupEntered = "group_entered",
        GroupRemoved = "group_removed",
        GroupAnswered = "group_answered",
        GroupEnded = "group_ended",
        GroupGoesOn = "group_goes_on",
        GroupPlaceChanged = "group_place_changed",
        GroupNotAsked = "group_not_asked",
        GroupAskedAgain = "group_asked_again",
        LeaderOutOfGroup = "leader_out_of_group",
        LeaderLeftGroup = "leader_left_group",
        LeaderInvited = "leader_invited",
        MeetingCalled = "meeting_called",
        MeetingMoved = "meeting_moved",
        MeetingCalledOff = "meeting_called_off",
        MeetingHeldAfterAll = "meeting_held_after_all",
        MeetingNotYours = "meeting_not_yours",
        RecommendationAnswered = "recommendation_answered",
        PartnerAsked = "partner_asked",
        PartnerAnswered = "partner_answered",
        PartnerRemoved = "partner_removed",
        InitiativeUnpublished = "initiative_unpublished",
        InitiativeUnled = "initiative_unled",
        InitiativeFileTakenDown = "initiative_file_taken_down",
        InitiativeNeedMet = "initiative_need_met",
        InitiativeNeedOpen = "initiative_need_open",
        ContributionAccepted = "contribution_accepted",
        ContributionRefused = "contribution_refused",
    }

    /// How far a letter has come.
    pub enum LetterState {
        Waiting = "waiting",
        Sending = "sending",
        Sent = "sent",
        Failed = "failed",
        Held = "held",
        Bundled = "bundled",
        Dropped = "dropped",
    }
}

/// A letter. Links to mailed tokens are secrets: the whole is sealed, and `Debug` shows the kind alone.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Letter {
    /// Follow the link, and the account is yours.
    ConfirmAddress {
        /// The secret of the link.
        token: String,
    },
    /// Somebody signed up with an address that has an account.
    AlreadyRegistered,
    /// Follow the link, and choose a new password.
    ResetPassword {
        /// The secret of the link.
        token: String,
    },
    /// To the new address: follow the link, and your account moves here.
    EmailChanging {
        /// The secret of the link.
        token: String,
    },
    /// To the old address: your account has moved.
    EmailChanged,
    /// The password is another one now.
    PasswordChanged,
    /// What the account may do has changed.
    RoleChanged {
        /// What it is now.
        role: Role,
    },
    /// The account is closed.
    AccountClosed,
    /// The receipt for a case.
    CaseSubmitted(OfCase),
    /// The board asks for changes.
    ChangesRequested {
        #[serde(flatten)]
        of: OfCase,
        /// Until when.
        due: NaiveDate,
    },
    /// The board still waits for what it asked for.
    AnswerWanted {
        #[serde(flatten)]
        of: OfCase,
        /// Until when.
        due: NaiveDate,
    },
    /// Nobody answered, and the case is withdrawn.
    CaseExpired {
        #[serde(flatten)]
        of: OfCase,
        /// Until when it can be brought back.
        until: NaiveDate,
    },
    /// The board brought it back.
    CaseRevived {
        #[serde(flatten)]
        of: OfCase,
        /// Until when there is time to answer.
        due: NaiveDate,
    },
    /// The board accepted.
    Accepted {
        #[serde(flatten)]
        of: OfCase,
        /// The registry number, where there is one to name.
        registry: Option<RegistryNumber>,
    },
    /// The board renewed a registration.
    Renewed {
        #[serde(flatten)]
        of: OfCase,
        /// The last day of it.
        until: NaiveDate,
    },
    /// The board accepted, and something remains to be done.
    AcceptedWithConditions {
        #[serde(flatten)]
        of: OfCase,
        /// The registry number, where there is one to name.
        registry: Option<RegistryNumber>,
        /// Until when the conditions are to be met.
        due: NaiveDate,
    },
    /// The board renewed a registration, and something remains to be done.
    RenewedWithConditions {
        #[serde(flatten)]
        of: OfCase,
        /// The last day of the registration.
        until: NaiveDate,
        /// How many conditions there are.
        conditions: usize,
        /// Until when the first of them is to be met.
        due: NaiveDate,
    },
    /// All conditions are met.
    ConditionsMet(OfCase),
    /// A condition is not met by what was answered.
    ConditionNotMet(OfCase),
    /// A condition has another day.
    ConditionExtended {
        #[serde(flatten)]
        of: OfCase,
        /// Until when.
        due: NaiveDate,
    },
    /// The board refused.
    Refused {
        #[serde(flatten)]
        of: OfCase,
        /// Until when one can appeal.
        appeal_until: NaiveDate,
    },
    /// The receipt for an appeal.
    Appealed(OfCase),
    /// The board wrote a message.
    Message(OfCase),
    /// To a post: what does it think of this case?
    OpinionWanted {
        #[serde(flatten)]
        of: OfCase,
        /// Until when; afterwards the case goes on without it.
        due: NaiveDate,
    },
    /// To a chair: somebody appeals, and only a chair may judge that.
    AppealToJudge(OfCase),
    /// To a colleague: somebody named them in a note.
    Mentioned(OfCase),
    /// To a colleague: somebody has taken over the case that they held.
    TakenOver(OfCase),
    /// To the board: a colleague proposes a decision, which somebody else may confirm.
    SecondWanted(OfCase),
    /// To whoever proposed a decision: a colleague disagrees.
    SecondDisagrees(OfCase),
    /// To its members: the board meets.
    SessionCalled(OfSession),
    /// To its members: it meets at another time or place.
    SessionMoved(OfSession),
    /// To its members: it does not.
    SessionCalledOff(OfSession),
    /// To a colleague: what somebody had at the desk is theirs now.
    DutiesHandedOver(OfDuties),
    /// To whoever had it: somebody else has it now.
    DutiesGone(OfDuties),
    /// To the deputy of somebody who is away: what they were written, because something has to be done.
    ForDeputy {
        /// What they were written.
        letter: Box<Self>,
        /// What they are called.
        name: String,
        /// The last day on which they are away.
        until: NaiveDate,
    },
    /// To whoever is in charge of a case: it is off the agenda of a session.
    OffAgenda {
        #[serde(flatten)]
        of: OfCase,
        /// Of which.
        session: i32,
    },
    /// Follow the link, and you are in the team.
    Invitation {
        /// The secret of the link.
        token: String,
        /// The name of the organization.
        title: String,
        /// As what.
        role: TeamRole,
    },
    /// Follow the link, read what an organization says, and sign it or not.
    SignatureWanted {
        /// The secret of the link.
        token: String,
        /// The name of the organization.
        title: String,
        /// In which office.
        office: SigningOffice,
    },
    /// To whoever writes a draft: somebody whom they named has signed it.
    SignatureGiven(OfSignature),
    /// To whoever writes a draft: somebody whom they named does not sign it.
    SignatureDeclined(OfSignature),
    /// To a leader who was entered by others: what is said of them, and the link by which they say what may be.
    LeaderEntered {
        /// What the link carries.
        token: String,
        /// The name of the organization that they lead.
        title: String,
    },
    /// About the entry of a leader.
    Leader(LetterToLeader),
    /// What somebody may do for an organization has changed.
    TeamRoleChanged {
        #[serde(flatten)]
        of: OfOrganization,
        /// What they are now.
        role: TeamRole,
    },
    /// Somebody was taken out of a team.
    TeamRemoved(OfOrganization),
    /// An owner offers their place.
    OwnershipOffered(OfOrganization),
    /// To the owner so far: the place is taken.
    OwnershipHandedOver(OfOrganization),
    /// To the owners: somebody would like to join.
    JoinAsked(OfOrganization),
    /// To whoever asked: you are in the team.
    JoinAccepted {
        #[serde(flatten)]
        of: OfOrganization,
        /// As what.
        role: TeamRole,
    },
    /// To whoever asked: the owners do not want it.
    JoinRefused(OfOrganization),
    /// To the owners: somebody says that you are gone. The link stops it.
    RescueAsked {
        #[serde(flatten)]
        of: OfOrganization,
        /// The secret of the link.
        token: String,
        /// Until when nothing happens.
        until: NaiveDate,
    },
    /// To whoever asked: an owner is there.
    RescueStopped(OfOrganization),
    /// To whoever asked: you are an owner now.
    RescueAccepted(OfOrganization),
    /// To whoever asked: no.
    RescueRefused(OfOrganization),
    /// To the owners so far: there is another owner now.
    Rescued(OfOrganization),
    /// A document ends soon.
    DocumentExpiring(OfDocument),
    /// A document has ended.
    DocumentExpired(OfDocument),
    /// What somebody wanted to hear of once a day.
    Digest {
        /// The letters that waited for it.
        letters: Vec<Self>,
    },
    /// To those in its team: what the board writes to an organization.
    FromBoard(OfBoard),
    /// To an owner: the board asks for the renewal.
    RenewalAsked(OfOrganization),
    /// To an owner: the registration ends on a day, unless it is renewed.
    RenewalNear {
        #[serde(flatten)]
        of: OfOrganization,
        /// The last day of it.
        until: NaiveDate,
    },
    /// To an owner: it has ended, and lapses on a day unless it is renewed.
    RenewalDue {
        #[serde(flatten)]
        of: OfOrganization,
        /// When it lapses.
        until: NaiveDate,
    },
    /// To an owner: it has lapsed, and is in force no more.
    RegistrationLapsed(OfOrganization),
    /// To an owner: it will be struck off, unless it is renewed by a day.
    NoticeGiven {
        #[serde(flatten)]
        of: OfOrganization,
        /// The last day for a renewal.
        until: NaiveDate,
    },
    /// To an owner: it is struck off.
    StruckOff(OfOrganization),
    /// To an owner: the board has suspended it.
    Suspended {
        #[serde(flatten)]
        of: OfOrganization,
        /// The last day of that.
        until: NaiveDate,
    },
    /// To an owner: the suspension is over.
    SuspensionOver(OfOrganization),
    /// To an owner: it is registered again.
    Revived {
        #[serde(flatten)]
        of: OfOrganization,
        /// The last day of that.
        until: NaiveDate,
    },
    /// To whoever signed a paper form and has no account: what their typist is told, in other words and with no way onward.
    OnPaper {
        /// What the typist is told.
        letter: Box<Self>,
        /// The country of the post that typed it in; nothing, if the board did.
        post: Option<Country>,
    },
    /// To whoever typed in a paper form: the organization's own people have taken the record over.
    RecordHandedOver {
        /// The name of the organization; perhaps nothing yet.
        title: String,
        /// The case, if it was submitted.
        case: Option<CaseId>,
        /// The organization, if it is registered.
        organization: Option<RegistryNumber>,
    },
    /// Two records were one organization, and this one gave way.
    OrganizationMerged {
        #[serde(flatten)]
        of: OfOrganization,
        /// The number under which it goes on.
        into: RegistryNumber,
    },
    /// That was taken back.
    OrganizationRestored(OfOrganization),
    /// What a team proposed is published.
    InitiativePublished(OfOrganization),
    /// The board sends back what a team proposed.
    InitiativeReturned(OfOrganization),
    /// The board introduces the organization to another.
    Introduced(OfOrganization),
    /// Somebody wrote to the organization where it was introduced.
    IntroductionMessage(OfOrganization),
    /// To those who act for an organization: will it join a group?
    GroupInvited(OfGroup),
    /// To those who act for an organization: the board put it into a group, and it may leave.
    GroupEntered(OfGroup),
    /// To whoever was in a group: they are in it no more.
    GroupRemoved(OfGroup),
    /// To the members of a group: it ends, it goes on, or their place in it is another.
    Member(LetterToMember),
    /// To whoever asked somebody into a group, or put them there: what they say.
    GroupAnswered {
        #[serde(flatten)]
        of: OfGroup,
        /// What.
        reply: GroupReply,
    },
    /// To a leader: will they join a group? The link is theirs for as long as they are asked or in one.
    LeaderInvited {
        #[serde(flatten)]
        of: OfGroup,
        /// What the link carries.
        token: String,
    },
    /// To whoever is to come: a group meets.
    MeetingCalled(OfMeeting),
    /// To whoever is to come: it meets at another time or place.
    MeetingMoved(OfMeeting),
    /// To whoever was to come: it does not.
    MeetingCalledOff(OfMeeting),
    /// To whoever was told that it does not: it meets after all.
    MeetingHeldAfterAll(OfMeeting),
    /// To whoever was to come: they need not any more.
    MeetingNotYours(OfMeeting),
    /// To the members of a group: the board answers what it recommended.
    RecommendationAnswered(OfRecommendation),
    /// To those who act for an organization: will it carry an initiative?
    PartnerAsked(OfInitiative),
    /// To whoever asked, or leads the initiative: what the organization says.
    PartnerAnswered {
        #[serde(flatten)]
        of: OfInitiative,
        /// What.
        reply: GroupReply,
    },
    /// To those who act for an organization: the board ended its part in an initiative.
    PartnerRemoved(OfInitiative),
    /// To those who carry an initiative: the board took it off the public pages.
    InitiativeUnpublished(UnpublishedInitiative),
    /// To those who carry an initiative: something of it changed without them.
    Partner(LetterToPartner),
    /// To whoever recorded it: the board counts what the organization gave.
    ContributionAccepted(OfOrganization),
    /// To whoever recorded it: the board does not count it.
    ContributionRefused(OfOrganization),
}

impl Letter {
    /// What it is about.
    pub const fn kind(&self) -> LetterKind {
        match self {
            Self::ConfirmAddress { .. } => LetterKind::ConfirmAddress,
            Self::AlreadyRegistered => LetterKind::AlreadyRegistered,
            Self::ResetPassword { .. } => LetterKind::ResetPassword,
            Self::EmailChanging { .. } => LetterKind::EmailChanging,
            Self::EmailChanged => LetterKind::EmailChanged,
            Self::PasswordChanged => LetterKind::PasswordChanged,
            Self::RoleChanged { .. } => LetterKind::RoleChanged,
            Self::AccountClosed => LetterKind::AccountClosed,
            Self::CaseSubmitted(_) => LetterKind::CaseSubmitted,
            Self::ChangesRequested { .. } => LetterKind::ChangesRequested,
            Self::AnswerWanted { .. } => LetterKind::AnswerWanted,
            Self::CaseExpired { .. } => LetterKind::CaseExpired,
            Self::CaseRevived { .. } => LetterKind::CaseRevived,
            Self::Accepted { .. } => LetterKind::Accepted,
            Self::Renewed { .. } => LetterKind::Renewed,
            Self::AcceptedWithConditions { .. } => LetterKind::AcceptedWithConditions,
            Self::RenewedWithConditions { .. } => LetterKind::RenewedWithConditions,
            Self::ConditionsMet(_) => LetterKind::ConditionsMet,
            Self::ConditionNotMet(_) => LetterKind::ConditionNotMet,
            Self::ConditionExtended { .. } => LetterKind::ConditionExtended,
            Self::Refused { .. } => LetterKind::Refused,
            Self::Appealed(_) => LetterKind::Appealed,
            Self::Message(_) => LetterKind::Message,
            Self::OpinionWanted { .. } => LetterKind::OpinionWanted,
            Self::AppealToJudge(_) => LetterKind::AppealToJudge,
            Self::Mentioned(_) => LetterKind::Mentioned,
            Self::TakenOver(_) => LetterKind::TakenOver,
            Self::SecondWanted(_) => LetterKind::SecondWanted,
            Self::SecondDisagrees(_) => LetterKind::SecondDisagrees,
            Self::SessionCalled(_) => LetterKind::SessionCalled,
            Self::SessionMoved(_) => LetterKind::SessionMoved,
            Self::SessionCalledOff(_) => LetterKind::SessionCalledOff,
            Self::DutiesHandedOver(_) => LetterKind::DutiesHandedOver,
            Self::DutiesGone(_) => LetterKind::DutiesGone,
            Self::ForDeputy { .. } => LetterKind::ForDeputy,
            Self::OffAgenda { .. } => LetterKind::OffAgenda,
            Self::Invitation { .. } => LetterKind::Invitation,
            Self::SignatureWanted { .. } => LetterKind::SignatureWanted,
            Self::SignatureGiven(_) => LetterKind::SignatureGiven,
            Self::SignatureDeclined(_) => LetterKind::SignatureDeclined,
            Self::LeaderEntered { .. } => LetterKind::LeaderEntered,
            Self::Leader(letter) => letter.kind(),
            Self::TeamRoleChanged { .. } => LetterKind::TeamRoleChanged,
            Self::TeamRemoved(_) => LetterKind::TeamRemoved,
            Self::OwnershipOffered(_) => LetterKind::OwnershipOffered,
            Self::OwnershipHandedOver(_) => LetterKind::OwnershipHandedOver,
            Self::JoinAsked(_) => LetterKind::JoinAsked,
            Self::JoinAccepted { .. } => LetterKind::JoinAccepted,
            Self::JoinRefused(_) => LetterKind::JoinRefused,
            Self::RescueAsked { .. } => LetterKind::RescueAsked,
            Self::RescueStopped(_) => LetterKind::RescueStopped,
            Self::RescueAccepted(_) => LetterKind::RescueAccepted,
            Self::RescueRefused(_) => LetterKind::RescueRefused,
            Self::Rescued(_) => LetterKind::Rescued,
            Self::DocumentExpiring(_) => LetterKind::DocumentExpiring,
            Self::DocumentExpired(_) => LetterKind::DocumentExpired,
            Self::Digest { .. } => LetterKind::Digest,
            Self::FromBoard(_) => LetterKind::FromBoard,
            Self::RenewalAsked(_) => LetterKind::RenewalAsked,
            Self::RenewalNear { .. } => LetterKind::RenewalNear,
            Self::RenewalDue { .. } => LetterKind::RenewalDue,
            Self::RegistrationLapsed(_) => LetterKind::RegistrationLapsed,
            Self::NoticeGiven { .. } => LetterKind::NoticeGiven,
            Self::StruckOff(_) => LetterKind::StruckOff,
            Self::Suspended { .. } => LetterKind::Suspended,
            Self::SuspensionOver(_) => LetterKind::SuspensionOver,
            Self::Revived { .. } => LetterKind::Revived,
            Self::OnPaper { .. } => LetterKind::OnPaper,
            Self::RecordHandedOver { .. } => LetterKind::RecordHandedOver,
            Self::OrganizationMerged { .. } => LetterKind::OrganizationMerged,
            Self::OrganizationRestored(_) => LetterKind::OrganizationRestored,
            Self::InitiativePublished(_) => LetterKind::InitiativePublished,
            Self::InitiativeReturned(_) => LetterKind::InitiativeReturned,
            Self::Introduced(_) => LetterKind::Introduced,
            Self::IntroductionMessage(_) => LetterKind::IntroductionMessage,
            Self::GroupInvited(_) => LetterKind::GroupInvited,
            Self::GroupEntered(_) => LetterKind::GroupEntered,
            Self::GroupRemoved(_) => LetterKind::GroupRemoved,
            Self::Member(letter) => letter.kind(),
            Self::GroupAnswered { .. } => LetterKind::GroupAnswered,
            Self::LeaderInvited { .. } => LetterKind::LeaderInvited,
            Self::MeetingCalled(_) => LetterKind::MeetingCalled,
            Self::MeetingMoved(_) => LetterKind::MeetingMoved,
            Self::MeetingCalledOff(_) => LetterKind::MeetingCalledOff,
            Self::MeetingHeldAfterAll(_) => LetterKind::MeetingHeldAfterAll,
            Self::MeetingNotYours(_) => LetterKind::MeetingNotYours,
            Self::RecommendationAnswered(_) => LetterKind::RecommendationAnswered,
            Self::PartnerAsked(_) => LetterKind::PartnerAsked,
            Self::PartnerAnswered { .. } => LetterKind::PartnerAnswered,
            Self::PartnerRemoved(_) => LetterKind::PartnerRemoved,
            Self::InitiativeUnpublished(_) => LetterKind::InitiativeUnpublished,
            Self::Partner(letter) => letter.kind(),
            Self::ContributionAccepted(_) => LetterKind::ContributionAccepted,
            Self::ContributionRefused(_) => LetterKind::ContributionRefused,
        }
    }

    /// The case that it is about.
    pub fn of_case(&self) -> Option<&OfCase> {
        match self {
            Self::OnPaper { letter, .. } | Self::ForDeputy { letter, .. } => letter.of_case(),
            Self::CaseSubmitted(of)
            | Self::ConditionsMet(of)
            | Self::ConditionNotMet(of)
            | Self::Appealed(of)
            | Self::Message(of)
            | Self::Mentioned(of)
            | Self::TakenOver(of)
            | Self::AppealToJudge(of)
            | Self::SecondWanted(of)
            | Self::SecondDisagrees(of) => Some(of),
            Self::OpinionWanted { of, .. }
            | Self::OffAgenda { of, .. }
            | Self::ConditionExtended { of, .. }
            | Self::ChangesRequested { of, .. }
            | Self::AnswerWanted { of, .. }
            | Self::CaseExpired { of, .. }
            | Self::CaseRevived { of, .. }
            | Self::Accepted { of, .. }
            | Self::Renewed { of, .. }
            | Self::AcceptedWithConditions { of, .. }
            | Self::RenewedWithConditions { of, .. }
            | Self::Refused { of, .. } => Some(of),
            _ => None,
        }
    }

    /// The organization that it is about, outside of any case.
    pub const fn of_organization(&self) -> Option<&OfOrganization> {
        match self {
            Self::TeamRemoved(of)
            | Self::OwnershipOffered(of)
            | Self::OwnershipHandedOver(of)
            | Self::JoinAsked(of)
            | Self::JoinRefused(of)
            | Self::RescueStopped(of)
            | Self::RescueAccepted(of)
            | Self::RescueRefused(of)
            | Self::Rescued(of)
            | Self::RenewalAsked(of)
            | Self::RegistrationLapsed(of)
            | Self::StruckOff(of)
            | Self::SuspensionOver(of)
            | Self::TeamRoleChanged { of, .. }
            | Self::JoinAccepted { of, .. }
            | Self::RescueAsked { of, .. }
            | Self::RenewalNear { of, .. }
            | Self::RenewalDue { of, .. }
            | Self::NoticeGiven { of, .. }
            | Self::Suspended { of, .. }
            | Self::Revived { of, .. }
            | Self::OrganizationMerged { of, .. }
            | Self::OrganizationRestored(of)
            | Self::InitiativePublished(of)
            | Self::InitiativeReturned(of)
            | Self::Introduced(of)
            | Self::IntroductionMessage(of)
            | Self::ContributionAccepted(of)
            | Self::ContributionRefused(of) => Some(of),
            _ => None,
        }
    }

    /// The group that it is about, and whose place in it.
    pub(super) const fn of_group(&self) -> Option<&OfGroup> {
        match self {
            Self::GroupInvited(of)
            | Self::GroupEntered(of)
            | Self::GroupRemoved(of)
            | Self::GroupAnswered { of, .. }
            | Self::LeaderInvited { of, .. } => Some(of),
            _ => None,
        }
    }

    /// The meeting of a group that it is about.
    pub(super) const fn of_meeting(&self) -> Option<&OfMeeting> {
        match self {
            Self::MeetingCalled(of)
            | Self::MeetingMoved(of)
            | Self::MeetingCalledOff(of)
            | Self::MeetingHeldAfterAll(of)
            | Self::MeetingNotYours(of) => Some(of),
            _ => None,
        }
    }

    /// The initiative that it is about, and whose part in it.
    pub(super) const fn of_initiative(&self) -> Option<&OfInitiative> {
        match self {
            Self::PartnerAsked(of)
            | Self::PartnerAnswered { of, .. }
            | Self::PartnerRemoved(of) => Some(of),
            Self::InitiativeUnpublished(it) => Some(&it.of),
            Self::Partner(letter) => Some(letter.of()),
            _ => None,
        }
    }

    /// Where its link leads, as a path of the portal.
    pub fn path(&self) -> Option<String> {
        match self {
            Self::ConfirmAddress { token } => Some(format!("/confirmation/{token}")),
            Self::ResetPassword { token } => Some(format!("/password-reset/{token}")),
            Self::EmailChanging { token } => Some(format!("/email-change/{token}")),
            Self::AlreadyRegistered | Self::PasswordChanged | Self::RoleChanged { .. } => {
                Some("/sign-in".to_owned())
            }
            Self::Digest { .. } => Some("/home".to_owned()),
            Self::OpinionWanted { of, .. }
            | Self::OffAgenda { of, .. }
            | Self::AppealToJudge(of)
            | Self::Mentioned(of)
            | Self::TakenOver(of)
            | Self::SecondWanted(of)
            | Self::SecondDisagrees(of) => Some(format!("/desk/cases/{}", of.case)),
            Self::SessionCalled(of) | Self::SessionMoved(of) | Self::SessionCalledOff(of) => {
                Some(format!("/desk/sessions/{}", of.id))
            }
            Self::EmailChanged
            | Self::AccountClosed
            | Self::TeamRemoved(_)
            | Self::OnPaper { .. } => None,
            Self::RecordHandedOver {
                case, organization, ..
            } => match (organization, case) {
                (Some(number), _) => Some(format!("/desk/organizations/{number}")),
                (None, Some(case)) => Some(format!("/desk/cases/{case}")),
                (None, None) => None,
            },
            Self::Invitation { token, .. } => Some(format!("/invitations/{token}")),
            Self::SignatureWanted { token, .. } => Some(format!("/signatures/{token}")),
            Self::SignatureGiven(of) | Self::SignatureDeclined(of) => {
                Some(format!("/cases/{}/signatures", of.case))
            }
            Self::LeaderEntered { token, .. } => Some(format!("/consents/{token}")),
            Self::Leader(letter) => letter.path(),
            Self::RescueAsked { token, .. } => Some(format!("/rescues/{token}")),
            Self::OwnershipOffered(of)
            | Self::OwnershipHandedOver(of)
            | Self::JoinAsked(of)
            | Self::RescueAccepted(of)
            | Self::Rescued(of) => Some(format!("/home/organizations/{}/team", of.number)),
            Self::TeamRoleChanged { of, .. } | Self::JoinAccepted { of, .. } => {
                Some(format!("/home/organizations/{}", of.number))
            }
            Self::JoinRefused(of)
            | Self::RescueStopped(of)
            | Self::RescueRefused(of)
            | Self::OrganizationMerged { of, .. } => Some(format!("/organizations/{}", of.number)),
            Self::RenewalNear { of, .. }
            | Self::RenewalDue { of, .. }
            | Self::RenewalAsked(of)
            | Self::RegistrationLapsed(of)
            | Self::NoticeGiven { of, .. } => {
                Some(format!("/home/organizations/{}/renewal", of.number))
            }
            Self::StruckOff(of)
            | Self::Suspended { of, .. }
            | Self::SuspensionOver(of)
            | Self::Revived { of, .. }
            | Self::OrganizationRestored(of) => Some(format!("/home/organizations/{}", of.number)),
            Self::InitiativePublished(of)
            | Self::InitiativeReturned(of)
            | Self::Introduced(of)
            | Self::IntroductionMessage(of) => {
                Some(format!("/home/organizations/{}/initiatives", of.number))
            }
            Self::PartnerAsked(of)
            | Self::PartnerAnswered { of, .. }
            | Self::PartnerRemoved(of) => Some(of.path()),
            Self::InitiativeUnpublished(it) => Some(it.of.path()),
            Self::Partner(letter) => Some(letter.of().path()),
            Self::ContributionAccepted(of) | Self::ContributionRefused(of) => {
                Some(format!("/home/organizations/{}/contributions", of.number))
            }
            Self::DocumentExpiring(of) | Self::DocumentExpired(of) => of.path(),
            Self::DutiesHandedOver(of) | Self::DutiesGone(of) => {
                Some(format!("/desk/handovers/{}", of.handover))
            }
            Self::ForDeputy { letter, .. } => letter.path(),
            Self::GroupInvited(of) | Self::GroupEntered(of) | Self::GroupRemoved(of) => {
                Some(of.path())
            }
            Self::Member(letter) => Some(letter.path()),
            Self::GroupAnswered { of, .. } => Some(format!("/desk/groups/{}", of.group)),
            Self::MeetingCalled(of)
            | Self::MeetingMoved(of)
            | Self::MeetingCalledOff(of)
            | Self::MeetingHeldAfterAll(of)
            | Self::MeetingNotYours(of) => Some(of.path()),
            Self::RecommendationAnswered(of) => Some(of.of.path()),
            Self::LeaderInvited { token, .. } => Some(format!("/group-invitations/{token}")),
            Self::FromBoard(of) => Some(format!("/organizations/{}", of.number)),
            _ => self.of_case().map(|of| format!("/cases/{}", of.case)),
        }
    }
}

impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Letter({})", self.kind())
    }
}
