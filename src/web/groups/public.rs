//! A group, as anybody sees it.

use askama::Template;
use serde_json::json;

use super::seats::{Seat, seats};
use crate::db::Read;
use crate::group::{self, Group};
use crate::ids::GroupId;
use crate::say;
use crate::values::Lang;
use crate::web::coordination::{Named, Spoken};
use crate::web::{Answer, App, Chrome, Error, Page, Path, filters, html, json_ld, urls};
use axum::extract::State;

#[derive(Template)]
#[template(path = "groups/public.html")]
struct PublicPage {
    page: Page,
    name: Spoken,
    other_names: Vec<Spoken>,
    purpose: Option<Spoken>,
    group: Group,
    members: Vec<Named>,
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
    let name = Spoken::of(&group.names, lang);
    let page = chrome
        .page()
        .crumb("/directory", say::t(lang, "nav-directory"))
        .crumb("", name.text.clone());
    html(
        lang,
        PublicPage {
            page,
            other_names: other_names(&group, &name),
            purpose: Spoken::purpose(&group),
            seats: seats(&mut conn, (lang, today), id).await?,
            json_ld: machine_readable(&app.config.url, &group, &members, lang),
            members: members
                .iter()
                .map(|member| Named::new(&member.organization, member.role.key(), String::new()))
                .collect(),
            name,
            group,
        },
    )
}

/// What the group is called besides the name on top.
pub(super) fn other_names(group: &Group, shown: &Spoken) -> Vec<Spoken> {
    group
        .names
        .iter()
        .map(|name| Spoken::new(name.text.as_str(), Some(&name.language)))
        .filter(|name| name != shown)
        .collect()
}

fn machine_readable(url: &str, group: &Group, members: &[group::Member], lang: Lang) -> String {
    let names = group
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
    json_ld::in_html(&json!({
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": format!("{url}{}", urls::group(group.id)),
        "additionalType": say::t(lang, group.kind.key()),
        "name": names.collect::<Vec<_>>(),
        "description": group.purpose.as_ref().map(|it| json_ld::said(&it.text, Some(&it.language))),
        "foundingDate": group.started_on,
        "areaServed": group.host_country,
        "member": members.collect::<Vec<_>>(),
    }))
}
