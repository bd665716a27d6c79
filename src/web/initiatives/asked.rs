//! Who is asked to carry an initiative, as pages of those show it who ask; and at the desk taking a question back.

use axum::extract::State;
use chrono::{DateTime, Utc};

use crate::actor::Actor;
use crate::db::Tx;
use crate::group::JoinAnswer;
use crate::ids::{InitiativeId, InitiativeInvitationId};
use crate::initiative::{self, Asked, NotAsked, policy};
use crate::values::Lang;
use crate::web::coordination::Spoken;
use crate::web::desk::{When, paragraphs};
use crate::web::{Answer, App, Path, redirect_with_flash, urls};

/// An organization that is asked.
pub struct AskedRow {
    pub name: Spoken,
    /// Its page, for whoever looks.
    pub href: String,
    pub role_key: &'static str,
    pub when: When,
    pub until: When,
    pub is_open: bool,
    /// The key of what came of it.
    pub answer_key: &'static str,
    /// Where it is taken back; empty where whoever looks may not.
    pub withdrawal: String,
    /// What was said with the answer.
    pub words: Vec<String>,
}

impl AskedRow {
    /// A row for whoever asks; `href` is the page of the organization, `withdrawal` where an open question is taken back.
    pub fn new(
        (lang, now): (Lang, DateTime<Utc>),
        of: &Asked,
        href: String,
        withdrawal: String,
    ) -> Self {
        let is_open = of.answer.is_none() && of.expires_at > now;
        Self {
            name: Spoken::new(of.name.as_str(), of.name_language.as_ref()),
            href,
            role_key: of.role.key(),
            when: When::day(lang, of.asked_at.date_naive()),
            until: When::day(lang, of.expires_at.date_naive()),
            is_open,
            answer_key: of.answer.unwrap_or(JoinAnswer::Expired).key(),
            withdrawal: if is_open { withdrawal } else { String::new() },
            words: paragraphs(of.words.as_ref()),
        }
    }
}

/// Why an organization was not asked.
pub const fn sentence(why: NotAsked) -> &'static str {
    match why {
        NotAsked::AlreadyIn => "initiatives-already-in",
        NotAsked::AlreadyAsked => "initiatives-already-asked",
        NotAsked::LeadAsked => "initiatives-lead-asked",
        NotAsked::NotRegistered => "coordination-not-registered",
    }
}

/// `POST /desk/initiatives/{id}/invitations/{invitation}/withdrawal`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((id, invitation)): Path<(InitiativeId, InitiativeInvitationId)>,
) -> Answer {
    let granted = policy::ask(&actor, id)?;
    initiative::withdraw(&mut tx, &granted, invitation).await?;
    let (done, to) = (tx.commit().await?, urls::desk_initiative(id));
    redirect_with_flash(&app, done, to, "flash-initiative-question-withdrawn")
}
