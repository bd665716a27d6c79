//! The meetings that people of an organization are invited to: a list with the way to a calendar, and each with its agenda and what came
//! of it.

use std::collections::BTreeSet;

use askama::Template;
use axum::http::StatusCode;

use super::calendar::Secret;
use super::minutes::shown;
use super::words::{self, Listed, Shown, listed};
use crate::actor::Actor;
use crate::db::Tx;
use crate::group;
use crate::ids::{GroupId, MeetingId};
use crate::meeting::policy::Follower;
use crate::meeting::{self, Meeting};
use crate::organization::Organization;
use crate::say;
use crate::web::coordination::Spoken;
use crate::web::desk::{When, paragraphs};
use crate::web::sittings::starts;
use crate::web::teams::own;
use crate::web::{
    Answer, Chrome, Error, Fields, PER_PAGE, Page, Pages, Path, Query, Result, filters, html_with,
    urls,
};

#[derive(Template)]
#[template(path = "meetings/own_index.html")]
pub(super) struct IndexPage {
    page: Page,
    organization: Organization,
    meetings: Vec<Listed>,
    pages: Pages,
    calendar: Secret,
}

#[derive(Template)]
#[template(path = "meetings/own.html")]
struct ShowPage {
    page: Page,
    title: String,
    meeting: Meeting,
    when: When,
    stage_key: &'static str,
    tone: &'static str,
    why: Vec<String>,
    items: Vec<Shown>,
    answers: Vec<Answered>,
}

/// What the board says to a recommendation.
struct Answered {
    title: String,
    /// The key of it; empty while the board has not answered.
    key: &'static str,
    words: Vec<String>,
}

pub(super) async fn load(
    tx: &mut Tx,
    (actor, chrome): (&Actor, &Chrome),
    (organization, query): (Organization, &Fields),
    address: Option<String>,
) -> Result<IndexPage> {
    let (lang, number) = (chrome.lang, organization.number);
    let count = meeting::count_of_organization(tx, organization.id).await?;
    let pages = Pages::of(&urls::my_meetings(number), query, count);
    let slice = (pages.offset, PER_PAGE);
    let of = (organization.id, tx.now());
    let all = meeting::of_organization(tx, of, slice).await?;
    let groups: BTreeSet<GroupId> = all.iter().map(|it| it.group).collect();
    let groups: Vec<GroupId> = groups.into_iter().collect();
    let names = group::names(tx, &groups).await?;
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb(urls::my_organization(number), organization.name.clone())
        .crumb("", say::t(lang, "meetings"));
    Ok(IndexPage {
        page,
        pages,
        meetings: listed(
            lang,
            all,
            |it| urls::my_meeting(number, it.id),
            |it| names.get(&it.group).map(|names| Spoken::of(names, lang)),
        ),
        calendar: Secret {
            text_key: "calendar-address-text",
            is_there: meeting::has_feed(tx, Follower::Team(organization.id, actor.person()?.id))
                .await?,
            address,
            make: urls::my_calendar(number),
            revoke: urls::my_calendar_revocation(number),
        },
        organization,
    })
}

/// `GET /home/organizations/{number}/meetings`
pub async fn index(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(number): Path<String>,
    Query(query): Query,
) -> Answer {
    let (organization, _) = own(&mut tx, &actor, &number).await?;
    let page = load(&mut tx, (&actor, &chrome), (organization, &query), None).await?;
    html_with(StatusCode::OK, chrome.lang, page)
}

/// `GET /home/organizations/{number}/meetings/{id}`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((number, id)): Path<(String, MeetingId)>,
) -> Answer {
    let (organization, _) = own(&mut tx, &actor, &number).await?;
    let (lang, vault) = (chrome.lang, tx.vault());
    // One of a group that the organization is in, while it is in it.
    if !meeting::is_of_organization(&mut tx, organization.id, id).await? {
        return Err(Error::NotFound);
    }
    let found = meeting::find(&mut tx, &vault, id)
        .await?
        .ok_or(Error::NotFound)?;
    // Until it is closed, what is noted of it is the board's; then it is what the minutes say.
    let items = match meeting::minutes(&mut tx, &vault, &found).await? {
        Some((minutes, _)) => minutes.items.iter().map(shown).collect(),
        None => found
            .items
            .iter()
            .map(|it| Shown {
                kind_key: "meeting-item-kind-talk",
                result_key: "",
                words: Vec::new(),
                ..Shown::of(it)
            })
            .collect(),
    };
    let answers = meeting::of_meeting(&mut tx, &vault, id).await?;
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb(
            urls::my_organization(organization.number),
            organization.name.clone(),
        )
        .crumb(
            urls::my_meetings(organization.number),
            say::t(lang, "meetings"),
        )
        .crumb("", say::t(lang, "meeting"));
    html_with(
        StatusCode::OK,
        lang,
        ShowPage {
            page,
            title: words::title(lang, &found),
            when: starts(lang, found.starts_local, &found.zone),
            stage_key: found.stage.key(),
            tone: words::tone(found.stage),
            why: paragraphs(found.why.as_ref()),
            items,
            answers: answers
                .into_iter()
                .map(|it| Answered {
                    title: it.title.to_string(),
                    key: it.answer.as_ref().map_or("", |(answer, _)| answer.key()),
                    words: paragraphs(it.answer.as_ref().map(|(_, words)| words)),
                })
                .collect(),
            meeting: found,
        },
    )
}
