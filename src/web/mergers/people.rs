//! Two entries of leaders side by side: letting one give way to the other, or saying that they are two persons.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use crate::actor::Actor;
use crate::db::{self, Tx};
use crate::ids::{LeaderId, OrganizationId};
use crate::leader::{self, ConsentField, Known, policy as leaders};
use crate::merger::people::{self, Merging, Obstacle, PersonPart, Pick, policy};
use crate::organization::{self, Organization, team};
use crate::say;
use crate::values::{Prose, RegistryNumber};
use crate::web::coordination::{Spoken, choices};
use crate::web::desk_organizations::seen;
use crate::web::leaders::facts::{Shown, shown};
use crate::web::leaders::mine::unkept;
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Query, Result, Sheet, filters,
    html_with, redirect_with_flash, see, urls,
};

/// The longest reason.
const MOST: usize = 2_000;

#[derive(Template)]
#[template(path = "mergers/people.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    name: Spoken,
    own: Vec<Shown>,
    other: Vec<Shown>,
    other_id: LeaderId,
    rows: Vec<Row>,
    picks: Vec<(&'static str, String)>,
    obstacles: Vec<Obstacle>,
    /// What will come of it, once that was asked.
    preview: Option<Preview>,
    action: String,
    different: String,
    back: String,
}

/// A field in which the two say something else.
struct Row {
    name: String,
    key: &'static str,
    /// Whether there is something to choose: what only one of the two says goes on.
    is_asked: bool,
}

/// What comes of a merger before it is done.
struct Preview {
    facts: Vec<Shown>,
    counts: Vec<(PersonPart, usize)>,
}

/// Both entries, for somebody who may say that they are one person; the first is of this organization.
pub(super) struct Both {
    organization: Organization,
    can: policy::CanMergePeople,
    own: Known,
    other: Known,
}

/// The right to merge two, by the organizations of both.
pub(super) async fn granted(
    tx: &mut Tx,
    actor: &Actor,
    pair: (LeaderId, LeaderId),
) -> Result<policy::CanMergePeople> {
    let mut of = Vec::new();
    let mut ids: Vec<OrganizationId> = Vec::new();
    for leader in [pair.0, pair.1] {
        let offices = leader::offices(tx, leader).await?;
        ids.extend(offices.iter().map(|(_, of)| of.id));
    }
    ids.sort_unstable();
    ids.dedup();
    for organization in organization::find_many(tx, &ids).await? {
        let own = team::role_of_actor(tx, organization.id, actor).await?;
        of.push((organization, own));
    }
    Ok(policy::merge(actor, pair, &of)?)
}

async fn both(
    tx: &mut Tx,
    actor: &Actor,
    (number, id, other): (RegistryNumber, LeaderId, LeaderId),
) -> Result<Both> {
    let (organization, _) = seen(tx, actor, number).await?;
    let sees = leaders::see(actor, organization.host_country)?;
    if !leader::is_of(tx, id, organization.id).await? {
        return Err(Error::NotFound);
    }
    let can = granted(tx, actor, (id, other)).await?;
    let find = async |tx: &mut Tx, id| {
        let found = leader::look_at_anybody(tx, &sees, id).await?;
        found.ok_or(Error::NotFound)
    };
    Ok(Both {
        own: find(tx, id).await?,
        other: find(tx, other).await?,
        organization,
        can,
    })
}

fn with(fields: &Fields) -> Result<LeaderId> {
    fields.get("with").parse().map_err(|_| Error::NotFound)
}

impl NewPage {
    fn new(chrome: &Chrome, both: Both, mut form: Sheet, obstacles: Vec<Obstacle>) -> Self {
        let (lang, number) = (chrome.lang, both.organization.number);
        let (own, other) = (&both.own, &both.other);
        // Whoever sends the form says which versions they saw.
        let seen = format!("{} {}", own.revision, other.revision);
        if form.get("seen").is_empty() || !obstacles.is_empty() {
            let mut fields = form.fields().clone();
            fields.set("seen", seen);
            fields.set(crate::web::KEY, form.key().to_string());
            form = Sheet::of(fields);
        }
        let name = Spoken::leader(&own.facts.names, lang);
        let part = |part: &str| urls::desk_leader_part(number, own.id, part);
        let page = chrome
            .page()
            .crumb(urls::DESK, say::t(lang, "nav-desk"))
            .crumb(
                urls::desk_organization(number),
                both.organization.name.clone(),
            )
            .crumb(urls::desk_leader(number, own.id), name.text.clone())
            .crumb("", say::t(lang, "people-merge-title"));
        Self {
            page,
            name,
            own: shown(lang, &own.facts, &own.sources),
            other: shown(lang, &other.facts, &other.sources),
            other_id: other.id,
            rows: ConsentField::of_profile()
                .filter(|field| own.facts.differ(&other.facts, *field))
                .map(|field| Row {
                    name: format!("pick-{field}"),
                    key: field.key(),
                    is_asked: own.facts.says(field) && other.facts.says(field),
                })
                .collect(),
            picks: choices(lang, Pick::ALL, Pick::code, Pick::key),
            form,
            obstacles,
            preview: None,
            action: part("merger"),
            different: part("likenesses"),
            back: urls::desk_leader(number, own.id),
            organization: both.organization,
        }
    }
}

