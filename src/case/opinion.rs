//! Opinions: what a post says of a case of its host countries, or that its time passed.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::conversation::prose;
use super::policy::{CanGiveOpinion, CanRead};
use super::stage::Step;
use super::{find, save};
use crate::Result;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act};
use crate::ids::{AccountId, OpinionId};
use crate::values::{Prose, codes};
use crate::vault::{Sealed, Vault};

/// Where the words of opinions are sealed.
const WORDS: &str = "case_opinions.words";

codes! {
    /// What a post thinks.
    pub enum View {
        Supports = "supports",
        NoObjection = "no_objection",
        Opposes = "opposes",
    }
}

/// What a post said.
#[derive(Clone, Debug)]
pub struct Opinion {
    /// Its id.
    pub id: OpinionId,
    /// What it thinks.
    pub view: View,
    /// In which words.
    pub words: Option<Prose>,
    /// Who gave it.
    pub by: AccountId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Gives the opinion of a post, and the case goes on to the board.
pub async fn give_opinion(
    tx: &mut Tx,
    granted: CanGiveOpinion,
    view: View,
    words: Option<&Prose>,
) -> Result<OpinionId> {
    let case = granted.case();
    let id = OpinionId::fresh();
    let now = tx.now();
    let vault = tx.vault();
    let to = save::step(tx, case, Step::GiveOpinion, None).await?;
    let sealed = words
        .map(|words| vault.seal_text(WORDS, id, words))
        .transpose()?;
    sqlx::query!(
        "insert into case_opinions (id, case_id, verdict, words_sealed, given_by, given_at)
         values ($1, $2, $3, $4, $5, $6)",
        id as _,
        case.id as _,
        view as _,
        sealed as _,
        granted.by().person()?.id as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    let event = save::moved(Act::CaseOpinionGiven, case, to);
    history::record(tx, granted.by(), event).await?;
    Ok(id)
}

/// Lets those cases go on whose post let its time pass; how many there were. One call takes at most a hundred.
pub async fn pass_overdue_posts(tx: &mut Tx) -> Result<usize> {
    let today = tx.today();
    let overdue = sqlx::query_scalar!(
        "select id from cases where stage = 'at_post' and due_on < $1
         order by due_on, id limit 100 for update skip locked",
        today
    )
    .fetch_all(&mut **tx)
    .await?;
    for &id in &overdue {
        let case = find(tx, &Actor::System, id).await?;
        let to = save::step(tx, &case, Step::PassPost { today }, None).await?;
        let event = save::moved(Act::CasePostPassed, &case, to);
        history::record(tx, &Actor::System, event).await?;
    }
    Ok(overdue.len())
}

struct Row {
    id: OpinionId,
    verdict: View,
    words_sealed: Option<Sealed>,
    given_by: AccountId,
    given_at: DateTime<Utc>,
}

/// What posts said of the case; nothing for the applicant.
pub async fn opinions(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanRead,
) -> Result<Vec<Opinion>> {
    let rows = sqlx::query_as!(
        Row,
        "select id, verdict, words_sealed, given_by, given_at
         from case_opinions where case_id = $1 and $2 order by id",
        granted.case().id as _,
        granted.internal(),
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            let words = row
                .words_sealed
                .map(|sealed| prose(&vault.open_text(WORDS, row.id, &sealed)?))
                .transpose()?;
            Ok(Opinion {
                id: row.id,
                view: row.verdict,
                words,
                by: row.given_by,
                at: row.given_at,
            })
        })
        .collect()
}
