//! Sessions as they stand: the list, and one with its members, agenda, recusals and votes.

use chrono::{DateTime, NaiveDateTime, Utc};
use sqlx::PgConnection;

use super::policy::CanSee;
use super::{ANSWER, INTEREST, REASON, RecusalCause, WORDS, of};
use super::{ItemResult, Tally, Vote};
use crate::Result;
use crate::case::{Answer, StageCode};
use crate::ids::{AccountId, CaseId, SittingId, SittingItemId};
use crate::values::{CaseKind, LanguageTag, Prose, TrackingNumber, codes};
use crate::vault::{Sealed, Vault};

/// How many sessions that are over the list names.
const PAST: i64 = 50;

codes! {
    /// Where a session stands.
    pub enum SittingStage {
        Called = "called",
        Closed = "closed",
        CalledOff = "called_off",
    }

    /// How a case left an agenda.
    pub enum OffHow {
        Removed = "removed",
        Withdrawn = "withdrawn",
    }
}

/// A session in a list.
#[derive(Clone, Debug)]
pub struct Brief {
    /// Its id.
    pub id: SittingId,
    /// What people call it by.
    pub number: i32,
    /// When it begins, as clocks say it there.
    pub starts_local: NaiveDateTime,
    /// In which zone.
    pub zone: String,
    /// Where it stands.
    pub stage: SittingStage,
    /// How many cases are on its agenda.
    pub cases: i64,
}

/// A session with all that belongs to it.
#[derive(Clone, Debug)]
pub struct Sitting {
    /// Its id.
    pub id: SittingId,
    /// What people call it by.
    pub number: i32,
    /// When it begins, as clocks say it there.
    pub starts_local: NaiveDateTime,
    /// In which zone.
    pub zone: String,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// How long it lasts.
    pub lasts_minutes: i16,
    /// Where it is held, or how one takes part.
    pub place: String,
    /// How many members a decision needs.
    pub quorum: i16,
    /// Who presides.
    pub chair: AccountId,
    /// Where it stands.
    pub stage: SittingStage,
    /// Counts how often it was moved, or called off.
    pub sequence: i32,
    /// When it was closed or called off.
    pub ended_at: Option<DateTime<Utc>>,
    /// Why it was called off.
    pub words: Option<Prose>,
    /// The SHA-256 of its minutes.
    pub digest: Option<Vec<u8>>,
    /// Who may vote in it.
    pub members: Vec<Member>,
    /// Its agenda, in order; what left it comes last.
    pub items: Vec<Item>,
}

/// Somebody who may vote.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// Who.
    pub account: AccountId,
    /// Whether they came.
    pub present: bool,
}

/// A case on an agenda.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its id.
    pub id: SittingItemId,
    /// The case.
    pub case: CaseId,
    /// Its tracking number.
    pub number: Option<TrackingNumber>,
    /// What is to be decided.
    pub kind: CaseKind,
    /// Where the case stands.
    pub stage: StageCode,
    /// What it is called.
    pub title: String,
    /// The language of that.
    pub title_language: Option<LanguageTag>,
    /// Whether whoever looks has a part in it, and is told nothing of votes.
    pub is_own: bool,
    /// How it left the agenda.
    pub off: Option<OffHow>,
    /// What the votes came to.
    pub result: Option<ItemResult>,
    /// The answer that is given at the end.
    pub answer: Option<Answer>,
    /// How the chair broke a tie.
    pub casting: Option<Vote>,
    /// Who takes no part.
    pub recused: Vec<Recused>,
    /// The votes.
    pub ballots: Vec<Ballot>,
}

/// Somebody who takes no part in a case.
#[derive(Clone, Debug)]
pub struct Recused {
    /// Who.
    pub account: AccountId,
    /// Why.
    pub cause: RecusalCause,
    /// What they declared.
    pub words: Option<Prose>,
}

/// A vote.
#[derive(Clone, Debug)]
pub struct Ballot {
    /// Whose.
    pub account: AccountId,
    /// For what.
    pub vote: Vote,
    /// Why.
    pub reason: Prose,
}

impl Sitting {
    /// Whether somebody may vote in it.
    pub fn has_member(&self, account: AccountId) -> bool {
        self.members.iter().any(|it| it.account == account)
    }

    /// Whether a member is there.
    pub fn is_present(&self, account: AccountId) -> bool {
        self.members
            .iter()
            .any(|it| it.account == account && it.present)
    }

    /// The case of its agenda with this id.
    pub fn item(&self, id: SittingItemId) -> Option<&Item> {
        self.items.iter().find(|it| it.id == id)
    }

    /// The votes on a case as they stand: only of members who are there and not recused.
    pub fn tally(&self, item: &Item) -> Tally {
        let takes_part = |account: AccountId| self.is_present(account) && !item.is_recused(account);
        let votes = item
            .ballots
            .iter()
            .filter(|it| takes_part(it.account))
            .map(|it| it.vote);
        let present = self
            .members
            .iter()
            .filter(|it| takes_part(it.account))
            .count();
        Tally::of(votes, present, usize::try_from(self.quorum).unwrap_or(1))
    }
}

impl Item {
    /// Whether it is on the agenda.
    pub const fn is_on(&self) -> bool {
        self.off.is_none()
    }

    /// Whether somebody takes no part in it.
    pub fn is_recused(&self, account: AccountId) -> bool {
        self.recused.iter().any(|it| it.account == account)
    }
}

