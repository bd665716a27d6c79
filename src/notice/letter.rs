//! Everything that Concord writes to people about, and what each letter mentions.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::ids::CaseId;
use crate::values::{RegistryNumber, Role, TrackingNumber, codes};

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
        Accepted = "accepted",
        AcceptedWithConditions = "accepted_with_conditions",
        Refused = "refused",
        Appealed = "appealed",
        Message = "message",
        OpinionWanted = "opinion_wanted",
        AppealToJudge = "appeal_to_judge",
        RenewalNear = "renewal_near",
        RenewalDue = "renewal_due",
        RegistrationLapsed = "registration_lapsed",
        NoticeGiven = "notice_given",
        StruckOff = "struck_off",
        Suspended = "suspended",
        SuspensionOver = "suspension_over",
        Revived = "revived",
    }

    /// How far a letter has come.
    pub enum LetterState {
        Waiting = "waiting",
        Sending = "sending",
        Sent = "sent",
        Failed = "failed",
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
    /// The board accepted.
    Accepted {
        #[serde(flatten)]
        of: OfCase,
        /// The registry number, where there is one to name.
        registry: Option<RegistryNumber>,
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
}

/// The organization that a letter is about.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfOrganization {
    /// Its registry number.
    pub number: RegistryNumber,
    /// The name it goes by.
    pub name: String,
}

/// The case that a letter is about.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfCase {
    /// Its id, for the link.
    pub case: CaseId,
    /// Its tracking number.
    pub number: TrackingNumber,
    /// What it is called: most often the name of the organization.
    pub title: String,
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
            Self::Accepted { .. } => LetterKind::Accepted,
            Self::AcceptedWithConditions { .. } => LetterKind::AcceptedWithConditions,
            Self::Refused { .. } => LetterKind::Refused,
            Self::Appealed(_) => LetterKind::Appealed,
            Self::Message(_) => LetterKind::Message,
            Self::OpinionWanted { .. } => LetterKind::OpinionWanted,
            Self::AppealToJudge(_) => LetterKind::AppealToJudge,
            Self::RenewalNear { .. } => LetterKind::RenewalNear,
            Self::RenewalDue { .. } => LetterKind::RenewalDue,
            Self::RegistrationLapsed(_) => LetterKind::RegistrationLapsed,
            Self::NoticeGiven { .. } => LetterKind::NoticeGiven,
            Self::StruckOff(_) => LetterKind::StruckOff,
            Self::Suspended { .. } => LetterKind::Suspended,
            Self::SuspensionOver(_) => LetterKind::SuspensionOver,
            Self::Revived { .. } => LetterKind::Revived,
        }
    }

    /// The organization that it is about, where that is no case.
    pub const fn of_organization(&self) -> Option<&OfOrganization> {
        match self {
            Self::RegistrationLapsed(of) | Self::StruckOff(of) | Self::SuspensionOver(of) => {
                Some(of)
            }
            Self::RenewalNear { of, .. }
            | Self::RenewalDue { of, .. }
            | Self::NoticeGiven { of, .. }
            | Self::Suspended { of, .. }
            | Self::Revived { of, .. } => Some(of),
            _ => None,
        }
    }

    /// The case that it is about.
    pub const fn of_case(&self) -> Option<&OfCase> {
        match self {
            Self::CaseSubmitted(of)
            | Self::Appealed(of)
            | Self::Message(of)
            | Self::AppealToJudge(of) => Some(of),
            Self::OpinionWanted { of, .. }
            | Self::ChangesRequested { of, .. }
            | Self::Accepted { of, .. }
            | Self::AcceptedWithConditions { of, .. }
            | Self::Refused { of, .. } => Some(of),
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
            Self::EmailChanged | Self::AccountClosed => None,
            Self::OpinionWanted { of, .. } | Self::AppealToJudge(of) => {
                Some(format!("/desk/cases/{}", of.case))
            }
            _ => match self.of_organization() {
                Some(of) => Some(format!("/home/organizations/{}", of.number)),
                None => self.of_case().map(|of| format!("/cases/{}", of.case)),
            },
        }
    }
}

impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Letter({})", self.kind())
    }
}

impl fmt::Debug for OfCase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OfCase({})", self.number)
    }
}

impl fmt::Debug for OfOrganization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OfOrganization({})", self.number)
    }
}
