//! Linking an initiative to another that somebody looks for: a search, then what the one is to the other and why.

use std::collections::HashSet;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::show::MOST;
use super::view::{Suggested, links, read_link, suggested};
use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::ids::InitiativeId;
use crate::initiative::{self, Filter, Initiative, Scope};
use crate::radar::{self, NotLinked, policy};
use crate::say;
use crate::values::{Country, InitiativeStage, Prose};
use crate::web::coordination::Spoken;
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Query, Result, Sheet, filters,
    html, html_with, redirect_with_flash, urls,
};

/// How many a search shows.
const SHOWN: i64 = 20;

#[derive(Template)]
#[template(path = "overlaps/by_hand.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    here: String,
    back: String,
    title: Spoken,
    /// The one that was chosen.
    chosen: Option<Chosen>,
    /// What was looked for.
    words: String,
    count: i64,
    has_more: bool,
    found: Vec<Found>,
    overlaps: Vec<Suggested>,
    kinds: Vec<(String, String)>,
    /// Where what stands in the way is read; empty where nothing does.
    in_the_way: String,
}

struct Chosen {
    id: InitiativeId,
    title: Spoken,
    href: String,
    summary: Option<Spoken>,
}

struct Found {
    href: String,
    title: Spoken,
    stage: InitiativeStage,
    country: Option<Country>,
    city: String,
    is_linked: bool,
}

fn summary(of: &Initiative, lang: crate::values::Lang) -> Option<Spoken> {
    let text = initiative::InitiativeText::for_reader(&of.said.texts, lang)?;
    let summary = text.summary.as_ref()?;
    Some(Spoken::new(summary.as_str(), Some(&text.language)))
}

async fn load(
    conn: &mut PgConnection,
    chrome: &Chrome,
    (scope, id): (Scope, InitiativeId),
    form: Sheet,
    in_the_way: String,
) -> Result<NewPage> {
    let lang = chrome.lang;
    let here = urls::desk_initiative_links(id);
    let this = initiative::find(conn, scope, id)
        .await?
        .ok_or(Error::NotFound)?;
    let chosen = match form.get("with").parse::<InitiativeId>() {
        Ok(other) if other != id => initiative::find(conn, scope, other).await?,
        _ => None,
    };
    let filter = Filter {
        words: form.get("q").to_owned(),
        ..Filter::default()
    };
    let (mut found, mut overlaps, mut count) = (Vec::new(), Vec::new(), 0);
    if chosen.is_none() && !filter.words.trim().is_empty() {
        let pairs = radar::links_of(conn, scope, id).await?;
        let there: HashSet<InitiativeId> = pairs.iter().map(|pair| pair.besides(id)).collect();
        count = initiative::count(conn, scope, &filter).await?;
        let all = initiative::list(conn, scope, &filter, 0, SHOWN).await?;
        found = all
            .into_iter()
            .filter(|it| it.id != id)
            .map(|it| Found {
                href: format!("{here}?with={}", it.id),
                title: Spoken::title(&it.texts, lang),
                stage: it.stage,
                country: it.host_country,
                city: it.city.map(String::from).unwrap_or_default(),
                is_linked: there.contains(&it.id),
            })
            .collect();
    } else if chosen.is_none() {
        overlaps = suggested(conn, scope, id, lang).await?;
    }
    let title = Spoken::title(&this.said.texts, lang);
    let page = chrome
        .page()
        .crumb(urls::DESK_INITIATIVES, say::t(lang, "nav-initiatives"))
        .crumb(urls::desk_initiative(id), title.text.clone())
        .crumb("", say::t(lang, "links-new"));
    Ok(NewPage {
        page,
        here,
        back: urls::desk_initiative(id),
        title,
        chosen: chosen.map(|it| Chosen {
            id: it.id,
            title: Spoken::title(&it.said.texts, lang),
            href: urls::desk_initiative(it.id),
            summary: summary(&it, lang),
        }),
        words: filter.words,
        count,
        has_more: count > SHOWN,
        found,
        overlaps,
        kinds: links(lang),
        in_the_way,
        form,
    })
}

/// `GET /desk/initiatives/{id}/links`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(id): Path<InitiativeId>,
    Query(query): Query,
) -> Answer {
    let scope = policy::see(&actor)?.scope();
    policy::judge_any(&actor)?;
    let form = Sheet::of(query);
    let page = load(&mut conn, &chrome, (scope, id), form, String::new()).await?;
    html(chrome.lang, page)
}

/// `POST /desk/initiatives/{id}/links`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<InitiativeId>,
    Form(fields): Form,
) -> Answer {
    let scope = policy::see(&actor)?.scope();
    policy::judge_any(&actor)?;
    initiative::find(&mut tx, scope, id)
        .await?
        .ok_or(Error::NotFound)?;
    let other: Option<InitiativeId> = fields.get("with").parse().ok();
    let other = match other {
        Some(other) => initiative::find(&mut tx, scope, other).await?,
        None => None,
    };
    let mut reader = fields.reader();
    let kind = reader.required("link", read_link);
    let why = reader.required("link_words", |text| Prose::parse(text, MOST));
    let mut mistakes = reader.done().err().unwrap_or_default();
    let Some(other) = other else {
        // Whoever it was, is not there; the search is where they are found.
        let mistakes = Mistakes::one("q", "links-not-there");
        return again(
            &mut tx,
            &chrome,
            (scope, id),
            (fields, mistakes),
            String::new(),
        )
        .await;
    };
    let mut in_the_way = String::new();
    if let (Some(kind), Some(why)) = (kind, why) {
        let is_own = radar::is_own(&mut tx, &actor, &[id, other.id]).await?;
        let granted = policy::link(&actor, (id, other.id), is_own)?;
        match radar::link_by_hand(&mut tx, &granted, kind, &why).await? {
            Ok(_) => {
                let (done, to) = (tx.commit().await?, urls::desk_initiative(id));
                return redirect_with_flash(&app, done, to, "flash-radar-linked");
            }
            Err(NotLinked::Itself) => mistakes = Mistakes::one("q", "links-itself"),
            Err(NotLinked::Already(pair)) => {
                mistakes = Mistakes::one("link", "links-already");
                in_the_way = urls::desk_overlap(pair);
            }
            Err(NotLinked::Dismissed(pair)) => {
                mistakes = Mistakes::one("link", "links-dismissed");
                in_the_way = urls::desk_overlap(pair);
            }
        }
    }
    again(
        &mut tx,
        &chrome,
        (scope, id),
        (fields, mistakes),
        in_the_way,
    )
    .await
}

async fn again(
    tx: &mut Tx,
    chrome: &Chrome,
    of: (Scope, InitiativeId),
    (fields, mistakes): (Fields, Mistakes),
    in_the_way: String,
) -> Answer {
    let form = Sheet::with(fields, mistakes);
    let page = load(tx, chrome, of, form, in_the_way).await?;
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}
