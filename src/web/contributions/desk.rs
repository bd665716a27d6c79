//! What organizations recorded that they gave, as the board looks at it.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::sums::Sums;
use super::team::{Row, proof, proofs, titles};
use crate::actor::Actor;
use crate::contribution::{self, Contribution, Reach, Verdict, policy};
use crate::db::{Read, Tx};
use crate::ids::{ContributionId, OrganizationId};
use crate::organization::{self, Organization, team};
use crate::say;
use crate::values::{Problem, Prose, TeamRole};
use crate::web::desk::paragraphs;
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, PER_PAGE, Page, Pages, Path, Query, Result, Sheet,
    filters, html, html_with, redirect_with_flash, urls,
};

/// The longest words of the board.
const MOST: usize = 1_000;

#[derive(Template)]
#[template(path = "contributions/desk.html")]
struct IndexPage {
    page: Page,
    /// On the first page alone.
    sums: Sums,
    /// Each with the name of its organization.
    rows: Vec<(String, Row)>,
    pages: Pages,
}

#[derive(Template)]
#[template(path = "contributions/review.html")]
struct ShowPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    row: Row,
    proof: Vec<String>,
    has_file: bool,
    /// What it took the place of.
    before: Option<Row>,
    is_superseded: bool,
    answers: Vec<(&'static str, String)>,
    may_review: bool,
    /// What the form was made for: a colleague who says something meanwhile makes it another.
    seen: String,
    /// What was written where a colleague was faster; nothing where nobody was.
    typed: Option<String>,
    here: String,
}

/// `GET /desk/contributions`
pub async fn index(actor: Actor, chrome: Chrome, mut conn: Read, Query(query): Query) -> Answer {
    let granted = policy::see_all(&actor)?;
    let (vault, lang) = (conn.vault(), chrome.lang);
    let count = contribution::count_waiting(&mut conn, &granted).await?;
    let pages = Pages::of(urls::DESK_CONTRIBUTIONS, &query, count);
    let slice = (pages.offset, PER_PAGE);
    let all = contribution::waiting(&mut conn, &vault, &granted, slice).await?;
    let titles = titles(&mut conn, &all).await?;
    let ids: Vec<OrganizationId> = all.iter().map(|it| it.organization).collect();
    let names: HashMap<OrganizationId, String> = organization::find_many(&mut conn, &ids)
        .await?
        .into_iter()
        .map(|it| (it.id, it.name))
        .collect();
    let rows = all.iter().map(|it| {
        let name = names.get(&it.organization).cloned().unwrap_or_default();
        let href = urls::desk_contribution(it.id);
        (name, Row::new(lang, it, href, &titles))
    });
    let rows = rows.collect();
    let sums = match pages.is_first() {
        true => Sums::of(&mut conn, lang, Reach::Everything).await?,
        false => Sums::default(),
    };
    let page = chrome
        .page()
        .crumb(urls::DESK_INITIATIVES, say::t(lang, "nav-initiatives"))
        .crumb("", say::t(lang, "contributions-title"));
    html(
        lang,
        IndexPage {
            page,
            sums,
            rows,
            pages,
        },
    )
}

/// A contribution with its organization, for whoever reads all of them.
pub(super) async fn seen(
    tx: &mut Tx,
    actor: &Actor,
    id: ContributionId,
) -> Result<(Contribution, Organization, Option<TeamRole>)> {
    policy::see_all(actor)?;
    let vault = tx.vault();
    let found = contribution::find(tx, &vault, id)
        .await?
        .ok_or(Error::NotFound)?;
    let organization = organization::find(tx, found.organization)
        .await?
        .ok_or(Error::NotFound)?;
    let own = team::role_of_actor(tx, organization.id, actor).await?;
    Ok((found, organization, own))
}

/// How a contribution stands, as a form remembers it.
fn as_seen(found: &Contribution) -> String {
    format!("{} {}", found.review, found.given.evidence)
}

/// The page as it stands now, for somebody who was overtaken: nothing of theirs was done, and what they wrote is not lost.
async fn overtaken(
    tx: &mut Tx,
    (actor, chrome): (&Actor, &Chrome),
    id: ContributionId,
    fields: &Fields,
) -> Answer {
    let seen = seen(tx, actor, id).await?;
    let mut page = load(tx, (actor, chrome), seen, Sheet::empty()).await?;
    page.typed = Some(fields.get("words").to_owned());
    html_with(StatusCode::CONFLICT, chrome.lang, page)
}

