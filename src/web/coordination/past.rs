//! History on pages: what happened, who did it, and as much of it as the reader may know.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde_json::Value;
use sqlx::PgConnection;

use super::list;
use crate::account;
use crate::history::{Act, Entry};
use crate::ids::AccountId;
use crate::organization::{self, Particular};
use crate::say;
use crate::values::{GroupRole, InitiativeRole, Lang, Standing, TeamRole};
use crate::vault::Vault;
use crate::web::desk::part_of;

/// Something that happened.
pub struct Happened {
    /// The key of what it was.
    pub act_key: &'static str,
    /// Who did it; empty for strangers and for the program itself.
    pub who: String,
    /// When.
    pub at: DateTime<Utc>,
    /// To what, or from what to what.
    pub details: Vec<String>,
    /// Why, in the words of whoever did it.
    pub reason: Option<String>,
}

impl Happened {
    /// When, for machines.
    pub fn iso(&self) -> String {
        self.at.to_rfc3339_opts(SecondsFormat::Secs, true)
    }
}

/// What happened, for colleagues at the desk: they learn who did it.
pub async fn happened(
    conn: &mut PgConnection,
    vault: &Vault,
    lang: Lang,
    entries: Vec<Entry>,
) -> crate::Result<Vec<Happened>> {
    told(conn, vault, (lang, None), entries).await
}

/// The same of one group or initiative, on its own page: it is not named again, and the organizations are.
pub async fn happened_here(
    conn: &mut PgConnection,
    vault: &Vault,
    lang: Lang,
    entries: Vec<Entry>,
) -> crate::Result<Vec<Happened>> {
    let values = entries.iter().flat_map(|it| [&it.before, &it.after]);
    let numbers = values.flatten().map(|value| text_in(value, "organization"));
    let numbers: Vec<&str> = numbers.filter(|number| !number.is_empty()).collect();
    let names = organization::names_by_number(conn, &numbers).await?;
    told(conn, vault, (lang, Some(&names)), entries).await
}

async fn told(
    conn: &mut PgConnection,
    vault: &Vault,
    (lang, organizations): (Lang, Option<&HashMap<String, String>>),
    entries: Vec<Entry>,
) -> crate::Result<Vec<Happened>> {
    let mut accounts: Vec<AccountId> = entries.iter().filter_map(|entry| entry.account).collect();
    accounts.extend(entries.iter().flat_map(mentioned));
    let names = account::called(conn, vault, &accounts).await?;
    let called = |id: &AccountId| names.get(id).cloned().unwrap_or_default();
    Ok(entries
        .into_iter()
        .map(|entry| Happened {
            act_key: entry.act.key(),
            who: entry.account.as_ref().map(called).unwrap_or_default(),
            at: entry.at,
            details: details((lang, organizations), &entry, &called)
                .into_iter()
                .chain(entry.whole.map(|whole| say::t(lang, part_of(whole))))
                .collect(),
            reason: entry.reason,
        })
        .collect())
}

/// The accounts that something was done to.
fn mentioned(entry: &Entry) -> Vec<AccountId> {
    [&entry.before, &entry.after]
        .into_iter()
        .flatten()
        .flat_map(|value| {
            [
                account_in(value, "coordinator"),
                account_in(value, "account"),
            ]
        })
        .flatten()
        .collect()
}

fn account_in(value: &Value, key: &str) -> Option<AccountId> {
    value.get(key)?.as_str()?.parse().ok()
}

