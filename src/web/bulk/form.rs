//! The form of an act on many: which organizations, and what is done to each.

use askama::Template;
use axum::http::StatusCode;

use crate::actor::Actor;
use crate::bulk::{BulkKind, MOST, policy};
use crate::db::Read;
use crate::group;
use crate::ids::OrganizationId;
use crate::organization;
use crate::say;
use crate::search::{self, Directory, Filter};
use crate::values::{GroupRole, Lang, RegistryNumber};
use crate::web::coordination::{Spoken, choices};
use crate::web::desk::{Title, colleagues};
use crate::web::{Answer, Chrome, Fields, Mistakes, Page, Result, Sheet, filters, html_with, urls};

/// How many organizations can be ticked one by one.
const TICKED: usize = 200;

#[derive(Template)]
#[template(path = "bulk/new.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    kind: BulkKind,
    list: String,
    is_too_many: bool,
    people: Vec<(String, String)>,
    groups: Vec<(String, String)>,
    roles: Vec<(&'static str, String)>,
    langs: Vec<Language>,
    which: Vec<(&'static str, String)>,
    rows: Vec<Row>,
    /// Whether more were found than can be ticked.
    has_more: bool,
}

/// A language in which a letter can be written, with the names of its fields.
struct Language {
    lang: Lang,
    subject: String,
    text: String,
}

/// An organization that can be ticked.
struct Row {
    number: RegistryNumber,
    title: Title,
    host: &'static str,
}

impl NewPage {
    fn back(&self) -> String {
        urls::rosters(&self.list)
    }
}

/// The organizations that a list finds, one more than an act takes at most.
pub(super) async fn found(
    directory: &Directory,
    read: &mut Read,
    list: &str,
) -> Result<Vec<OrganizationId>> {
    let pairs = Fields::parse(list.as_bytes()).unwrap_or_default();
    let filter = Filter::of_pairs(pairs.iter());
    let query = directory.query(read, filter).await?;
    Ok(search::ids(read, &query, MOST + 1).await?)
}

/// The form with what was typed.
pub(super) async fn page(
    directory: &Directory,
    read: &mut Read,
    actor: &Actor,
    chrome: &Chrome,
    (kind, fields): (BulkKind, Fields),
    mistakes: Mistakes,
) -> Answer {
    let _ = policy::act(actor)?;
    let (vault, today, lang) = (read.vault(), read.today(), chrome.lang);
    let list = fields.get("list").to_owned();
    let ids = found(directory, read, &list).await?;
    let some: Vec<OrganizationId> = ids.iter().copied().take(TICKED).collect();
    let organizations = organization::find_many(read, &some).await?;
    let groups = match kind {
        BulkKind::Group => group::list(read, None, today).await?,
        _ => Vec::new(),
    };
    let people = match kind {
        BulkKind::Assign | BulkKind::Flag => colleagues(read, &vault, lang, today).await?,
        _ => Vec::new(),
    };
    let status = match mistakes.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let mut fields = fields;
    if fields.get("which").is_empty() {
        fields.set("which", "all");
    }
    let page = NewPage {
        page: chrome
            .page()
            .crumb("/rosters", say::t(lang, "nav-rosters"))
            .crumb("", say::t(lang, kind.key())),
        form: Sheet::with(fields, mistakes),
        kind,
        list,
        is_too_many: ids.len() > MOST,
        people,
        groups: groups
            .iter()
            .map(|it| (it.id.to_string(), Spoken::of(&it.names, lang).text))
            .collect(),
        roles: choices(lang, super::order::ROLES, GroupRole::code, GroupRole::key),
        langs: Lang::ALL
            .iter()
            .map(|lang| Language {
                lang: *lang,
                subject: format!("subject-{lang}"),
                text: format!("text-{lang}"),
            })
            .collect(),
        which: vec![
            (
                "all",
                say::t1(lang, "bulk-which-all", "count", ids.len().min(MOST) as i64),
            ),
            ("chosen", say::t(lang, "bulk-which-chosen")),
        ],
        rows: organizations
            .into_iter()
            .map(|it| Row {
                number: it.number,
                title: Title::of(lang, &it.name, it.name_language.as_ref()),
                host: it.host_country.name(lang),
            })
            .collect(),
        has_more: ids.len() > TICKED,
    };
    html_with(status, lang, page)
}
