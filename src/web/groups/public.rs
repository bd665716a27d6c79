//! A group, as anybody sees it.

use askama::Template;
use serde_json::json;

use super::facts::Facts;
use super::leaders::Leaders;
use super::seats::{Seat, seats};
use crate::db::Read;
use crate::group::{self, Group};
use crate::ids::GroupId;
use crate::say;
use crate::values::Lang;
use crate::web::coordination::Named;
use crate::web::{Answer, App, Chrome, Error, Page, Path, filters, html, json_ld, urls};
use axum::extract::State;

#[derive(Template)]
#[template(path = "groups/public.html")]
struct PublicPage {
    page: Page,
    facts: Facts,
    members: Vec<Named>,
    leaders: Leaders,
    seats: Vec<Seat>,
    json_ld: String,
}

/// `GET /groups/{id}`
pub async fn show(
    chrome: Chrome,
    State(app): State<App>,
    mut conn: Read,
    Path(id): Path<GroupId>,
) -> Answer {
    let (lang, today) = (chrome.lang, conn.today());
    let group = group::find(&mut conn, id).await?.ok_or(Error::NotFound)?;
    let members = group::members(&mut conn, id).await?;
    let facts = Facts::of(&mut conn, (lang, today), &group, urls::group).await?;
    let page = chrome
        .page()
        .crumb("/directory", say::t(lang, "nav-directory"))
        .crumb("", facts.name.text.clone());
    html(
        lang,
        PublicPage {
            page,
            leaders: Leaders::of(lang, group::leaders(&mut conn, id).await?, None),
            seats: seats(&mut conn, (lang, today), id).await?,
            json_ld: machine_readable(&app.config.url, (&group, &facts), &members, lang),
            members: members
                .iter()
                .map(|member| Named::new(&member.organization, member.role.key(), String::new()))
                .collect(),
            facts,
        },
    )
}

fn machine_readable(
    url: &str,
    (group, facts): (&Group, &Facts),
    members: &[group::Member],
    lang: Lang,
) -> String {
    let said = &group.said;
    let names = said
        .names
        .iter()
        .map(|name| json_ld::said(&name.text, Some(&name.language)));
    let members = members.iter().map(|member| {
        let of = &member.organization;
        json!({
            "@type": "NGO",
            "@id": format!("{url}{}", urls::organization(of.number)),
            "name": json_ld::said(&of.name, of.name_language.as_deref()),
            "identifier": of.number,
        })
    });
    let below = facts
        .below
        .iter()
        .map(|it| json!({ "@id": format!("{url}{}", urls::group(it.id)) }));
    json_ld::in_html(&json!({
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": format!("{url}{}", urls::group(group.id)),
        "additionalType": say::t(lang, said.kind.key()),
        "name": names.collect::<Vec<_>>(),
        "description": said.purpose(lang).map(|(text, language)| json_ld::said(text, Some(language))),
        "foundingDate": said.started_on,
        "dissolutionDate": said.ended_on.filter(|_| facts.is_over),
        "areaServed": said.host_countries,
        "parentOrganization": said.parent.map(|id| json!({ "@id": format!("{url}{}", urls::group(id)) })),
        "subOrganization": below.collect::<Vec<_>>(),
        "member": members.collect::<Vec<_>>(),
    }))
}
