//! An initiative, as the desk sees it: who carries it, whether it is published, and what happened.

use askama::Template;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::public::{other_titles, summary};
use crate::actor::Actor;
use crate::db::Read;
use crate::history::{self, SubjectKind};
use crate::ids::InitiativeId;
use crate::initiative::{self, Initiative, policy};
use crate::say;
use crate::values::InitiativeRole;
use crate::vault::Vault;
use crate::web::coordination::{Happened, Named, Spoken, choices, happened, term};
use crate::web::{
    Answer, Chrome, Error, Page, Path, Result, Sheet, areas, filters, html, html_with, urls,
};

#[derive(Template)]
#[template(path = "initiatives/show.html")]
struct ShowPage {
    page: Page,
    title: Spoken,
    other_titles: Vec<Spoken>,
    summary: Option<Spoken>,
    initiative: Initiative,
    areas: String,
    dates: String,
    partners: Vec<Named>,
    may_change: bool,
    roles: Vec<(&'static str, String)>,
    form: Sheet,
    story: Vec<Happened>,
}

/// `GET /desk/initiatives/{id}`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(id): Path<InitiativeId>,
) -> Answer {
    let vault = conn.vault();
    let page = load(&mut conn, &vault, &actor, &chrome, id, Sheet::empty()).await?;
    html(chrome.lang, page)
}

/// The same with the form that came back.
pub(super) async fn again(
    conn: &mut PgConnection,
    vault: &Vault,
    actor: &Actor,
    chrome: &Chrome,
    id: InitiativeId,
    form: Sheet,
) -> Answer {
    let page = load(conn, vault, actor, chrome, id, form).await?;
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}

async fn load(
    conn: &mut PgConnection,
    vault: &Vault,
    actor: &Actor,
    chrome: &Chrome,
    id: InitiativeId,
    form: Sheet,
) -> Result<ShowPage> {
    let scope = policy::desk(actor)?;
    let lang = chrome.lang;
    let initiative = initiative::find(conn, scope, id)
        .await?
        .ok_or(Error::NotFound)?;
    let may_change = policy::keep(actor).is_ok();
    let ending = |partnership| match may_change {
        true => urls::desk_initiative_partner_ending(id, partnership),
        false => String::new(),
    };
    let partners = initiative::partners(conn, id).await?;
    let entries = history::of_subject(conn, vault, SubjectKind::Initiative, id.uuid()).await?;
    let title = Spoken::title(&initiative.texts, lang);
    let page = chrome
        .page()
        .crumb(urls::DESK_INITIATIVES, say::t(lang, "nav-initiatives"))
        .crumb("", title.text.clone());
    Ok(ShowPage {
        page,
        other_titles: other_titles(&initiative, &title),
        summary: summary(&initiative, lang),
        areas: areas::names(lang, &initiative.areas).join(" · "),
        dates: term(lang, initiative.starts_on, initiative.ends_on),
        partners: partners
            .iter()
            .map(|it| Named::new(&it.organization, it.role.key(), ending(it.id)))
            .collect(),
        may_change,
        roles: choices(
            lang,
            InitiativeRole::ALL,
            InitiativeRole::code,
            InitiativeRole::key,
        ),
        form,
        story: happened(conn, vault, lang, entries).await?,
        title,
        initiative,
    })
}