fn text_in<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn details(
    (lang, organizations): (Lang, Option<&HashMap<String, String>>),
    entry: &Entry,
    called: &dyn Fn(&AccountId) -> String,
) -> Vec<String> {
    let value = entry.after.as_ref().or(entry.before.as_ref());
    let Some(value) = value else {
        return Vec::new();
    };
    let text = |key: &str| text_in(value, key);
    // The group or the initiative, and the organization.
    let both = |key: &str| match (organizations, text("organization")) {
        (None, number) => [text(key).to_owned(), number.to_owned()],
        (Some(names), number) => {
            let name = names.get(number).map(|name| format!("{name} {number}"));
            [String::new(), name.unwrap_or_else(|| number.to_owned())]
        }
    };
    match entry.act {
        Act::GroupMemberAdded
        | Act::GroupMemberRemoved
        | Act::GroupMemberLeft
        | Act::GroupPlaceChanged
        | Act::GroupTermEnded
        | Act::GroupInvited
        | Act::GroupInvitationAccepted
        | Act::GroupInvitationDeclined
        | Act::GroupInvitationWithdrawn => {
            let role = GroupRole::from_code(text("role")).map(GroupRole::key);
            named(lang, &both("group"), role)
        }
        Act::InitiativePartnerAdded
        | Act::InitiativePartnerRemoved
        | Act::InitiativePartnerAsked
        | Act::InitiativePartnerAccepted
        | Act::InitiativePartnerDeclined
        | Act::InitiativePartnerWithdrawn
        | Act::InitiativePartnerLeft => {
            let role = InitiativeRole::from_code(text("role")).map(InitiativeRole::key);
            named(lang, &both("initiative"), role)
        }
        Act::OrganizationTeamJoined => {
            let who = account_in(value, "account").as_ref().map(called);
            let role = TeamRole::from_code(text("role")).map(TeamRole::key);
            named(lang, &[who.as_deref().unwrap_or_default()], role)
        }
        Act::CoordinatorAssigned | Act::CoordinatorReleased => {
            let coordinators = [&entry.before, &entry.after].into_iter().flatten();
            let names: Vec<String> = coordinators
                .filter_map(|value| account_in(value, "coordinator"))
                .map(|id| called(&id))
                .collect();
            vec![names.join(" → ")]
        }
        Act::OrganizationStandingChanged => {
            let standings = [&entry.before, &entry.after].into_iter().flatten();
            let words: Vec<String> = standings
                .filter_map(|value| Standing::from_code(value.get("standing")?.as_str()?))
                .map(|standing| say::t(lang, standing.key()))
                .collect();
            vec![words.join(" → ")]
        }
        Act::OrganizationsMerged
        | Act::MergerUndone
        | Act::OrganizationSplit
        | Act::SplitUndone
        | Act::LikenessJudged => {
            let numbers = ["gave_way_to", "took_in", "with", "split_off", "split_from"];
            named(lang, &numbers.map(text), None)
        }
        Act::OrganizationDelayed => until(lang, text("delayed_until")),
        Act::OrganizationRenewed => until(lang, text("registered_until")),
        Act::GroupEndSet | Act::GroupEnded => until(lang, text("ended_on")),
        Act::OrganizationUpdated => changed_fields(lang, entry),
        Act::LeaderCreated
        | Act::OfficeHandedOver
        | Act::OfficeHandoverUndone
        | Act::OfficeGoesOn => named(lang, &[text("title")], None),
        Act::GroupCreated => named(lang, &[text("name")], None),
        Act::InitiativeCreated => named(lang, &[text("title")], None),
        _ => Vec::new(),
    }
}

/// A day of history, in words.
fn until(lang: Lang, day: &str) -> Vec<String> {
    let day: Option<NaiveDate> = day.parse().ok();
    day.map(|day| list::term(lang, None, Some(day)))
        .into_iter()
        .collect()
}

fn named<S: ToString>(lang: Lang, texts: &[S], role: Option<&'static str>) -> Vec<String> {
    let texts = texts.iter().map(ToString::to_string);
    texts
        .chain(role.map(|key| say::t(lang, key)))
        .filter(|text| !text.is_empty())
        .collect()
}

/// The names of the fields that changed; what they say now stands on the page.
fn changed_fields(lang: Lang, entry: &Entry) -> Vec<String> {
    let values = [&entry.before, &entry.after].into_iter().flatten();
    let mut fields: Vec<Particular> = values
        .filter_map(Value::as_object)
        .flat_map(|map| map.keys())
        .filter_map(|key| Particular::from_code(key))
        .collect();
    fields.sort_unstable();
    fields.dedup();
    fields
        .into_iter()
        .map(|field| say::t(lang, field.key()))
        .collect()
}
