//! All that the registry has of an organization, on one page.

use askama::Template;

use super::seen;
use crate::account;
use crate::actor::Actor;
use crate::case::{self, Listed, Scope};
use crate::db::Read;
use crate::document;
use crate::group::{self, policy as groups};
use crate::ids::{AssignmentId, GroupId, InitiativeId, LeaderId, OrganizationId};
use crate::initiative::{self, policy as initiatives};
use crate::organization::{self, Organization};
use crate::say;
use crate::values::{Country, Lang, RegistryNumber};
use crate::web::coordination::{Happened, Spoken, happened};
use crate::web::documents::{Reading, Shown, flag, shown};
use crate::web::particulars::{Row, rows};
use crate::web::{Answer, Chrome, Page, Path, Result, filters, html, urls};
use crate::{assignment, history, leader};
use sqlx::PgConnection;

#[derive(Template)]
#[template(path = "desk_organizations/show.html")]
struct ShowPage {
    page: Page,
    organization: Organization,
    said: Vec<Row>,
    coordinator: Option<Coordinator>,
    seats: Vec<Seat>,
    parts: Vec<Part>,
    officers: Vec<Officer>,
    papers: Vec<Shown>,
    flag: Option<&'static str>,
    cases: Vec<Listed>,
    story: Vec<Happened>,
    /// The one that it gave way to.
    gave_way_to: Option<Organization>,
    /// Those that gave way to it, as far as the reader may see them.
    behind: Vec<Organization>,
    may: May,
}

/// What the reader may do here, by the same questions that the acts ask.
struct May {
    see_coordinator: bool,
    assign: bool,
    group: bool,
    join: bool,
    see_leaders: bool,
}

struct Coordinator {
    id: AssignmentId,
    name: String,
    since: chrono::DateTime<chrono::Utc>,
}

struct Seat {
    group: GroupId,
    name: Spoken,
    kind_key: &'static str,
    role_key: &'static str,
    ending: String,
}

struct Part {
    initiative: InitiativeId,
    title: Spoken,
    stage_key: &'static str,
    role_key: &'static str,
    ending: String,
}

struct Officer {
    id: LeaderId,
    name: Spoken,
    title: Spoken,
}

impl ShowPage {
    fn part(&self, part: &str) -> String {
        urls::desk_organization_part(self.organization.number, part)
    }

    fn name_lang(&self) -> &str {
        self.organization
            .name_language
            .as_deref()
            .unwrap_or_default()
    }

    fn name_dir(&self) -> &'static str {
        let language = self.organization.name_language.as_ref();
        language.map_or("auto", |tag| tag.direction().code())
    }
}

/// `GET /desk/organizations/{number}`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let (lang, vault, today) = (chrome.lang, conn.vault(), conn.today());
    let (organization, _) = seen(&mut conn, &actor, number).await?;
    let id = organization.id;
    let own = organization::team::role_of_actor(&mut conn, id, &actor).await?;
    let listed = document::policy::list_of_organization(&actor, &organization, own)?;
    let slots = document::shelf(&mut conn, &vault, &listed).await?;
    let reading = Reading {
        at_desk: listed.at_desk(),
        ..Reading::at_desk(lang, today)
    };
    let papers = shown(&slots, &reading);
    let said = organization::particulars(&mut conn, &vault, id).await?;
    let officers = leader::public_officers(&mut conn, id, today).await?;
    let scope = Scope::of(&mut conn, &actor).await?;
    let behind = behind(&mut conn, &actor, id).await?;
    let all: Vec<OrganizationId> = std::iter::once(id)
        .chain(behind.iter().map(|it| it.id))
        .collect();
    let cases = case::about_organization(&mut conn, &scope, &all).await?;
    let entries = history::of_organizations(&mut conn, &vault, &all).await?;
    let gave_way_to = match organization.merged_into {
        Some(into) => organization::find(&mut conn, into).await?,
        None => None,
    };
    let mut may = May::of(&actor, organization.host_country);
    if organization.merged_into.is_some() {
        // What is new is done to the one that it gave way to.
        (may.assign, may.group, may.join) = (false, false, false);
    }
    let page = chrome
        .page()
        .crumb("/desk", say::t(lang, "nav-desk"))
        .crumb("", organization.name.clone());
    html(
        lang,
        ShowPage {
            page,
            // Its people are leaders, with a part of the page of their own.
            said: said
                .map(|said| rows(lang, &said))
                .unwrap_or_default()
                .into_iter()
                .filter(|row| row.field != organization::Particular::People)
                .collect(),
            coordinator: coordinator(&mut conn, &vault, id).await?,
            seats: seats(&mut conn, &organization, lang, may.group).await?,
            parts: parts(&mut conn, &actor, &organization, lang, may.join).await?,
            officers: officers
                .iter()
                .map(|it| Officer {
                    id: it.id,
                    name: Spoken::leader(&it.names, lang),
                    title: Spoken::office(&it.office, lang),
                })
                .collect(),
            flag: flag(&papers),
            papers,
            cases,
            story: happened(&mut conn, &vault, lang, entries).await?,
            may,
            gave_way_to,
            behind,
            organization,
        },
    )
}

