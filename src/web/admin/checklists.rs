//! What is asked for: the items of the checklists. A change is one more version, and a version is never lost.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::super::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Reader, Sheet, filters, html,
    html_with, redirect_with_flash, say, see, urls,
};
use crate::actor::Actor;
use crate::db::{self, Read, Tx};
use crate::document::policy::{self, CanKeepChecklists};
use crate::document::{self, Asks, Item};
use crate::ids::ItemId;
use crate::organization::Particular;
use crate::values::{CaseKind, Country, InEveryLanguage, Kind, Lang, Line, Problem};

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
    version: i32,
    is_new: bool,
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

/// `GET /admin/checklists/new`
pub async fn new(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    let granted = policy::keep_checklists(&actor)?;
    let form = Sheet::empty();
    page(StatusCode::OK, &chrome, &mut read, &granted, None, form).await
}

/// `GET /admin/checklists/{id}`
pub async fn edit(actor: Actor, chrome: Chrome, mut read: Read, Path(id): Path<ItemId>) -> Answer {
    let granted = policy::keep_checklists(&actor)?;
    let item = document::item(&mut read, id)
        .await?
        .ok_or(Error::NotFound)?;
    let form = Sheet::of(filled(&item.asks));
    page(
        StatusCode::OK,
        &chrome,
        &mut read,
        &granted,
        Some(item),
        form,
    )
    .await
}

/// `POST /admin/checklists`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let granted = policy::keep_checklists(&actor)?;
    let person = actor.person()?.id;
    let asks = match asks(&sent) {
        Ok(asks) => asks,
        Err(mistakes) => {
            let form = Sheet::with(sent, mistakes);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(status, &chrome, &mut tx, &granted, None, form).await;
        }
    };
    let key = Sheet::of(sent).key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    document::write_item(&mut tx, &granted, None, &asks).await?;
    db::finish(&mut tx, person, key, urls::ADMIN_CHECKLISTS).await?;
    saved(&app, tx).await
}

/// `POST /admin/checklists/{id}`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<ItemId>,
    Form(sent): Form,
) -> Answer {
    let granted = policy::keep_checklists(&actor)?;
    let item = document::item(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let asks = match asks(&sent) {
        Ok(asks) => asks,
        Err(mistakes) => {
            let form = Sheet::with(sent, mistakes);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(status, &chrome, &mut tx, &granted, Some(item), form).await;
        }
    };
    let seen = sent.get("version").parse().map_err(|_| Error::Overtaken)?;
    if seen == item.version && asks == item.asks {
        return see(urls::ADMIN_CHECKLISTS);
    }
    document::write_item(&mut tx, &granted, Some((id, seen)), &asks).await?;
    saved(&app, tx).await
}

async fn saved(app: &App, tx: Tx) -> Answer {
    let committed = tx.commit().await?;
    redirect_with_flash(
        app,
        committed,
        urls::ADMIN_CHECKLISTS,
        "flash-checklist-saved",
    )
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
        needed: sent.has("needed", "yes"),
        personal: sent.has("personal", "yes"),
        expires: sent.has("expires", "yes"),
        case_kinds,
        kinds,
        hosts,
        paper_only: sent.has("paper_only", "yes"),
        proves,
        withdrawn: sent.has("withdrawn", "yes"),
    })
}

/// Hints: in every language, or in none.
pub(super) fn hints(reader: &mut Reader<'_>, most: usize) -> InEveryLanguage {
    let hint = words(reader, "hint", |reader, field| {
        reader.optional(field, |text| Line::parse(text, most))
    });
    let given = [&hint.en, &hint.ru, &hint.ar];
    if given.iter().any(|hint| hint.is_empty()) && given.iter().any(|hint| !hint.is_empty()) {
        for (hint, lang) in given.into_iter().zip(["en", "ru", "ar"]) {
            if hint.is_empty() {
                reader.mistake(format!("hint_{lang}"), "checklist-hint-everywhere");
            }
        }
    }
    hint
}

/// A place in a list.
pub(super) fn position(reader: &mut Reader<'_>) -> Option<i16> {
    reader.required("position", |text| {
        let number = text.trim().parse().map_err(|_| Problem::UnknownCode)?;
        if (0..=1000).contains(&number) {
            Ok(number)
        } else {
            Err(Problem::UnknownCode)
        }
    })
}

/// The same thing in every language, a field for each.
pub(super) fn words(
    reader: &mut Reader<'_>,
    field: &str,
    read: impl Fn(&mut Reader<'_>, &str) -> Option<Line>,
) -> InEveryLanguage {
    let mut one = |lang: &str| {
        let line = read(reader, &format!("{field}_{lang}"));
        line.map(String::from).unwrap_or_default()
    };
    InEveryLanguage {
        en: one("en"),
        ru: one("ru"),
        ar: one("ar"),
    }
}

/// The form for what an item says now.
fn filled(asks: &Asks) -> Fields {
    let mut fields = Fields::default();
    fields.set("position", asks.position.to_string());
    for lang in Lang::ALL {
        fields.set(&format!("title_{}", lang.code()), asks.title.of(*lang));
        fields.set(&format!("hint_{}", lang.code()), asks.hint.of(*lang));
    }
    for (name, is_so) in [
        ("needed", asks.needed),
        ("personal", asks.personal),
        ("expires", asks.expires),
        ("paper_only", asks.paper_only),
        ("withdrawn", asks.withdrawn),
    ] {
        if is_so {
            fields.set(name, "yes");
        }
    }
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
        false => all.join(", "),
    }
}

async fn page(
    status: StatusCode,
    chrome: &Chrome,
    conn: &mut sqlx::PgConnection,
    granted: &CanKeepChecklists,
    item: Option<Item>,
    form: Sheet,
) -> Answer {
    let lang = chrome.lang;
    let past = match &item {
        Some(item) => document::versions(conn, granted, item.id).await?,
        None => Vec::new(),
    };
    let title = match &item {
        Some(item) => item.asks.title.of(lang).to_owned(),
        None => say::t(lang, "checklist-new-title"),
    };
    let form = match (&item, form.fields().sent("position")) {
        (None, false) => {
            let mut fields = form.fields().clone();
            fields.set("position", "100");
            Sheet::of(fields)
        }
        _ => form,
    };
    html_with(
        status,
        lang,
        ItemPage {
            page: chrome
                .admin_page()
                .crumb(urls::ADMIN_CHECKLISTS, say::t(lang, "checklists-title"))
                .crumb("", title.clone()),
            action: item.as_ref().map_or_else(
                || urls::ADMIN_CHECKLISTS.to_owned(),
                |item| urls::admin_checklist_item(item.id),
            ),
            version: item.as_ref().map_or(0, |item| item.version),
            is_new: item.is_none(),
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

/// What a form offers of a closed list.
pub(super) fn options<T: Copy>(
    lang: Lang,
    all: &[T],
    named: impl Fn(T) -> (&'static str, &'static str),
) -> Vec<(&'static str, String)> {
    all.iter()
        .map(|one| named(*one))
        .map(|(code, key)| (code, say::t(lang, key)))
        .collect()
}