/// Sessions that are to come, the next first, and then those that are over, the last first.
pub async fn list(conn: &mut PgConnection, _: &CanSee) -> Result<Vec<Brief>> {
    Ok(sqlx::query_as!(
        Brief,
        r#"select s.id, s.number, s.starts_local, s.zone, s.stage,
            (select count(*) from sitting_items i where i.sitting_id = s.id and i.off_at is null) as "cases!"
         from sittings s
         where s.stage = 'called'
            or s.id in (select o.id from sittings o where o.stage <> 'called' order by o.starts_at desc, o.id desc limit $1)
         order by s.stage <> 'called', case s.stage when 'called' then s.starts_at end, s.starts_at desc, s.id"#,
        PAST,
    )
    .fetch_all(conn)
    .await?)
}

struct Row {
    id: SittingId,
    number: i32,
    starts_local: NaiveDateTime,
    zone: String,
    starts_at: DateTime<Utc>,
    lasts_minutes: i16,
    place: String,
    quorum: i16,
    chair_id: AccountId,
    stage: SittingStage,
    sequence: i32,
    ended_at: Option<DateTime<Utc>>,
    words_sealed: Option<Sealed>,
    digest: Option<Vec<u8>>,
}

struct ItemRow {
    id: SittingItemId,
    case_id: CaseId,
    number: Option<TrackingNumber>,
    kind: CaseKind,
    stage: StageCode,
    title: String,
    title_language: Option<LanguageTag>,
    is_own: bool,
    off_how: Option<OffHow>,
    result: Option<ItemResult>,
    answer_sealed: Option<Sealed>,
    casting: Option<Vote>,
}

/// A session with all that belongs to it, if there is one. Of their own cases people are told nothing but that they are there.
pub async fn find(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanSee,
    id: SittingId,
) -> Result<Option<Sitting>> {
    let row = sqlx::query_as!(
        Row,
        "select id, number, starts_local, zone, starts_at, lasts_minutes, place, quorum, chair_id, stage, sequence, ended_at,
            words_sealed, digest
         from sittings where id = $1",
        id as _
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let members = sqlx::query_as!(
        Member,
        "select account_id as account, present from sitting_members where sitting_id = $1 order by account_id",
        id as _
    )
    .fetch_all(&mut *conn)
    .await?;
    let items = items(conn, vault, granted, id).await?;
    Ok(Some(Sitting {
        words: row
            .words_sealed
            .map(|sealed| prose(&vault.open_text(WORDS, id, &sealed)?))
            .transpose()?,
        id: row.id,
        number: row.number,
        starts_local: row.starts_local,
        zone: row.zone,
        starts_at: row.starts_at,
        lasts_minutes: row.lasts_minutes,
        place: row.place,
        quorum: row.quorum,
        chair: row.chair_id,
        stage: row.stage,
        sequence: row.sequence,
        ended_at: row.ended_at,
        digest: row.digest,
        members,
        items,
    }))
}

async fn items(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanSee,
    id: SittingId,
) -> Result<Vec<Item>> {
    let rows = sqlx::query_as!(
        ItemRow,
        r#"select i.id, i.case_id, c.number, c.kind, c.stage, c.title, c.title_language, i.off_how, i.result, i.answer_sealed,
            i.casting,
            coalesce(c.applicant_id = $2
                or exists (select from organization_team t
                    where t.organization_id = c.organization_id and t.account_id = $2 and t.until is null)
                or exists (select from case_team w
                    where w.case_id = c.id and c.organization_id is null and w.account_id = $2 and w.until is null), false) as "is_own!"
         from sitting_items i join cases c on c.id = i.case_id
         where i.sitting_id = $1 order by i.off_at is not null, i.position, i.id"#,
        id as _,
        granted.viewer() as _,
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut recusals = sqlx::query!(
        "select r.item_id, r.account_id, r.cause, r.words_sealed
         from sitting_recusals r join sitting_items i on i.id = r.item_id where i.sitting_id = $1
         order by r.noted_at, r.account_id",
        id as _
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut votes = sqlx::query!(
        "select v.item_id, v.account_id, v.vote, v.reason_sealed
         from sitting_votes v join sitting_items i on i.id = v.item_id where i.sitting_id = $1
         order by v.account_id",
        id as _
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            let recused = recusals
                .extract_if(.., |it| it.item_id == row.id)
                .map(|it| {
                    let words = it
                        .words_sealed
                        .filter(|_| !row.is_own)
                        .map(|sealed| {
                            prose(&vault.open_text(
                                &of(INTEREST, it.account_id),
                                row.id,
                                &sealed,
                            )?)
                        })
                        .transpose()?;
                    Ok(Recused {
                        account: it.account_id,
                        cause: it.cause,
                        words,
                    })
                })
                .collect::<Result<_>>()?;
            let ballots = votes
                .extract_if(.., |it| it.item_id == row.id)
                .filter(|_| !row.is_own)
                .map(|it| {
                    Ok(Ballot {
                        account: it.account_id,
                        vote: it.vote,
                        reason: prose(&vault.open_text(
                            &of(REASON, it.account_id),
                            row.id,
                            &it.reason_sealed,
                        )?)?,
                    })
                })
                .collect::<Result<_>>()?;
            Ok(Item {
                answer: row
                    .answer_sealed
                    .filter(|_| !row.is_own)
                    .map(|sealed| vault.open_json(ANSWER, row.id, &sealed))
                    .transpose()?,
                id: row.id,
                case: row.case_id,
                number: row.number,
                kind: row.kind,
                stage: row.stage,
                title: row.title,
                title_language: row.title_language,
                is_own: row.is_own,
                off: row.off_how,
                result: row.result.filter(|_| !row.is_own),
                casting: row.casting.filter(|_| !row.is_own),
                recused,
                ballots,
            })
        })
        .collect()
}

/// Words as they were kept.
pub fn prose(text: &str) -> Result<Prose> {
    Prose::parse(text, Prose::CEILING)
        .map_err(|_| crate::Error::Contradiction("sealed words that are no prose"))
}
