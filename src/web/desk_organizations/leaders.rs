//! The leaders of an organization with all that the board knows, and their consents. Whoever looks is on record.

use askama::Template;
use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::response::IntoResponse;

use super::seen;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::LeaderId;
use crate::leader::{self, ConsentMeans, ConsentPurpose, FullLeader, policy};
use crate::organization::{self, Organization};
use crate::say;
use crate::values::{Lang, RegistryNumber};
use crate::web::coordination::{Spoken, choices, term};
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, filters, html, redirect_with_flash, urls,
};

#[derive(Template)]
#[template(path = "desk_organizations/leaders.html")]
struct IndexPage {
    page: Page,
    organization: Organization,
    leaders: Vec<Row>,
    means: Vec<(&'static str, String)>,
    may_keep: bool,
}

struct Row {
    id: LeaderId,
    name: Spoken,
    other_names: Vec<Spoken>,
    title: Spoken,
    dates: String,
    signs: bool,
    email: String,
    is_public: bool,
    consent: String,
    withdrawal: String,
}

impl Row {
    fn new(lang: Lang, of: &Organization, leader: FullLeader) -> Self {
        let name = Spoken::leader(&leader.names, lang);
        let to = |act: &str| {
            urls::desk_organization_part(of.number, &format!("leaders/{}/{act}", leader.id))
        };
        Self {
            id: leader.id,
            other_names: leader
                .names
                .iter()
                .map(|it| Spoken::new(it.text.as_str(), it.language.as_ref()))
                .filter(|it| *it != name)
                .collect(),
            name,
            title: Spoken::office(&leader.office, lang),
            dates: term(lang, leader.office.since, leader.office.until),
            signs: leader.signs,
            email: leader
                .email
                .as_ref()
                .map(|email| email.readable())
                .unwrap_or_default(),
            is_public: leader.is_public,
            consent: to("consent"),
            withdrawal: to("withdrawal"),
        }
    }
}

/// `GET /desk/organizations/{number}/leaders`. It writes down that somebody looked, and nothing else.
pub async fn index(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let lang = chrome.lang;
    let (organization, _) = seen(&mut tx, &actor, number).await?;
    let granted = policy::see(&actor, organization.host_country)?;
    let mention = organization::mention(&mut tx, organization.id)
        .await?
        .ok_or(Error::NotFound)?;
    let leaders = leader::look_at(&mut tx, &granted, &mention).await?;
    let _ = tx.commit().await?;
    let page = chrome
        .page()
        .crumb("/desk", say::t(lang, "nav-desk"))
        .crumb(urls::desk_organization(number), organization.name.clone())
        .crumb("", say::t(lang, "leaders-title"));
    let page = IndexPage {
        page,
        leaders: leaders
            .into_iter()
            .map(|one| Row::new(lang, &organization, one))
            .collect(),
        means: choices(
            lang,
            ConsentMeans::ALL,
            ConsentMeans::code,
            ConsentMeans::key,
        ),
        may_keep: policy::keep_consents(&actor).is_ok(),
        organization,
    };
    Ok(([(CACHE_CONTROL, "no-store")], html(lang, page)?).into_response())
}

/// `POST /desk/organizations/{number}/leaders/{id}/consent`
pub async fn create(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, LeaderId)>,
    Form(fields): Form,
) -> Answer {
    seen(&mut tx, &actor, number).await?;
    let granted = policy::keep_consents(&actor)?;
    let means = ConsentMeans::parse(fields.get("means")).map_err(|_| Error::NotFound)?;
    let purpose = ConsentPurpose::PublicPage;
    let given = leader::give_consent(&mut tx, &granted, id, purpose, means).await?;
    let said = match given {
        true => "flash-leader-consent-given",
        false => "flash-leader-consent-there",
    };
    let to = urls::desk_organization_part(number, "leaders");
    redirect_with_flash(&app, tx.commit().await?, to, said)
}

/// `POST /desk/organizations/{number}/leaders/{id}/withdrawal`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, LeaderId)>,
) -> Answer {
    seen(&mut tx, &actor, number).await?;
    let granted = policy::keep_consents(&actor)?;
    leader::withdraw_consent(&mut tx, &granted, id, ConsentPurpose::PublicPage).await?;
    let to = urls::desk_organization_part(number, "leaders");
    redirect_with_flash(
        &app,
        tx.commit().await?,
        to,
        "flash-leader-consent-withdrawn",
    )
}