/// `GET /desk/organizations/{number}/leaders/{id}/merger?with={other}`. It writes down that somebody looked.
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, LeaderId)>,
    Query(query): Query,
) -> Answer {
    actor.person()?;
    let both = both(&mut tx, &actor, (number, id, with(&query)?)).await?;
    let _ = tx.commit().await?;
    let mut fields = Fields::default();
    for field in ConsentField::of_profile() {
        let pick = match both.own.facts.says(field) {
            true => Pick::Own,
            false => Pick::Other,
        };
        fields.set(&format!("pick-{field}"), pick.code());
    }
    let page = NewPage::new(&chrome, both, Sheet::of(fields), Vec::new());
    Ok(unkept(html_with(StatusCode::OK, chrome.lang, page)?))
}

/// What the form says.
fn read(fields: &Fields) -> Result<Merging, Mistakes> {
    let mut reader = fields.reader();
    let mut picks = BTreeMap::new();
    for field in ConsentField::of_profile() {
        let pick = reader.optional(&format!("pick-{field}"), Pick::parse);
        picks.extend(pick.map(|pick| (field, pick)));
    }
    let reason = reader.required("reason", |text| Prose::parse(text, MOST));
    let seen = reader.fields().get("seen").to_owned();
    let seen = seen
        .split_once(' ')
        .and_then(|(own, other)| Some((own.parse().ok()?, other.parse().ok()?)));
    reader.done()?;
    let reason = reason.ok_or_else(|| Mistakes::one("reason", "problem-required"))?;
    Ok(Merging {
        picks,
        reason,
        seen: seen.unwrap_or_default(),
    })
}

/// `POST /desk/organizations/{number}/leaders/{id}/merger`: shows what will come of it, shows the choices again, or does it.
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, LeaderId)>,
    Form(fields): Form,
) -> Answer {
    let (lang, person) = (chrome.lang, actor.person()?.id);
    let other = with(&fields)?;
    let both = both(&mut tx, &actor, (number, id, other)).await?;
    let wanted = match read(&fields) {
        Ok(wanted) => wanted,
        Err(mistakes) => {
            let sheet = Sheet::with(fields, mistakes);
            let page = NewPage::new(&chrome, both, sheet, Vec::new());
            let _ = tx.commit().await?;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return Ok(unkept(html_with(status, lang, page)?));
        }
    };
    if fields.has("go", "change") {
        let page = NewPage::new(&chrome, both, Sheet::of(fields), Vec::new());
        let _ = tx.commit().await?;
        return Ok(unkept(html_with(StatusCode::OK, lang, page)?));
    }
    let is_meant = fields.has("go", "merge");
    let key = Sheet::of(fields.clone()).key();
    if is_meant && let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let merged = people::merge(&mut tx, &both.can, &wanted).await?;
    let sheet = Sheet::with(fields, Mistakes::default());
    match merged {
        Err(obstacles) => {
            drop(tx);
            let page = NewPage::new(&chrome, both, sheet, obstacles);
            Ok(unkept(html_with(StatusCode::CONFLICT, lang, page)?))
        }
        Ok(merged) if is_meant => {
            let to = urls::people_merger(merged.id);
            db::finish(&mut tx, person, key, &to).await?;
            redirect_with_flash(&app, tx.commit().await?, to, "flash-people-merged")
        }
        Ok(merged) => {
            // What was done to be looked at is not kept.
            drop(tx);
            let facts = people::combine(&both.own.facts, &both.other.facts, &wanted.picks);
            let preview = Preview {
                facts: shown(lang, &facts, &BTreeMap::new()),
                counts: merged.counts,
            };
            let page = NewPage {
                preview: Some(preview),
                ..NewPage::new(&chrome, both, sheet, Vec::new())
            };
            Ok(unkept(html_with(StatusCode::OK, lang, page)?))
        }
    }
}

/// `POST /desk/organizations/{number}/leaders/{id}/likenesses`: they are two persons.
pub async fn different(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, LeaderId)>,
    Form(fields): Form,
) -> Answer {
    actor.person()?;
    let other = with(&fields)?;
    let (organization, _) = seen(&mut tx, &actor, number).await?;
    let own = team::role_of_actor(&mut tx, organization.id, &actor).await?;
    let can = leaders::keep_profile(&actor, &organization, own)?;
    if !leader::is_of(&mut tx, id, organization.id).await? {
        return Err(Error::NotFound);
    }
    leader::say_different(&mut tx, &can, id, other).await?;
    let to = urls::desk_leader(number, id);
    redirect_with_flash(&app, tx.commit().await?, to, "flash-people-different")
}
