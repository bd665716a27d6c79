//! The parts of one's organization in initiatives: what it is asked to carry, what it carries, answering and leaving.

use axum::extract::State;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use super::team::{self, own};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{AssignmentId, InitiativeId, InitiativeInvitationId, OrganizationId};
use crate::initiative::{self, InitiativeText, policy};
use crate::radar;
use crate::values::{InitiativeRole, Lang, Prose, RegistryNumber};
use crate::web::coordination::Spoken;
use crate::web::desk::When;
use crate::web::{
    Answer, App, Chrome, Fields, Form, Mistakes, Path, Result, Sheet, redirect_with_flash, urls,
};

/// The longest word that one says with an answer.
const WORDS_MAX: usize = 1_000;

/// An initiative, and one's part in it: asked for, or there.
pub struct Place {
    pub initiative: InitiativeId,
    pub title: Spoken,
    pub summary: Option<Spoken>,
    /// Its public page; empty while there is none.
    pub href: String,
    pub role_key: &'static str,
    pub stage_key: &'static str,
    /// Whether a change of it can be proposed from here.
    pub may_change: bool,
    /// The name of the organization that asks; empty where the board does.
    pub asking: String,
    /// Until when one can answer.
    pub answer_by: Option<When>,
    /// The page of those who carry it with one's organization; empty of what is only asked.
    pub partners: String,
    /// Whether nobody else leads it, so that it is taken off the public pages when one leaves.
    pub is_last_lead: bool,
    /// The name of the field with a word to it.
    pub words: String,
    /// Where the answer is sent; empty where whoever looks may not.
    pub action: String,
}

/// What an organization is asked to carry, then what it carries; `may_change` says of which that it leads a change can be proposed.
pub async fn places(
    conn: &mut PgConnection,
    (lang, now): (Lang, DateTime<Utc>),
    (id, number): (OrganizationId, RegistryNumber),
    may_answer: bool,
    may_change: impl Fn(InitiativeId) -> bool,
) -> Result<(Vec<Place>, Vec<Place>)> {
    let action = |path: String| if may_answer { path } else { String::new() };
    let public = |is_published, id| match is_published {
        true => urls::initiative(id),
        false => String::new(),
    };
    let asked = initiative::invitations(conn, id, now).await?;
    let there = initiative::carried(conn, id).await?;
    let asked = asked
        .into_iter()
        .map(|it| Place {
            initiative: it.initiative,
            title: Spoken::title(&it.texts, lang),
            summary: summary(&it.texts, lang),
            href: public(it.is_published, it.initiative),
            role_key: it.role.key(),
            stage_key: it.stage.key(),
            may_change: false,
            asking: it.asking.map(|it| it.to_string()).unwrap_or_default(),
            answer_by: Some(When::day(lang, it.expires_at.date_naive())),
            partners: String::new(),
            is_last_lead: false,
            words: words_of(it.id.uuid()),
            action: action(urls::my_partner_invitation(number, it.id)),
        })
        .collect();
    let there = there
        .into_iter()
        .map(|it| Place {
            initiative: it.initiative,
            title: Spoken::title(&it.texts, lang),
            summary: None,
            href: public(it.is_published, it.initiative),
            role_key: it.role.key(),
            stage_key: it.stage.key(),
            may_change: it.is_published
                && it.role == InitiativeRole::Lead
                && may_change(it.initiative),
            asking: String::new(),
            answer_by: None,
            partners: urls::my_partnership(number, it.id),
            is_last_lead: it.is_published && it.is_last_lead,
            words: words_of(it.id.uuid()),
            action: action(urls::my_partnership_ending(number, it.id)),
        })
        .collect();
    Ok((asked, there))
}

fn summary(texts: &[InitiativeText], lang: Lang) -> Option<Spoken> {
    let text = InitiativeText::for_reader(texts, lang)?;
    let summary = text.summary.as_ref()?;
    Some(Spoken::new(summary.as_str(), Some(&text.language)))
}

fn words_of(id: Uuid) -> String {
    format!("words-{id}")
}

/// The word that somebody said with an answer.
fn words(fields: &Fields, id: Uuid) -> std::result::Result<Option<Prose>, Mistakes> {
    let mut reader = fields.reader();
    let words = reader.optional(&words_of(id), |text| Prose::parse(text, WORDS_MAX));
    reader.done()?;
    Ok(words)
}

/// Whether the form accepts, and the word with it.
fn answered(fields: &Fields, id: Uuid) -> std::result::Result<(bool, Option<Prose>), Mistakes> {
    let words = words(fields, id)?;
    match fields.get("answer") {
        "accept" => Ok((true, words)),
        "decline" => Ok((false, words)),
        _ => Err(Mistakes::one(words_of(id), "initiatives-answer-missing")),
    }
}

/// `POST /home/organizations/{number}/partner-invitations/{id}`: accepts or declines.
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, InitiativeInvitationId)>,
    Form(fields): Form,
) -> Answer {
    let of = own(&mut tx, &actor, number).await?;
    let granted = policy::answer_for(&actor, &of.0, of.1)?;
    match answered(&fields, id.uuid()) {
        Ok((accepts, words)) => {
            let initiative =
                initiative::answer(&mut tx, &granted, id, accepts, words.as_ref()).await?;
            let flash = match accepts {
                true => "flash-initiative-accepted",
                false => "flash-initiative-declined",
            };
            if accepts {
                radar::look(&mut tx, initiative).await?;
            }
            let to = urls::my_initiatives(number);
            redirect_with_flash(&app, tx.commit().await?, to, flash)
        }
        Err(mistakes) => {
            let form = Sheet::with(fields, mistakes);
            team::again(&mut tx, (&actor, &chrome), of, form).await
        }
    }
}

/// `POST /home/organizations/{number}/partnerships/{id}/ending`: leaves.
pub async fn destroy(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, AssignmentId)>,
    Form(fields): Form,
) -> Answer {
    let of = own(&mut tx, &actor, number).await?;
    let granted = policy::answer_for(&actor, &of.0, of.1)?;
    match words(&fields, id.uuid()) {
        Ok(words) => {
            let initiative = initiative::leave(&mut tx, &granted, id, words.as_ref()).await?;
            radar::look(&mut tx, initiative).await?;
            let to = urls::my_initiatives(number);
            redirect_with_flash(&app, tx.commit().await?, to, "flash-initiative-left")
        }
        Err(mistakes) => {
            let form = Sheet::with(fields, mistakes);
            team::again(&mut tx, (&actor, &chrome), of, form).await
        }
    }
}