impl May {
    fn of(actor: &Actor, host: Country) -> Self {
        Self {
            see_coordinator: assignment::policy::see(actor).is_ok(),
            assign: assignment::policy::assign(actor).is_ok(),
            group: groups::group(actor).is_ok(),
            join: initiatives::keep(actor).is_ok(),
            see_leaders: leader::policy::see(actor, host).is_ok(),
        }
    }
}

/// Those that gave way to it: what was written under their numbers is read with it, by whoever may see them.
async fn behind(
    conn: &mut PgConnection,
    actor: &Actor,
    id: OrganizationId,
) -> Result<Vec<Organization>> {
    let mut behind = organization::gave_way_to(conn, id).await?;
    behind.retain(|it| organization::policy::see_all(actor, it, None).is_ok());
    Ok(behind)
}

async fn coordinator(
    conn: &mut PgConnection,
    vault: &crate::vault::Vault,
    id: OrganizationId,
) -> Result<Option<Coordinator>> {
    let Some(there) = assignment::of_organization(conn, id).await? else {
        return Ok(None);
    };
    let mut names = account::called(conn, vault, &[there.account]).await?;
    Ok(Some(Coordinator {
        id: there.id,
        name: names.remove(&there.account).unwrap_or_default(),
        since: there.since,
    }))
}

async fn seats(
    conn: &mut PgConnection,
    organization: &Organization,
    lang: Lang,
    may_end: bool,
) -> Result<Vec<Seat>> {
    let seats = group::of_organization(conn, organization.id).await?;
    Ok(seats
        .into_iter()
        .map(|seat| Seat {
            group: seat.group,
            name: Spoken::of(&seat.names, lang),
            kind_key: seat.kind.key(),
            role_key: seat.role.key(),
            ending: ending(organization, "memberships", seat.id, may_end),
        })
        .collect())
}

async fn parts(
    conn: &mut PgConnection,
    actor: &Actor,
    organization: &Organization,
    lang: Lang,
    may_end: bool,
) -> Result<Vec<Part>> {
    let scope = initiatives::desk(actor).unwrap_or(initiatives::public());
    let parts = initiative::of_organization(conn, scope, organization.id).await?;
    Ok(parts
        .into_iter()
        .map(|part| Part {
            initiative: part.initiative,
            title: Spoken::title(&part.texts, lang),
            stage_key: part.stage.key(),
            role_key: part.role.key(),
            ending: ending(organization, "initiatives", part.id, may_end),
        })
        .collect())
}

/// Where the form that ends something is sent; nowhere for those who may not.
fn ending(of: &Organization, part: &str, id: impl std::fmt::Display, may: bool) -> String {
    match may {
        true => urls::desk_organization_part(of.number, &format!("{part}/{id}/ending")),
        false => String::new(),
    }
}
