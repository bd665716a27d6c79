//! Rescues at the desk: those that wait, one of them, and what the post or the board decides.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, NaiveDate, Utc};

use crate::account;
use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::ids::RescueId;
use crate::organization::{self, Organization, team};
use crate::rescue::{self, Rescue, Stage, policy};
use crate::say;
use crate::values::{Prose, TeamRole};
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, Result, Sheet, filters, html, html_with,
    redirect_with_flash, urls,
};

/// The longest reason.
const REASON_MOST: usize = 4_000;

#[derive(Template)]
#[template(path = "rescues/index.html")]
struct IndexPage {
    page: Page,
    rows: Vec<Row>,
}

/// A rescue in the list.
struct Row {
    href: String,
    organization: Organization,
    asked_at: DateTime<Utc>,
    until: NaiveDate,
    /// Whether it can be decided.
    is_ripe: bool,
}

#[derive(Template)]
#[template(path = "rescues/show.html")]
struct ShowPage {
    page: Page,
    form: Sheet,
    rescue: Rescue,
    organization: Organization,
    claimant: String,
    owners: Vec<String>,
    until: Option<NaiveDate>,
    may_decide: bool,
    answers: Vec<(&'static str, String)>,
}

impl ShowPage {
    fn lang(&self) -> &str {
        let language = self.organization.name_language.as_deref();
        language.unwrap_or_default()
    }

    fn number(&self) -> String {
        self.organization.number.to_string()
    }

    fn here(&self) -> String {
        urls::desk_rescue(self.rescue.id)
    }
}

/// `GET /desk/rescues`
pub async fn index(actor: Actor, chrome: Chrome, mut conn: Read) -> Answer {
    let granted = policy::see(&actor)?;
    let (vault, today, lang) = (conn.vault(), conn.today(), chrome.lang);
    let found = rescue::waiting(&mut conn, &vault, granted.hosts()).await?;
    let ids: Vec<_> = found.iter().map(|one| one.organization).collect();
    let organizations = organization::find_many(&mut conn, &ids).await?;
    let rows = found
        .iter()
        .filter_map(|one| {
            let organization = organizations.iter().find(|it| it.id == one.organization)?;
            let Stage::Cooling { until } = one.stage else {
                return None;
            };
            Some(Row {
                href: urls::desk_rescue(one.id),
                organization: organization.clone(),
                asked_at: one.asked_at,
                until,
                is_ripe: until < today,
            })
        })
        .collect();
    let page = chrome
        .page()
        .crumb(urls::DESK, say::t(lang, "desk-title"))
        .crumb("", say::t(lang, "rescue-desk-title"));
    html(lang, IndexPage { page, rows })
}

/// The rescue with its organization, for whoever sees it at the desk.
async fn seen(
    conn: &mut sqlx::PgConnection,
    vault: &crate::vault::Vault,
    actor: &Actor,
    id: RescueId,
) -> Result<(Rescue, Organization, Option<TeamRole>)> {
    let granted = policy::see(actor)?;
    let found = rescue::find(conn, vault, id)
        .await?
        .ok_or(Error::NotFound)?;
    let organization = organization::find(conn, found.organization)
        .await?
        .ok_or(Error::NotFound)?;
    let own = team::role_of_actor(conn, organization.id, actor).await?;
    // Whoever has a part in it sees it as everybody does.
    let has_part = own.is_some() || actor.account() == Some(found.account);
    if has_part || !granted.reaches(organization.host_country) {
        return Err(Error::NotFound);
    }
    Ok((found, organization, own))
}

/// `GET /desk/rescues/{id}`
pub async fn show(actor: Actor, chrome: Chrome, mut tx: Tx, Path(id): Path<RescueId>) -> Answer {
    page(
        &actor,
        &chrome,
        &mut tx,
        id,
        (StatusCode::OK, Sheet::empty()),
    )
    .await
}

/// `POST /desk/rescues/{id}/decision`
pub async fn decide(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(id): Path<RescueId>,
    Form(sent): Form,
) -> Answer {
    let (vault, today) = (tx.vault(), tx.today());
    let (found, organization, own) = seen(&mut tx, &vault, &actor, id).await?;
    let granted = policy::decide(&actor, &found, &organization, own, today)?;
    let mut reader = sent.reader();
    let answer = reader.required("answer", |text| match text {
        "accept" | "refuse" => Ok(text == "accept"),
        _ => Err(crate::values::Problem::Required),
    });
    let reason = match answer {
        Some(false) => reader.required("reason", |text| Prose::parse(text, REASON_MOST)),
        _ => None,
    };
    let mistakes = reader.done().err().unwrap_or_default();
    let flash = match (answer, reason) {
        (Some(true), _) => {
            rescue::accept(&mut tx, granted).await?;
            "flash-rescue-accepted"
        }
        (Some(false), Some(reason)) => {
            rescue::refuse(&mut tx, granted, &reason).await?;
            "flash-rescue-refused"
        }
        _ => {
            let form = Sheet::with(sent, mistakes);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(&actor, &chrome, &mut tx, id, (status, form)).await;
        }
    };
    redirect_with_flash(&app, tx.commit().await?, urls::DESK_RESCUES, flash)
}

async fn page(
    actor: &Actor,
    chrome: &Chrome,
    tx: &mut Tx,
    id: RescueId,
    (status, form): (StatusCode, Sheet),
) -> Answer {
    let (vault, today, lang) = (tx.vault(), tx.today(), chrome.lang);
    let (found, organization, own) = seen(tx, &vault, actor, id).await?;
    let owners = team::owners(tx, organization.id).await?;
    let accounts: Vec<_> = owners.iter().copied().chain([found.account]).collect();
    let mut names = account::called(tx, &vault, &accounts).await?;
    let may_decide = policy::decide(actor, &found, &organization, own, today).is_ok();
    let page = chrome
        .page()
        .crumb(urls::DESK, say::t(lang, "desk-title"))
        .crumb(urls::DESK_RESCUES, say::t(lang, "rescue-desk-title"))
        .crumb("", organization.name.clone());
    let show = ShowPage {
        page,
        form,
        claimant: names.remove(&found.account).unwrap_or_default(),
        owners: owners
            .iter()
            .filter_map(|owner| names.get(owner).cloned())
            .collect(),
        until: match found.stage {
            Stage::Cooling { until } => Some(until),
            Stage::Ended { .. } => None,
        },
        may_decide,
        answers: vec![
            ("accept", say::t(lang, "rescue-accept")),
            ("refuse", say::t(lang, "rescue-refuse")),
        ],
        rescue: found,
        organization,
    };
    html_with(status, lang, show)
}