async fn load(
    tx: &mut Tx,
    (actor, chrome): (&Actor, &Chrome),
    (found, organization, own): (Contribution, Organization, Option<TeamRole>),
    form: Sheet,
) -> Result<ShowPage> {
    let (lang, vault) = (chrome.lang, tx.vault());
    let before = match found.replaces {
        Some(id) => contribution::find(tx, &vault, id).await?,
        None => None,
    };
    let mut both = vec![found.clone()];
    both.extend(before.clone());
    let titles = titles(tx, &both).await?;
    let files = proofs(tx, &vault, &both).await?;
    let row = |of: &Contribution| {
        let may_open = policy::see_file(actor, of, &organization, own).is_ok();
        let file = proof(lang, &files, of, urls::desk_contribution_proof);
        Row {
            files: file.into_iter().filter(|_| may_open).collect(),
            ..Row::new(lang, of, urls::desk_contribution(of.id), &titles)
        }
    };
    let shown = row(&found);
    let page = chrome
        .page()
        .crumb(
            urls::DESK_CONTRIBUTIONS,
            say::t(lang, "contributions-title"),
        )
        .crumb("", shown.what.clone());
    Ok(ShowPage {
        page,
        form,
        row: shown,
        has_file: found.given.file.is_some(),
        proof: paragraphs(found.given.proof.as_ref()),
        before: before.as_ref().map(row),
        is_superseded: found.superseded_at.is_some(),
        answers: ["accept", "verify", "refuse"]
            .map(|it| (it, say::t(lang, &format!("contributions-answer-{it}"))))
            .into(),
        may_review: policy::review(actor, &found, &organization, own).is_ok(),
        seen: as_seen(&found),
        typed: None,
        here: format!("{}/review", urls::desk_contribution(found.id)),
        organization,
    })
}

/// `GET /desk/contributions/{id}`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(id): Path<ContributionId>,
) -> Answer {
    let seen = seen(&mut tx, &actor, id).await?;
    let page = load(&mut tx, (&actor, &chrome), seen, Sheet::empty()).await?;
    html(chrome.lang, page)
}

/// `POST /desk/contributions/{id}/review`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<ContributionId>,
    Form(fields): Form,
) -> Answer {
    let (found, organization, own) = seen(&mut tx, &actor, id).await?;
    let granted = match policy::review(&actor, &found, &organization, own) {
        Ok(granted) if fields.get("seen") == as_seen(&found) => granted,
        Ok(_) | Err(crate::Error::Overtaken) => {
            return overtaken(&mut tx, (&actor, &chrome), id, &fields).await;
        }
        Err(error) => return Err(error.into()),
    };
    let mut reader = fields.reader();
    let answer = reader.required("answer", |text| match text {
        "accept" | "verify" | "refuse" => Ok(text.to_owned()),
        _ => Err(Problem::Required),
    });
    let words = match answer.as_deref() {
        Some("refuse") => reader.required("words", |text| Prose::parse(text, MOST)),
        _ => None,
    };
    let mistakes = reader.done().err().unwrap_or_default();
    let verdict = match (answer.as_deref(), words) {
        (Some("accept"), _) => Some(Verdict::Accept),
        (Some("verify"), _) => Some(Verdict::Verify),
        (Some("refuse"), Some(words)) => Some(Verdict::Refuse(words)),
        _ => None,
    };
    match verdict {
        Some(verdict) => {
            match contribution::review(&mut tx, &granted, &verdict).await {
                Ok(()) => {}
                Err(crate::Error::Overtaken) => {
                    return overtaken(&mut tx, (&actor, &chrome), id, &fields).await;
                }
                Err(error) => return Err(error.into()),
            }
            let to = urls::DESK_CONTRIBUTIONS;
            redirect_with_flash(&app, tx.commit().await?, to, "flash-contribution-reviewed")
        }
        None => {
            let form = Sheet::with(fields, mistakes);
            let seen = (found, organization, own);
            let page = load(&mut tx, (&actor, &chrome), seen, form).await?;
            html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
        }
    }
}
