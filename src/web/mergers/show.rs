//! What was merged or split: by whom, when and why, what moved, and taking it back.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::SecondsFormat;
use sqlx::PgConnection;

use super::{both, crumbs, dir_of, lang_of};
use crate::account;
use crate::actor::Actor;
use crate::db::{self, Read, Tx};
use crate::ids::{AccountId, MergerId};
use crate::merger::{self, Count, Hindrance, Merger, MergerKind};
use crate::organization::{Organization, policy, team};
use crate::say;
use crate::values::Prose;
use crate::vault::Vault;
use crate::web::{
    Answer, App, Chrome, Error, Form, Mistakes, Page, Path, Result, Sheet, filters, html,
    html_with, redirect_with_flash, see, urls,
};

/// The longest reason.
const MOST: usize = 2_000;

#[derive(Template)]
#[template(path = "mergers/show.html")]
struct ShowPage {
    page: Page,
    form: Sheet,
    merger: Merger,
    counts: Vec<Count>,
    hindrances: Vec<Hindrance>,
    by: String,
    undone_by: String,
    may_undo: bool,
}

/// What it is called on the page of one of the two.
pub(super) const fn title_key(kind: MergerKind, is_survivor: bool) -> &'static str {
    match (kind, is_survivor) {
        (MergerKind::Merge, true) => "merger-took-in",
        (MergerKind::Merge, false) => "merger-gave-way",
        (MergerKind::Split, true) => "merger-split-off",
        (MergerKind::Split, false) => "merger-split-from",
    }
}

impl ShowPage {
    fn lang(&self, of: &Organization) -> String {
        lang_of(of).to_owned()
    }

    fn dir(&self, of: &Organization) -> &'static str {
        dir_of(of)
    }

    fn iso(&self, at: &chrono::DateTime<chrono::Utc>) -> String {
        at.to_rfc3339_opts(SecondsFormat::Secs, true)
    }

    fn title(&self) -> &'static str {
        match self.merger.kind {
            MergerKind::Merge => "merger-show-merged",
            MergerKind::Split => "merger-show-split",
        }
    }

    fn undo_text(&self) -> &'static str {
        match self.merger.kind {
            MergerKind::Merge => "merger-undo-merge-text",
            MergerKind::Split => "merger-undo-split-text",
        }
    }

    fn action(&self) -> String {
        format!("{}/undoing", urls::merger(self.merger.id))
    }

    async fn load(
        conn: &mut PgConnection,
        vault: &Vault,
        chrome: &Chrome,
        actor: &Actor,
        merger: Merger,
        form: Sheet,
    ) -> Result<Self> {
        let lang = chrome.lang;
        let accounts: Vec<AccountId> = std::iter::once(merger.by)
            .chain(merger.undone.as_ref().map(|it| it.by))
            .collect();
        let names = account::called(conn, vault, &accounts).await?;
        let called = |id: AccountId| names.get(&id).cloned().unwrap_or_default();
        let mut may_undo = merger.undone.is_none();
        for one in [&merger.survivor, &merger.other] {
            let own = team::role_of_actor(conn, one.id, actor).await?;
            may_undo &= policy::sort_out(actor, one, own).is_ok();
        }
        let hindrances = match merger.undone {
            Some(_) => Vec::new(),
            None => merger::hindrances(conn, &merger).await?,
        };
        let page = crumbs(chrome, &merger.survivor)
            .crumb(
                urls::desk_organization_part(merger.survivor.number, "mergers"),
                say::t(lang, "merger-index-title"),
            )
            .crumb("", say::day(lang, merger.at.date_naive()));
        Ok(Self {
            page,
            form,
            counts: merger::counts(conn, merger.id).await?,
            hindrances,
            by: called(merger.by),
            undone_by: merger
                .undone
                .as_ref()
                .map(|it| called(it.by))
                .unwrap_or_default(),
            may_undo,
            merger,
        })
    }
}

/// A merger, for somebody who has a desk and sees both.
async fn found(
    conn: &mut PgConnection,
    vault: &Vault,
    actor: &Actor,
    id: MergerId,
) -> Result<Merger> {
    actor.person()?;
    let merger = merger::find(conn, vault, id)
        .await?
        .ok_or(Error::NotFound)?;
    super::seen(conn, actor, merger.survivor.number).await?;
    super::seen(conn, actor, merger.other.number).await?;
    Ok(merger)
}

/// `GET /desk/mergers/{id}`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Path(id): Path<MergerId>,
) -> Answer {
    let vault = read.vault();
    let merger = found(&mut read, &vault, &actor, id).await?;
    let form = Sheet::empty();
    let page = ShowPage::load(&mut read, &vault, &chrome, &actor, merger, form).await?;
    html(chrome.lang, page)
}

/// `POST /desk/mergers/{id}/undoing`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<MergerId>,
    Form(fields): Form,
) -> Answer {
    let (vault, lang) = (tx.vault(), chrome.lang);
    let merger = found(&mut tx, &vault, &actor, id).await?;
    let numbers = (merger.survivor.number, merger.other.number);
    let granted = both(&mut tx, &actor, numbers).await?;
    let reason = match Prose::parse(fields.get("reason"), MOST) {
        Ok(reason) => reason,
        Err(problem) => {
            let mut mistakes = Mistakes::default();
            mistakes.problem("reason", problem);
            let form = Sheet::with(fields, mistakes);
            let page = ShowPage::load(&mut tx, &vault, &chrome, &actor, merger, form).await?;
            return html_with(StatusCode::UNPROCESSABLE_ENTITY, lang, page);
        }
    };
    let (person, key) = (actor.person()?.id, Sheet::of(fields.clone()).key());
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    match merger::undo(&mut tx, &granted, id, &reason).await? {
        Ok(()) => {
            let to = urls::merger(id);
            db::finish(&mut tx, person, key, &to).await?;
            redirect_with_flash(&app, tx.commit().await?, to, "flash-merger-undone")
        }
        // The page says what stands in the way; what was typed stays.
        Err(_) => {
            let merger = found(&mut tx, &vault, &actor, id).await?;
            let mut fields = fields;
            fields.remove(crate::web::KEY);
            let form = Sheet::of(fields);
            let page = ShowPage::load(&mut tx, &vault, &chrome, &actor, merger, form).await?;
            html_with(StatusCode::CONFLICT, lang, page)
        }
    }
}
