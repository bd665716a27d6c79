//! Letters about the entries of leaders: to them, to whoever says that an entry is theirs, and to whoever answers that.

use serde::{Deserialize, Serialize};

use super::LetterKind;
use super::about::OfOrganization;
use crate::ids::LeaderId;
use crate::values::Prose;

/// A letter about an entry. None names the leader.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum LetterToLeader {
    /// To a leader: others changed what is known of them.
    Changed {
        /// What the link carries.
        token: String,
        /// The name of the organization that they lead.
        title: String,
    },
    /// To a leader: their link was ended, and this is the new one.
    LinkRenewed {
        /// What the link carries.
        token: String,
        /// The name of the organization that they lead.
        title: String,
    },
    /// To an address that a leader says is theirs: whoever reads it confirms. It says of nobody whom they lead.
    AddressAsked {
        /// What the link carries.
        token: String,
    },
    /// To the address on the entry of a leader: another was said by their link, and this undoes it.
    AddressChanging {
        /// What the link carries.
        token: String,
        /// The name of the organization that they lead.
        title: String,
    },
    /// To the owners of an organization: somebody says that the entry of one of its leaders is theirs.
    ClaimAsked(OfOrganization),
    /// To whoever said so: it is theirs.
    ClaimConfirmed {
        /// Whose entry.
        leader: LeaderId,
        /// The name of the organization.
        title: String,
    },
    /// To whoever said so: it is not theirs.
    ClaimRefused {
        /// The name of the organization.
        title: String,
    },
    /// To a leader: others recorded that they agree to something.
    ConsentRecorded {
        /// What the link carries.
        token: String,
        /// The name of the organization.
        title: String,
    },
    /// To the owners of an organization: somebody says that they lead it.
    EntryAsked(OfOrganization),
    /// To whoever said so: it was not confirmed, and why.
    EntryRefused {
        /// The name of the organization.
        title: String,
        /// Why.
        reason: Prose,
    },
    /// To a leader who was told of an office that was handed to them: that was a mistake, and is undone.
    OfficeUndone {
        /// What the link carries.
        token: String,
        /// The name of the organization.
        title: String,
    },
}

impl LetterToLeader {
    /// What kind of letter it is.
    pub(super) const fn kind(&self) -> LetterKind {
        match self {
            Self::Changed { .. } => LetterKind::LeaderChanged,
            Self::LinkRenewed { .. } => LetterKind::LeaderLinkRenewed,
            Self::AddressAsked { .. } => LetterKind::LeaderAddressAsked,
            Self::AddressChanging { .. } => LetterKind::LeaderAddressChanging,
            Self::ClaimAsked(_) => LetterKind::LeaderClaimAsked,
            Self::ClaimConfirmed { .. } => LetterKind::LeaderClaimConfirmed,
            Self::ClaimRefused { .. } => LetterKind::LeaderClaimRefused,
            Self::ConsentRecorded { .. } => LetterKind::LeaderConsentRecorded,
            Self::EntryAsked(_) => LetterKind::LeaderEntryAsked,
            Self::EntryRefused { .. } => LetterKind::LeaderEntryRefused,
            Self::OfficeUndone { .. } => LetterKind::LeaderOfficeUndone,
        }
    }

    /// Where its link leads.
    pub(super) fn path(&self) -> Option<String> {
        match self {
            Self::Changed { token, .. }
            | Self::LinkRenewed { token, .. }
            | Self::ConsentRecorded { token, .. }
            | Self::OfficeUndone { token, .. } => Some(format!("/consents/{token}")),
            Self::AddressAsked { token } | Self::AddressChanging { token, .. } => {
                Some(format!("/leader-addresses/{token}"))
            }
            Self::ClaimAsked(of) | Self::EntryAsked(of) => {
                Some(format!("/home/organizations/{}/leaders", of.number))
            }
            Self::ClaimConfirmed { leader, .. } => Some(format!("/consents/{leader}")),
            Self::ClaimRefused { .. } | Self::EntryRefused { .. } => None,
        }
    }

    /// The name of the organization; nothing, where the letter names none.
    pub(super) fn title(&self) -> &str {
        match self {
            Self::ClaimAsked(of) | Self::EntryAsked(of) => &of.title,
            Self::AddressAsked { .. } => "",
            Self::Changed { title, .. }
            | Self::LinkRenewed { title, .. }
            | Self::AddressChanging { title, .. }
            | Self::ClaimConfirmed { title, .. }
            | Self::ConsentRecorded { title, .. }
            | Self::OfficeUndone { title, .. }
            | Self::EntryRefused { title, .. }
            | Self::ClaimRefused { title } => title,
        }
    }

    /// Why, where the letter says it.
    pub(super) const fn reason(&self) -> Option<&Prose> {
        match self {
            Self::EntryRefused { reason, .. } => Some(reason),
            _ => None,
        }
    }
}
