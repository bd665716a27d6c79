//! Those who carry an initiative with one's organization, and whom its team asks to, where it leads.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::asked::{AskedRow, sentence};
use super::team::{crumbs, own};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{AssignmentId, InitiativeInvitationId};
use crate::initiative::{self, Carried, policy};
use crate::organization::Organization;
use crate::say;
use crate::values::{InitiativeRole, RegistryNumber, TeamRole};
use crate::web::coordination::{Named, Spoken, choices, organization_of};
use crate::web::{
    Answer, App, Chrome, Error, Form, Mistakes, Page, Path, Result, Sheet, filters, html,
    html_with, redirect_with_flash, urls,
};

#[derive(Template)]
#[template(path = "initiatives/partnership.html")]
struct IndexPage {
    page: Page,
    form: Sheet,
    title: Spoken,
    partners: Vec<Named>,
    asked: Vec<AskedRow>,
    roles: Vec<(&'static str, String)>,
    may_ask: bool,
    here: String,
}

/// What the organization carries by this part.
async fn found(
    conn: &mut PgConnection,
    organization: &Organization,
    id: AssignmentId,
) -> Result<Carried> {
    let all = initiative::carried(conn, organization.id).await?;
    all.into_iter()
        .find(|it| it.id == id)
        .ok_or(Error::NotFound)
}

async fn load(
    tx: &mut Tx,
    (actor, chrome): (&Actor, &Chrome),
    (organization, role): (&Organization, Option<TeamRole>),
    part: &Carried,
    form: Sheet,
) -> Result<IndexPage> {
    let (lang, now, vault) = (chrome.lang, tx.now(), tx.vault());
    let number = organization.number;
    let may_ask = policy::ask_for(actor, organization, role, (part.initiative, part.role)).is_ok();
    let partners = initiative::partners(tx, part.initiative).await?;
    let asked = match part.role {
        InitiativeRole::Lead => initiative::asked(tx, &vault, part.initiative).await?,
        InitiativeRole::Partner | InitiativeRole::Supporter => Vec::new(),
    };
    let title = Spoken::title(&part.texts, lang);
    // What others answer the board is between them and the board.
    let ours = asked
        .iter()
        .filter(|it| it.answer.is_none() || it.asking == Some(organization.id));
    let asked = ours.map(|it| {
        let withdrawal = match may_ask && it.asking == Some(organization.id) {
            true => urls::my_partnership_withdrawal(number, part.id, it.id),
            false => String::new(),
        };
        AskedRow::new((lang, now), it, urls::organization(it.number), withdrawal)
    });
    Ok(IndexPage {
        page: crumbs(chrome, organization)
            .crumb(
                urls::my_initiatives(number),
                say::t(lang, "initiatives-title"),
            )
            .crumb("", title.text.clone()),
        form,
        title,
        asked: asked.collect(),
        partners: partners
            .iter()
            .map(|it| Named::new(&it.organization, it.role.key(), String::new()))
            .collect(),
        roles: choices(
            lang,
            InitiativeRole::ALL,
            InitiativeRole::code,
            InitiativeRole::key,
        ),
        may_ask,
        here: urls::my_partnership(number, part.id),
    })
}

/// `GET /home/organizations/{number}/partnerships/{id}`
pub async fn index(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, AssignmentId)>,
) -> Answer {
    let (organization, role) = own(&mut tx, &actor, number).await?;
    let part = found(&mut tx, &organization, id).await?;
    let of = (&organization, role);
    let page = load(&mut tx, (&actor, &chrome), of, &part, Sheet::empty()).await?;
    html(chrome.lang, page)
}

/// `POST /home/organizations/{number}/partnerships/{id}`: asks an organization.
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, AssignmentId)>,
    Form(fields): Form,
) -> Answer {
    let (organization, role) = own(&mut tx, &actor, number).await?;
    let part = found(&mut tx, &organization, id).await?;
    let granted = policy::ask_for(&actor, &organization, role, (part.initiative, part.role))?;
    let mut reader = fields.reader();
    let asked = organization_of(&mut tx, &mut reader, "number").await?;
    let as_what = reader.required("role", InitiativeRole::parse);
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let (Some(asked), Some(as_what)) = (asked, as_what) {
        match initiative::ask(&mut tx, &granted, asked.id, as_what).await? {
            Ok(_) => {
                let (done, to) = (tx.commit().await?, urls::my_partnership(number, id));
                return redirect_with_flash(&app, done, to, "flash-initiative-partner-asked");
            }
            Err(why) => mistakes = Mistakes::one("number", sentence(why)),
        }
    }
    let form = Sheet::with(fields, mistakes);
    let of = (&organization, role);
    let page = load(&mut tx, (&actor, &chrome), of, &part, form).await?;
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}

/// `POST /home/organizations/{number}/partnerships/{id}/invitations/{invitation}/withdrawal`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id, invitation)): Path<(RegistryNumber, AssignmentId, InitiativeInvitationId)>,
) -> Answer {
    let (organization, role) = own(&mut tx, &actor, number).await?;
    let part = found(&mut tx, &organization, id).await?;
    let granted = policy::ask_for(&actor, &organization, role, (part.initiative, part.role))?;
    initiative::withdraw(&mut tx, &granted, invitation).await?;
    let (done, to) = (tx.commit().await?, urls::my_partnership(number, id));
    redirect_with_flash(&app, done, to, "flash-initiative-question-withdrawn")
}
