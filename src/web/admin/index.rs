//! Administration: the ways to what admins keep, each with what it is for.

use askama::Template;

use super::super::{Answer, Chrome, Page, filters, html, urls};
use crate::actor::Actor;
use crate::case::policy as cases;
use crate::document::policy as documents;
use crate::organization::policy as organizations;
use crate::{account, area, calendar, criterion, notice, phrase, prescreen};

#[derive(Template)]
#[template(path = "admin/index.html")]
struct IndexPage {
    page: Page,
    ways: Vec<Way>,
}

/// A way to a page.
struct Way {
    href: &'static str,
    name_key: &'static str,
    hint_key: &'static str,
}

/// `GET /admin`
pub async fn index(actor: Actor, chrome: Chrome) -> Answer {
    let _ = account::policy::list(&actor)?;
    let keys = [
        (
            urls::ADMIN_ACCOUNTS,
            "nav-accounts",
            "admin-accounts-hint",
            true,
        ),
        (
            urls::ADMIN_CHECKLISTS,
            "nav-checklists",
            "admin-checklists-hint",
            documents::keep_checklists(&actor).is_ok(),
        ),
        (
            urls::ADMIN_CRITERIA,
            "nav-criteria",
            "admin-criteria-hint",
            criterion::policy::read(&actor).is_ok(),
        ),
        (
            urls::ADMIN_PHRASES,
            "phrases-title",
            "admin-phrases-hint",
            phrase::policy::read(&actor).is_ok(),
        ),
        (
            urls::ADMIN_PRESCREEN,
            "nav-prescreen",
            "admin-prescreen-hint",
            prescreen::policy::read(&actor).is_ok(),
        ),
        (
            urls::ADMIN_DECIDING,
            "nav-deciding",
            "admin-deciding-hint",
            cases::read_ways(&actor).is_ok(),
        ),
        (
            urls::ADMIN_AREAS,
            "nav-areas",
            "admin-areas-hint",
            area::policy::read(&actor).is_ok(),
        ),
        (
            urls::ADMIN_CALENDAR,
            "calendar-title",
            "admin-calendar-hint",
            calendar::policy::see(&actor).is_ok(),
        ),
        (
            urls::ADMIN_DESK,
            "desk-rules-title",
            "admin-desk-hint",
            calendar::policy::see(&actor).is_ok(),
        ),
        (
            urls::ADMIN_STANDING,
            "standing-rules-title",
            "admin-standing-hint",
            organizations::see_ladder(&actor).is_ok(),
        ),
        (
            urls::ADMIN_MAIL,
            "nav-mail",
            "admin-mail-hint",
            notice::see_mail(&actor).is_ok(),
        ),
    ];
    let ways =
        keys.into_iter()
            .filter(|(.., is_open)| *is_open)
            .map(|(href, name_key, hint_key, _)| Way {
                href,
                name_key,
                hint_key,
            });
    let page = IndexPage {
        page: chrome.page(),
        ways: ways.collect(),
    };
    html(chrome.lang, page)
}
