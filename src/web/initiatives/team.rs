//! The initiatives of one's organization: what it proposes, and what is published already.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::facts::Facts;
use super::files::Tiles;
use super::form::{Lists, SUMMARY_MAX, empty, fill, read};
use super::partnerships::{Place, places};
use crate::actor::Actor;
use crate::db::{self, Read, Tx};
use crate::ids::{InitiativeId, ProposedInitiativeId};
use crate::initiative::files::{self, InitiativeFile};
use crate::initiative::{self, Proposal, ProposalStage, policy, proposal};
use crate::organization::{self, Organization, team};
use crate::radar;
use crate::say;
use crate::values::{InitiativeRole, RegistryNumber, TeamRole};
use crate::vault::Vault;
use crate::web::overlaps::{Introduced, Suggested, introduced, suggested_to};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Page, Path, Result, Sheet, filters, html, html_with,
    redirect, redirect_with_flash, see, see_with_flash, urls,
};

#[derive(Template)]
#[template(path = "initiatives/team.html")]
struct IndexPage {
    page: Page,
    organization: Organization,
    form: Sheet,
    proposals: Vec<ProposalRow>,
    asked: Vec<Place>,
    there: Vec<Place>,
    introductions: Vec<Introduced>,
    overlaps: Vec<Suggested>,
    may_propose: bool,
}

struct ProposalRow {
    href: String,
    title: String,
    stage: ProposalStage,
    tone: &'static str,
}

#[derive(Template)]
#[template(path = "initiatives/edit.html")]
struct EditPage {
    page: Page,
    /// How many pictures and documents there are.
    files: usize,
    form: Sheet,
    lists: Lists,
    proposal: Proposal,
    here: String,
}

#[derive(Template)]
#[template(path = "initiatives/sent.html")]
struct SentPage {
    page: Page,
    facts: Facts,
    files: Tiles,
    proposal: Proposal,
    here: String,
    may_take_back: bool,
}

/// The organization, for whoever is in its team; to all others its pages are not there.
pub(super) async fn own(
    conn: &mut PgConnection,
    actor: &Actor,
    number: RegistryNumber,
) -> Result<(Organization, Option<TeamRole>)> {
    actor.person()?;
    let found = organization::find_by_number(conn, number)
        .await?
        .ok_or(Error::NotFound)?;
    let own = team::role_of_actor(conn, found.id, actor).await?;
    own.map(|role| (found, Some(role))).ok_or(Error::NotFound)
}

/// One of its proposals.
pub(super) async fn proposed(
    conn: &mut PgConnection,
    vault: &Vault,
    organization: &Organization,
    id: ProposedInitiativeId,
) -> Result<Proposal> {
    proposal::find_proposal(conn, vault, id)
        .await?
        .filter(|it| it.organization == organization.id)
        .ok_or(Error::NotFound)
}

/// What it is called so far.
pub(super) fn title_of(lang: crate::values::Lang, form: &proposal::Form) -> String {
    let fields = Fields::from_map(form.clone());
    match fields.get("text-0-title").trim() {
        "" => say::t(lang, "initiatives-untitled"),
        title => title.to_owned(),
    }
}

const fn tone(stage: ProposalStage) -> &'static str {
    match stage {
        ProposalStage::Sent => "blue",
        ProposalStage::Returned => "amber",
        _ => "grey",
    }
}

pub(super) fn crumbs(chrome: &Chrome, organization: &Organization) -> Page {
    chrome.page().crumb(
        urls::my_organization(organization.number),
        organization.name.clone(),
    )
}

