//! A leader's public page: there while their consent is in force, and not a moment longer.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::response::IntoResponse;
use chrono::NaiveDate;
use serde_json::{Value, json};

use super::facts::{Line, Shown, addresses, shown};
use crate::db::Read;
use crate::group;
use crate::ids::{GroupId, LeaderId};
use crate::leader::{self, ConsentField, Deed, PublicLeader, Reference};
use crate::say;
use crate::values::{Country, Lang, RegistryNumber, Wording};
use crate::web::coordination::{Spoken, term};
use crate::web::{Answer, App, Chrome, Error, Page, Path, filters, html, json_ld, moved, urls};

#[derive(Template)]
#[template(path = "leaders/show.html")]
struct ShowPage {
    page: Page,
    name: Spoken,
    other_names: Vec<Spoken>,
    addresses: Vec<Line>,
    facts: Vec<Shown>,
    offices: Vec<Office>,
    /// The groups that they are in: their pages say so too.
    groups: Vec<(String, Spoken)>,
    json_ld: String,
    claim: String,
}

/// An office and where it is held.
struct Office {
    title: Spoken,
    organization: Spoken,
    number: RegistryNumber,
    country: Country,
    dates: String,
    is_former: bool,
    /// Whether they only act in it.
    acting: bool,
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
    let Some(leader) = leader::public_leader(&mut conn, &vault, id).await? else {
        // One that gave way leads to its survivor, as far as anybody may see that.
        let into = leader::merged_into(&mut conn, id).await?;
        let into = into.ok_or(Error::NotFound)?;
        leader::public_leader(&mut conn, &vault, into)
            .await?
            .ok_or(Error::NotFound)?;
        return moved(urls::leader(into));
    };
    let groups = group::of_leader(&mut conn, id, today).await?;
    let name = Spoken::leader(&leader.facts.names, lang);
    let page = chrome
        .page()
        .crumb("/directory", say::t(lang, "nav-directory"))
        .crumb("", name.text.clone());
    let page = ShowPage {
        page,
        other_names: leader
            .facts
            .names
            .iter()
            .map(|it| Spoken::new(it.text.as_str(), it.language.as_ref()))
            .filter(|it| *it != name)
            .collect(),
        addresses: addresses(lang, &leader.facts),
        facts: shown(
            lang,
            &leader.facts.only(|field| field != ConsentField::Name),
            &BTreeMap::new(),
        ),
        claim: urls::leader_claim(id),
        offices: offices(&leader, lang, today),
        json_ld: machine_readable(&app.config.url, (&leader, &groups), today),
        groups: groups
            .iter()
            .map(|(id, names)| (urls::group(*id), Spoken::of(names, lang)))
            .collect(),
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
            acting: office.acting,
        })
        .collect()
}

fn machine_readable(
    url: &str,
    (leader, groups): (&PublicLeader, &[(GroupId, Vec<Wording>)]),
    today: NaiveDate,
) -> String {
    let facts = &leader.facts;
    let mut names = facts
        .names
        .iter()
        .map(|name| json_ld::said(&name.text, name.language.as_deref()));
    let name = names.next();
    let held = || leader.offices.iter().filter(|(it, _)| it.is_held(today));
    let titles = held().map(|(office, _)| {
        let language = office.title_language.as_deref();
        if !office.acting {
            return json_ld::said(&office.title, language);
        }
        // schema.org knows nobody who only acts in an office, and nobody is said to hold it who does not.
        let lang = language.and_then(Lang::from_code).unwrap_or(Lang::En);
        let title = format!("{} ({})", office.title, say::t(lang, "leaders-acting"));
        json_ld::said(&title, language)
    });
    let organizations = held().map(|(_, of)| {
        json!({
            "@type": "NGO",
            "@id": format!("{url}{}", urls::organization(of.number)),
            "name": json_ld::said(&of.name, of.name_language.as_deref()),
            "identifier": of.number,
        })
    });
    let mut person = json!({
        "@context": "https://schema.org",
        "@type": "Person",
        "@id": format!("{url}{}", urls::leader(leader.id)),
        "name": name,
        "alternateName": names.collect::<Vec<_>>(),
        "knowsLanguage": facts.languages,
        "jobTitle": titles.collect::<Vec<_>>(),
        "worksFor": organizations.collect::<Vec<_>>(),
    });
    // What is not agreed to, or not known, is not there at all.
    let mut add = |key: &str, values: Vec<Value>| {
        if !values.is_empty() {
            person[key] = Value::Array(values);
        }
    };
    add(
        "email",
        facts.email.iter().map(|it| json!(it.as_str())).collect(),
    );
    add(
        "telephone",
        facts.phone.iter().map(|it| json!(it.as_str())).collect(),
    );
    add(
        "knowsAbout",
        facts
            .areas
            .iter()
            .map(|it| json!(it.name(Lang::En)))
            .collect(),
    );
    add(
        "award",
        facts.honours.iter().map(|it| json!(it.title)).collect(),
    );
    let works = |deeds: &[Deed], kind: &str, on: &str| -> Vec<Value> {
        deeds.iter().map(|it| work(it, kind, on)).collect()
    };
    add(
        "subjectOf",
        works(&facts.statements, "CreativeWork", "datePublished"),
    );
    add(
        "performerIn",
        works(&facts.engagements, "Event", "startDate"),
    );
    let groups = groups.iter();
    add(
        "memberOf",
        groups
            .map(|(id, names)| json_ld::group(url, *id, names))
            .collect(),
    );
    json_ld::in_html(&person)
}

/// A statement or an engagement.
fn work(deed: &Deed, kind: &str, on: &str) -> Value {
    let mut work = json!({ "@type": kind, "name": deed.title, on: deed.on });
    if let Reference::Address(page) = &deed.source {
        work["url"] = json!(page.as_str());
    }
    work
}
