//! An organization as its team sees it: all that the registry has, contacts included.

use askama::Template;
use chrono::SecondsFormat;

use super::story::{Happened, story};
use crate::account;
use crate::actor::Actor;
use crate::db::Read;
use crate::history;
use crate::organization::standing::{self, ReasonReach, Shown, Step};
use crate::organization::{self, Organization, policy, team};
use crate::say;
use crate::values::{RegistryNumber, TeamRole};
use crate::web::particulars::{Row, rows};
use crate::web::{Answer, Chrome, Error, Page, Path, filters, html, urls};

#[derive(Template)]
#[template(path = "home/organization.html")]
struct ShowPage {
    page: Page,
    organization: Organization,
    shown: Shown,
    /// What comes next on the ladder.
    step: Option<Step>,
    public_href: String,
    role: TeamRole,
    team: Vec<Member>,
    rows: Vec<Row>,
    story: Vec<Happened>,
}

/// Somebody of the team.
struct Member {
    name: String,
    role: TeamRole,
}

impl ShowPage {
    fn lang(&self) -> &str {
        let language = self.organization.name_language.as_deref();
        language.unwrap_or_default()
    }

    fn number(&self) -> String {
        self.organization.number.to_string()
    }

    /// The key of the sentence that says what comes next.
    fn next_key(&self, step: &Step) -> String {
        format!("home-standing-{}", step.rung.code().replace('_', "-"))
    }

    fn updated_iso(&self) -> String {
        let at = self.organization.updated_at;
        at.to_rfc3339_opts(SecondsFormat::Secs, true)
    }
}

/// The organization with this number, for its team.
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(number): Path<String>,
) -> Answer {
    actor.person()?;
    let number = RegistryNumber::parse(&number).map_err(|_| Error::NotFound)?;
    let found = organization::find_by_number(&mut conn, number)
        .await?
        .ok_or(Error::NotFound)?;
    let own = team::role_of_actor(&mut conn, found.id, &actor).await?;
    // The desk has a page of its own for this.
    let role = own.ok_or(Error::NotFound)?;
    policy::see_all(&actor, &found, own)?;
    let vault = conn.vault();
    let said = organization::particulars(&mut conn, &vault, found.id)
        .await?
        .ok_or(Error::NotFound)?;
    let seats = team::of_organization(&mut conn, found.id).await?;
    let accounts: Vec<_> = seats.iter().map(|seat| seat.account).collect();
    let mut names = account::called(&mut conn, &vault, &accounts).await?;
    let entries = history::of_organization(&mut conn, &vault, found.id).await?;
    let shown = standing::shown(&mut conn, &vault, found.id, ReasonReach::Team).await?;
    let step = standing::step_of(&mut conn, found.id).await?;
    let lang = chrome.lang;
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb("", found.name.clone());
    let rows = rows(lang, &said)
        .into_iter()
        // Its people are leaders, and stand with their consents on their own pages.
        .filter(|row| row.field != organization::Particular::People)
        .collect();
    html(
        lang,
        ShowPage {
            page,
            shown,
            step,
            public_href: urls::organization(found.number),
            role,
            story: story(lang, &actor, &seats, entries),
            team: seats
                .into_iter()
                .map(|seat| Member {
                    name: names.remove(&seat.account).unwrap_or_default(),
                    role: seat.role,
                })
                .collect(),
            rows,
            organization: found,
        },
    )
}
