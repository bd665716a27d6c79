//! The consents of a leader at the desk: what they agreed to, recording more, and withdrawing.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{Datelike as _, NaiveDate};

use super::seen;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::LeaderId;
use crate::leader::{self, ConsentMeans, Given, Withdrawn, policy};
use crate::organization::{self, Organization};
use crate::say;
use crate::values::{Arg, Line, RegistryNumber};
use crate::web::coordination::{Spoken, choices};
use crate::web::leaders::consents::{Agreed, Open, agreed, open, read, would_show};
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, Result, Sheet, dates, filters, html_with,
    redirect_with_flash, urls,
};

#[derive(Template)]
#[template(path = "desk_organizations/consents.html")]
struct IndexPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    name: Spoken,
    agreed: Vec<Agreed>,
    open: Vec<Open>,
    means: Vec<(&'static str, String)>,
    action: String,
    withdrawal: String,
}

/// The organization, if the leader is or was in office there and the actor keeps consents.
async fn of(
    tx: &mut Tx,
    actor: &Actor,
    (number, id): (RegistryNumber, LeaderId),
) -> Result<(Organization, policy::CanKeepConsents)> {
    let (organization, _) = seen(tx, actor, number).await?;
    let own = leader::leads_own(tx, actor, id).await?;
    let granted = policy::keep_consents(actor, own)?;
    match leader::is_of(tx, id, organization.id).await? {
        true => Ok((organization, granted)),
        false => Err(Error::NotFound),
    }
}

async fn load(
    tx: &mut Tx,
    (actor, chrome): (&Actor, &Chrome),
    organization: Organization,
    id: LeaderId,
    form: Sheet,
) -> Result<IndexPage> {
    let (lang, number) = (chrome.lang, organization.number);
    let sees = policy::see(actor, organization.host_country)?;
    let mention = organization::mention(tx, organization.id)
        .await?
        .ok_or(Error::NotFound)?;
    let one = leader::look_at_one(tx, &sees, &mention, id).await?;
    let today = tx.today();
    let offices = leader::offices(tx, id).await?;
    let held: Vec<&leader::Office> = offices
        .iter()
        .map(|(office, _)| office)
        .filter(|office| office.is_held(today))
        .collect();
    let values = would_show(lang, &one.facts, &held);
    let consents = consents(tx, id).await?;
    let leaders_href = urls::desk_organization_part(number, "leaders");
    let page = chrome
        .page()
        .crumb(urls::DESK, say::t(lang, "nav-desk"))
        .crumb(urls::desk_organization(number), organization.name.clone())
        .crumb(leaders_href, say::t(lang, "leaders-title"))
        .crumb("", say::t(lang, "leaders-consents"));
    let part = |part| urls::desk_organization_part(number, &format!("leaders/{id}/{part}"));
    Ok(IndexPage {
        page,
        form,
        name: Spoken::leader(&one.facts.names, lang),
        agreed: agreed(&consents, ConsentMeans::key),
        open: open(lang, &consents, Some(&values)),
        means: choices(
            lang,
            ConsentMeans::ALL,
            ConsentMeans::code,
            ConsentMeans::key,
        ),
        action: part("consents"),
        withdrawal: part("withdrawal"),
        organization,
    })
}

async fn consents(tx: &mut Tx, id: LeaderId) -> Result<Vec<leader::Consent>> {
    let found = leader::consents(tx, &[id]).await?;
    Ok(found.into_iter().map(|(_, consent)| consent).collect())
}

/// `GET /desk/organizations/{number}/leaders/{id}/consents`
pub async fn index(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, LeaderId)>,
) -> Answer {
    let (organization, _) = of(&mut tx, &actor, (number, id)).await?;
    let who = (&actor, &chrome);
    let page = load(&mut tx, who, organization, id, Sheet::empty()).await?;
    let _ = tx.commit().await?;
    html_with(StatusCode::OK, chrome.lang, page)
}

/// `POST /desk/organizations/{number}/leaders/{id}/consents`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, LeaderId)>,
    Form(fields): Form,
) -> Answer {
    let (organization, granted) = of(&mut tx, &actor, (number, id)).await?;
    let today = tx.today();
    let there = consents(&mut tx, id).await?;
    let mut reader = fields.reader();
    let agreements = read(&mut reader, &there, "leaders-consent-none");
    let means = reader.required("means", ConsentMeans::parse);
    let spoken_to = reader.optional("spoken_to", |text| Line::parse(text, 300));
    if means == Some(ConsentMeans::InPerson) && fields.get("spoken_to").trim().is_empty() {
        reader.mistake("spoken_to", "leaders-consent-to-whom");
    }
    let given_on = day(&mut reader, today);
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let (Some(day), Some(given_on)) = (taken_back(&mut tx, id, &agreements).await?, given_on)
        && given_on <= day
    {
        let args = vec![("day", Arg::Text(say::day(chrome.lang, day)))];
        mistakes.add_with("given", "leaders-consent-taken-back", args);
    }
    if let (Some(means), Some(given_on), true) = (means, given_on, mistakes.is_empty()) {
        let given = Given {
            agreements,
            means,
            given_on,
            spoken_to,
        };
        let said = match leader::give_consent(&mut tx, &granted, id, &given).await? {
            0 => "flash-leader-consent-there",
            _ => "flash-leader-consent-given",
        };
        let to = urls::desk_organization_part(number, &format!("leaders/{id}/consents"));
        return redirect_with_flash(&app, tx.commit().await?, to, said);
    }
    let sheet = Sheet::with(fields, mistakes);
    let page = load(&mut tx, (&actor, &chrome), organization, id, sheet).await?;
    let _ = tx.commit().await?;
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}

/// The last day on which a leader took back one of these themselves and did not agree to it since.
async fn taken_back(
    tx: &mut Tx,
    id: LeaderId,
    agreements: &[leader::Agreement],
) -> Result<Option<NaiveDate>> {
    let taken = leader::taken_back(tx, id).await?;
    let of_these = taken.into_iter().filter(|(it, _)| agreements.contains(it));
    Ok(of_these.map(|(_, day)| day).max())
}

/// The first year in which anybody who lives could have agreed.
const FIRST_YEAR: i32 = 1900;

/// The day on which they agreed: today where none is said, and never one to come or of another age.
fn day(reader: &mut crate::web::Reader<'_>, today: NaiveDate) -> Option<NaiveDate> {
    let parts = ["day", "month", "year"].map(|part| format!("given-{part}"));
    if parts
        .iter()
        .all(|part| reader.fields().get(part).trim().is_empty())
    {
        return Some(today);
    }
    let day = dates::optional(reader, "given")?;
    if day > today {
        reader.mistake("given", "leaders-consent-to-come");
        return None;
    }
    if day.year() < FIRST_YEAR {
        reader.mistake("given", "leaders-consent-long-ago");
        return None;
    }
    Some(day)
}

/// `POST /desk/organizations/{number}/leaders/{id}/withdrawal`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, LeaderId)>,
    Form(fields): Form,
) -> Answer {
    let (_, granted) = of(&mut tx, &actor, (number, id)).await?;
    let what = Withdrawn::parse(fields.get("what")).map_err(|_| Error::NotFound)?;
    leader::withdraw_consent(&mut tx, &granted.withdrawing(), id, what).await?;
    let to = urls::desk_organization_part(number, &format!("leaders/{id}/consents"));
    redirect_with_flash(
        &app,
        tx.commit().await?,
        to,
        "flash-leader-consent-withdrawn",
    )
}
