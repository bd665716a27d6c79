//! What happened to an organization, as its team is told: nobody of the board is named.

use chrono::{DateTime, SecondsFormat, Utc};

use crate::actor::Actor;
use crate::history::{Act, Entry};
use crate::organization::Particular;
use crate::organization::standing::ReasonReach;
use crate::organization::team::Seat;
use crate::say;
use crate::values::Lang;

/// Something that happened.
pub struct Happened {
    /// What.
    pub title: String,
    /// Who.
    pub who: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Why, in the board's words.
    pub words: Option<String>,
    /// The fields that changed.
    pub changed: Vec<String>,
}

impl Happened {
    /// When, for machines.
    pub fn iso(&self) -> String {
        self.at.to_rfc3339_opts(SecondsFormat::Secs, true)
    }
}

/// The story, the newest first.
pub fn story(lang: Lang, actor: &Actor, team: &[Seat], entries: Vec<Entry>) -> Vec<Happened> {
    entries
        .into_iter()
        .filter(|entry| is_told(entry.act))
        .map(|entry| Happened {
            title: say::t(lang, entry.act.key()),
            who: say::t(lang, who(actor, team, &entry)),
            at: entry.at,
            changed: changed(lang, &entry),
            words: entry.reason.clone().filter(|_| is_for_team(&entry)),
        })
        .collect()
}

/// Whether a reason speaks to the organization: that of a change of standing, unless the board keeps it to itself.
fn is_for_team(entry: &Entry) -> bool {
    let reach = entry.after.as_ref().and_then(|after| after.get("reach"));
    let reach = reach.and_then(|reach| reach.as_str());
    entry.act == Act::OrganizationStandingChanged && reach != Some(ReasonReach::Board.code())
}

const fn is_told(act: Act) -> bool {
    matches!(
        act,
        Act::OrganizationRegistered
            | Act::OrganizationImported
            | Act::OrganizationUpdated
            | Act::OrganizationStandingChanged
            | Act::OrganizationRenewed
            | Act::OrganizationsMerged
            | Act::MergerUndone
            | Act::OrganizationSplit
            | Act::SplitUndone
            | Act::OrganizationTeamJoined
            | Act::TeamInvited
            | Act::TeamInvitationWithdrawn
            | Act::TeamRoleChanged
            | Act::TeamLeft
            | Act::TeamMemberRemoved
            | Act::OwnershipHandedOver
            | Act::RescueAsked
            | Act::RescueStopped
            | Act::RescueAccepted
            | Act::RescueRefused
            | Act::GroupMemberAdded
            | Act::GroupMemberRemoved
            | Act::GroupPlaceChanged
            | Act::InitiativePartnerAdded
            | Act::InitiativePartnerRemoved
            | Act::DocumentAdded
            | Act::CertificateIssued
    )
}

fn who(actor: &Actor, team: &[Seat], entry: &Entry) -> &'static str {
    match entry.account {
        None => "registration-who-system",
        who if who == actor.account() => "registration-who-you",
        Some(account) if team.iter().any(|seat| seat.account == account) => {
            "registration-who-colleague"
        }
        Some(_) => "registration-who-board",
    }
}

fn changed(lang: Lang, entry: &Entry) -> Vec<String> {
    let after = entry.after.as_ref().and_then(|after| after.as_object());
    after
        .filter(|_| entry.act == Act::OrganizationUpdated)
        .into_iter()
        .flat_map(|fields| fields.keys())
        .filter_map(|field| Particular::from_code(field))
        .map(|field| say::t(lang, field.key()))
        .collect()
}
