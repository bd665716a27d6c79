//! What is asked for: the items of the checklists. A change is one more version, and a version is never lost.

use askama::Template;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::super::{
    Answer, Chrome, Error, Fields, Mistakes, Page, Result, Sheet, filters, html, html_with, say,
    urls,
};
use super::kept::{self, Kept, YES, fill, hints, options, position, words};
use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::document::policy::{self, CanKeepChecklists};
use crate::document::{self, Asks, Item};
use crate::ids::ItemId;
use crate::organization::Particular;
use crate::values::{CaseKind, Country, Kind, Lang, Line};

/// The longest title and the longest hint.
const TITLE_MAX: usize = 120;
const HINT_MAX: usize = 400;

#[derive(Template)]
#[template(path = "admin/checklists.html")]
struct IndexPage {
    page: Page,
    items: Vec<Row>,
}

#[derive(Template)]
#[template(path = "admin/checklist_item.html")]
struct ItemPage {
    page: Page,
    form: Sheet,
    title: String,
    action: String,
    seen: String,
    is_new: bool,
    /// Whether somebody changed it while this was typed.
    overtaken: bool,
    case_kinds: Vec<(&'static str, String)>,
    kinds: Vec<(&'static str, String)>,
    particulars: Vec<(&'static str, String)>,
    past: Vec<Past>,
}

/// An item in the list.
struct Row {
    href: String,
    title: String,
    asks: Asks,
    applies: String,
}

/// A version of an item.
struct Past {
    version: i32,
    title: String,
    when: String,
    iso: String,
    asks: Asks,
}

/// `GET /admin/checklists`
pub async fn index(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    let _ = policy::keep_checklists(&actor)?;
    let lang = chrome.lang;
    let items = document::items(&mut read).await?;
    html(
        lang,
        IndexPage {
            page: chrome
                .admin_page()
                .crumb("", say::t(chrome.lang, "nav-checklists")),
            items: items
                .into_iter()
                .map(|item| Row {
                    href: urls::admin_checklist_item(item.id),
                    title: item.asks.title.of(lang).to_owned(),
                    applies: applies(lang, &item.asks),
                    asks: item.asks,
                })
                .collect(),
        },
    )
}

/// The list, as its forms keep it.
pub struct Checklists;

impl Kept for Checklists {
    type Id = ItemId;
    type Entry = Item;
    type Terms = Asks;
    type CanKeep = CanKeepChecklists;

    const LIST: &'static str = urls::ADMIN_CHECKLISTS;
    const SAVED: &'static str = "flash-checklist-saved";

    fn keep(actor: &Actor) -> Result<CanKeepChecklists> {
        Ok(policy::keep_checklists(actor)?)
    }

    async fn find(conn: &mut PgConnection, _: &Actor, id: ItemId) -> Result<Item> {
        document::item(conn, id).await?.ok_or(Error::NotFound)
    }

    fn terms(entry: &Item) -> &Asks {
        &entry.asks
    }

    fn seen(entry: &Item) -> String {
        entry.version.to_string()
    }

    fn fresh() -> Fields {
        kept::placed()
    }

    fn filled(asks: &Asks) -> Fields {
        let mut fields = Fields::default();
        fields.set("position", asks.position.to_string());
        fill(&mut fields, "title", &asks.title);
        fill(&mut fields, "hint", &asks.hint);
        let boxes = [
            ("needed", asks.needed),
            ("personal", asks.personal),
            ("expires", asks.expires),
            ("paper_only", asks.paper_only),
            ("withdrawn", asks.withdrawn),
        ];
        kept::tick(&mut fields, boxes);
        for kind in &asks.case_kinds {
            fields.push("case_kinds", kind.code());
        }
        for kind in &asks.kinds {
            fields.push("kinds", kind.code());
        }
        for field in &asks.proves {
            fields.push("proves", field.code());
        }
        let hosts: Vec<&str> = asks.hosts.iter().map(|host| host.code()).collect();
        fields.set("hosts", hosts.join(", "));
        fields
    }

    fn read(sent: &Fields, _: Option<&Item>) -> Result<Asks, Mistakes> {
        asks(sent)
    }

    async fn write(
        tx: &mut Tx,
        granted: &CanKeepChecklists,
        known: Option<&Item>,
        asks: &Asks,
    ) -> crate::Result<Result<(), Mistakes>> {
        let seen = known.map(|item| (item.id, item.version));
        document::write_item(tx, granted, seen, asks).await?;
        Ok(Ok(()))
    }

    async fn page(
        status: StatusCode,
        chrome: &Chrome,
        conn: &mut PgConnection,
        granted: &CanKeepChecklists,
        item: Option<&Item>,
        form: Sheet,
    ) -> Answer {
        let lang = chrome.lang;
        let past = match item {
            Some(item) => document::versions(conn, granted, item.id).await?,
            None => Vec::new(),
        };
        let title = match item {
            Some(item) => item.asks.title.of(lang).to_owned(),
            None => say::t(lang, "checklist-new-title"),
        };
        html_with(
            status,
            lang,
            ItemPage {
                page: chrome
                    .admin_page()
                    .crumb(urls::ADMIN_CHECKLISTS, say::t(lang, "checklists-title"))
                    .crumb("", title.clone()),
                action: item.map_or_else(
                    || urls::ADMIN_CHECKLISTS.to_owned(),
                    |item| urls::admin_checklist_item(item.id),
                ),
                seen: item.map(Self::seen).unwrap_or_default(),
                is_new: item.is_none(),
                overtaken: status == StatusCode::CONFLICT,
                case_kinds: options(lang, CaseKind::ALL, |it| (it.code(), it.key())),
                kinds: options(lang, Kind::ALL, |it| (it.code(), it.key())),
                particulars: options(lang, Particular::ALL, |it| (it.code(), it.key())),
                past: past
                    .into_iter()
                    .map(|(item, at)| Past {
                        version: item.version,
                        title: item.asks.title.of(lang).to_owned(),
                        when: say::day(lang, at.date_naive()),
                        iso: at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
                        asks: item.asks,
                    })
                    .collect(),
                title,
                form,
            },
        )
    }
}

/// What the form says.
fn asks(sent: &Fields) -> Result<Asks, Mistakes> {
    let mut reader = sent.reader();
    let title = words(&mut reader, "title", |reader, field| {
        reader.required(field, |text| Line::parse(text, TITLE_MAX))
    });
    let hint = hints(&mut reader, HINT_MAX);
    let position = position(&mut reader);
    let case_kinds = reader.many("case_kinds", CaseKind::parse);
    let kinds = reader.many("kinds", Kind::parse);
    let proves = reader.many("proves", Particular::parse);
    let mut hosts = Vec::new();
    for part in sent.get("hosts").split([',', ';', '،']).map(str::trim) {
        match Country::parse(part) {
            _ if part.is_empty() => {}
            Ok(host) if hosts.contains(&host) => {}
            Ok(host) => hosts.push(host),
            Err(problem) => reader.problem("hosts", problem),
        }
    }
    reader.done()?;
    Ok(Asks {
        // A position that is missing was noted as a mistake.
        position: position.ok_or_else(Mistakes::default)?,
        title,
        hint,
        needed: sent.has("needed", YES),
        personal: sent.has("personal", YES),
        expires: sent.has("expires", YES),
        case_kinds,
        kinds,
        hosts,
        paper_only: sent.has("paper_only", YES),
        proves,
        withdrawn: sent.has("withdrawn", YES),
    })
}

/// For what an item is asked, in a line.
fn applies(lang: Lang, asks: &Asks) -> String {
    let cases = asks.case_kinds.iter().map(|kind| say::t(lang, kind.key()));
    let kinds = asks.kinds.iter().map(|kind| say::t(lang, kind.key()));
    let hosts = asks.hosts.iter().map(|host| host.name(lang).to_owned());
    let paper = asks
        .paper_only
        .then(|| say::t(lang, "checklist-paper-only-short"));
    let all: Vec<String> = cases.chain(kinds).chain(hosts).chain(paper).collect();
    match all.is_empty() {
        true => say::t(lang, "checklist-applies-to-all"),
        false => say::list(lang, &all),
    }
}
