//! Whom the board asked into a group, all of them, in pages.

use askama::Template;
use chrono::{DateTime, Utc};

use crate::actor::Actor;
use crate::db::Read;
use crate::group::{self, Asked, JoinAnswer, policy};
use crate::ids::GroupId;
use crate::say;
use crate::values::{Lang, RegistryNumber};
use crate::web::coordination::Spoken;
use crate::web::desk::{When, paragraphs};
use crate::web::{Answer, Chrome, Error, PER_PAGE, Page, Pages, Path, Query, filters, html, urls};

#[derive(Template)]
#[template(path = "groups/invitations.html")]
struct IndexPage {
    page: Page,
    group: Spoken,
    asked: Vec<Invited>,
    pages: Pages,
}

/// Somebody whom the board asked.
pub(super) struct Invited {
    /// Which organization; nothing for a leader.
    pub(super) organization: Option<(RegistryNumber, String)>,
    pub(super) role_key: &'static str,
    pub(super) when: When,
    /// Until when they can answer.
    pub(super) until: When,
    pub(super) is_open: bool,
    pub(super) answer_key: &'static str,
    pub(super) words: Vec<String>,
    /// Where a form that takes it back is sent; empty where nobody may.
    pub(super) withdrawal: String,
}

impl Invited {
    pub(super) fn of(
        (lang, now): (Lang, DateTime<Utc>),
        group: GroupId,
        it: Asked,
        may_change: bool,
    ) -> Self {
        let is_open = it.answer.is_none() && it.expires_at > now;
        Self {
            organization: it
                .organization
                .map(|(number, name)| (number, name.to_string())),
            role_key: it.role.key(),
            when: When::moment(lang, it.invited_at),
            until: When::day(lang, it.expires_at.date_naive()),
            is_open,
            answer_key: it.answer.unwrap_or(JoinAnswer::Expired).key(),
            words: paragraphs(it.words.as_ref()),
            withdrawal: match is_open && may_change {
                true => urls::desk_group_invitation_withdrawal(group, it.id),
                false => String::new(),
            },
        }
    }
}

/// `GET /desk/groups/{id}/invitations`
pub async fn index(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(id): Path<GroupId>,
    Query(query): Query,
) -> Answer {
    policy::desk(&actor)?;
    let (lang, now, vault) = (chrome.lang, conn.now(), conn.vault());
    let found = group::find(&mut conn, id).await?.ok_or(Error::NotFound)?;
    let may_change = policy::group(&actor).is_ok() && !found.end.is_over(now.date_naive());
    let count = group::count_asked(&mut conn, id).await?;
    let pages = Pages::of(&urls::desk_group_invitations(id), &query, count);
    let all = group::asked(&mut conn, &vault, id, (pages.offset, PER_PAGE)).await?;
    let name = Spoken::of(&found.said.names, lang);
    let page = chrome
        .page()
        .crumb(urls::DESK_GROUPS, say::t(lang, "nav-groups"))
        .crumb(urls::desk_group(id), name.text.clone())
        .crumb("", say::t(lang, "groups-asked"));
    let page = IndexPage {
        page,
        group: name,
        asked: all
            .into_iter()
            .map(|it| Invited::of((lang, now), id, it, may_change))
            .collect(),
        pages,
    };
    html(lang, page)
}
