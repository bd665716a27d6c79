//! Whom of a group one may invite today, and how they are reached. Whoever looks is on record.

use askama::Template;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::IntoResponse as _;

use crate::actor::Actor;
use crate::db::Tx;
use crate::group;
use crate::ids::GroupId;
use crate::leader::{self, policy};
use crate::say;
use crate::values::RegistryNumber;
use crate::web::coordination::Spoken;
use crate::web::{Answer, Chrome, Error, Page, Path, filters, html_with, urls};

#[derive(Template)]
#[template(path = "groups/invitees.html")]
struct IndexPage {
    page: Page,
    group: Spoken,
    invitees: Vec<Row>,
}

struct Row {
    number: RegistryNumber,
    organization: String,
    office_key: &'static str,
    is_taken: bool,
    name: Option<Spoken>,
    email: String,
}

/// `GET /desk/groups/{id}/invitees`. It writes down that somebody looked, and nothing else.
pub async fn index(actor: Actor, chrome: Chrome, mut tx: Tx, Path(id): Path<GroupId>) -> Answer {
    let granted = policy::invite(&actor)?;
    let (lang, today) = (chrome.lang, tx.today());
    let found = group::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let invitees = leader::invitees(&mut tx, &granted, id, today).await?;
    let _ = tx.commit().await?;
    let name = Spoken::of(&found.said.names, lang);
    let page = chrome
        .page()
        .crumb(urls::DESK_GROUPS, say::t(lang, "nav-groups"))
        .crumb(urls::desk_group(id), name.text.clone())
        .crumb("", say::t(lang, "groups-invitees"));
    let page = IndexPage {
        page,
        group: name,
        invitees: invitees
            .into_iter()
            .map(|it| Row {
                number: it.number,
                organization: it.organization.to_string(),
                office_key: it.office.key(),
                is_taken: it.is_taken,
                name: it.names.map(|names| Spoken::leader(&names, lang)),
                email: it.email.map(|email| email.readable()).unwrap_or_default(),
            })
            .collect(),
    };
    let answer = html_with(StatusCode::OK, lang, page)?;
    Ok(([(CACHE_CONTROL, "no-store")], answer).into_response())
}
