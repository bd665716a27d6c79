//! The meetings of a group at the desk, in pages.

use askama::Template;

use super::words::{Listed, listed};
use crate::actor::Actor;
use crate::db::Read;
use crate::group;
use crate::ids::GroupId;
use crate::meeting::{self, policy};
use crate::say;
use crate::web::coordination::Spoken;
use crate::web::{Answer, Chrome, Error, PER_PAGE, Page, Pages, Path, Query, filters, html, urls};

#[derive(Template)]
#[template(path = "meetings/index.html")]
struct IndexPage {
    page: Page,
    group: Spoken,
    meetings: Vec<Listed>,
    pages: Pages,
}

/// `GET /desk/groups/{id}/meetings`
pub async fn index(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(id): Path<GroupId>,
    Query(query): Query,
) -> Answer {
    policy::see(&actor)?;
    let lang = chrome.lang;
    let found = group::find(&mut conn, id).await?.ok_or(Error::NotFound)?;
    let count = meeting::count_of_group(&mut conn, id).await?;
    let pages = Pages::of(&urls::desk_group_meetings(id), &query, count);
    let now = conn.now();
    let all = meeting::of_group(&mut conn, (id, now), (pages.offset, PER_PAGE)).await?;
    let name = Spoken::of(&found.said.names, lang);
    let page = chrome
        .page()
        .crumb(urls::DESK_GROUPS, say::t(lang, "nav-groups"))
        .crumb(urls::desk_group(id), name.text.clone())
        .crumb("", say::t(lang, "meetings"));
    html(
        lang,
        IndexPage {
            page,
            group: name,
            meetings: listed(lang, all, |it| urls::desk_meeting(it.id), |_| None),
            pages,
        },
    )
}
