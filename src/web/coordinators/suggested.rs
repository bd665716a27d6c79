//! Whom the rules and everybody's load suggest for organizations that nobody looks after, in words.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use super::rules::{grounds, in_words};
use crate::account;
use crate::assignment::{self, Suggestion};
use crate::group;
use crate::ids::{AccountId, GroupId, OrganizationId};
use crate::organization::team;
use crate::say;
use crate::values::{Arg, Lang, Wording};
use crate::vault::Vault;
use crate::web::Result;
use crate::web::desk::People;

/// Somebody who is suggested to look after an organization.
pub struct Suggested {
    /// Where they are given it; empty where that is not the page's to say.
    pub action: String,
    /// Their account.
    pub account: String,
    /// What they are called.
    pub name: String,
    /// Why they.
    pub why: Vec<String>,
}

/// Whom the rules and everybody's load suggest for each.
pub async fn suggested(
    conn: &mut PgConnection,
    lang: Lang,
    (vault, today, now): (&Vault, NaiveDate, DateTime<Utc>),
    organizations: &[OrganizationId],
) -> Result<HashMap<OrganizationId, Suggested>> {
    if organizations.is_empty() {
        return Ok(HashMap::new());
    }
    let rules = assignment::rules(conn).await?;
    let loads = assignment::loads(conn, now).await?;
    let accounts: Vec<AccountId> = loads.iter().map(|it| it.account).collect();
    let away = account::away(conn, vault, &accounts, today).await?;
    let own = team::seats_among(conn, &accounts, organizations).await?;
    let covered = assignment::covered(conn, organizations).await?;
    let found: Vec<(OrganizationId, Suggestion)> = covered
        .iter()
        .filter_map(|(id, covered)| {
            let is_barred = |account: &AccountId| {
                away.contains_key(account) || own.contains_key(&(*account, *id))
            };
            let cannot: HashSet<AccountId> = accounts.iter().copied().filter(is_barred).collect();
            Some((*id, assignment::suggest(covered, &rules, &loads, &cannot)?))
        })
        .collect();
    let people = found.iter().map(|(_, it)| it.account);
    let people = People::of(conn, vault, people).await?;
    let named = grounds(found.iter().filter_map(|(_, it)| it.rule.as_ref()));
    let names = group::names(conn, &named).await?;
    Ok(found
        .into_iter()
        .map(|(id, it)| {
            let suggested = Suggested {
                action: String::new(),
                account: it.account.to_string(),
                name: people.name(it.account),
                why: why(lang, &it, &names),
            };
            (id, suggested)
        })
        .collect())
}

/// Why somebody is suggested, in words: the rule, and how much they have.
fn why(lang: Lang, of: &Suggestion, names: &HashMap<GroupId, Vec<Wording>>) -> Vec<String> {
    let rule = match &of.rule {
        Some(ground) => {
            let ground = [("ground", Arg::Text(in_words(lang, ground, names)))];
            say::with(lang, "workbench-why-rule", &ground)
        }
        None => say::t(lang, "workbench-why-nobody"),
    };
    let count = [("count", Arg::Number(of.organizations))];
    let load = say::with(lang, "workbench-own-organizations", &count);
    let fewest = (of.among > 1).then(|| say::t(lang, "workbench-why-fewest"));
    [Some(rule), Some(load), fewest]
        .into_iter()
        .flatten()
        .collect()
}
