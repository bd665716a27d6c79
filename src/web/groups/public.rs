//! Groups, as anybody sees them: those that go on, and one of them.

use askama::Template;
use serde_json::json;

use super::facts::Facts;
use super::leaders::Leaders;
use super::seats::{Seat, seats};
use crate::db::Read;
use crate::group::{self, Group};
use crate::ids::GroupId;
use crate::say;
use crate::values::{Country, GroupKind, GroupRole, Lang};
use crate::web::coordination::{Named, Spoken};
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

#[derive(Template)]
#[template(path = "groups/public_index.html")]
struct IndexPage {
    page: Page,
    /// Each kind of group with those of it.
    kinds: Vec<(&'static str, Vec<Listed>)>,
}

/// A group in the list.
struct Listed {
    href: String,
    name: Spoken,
    countries: Vec<Country>,
    members: i64,
}

/// `GET /groups`
pub async fn index(chrome: Chrome, mut conn: Read) -> Answer {
    let (lang, today) = (chrome.lang, conn.today());
    let mut groups = group::list(&mut conn, None, today).await?;
    let mut kinds = Vec::new();
    for kind in GroupKind::ALL {
        let of_kind = groups.extract_if(.., |it| it.kind == *kind);
        let of_kind: Vec<Listed> = of_kind
            .map(|it| Listed {
                href: urls::group(it.id),
                name: Spoken::of(&it.names, lang),
                countries: it.host_countries,
                members: it.members,
            })
            .collect();
        if !of_kind.is_empty() {
            kinds.push((kind.key(), of_kind));
        }
    }
    let page = chrome.page();
    html(lang, IndexPage { page, kinds })
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
    let mut members = group::members(&mut conn, id).await?;
    // Whoever is struck off is not shown as one of them.
    members.retain(|it| it.organization.can_join());
    let mut seats = seats(&mut conn, (lang, today), id).await?;
    seats.retain(|it| !it.is_struck_off);
    let leaders = group::leaders(&mut conn, id).await?;
    let facts = Facts::of(&mut conn, (lang, today), &group, urls::group).await?;
    let page = chrome
        .page()
        .crumb(urls::GROUPS, say::t(lang, "nav-groups"))
        .crumb("", facts.name.text.clone());
    html(
        lang,
        PublicPage {
            page,
            json_ld: machine_readable(
                &app.config.url,
                (&group, &facts),
                (&members, &leaders),
                lang,
            ),
            leaders: Leaders::of(lang, leaders, None),
            seats,
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
    (members, leaders): (&[group::Member], &[group::LeaderMember]),
    lang: Lang,
) -> String {
    let said = &group.said;
    let names = said
        .names
        .iter()
        .map(|name| json_ld::said(&name.text, Some(&name.language)));
    let members = members.iter().map(|member| {
        let of = &member.organization;
        let ngo = json!({
            "@type": "NGO",
            "@id": format!("{url}{}", urls::organization(of.number)),
            "name": json_ld::said(&of.name, of.name_language.as_deref()),
            "identifier": of.number,
        });
        match member.role {
            GroupRole::Lead | GroupRole::Partner | GroupRole::Supporter => json!({
                "@type": "OrganizationRole",
                "roleName": say::t(lang, member.role.key()),
                "member": ngo,
            }),
            _ => ngo,
        }
    });
    // Whoever the page does not name is not named here.
    let leaders = leaders.iter().filter_map(|it| {
        let name = it.names.as_ref()?.first()?;
        Some(json!({
            "@type": "Person",
            "@id": format!("{url}{}", urls::leader(it.leader)),
            "name": json_ld::said(&name.text, name.language.as_deref()),
        }))
    });
    let members = members.chain(leaders);
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
