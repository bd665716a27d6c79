//! The form that lets a file in.

use askama::Template;
use axum::http::StatusCode;

use super::columns;
use crate::actor::Actor;
use crate::roster::policy;
use crate::values::Lang;
use crate::web::{Answer, Chrome, Page, Sheet, filters, html_with, say};

#[derive(Template)]
#[template(path = "imports/new.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    columns: Vec<(&'static str, String)>,
}

pub(super) async fn new(actor: Actor, chrome: Chrome) -> Answer {
    policy::import(&actor)?;
    page(&chrome, StatusCode::OK, Sheet::empty())
}

/// The form, fresh or as it came back.
pub(super) fn page(chrome: &Chrome, status: StatusCode, form: Sheet) -> Answer {
    let lang = chrome.lang;
    html_with(
        status,
        lang,
        NewPage {
            page: chrome
                .page()
                .crumb("/imports", say::t(lang, "import-title")),
            form,
            columns: ways(lang),
        },
    )
}

fn ways(lang: Lang) -> Vec<(&'static str, String)> {
    columns::all()
        .map(|(code, key)| (code, say::t(lang, key)))
        .collect()
}
