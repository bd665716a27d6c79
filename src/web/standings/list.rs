//! Whom a step of the ladder would reach, one by one: the chair looks, and approves of what is on the page.

use askama::Template;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::horizon::{Horizon, Look};
use crate::actor::Actor;
use crate::db::Read;
use crate::organization::policy::{self, CanSeeLadder};
use crate::organization::standing::{self, Cursor, Listed, Rung};
use crate::say;
use crate::web::{
    Answer, Chrome, Error, Page, Path, Query, Result, Sheet, filters, html_with, urls,
};

/// The list of those that something holds back.
pub(super) const HELD: &str = "held";

#[derive(Template)]
#[template(path = "standings/list.html")]
pub(super) struct ListPage {
    page: Page,
    form: Sheet,
    /// Nothing for those that are held back.
    rung: Option<Rung>,
    title: String,
    looks: Vec<Look>,
    rows: Vec<Listed>,
    /// Whether the reader may approve of what is shown.
    may_approve: bool,
    may_delay: bool,
    next: String,
}

impl ListPage {
    pub(super) async fn load(
        conn: &mut PgConnection,
        chrome: &Chrome,
        granted: &CanSeeLadder,
        (rung, horizon, today): (Option<Rung>, Horizon, chrono::NaiveDate),
        after: Option<Cursor>,
        form: Sheet,
    ) -> Result<Self> {
        let (lang, day) = (chrome.lang, horizon.day(today));
        let (rows, next) = match rung {
            Some(rung) => standing::list(conn, granted, rung, day, after).await?,
            None => standing::held(conn, granted, day, after).await?,
        };
        let title_key = match rung {
            Some(Rung::Due) => "standing-list-due",
            Some(Rung::Lapsed) => "standing-list-lapsed",
            Some(Rung::Notice) => "standing-list-notice",
            Some(Rung::StruckOff) => "standing-list-struck-off",
            None => "standing-list-held",
        };
        let code = rung.map_or(HELD, Rung::code);
        let path = urls::desk_standing(code);
        let title = say::t(lang, title_key);
        let actor = granted.actor();
        Ok(Self {
            page: chrome
                .page()
                .crumb(urls::DESK, say::t(lang, "desk-title"))
                .crumb(urls::DESK_STANDING, say::t(lang, "standing-title"))
                .crumb("", title.clone()),
            may_approve: policy::approve(actor).is_ok()
                && horizon == Horizon::Today
                && rung.is_some_and(Rung::needs_chair)
                && rows.iter().any(|row| !row.own),
            may_delay: rows.iter().any(|row| !row.own) && policy::delay_any(actor).is_ok(),
            next: next
                .map(|it| format!("{path}?by={horizon}&after={it}"))
                .unwrap_or_default(),
            looks: horizon.looks(lang, &path),
            form,
            rung,
            title,
            rows,
        })
    }

    fn needs_chair(&self) -> bool {
        self.rung.is_some_and(Rung::needs_chair)
    }

    fn approval(&self) -> String {
        let code = self.rung.map_or(HELD, Rung::code);
        format!("{}/approval", urls::desk_standing(code))
    }

    /// What a box sends: which organization, and what was seen of it.
    fn value(&self, row: &Listed) -> String {
        format!("{}_{}", row.id, row.revision)
    }

    /// Whether a box is ticked: all are, until somebody sends the form.
    fn is_ticked(&self, row: &Listed) -> bool {
        self.form.mistakes().is_empty() || self.form.has("row", self.value(row))
    }

    fn lang(&self, row: &Listed) -> String {
        let language = row.name_language.as_ref();
        language.map(ToString::to_string).unwrap_or_default()
    }

    fn dir(&self, row: &Listed) -> &'static str {
        let language = row.name_language.as_ref();
        language.map_or("auto", |tag| tag.direction().code())
    }

    fn delay(&self, row: &Listed) -> String {
        urls::desk_organization_part(row.number, "standing/delay")
    }

    fn href(&self, row: &Listed) -> String {
        urls::desk_organization_part(row.number, "standing")
    }
}

/// `GET /desk/standing/{rung}`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    Path(rung): Path<String>,
    Query(query): Query,
    mut read: Read,
) -> Answer {
    let granted = policy::see_ladder(&actor)?;
    let rung = rung_of(&rung)?;
    let which = (rung, Horizon::read(query.get("by")), read.today());
    let after = query.get("after").parse().ok();
    let form = Sheet::empty();
    let page = ListPage::load(&mut read, &chrome, &granted, which, after, form).await?;
    html_with(StatusCode::OK, chrome.lang, page)
}

/// The rung of an address; nothing for those that are held back.
fn rung_of(text: &str) -> Result<Option<Rung>> {
    match text {
        HELD => Ok(None),
        text => Rung::from_code(text).map(Some).ok_or(Error::NotFound),
    }
}