async fn load(
    conn: &mut PgConnection,
    (vault, now): (&Vault, DateTime<Utc>),
    (actor, chrome): (&Actor, &Chrome),
    (organization, role): (Organization, Option<TeamRole>),
    form: Sheet,
) -> Result<IndexPage> {
    let (lang, number) = (chrome.lang, organization.number);
    let may_propose = policy::propose(actor, &organization, role).is_ok();
    let may_answer = policy::answer_for(actor, &organization, role).is_ok();
    let proposals = proposal::of_organization(conn, vault, organization.id).await?;
    let open: Vec<InitiativeId> = proposals.iter().filter_map(|it| it.initiative).collect();
    let of = (organization.id, number);
    let may_change = |id| may_propose && !open.contains(&id);
    let (asked, there) = places(conn, (lang, now), of, may_answer, may_change).await?;
    let reader = radar::policy::team(actor, &organization, role)?;
    Ok(IndexPage {
        page: crumbs(chrome, &organization).crumb("", say::t(lang, "initiatives-title")),
        form,
        introductions: introduced(conn, &reader, lang).await?,
        overlaps: suggested_to(conn, &reader, lang).await?,
        proposals: proposals
            .iter()
            .map(|it| ProposalRow {
                href: urls::my_initiative(number, it.id),
                title: title_of(lang, &it.form),
                stage: it.stage,
                tone: tone(it.stage),
            })
            .collect(),
        asked,
        there,
        may_propose,
        organization,
    })
}

/// `GET /home/organizations/{number}/initiatives`
pub async fn index(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let of = own(&mut conn, &actor, number).await?;
    let (vault, now) = (conn.vault(), conn.now());
    let who = (&actor, &chrome);
    let page = load(&mut conn, (&vault, now), who, of, Sheet::empty()).await?;
    html(chrome.lang, page)
}

/// The same with the form that came back.
pub(super) async fn again(
    tx: &mut Tx,
    who: (&Actor, &Chrome),
    of: (Organization, Option<TeamRole>),
    form: Sheet,
) -> Answer {
    let (vault, now) = (tx.vault(), tx.now());
    let page = load(tx, (&vault, now), who, of, form).await?;
    html_with(StatusCode::UNPROCESSABLE_ENTITY, who.1.lang, page)
}

/// `POST /home/organizations/{number}/initiatives`: a new proposal, or a change of an initiative that it leads.
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
    Form(fields): Form,
) -> Answer {
    let (organization, role) = own(&mut tx, &actor, number).await?;
    let granted = policy::propose(&actor, &organization, role)?;
    let (changed, form) = match fields.get("initiative") {
        "" => (None, empty(chrome.lang)),
        id => {
            let id: InitiativeId = id.parse().map_err(|_| Error::NotFound)?;
            let found = initiative::find(&mut tx, policy::public(), id)
                .await?
                .ok_or(Error::NotFound)?;
            let partners = initiative::partners(&mut tx, id).await?;
            let leads = partners
                .iter()
                .any(|it| it.organization.id == organization.id && it.role == InitiativeRole::Lead);
            if !leads {
                return Err(Error::NotFound);
            }
            (Some(id), fill(&found.said))
        }
    };
    let person = actor.person()?.id;
    let key = Sheet::of(fields).key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    match proposal::begin(&mut tx, &granted, changed, &form.to_map()).await? {
        Ok(id) => {
            let to = urls::my_initiative(number, id);
            db::finish(&mut tx, person, key, &to).await?;
            redirect_with_flash(&app, tx.commit().await?, to, "flash-initiative-begun")
        }
        Err(open) => see_with_flash(
            &app,
            urls::my_initiative(number, open),
            "flash-initiative-open",
        ),
    }
}

/// `GET /home/organizations/{number}/initiatives/{id}`
pub async fn edit(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, ProposedInitiativeId)>,
) -> Answer {
    let (organization, role) = own(&mut tx, &actor, number).await?;
    let vault = tx.vault();
    let found = proposed(&mut tx, &vault, &organization, id).await?;
    policy::read_proposal(&actor, &found, role)?;
    let files = files::of_proposal(&mut tx, &found).await?;
    let mut fields = Fields::from_map(found.form.clone());
    match policy::keep_proposal(&actor, &found, &organization, role) {
        Ok(_) => {
            fields.set("revision", found.revision.to_string());
            let page = editing(&chrome, &organization, (found, &files), Sheet::of(fields));
            html(chrome.lang, page)
        }
        Err(_) => {
            let may_take_back = found.stage == ProposalStage::Sent
                && policy::propose(&actor, &organization, role).is_ok();
            sent(
                &chrome,
                &organization,
                (found, &files),
                &fields,
                may_take_back,
            )
        }
    }
}

