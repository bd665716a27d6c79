//! A leader's public page: there while their consent is in force, and not a moment longer.

use askama::Template;
use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::response::IntoResponse;
use chrono::NaiveDate;
use serde_json::json;

use crate::db::Read;
use crate::ids::LeaderId;
use crate::leader::{self, PublicLeader};
use crate::say;
use crate::values::{Country, Lang, RegistryNumber};
use crate::web::coordination::{Spoken, term};
use crate::web::{Answer, App, Chrome, Error, Page, Path, filters, html, json_ld, urls};

#[derive(Template)]
#[template(path = "leaders/show.html")]
struct ShowPage {
    page: Page,
    name: Spoken,
    other_names: Vec<Spoken>,
    languages: Vec<String>,
    email: String,
    offices: Vec<Office>,
    json_ld: String,
}

/// An office and where it is held.
struct Office {
    title: Spoken,
    organization: Spoken,
    number: RegistryNumber,
    country: Country,
    dates: String,
    is_former: bool,
}

/// `GET /leaders/{id}`
pub async fn show(
    chrome: Chrome,
    State(app): State<App>,
    mut conn: Read,
    Path(id): Path<LeaderId>,
) -> Answer {
    let (lang, today) = (chrome.lang, conn.today());
    let vault = conn.vault();
    let leader = leader::public_leader(&mut conn, &vault, id)
        .await?
        .ok_or(Error::NotFound)?;
    let name = Spoken::leader(&leader.names, lang);
    let page = chrome
        .page()
        .crumb("/directory", say::t(lang, "nav-directory"))
        .crumb("", name.text.clone());
    let page = ShowPage {
        page,
        other_names: leader
            .names
            .iter()
            .map(|it| Spoken::new(it.text.as_str(), it.language.as_ref()))
            .filter(|it| *it != name)
            .collect(),
        languages: leader.languages.iter().map(|tag| tag.name(lang)).collect(),
        email: leader
            .email
            .as_ref()
            .map(|it| it.readable())
            .unwrap_or_default(),
        offices: offices(&leader, lang, today),
        json_ld: machine_readable(&app.config.url, &leader, today),
        name,
    };
    // A consent that is withdrawn works at once: no copy of the page outlives it.
    Ok(([(CACHE_CONTROL, "no-store")], html(lang, page)?).into_response())
}

fn offices(leader: &PublicLeader, lang: Lang, today: NaiveDate) -> Vec<Office> {
    leader
        .offices
        .iter()
        .map(|(office, organization)| Office {
            title: Spoken::office(office, lang),
            organization: Spoken::organization(organization),
            number: organization.number,
            country: organization.host_country,
            dates: term(lang, office.since, office.until),
            is_former: office.until.is_some_and(|until| until < today),
        })
        .collect()
}

fn machine_readable(url: &str, leader: &PublicLeader, today: NaiveDate) -> String {
    let mut names = leader
        .names
        .iter()
        .map(|name| json_ld::said(&name.text, name.language.as_deref()));
    let name = names.next();
    let held = || leader.offices.iter().filter(|(it, _)| it.is_held(today));
    let titles = held().map(|(office, _)| {
        let language = office.title_language.as_deref();
        json_ld::said(&office.title, language)
    });
    let organizations = held().map(|(_, of)| {
        json!({
            "@type": "NGO",
            "@id": format!("{url}{}", urls::organization(of.number)),
            "name": json_ld::said(&of.name, of.name_language.as_deref()),
            "identifier": of.number,
        })
    });
    json_ld::in_html(&json!({
        "@context": "https://schema.org",
        "@type": "Person",
        "@id": format!("{url}{}", urls::leader(leader.id)),
        "name": name,
        "alternateName": names.collect::<Vec<_>>(),
        "knowsLanguage": leader.languages,
        "jobTitle": titles.collect::<Vec<_>>(),
        "worksFor": organizations.collect::<Vec<_>>(),
    }))
}