fn editing(
    chrome: &Chrome,
    organization: &Organization,
    (found, files): (Proposal, &[InitiativeFile]),
    form: Sheet,
) -> EditPage {
    let number = organization.number;
    let page = crumbs(chrome, organization)
        .crumb(
            urls::my_initiatives(number),
            say::t(chrome.lang, "initiatives-title"),
        )
        .crumb("", title_of(chrome.lang, &found.form));
    EditPage {
        page,
        files: files.len(),
        lists: Lists::new(chrome.lang, form.fields()),
        form,
        here: urls::my_initiative(number, found.id),
        proposal: found,
    }
}

fn sent(
    chrome: &Chrome,
    organization: &Organization,
    (found, files): (Proposal, &[InitiativeFile]),
    fields: &Fields,
    may_take_back: bool,
) -> Answer {
    let lang = chrome.lang;
    // What a reader of the team sees of a draft that is not whole yet is that it is one.
    let Ok(said) = read(fields) else {
        return see(urls::my_initiatives(organization.number));
    };
    let number = organization.number;
    let page = crumbs(chrome, organization)
        .crumb(
            urls::my_initiatives(number),
            say::t(lang, "initiatives-title"),
        )
        .crumb("", title_of(lang, &found.form));
    html(
        lang,
        SentPage {
            page,
            facts: Facts::new(&said, lang),
            files: Tiles::kept(lang, files, |_| String::new()),
            here: urls::my_initiative(number, found.id),
            proposal: found,
            may_take_back,
        },
    )
}

/// `POST /home/organizations/{number}/initiatives/{id}`: keeps the form, or sends it to the board.
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, ProposedInitiativeId)>,
    Form(mut fields): Form,
) -> Answer {
    let (organization, role) = own(&mut tx, &actor, number).await?;
    let vault = tx.vault();
    let found = proposed(&mut tx, &vault, &organization, id).await?;
    let granted = policy::keep_proposal(&actor, &found, &organization, role)?;
    let revision = fields.get("revision").parse().unwrap_or_default();
    let (sends, adds_files) = (fields.get("act") == "send", fields.get("act") == "files");
    for own in ["revision", "act"] {
        fields.remove(own);
    }
    let form = fields.to_map();
    if !sends {
        proposal::save(&mut tx, &granted, revision, &form).await?;
        if adds_files {
            let to = urls::my_initiative_files(number, id);
            return redirect(tx.commit().await?, to);
        }
        let to = urls::my_initiative(number, id);
        return redirect_with_flash(&app, tx.commit().await?, to, "flash-initiative-saved");
    }
    match read(&fields) {
        Ok(said) => {
            proposal::send(&mut tx, &granted, revision, &form, &said).await?;
            let to = urls::my_initiatives(number);
            redirect_with_flash(&app, tx.commit().await?, to, "flash-initiative-sent")
        }
        Err(mistakes) => {
            fields.set("revision", revision.to_string());
            let files = files::of_proposal(&mut tx, &found).await?;
            let form = Sheet::with(fields, mistakes);
            let page = editing(&chrome, &organization, (found, &files), form);
            html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
        }
    }
}

/// `POST /home/organizations/{number}/initiatives/{id}/withdrawal`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, ProposedInitiativeId)>,
) -> Answer {
    let (organization, role) = own(&mut tx, &actor, number).await?;
    let granted = policy::propose(&actor, &organization, role)?;
    let vault = tx.vault();
    let found = proposed(&mut tx, &vault, &organization, id).await?;
    proposal::take_back(&mut tx, &granted, &found).await?;
    let to = urls::my_initiatives(number);
    redirect_with_flash(&app, tx.commit().await?, to, "flash-initiative-taken-back")
}
