//! Finding flags: one, those about an organization, and those that are up.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use super::{FlagKind, FlagOutcome, OUTCOME, WORDS};
use crate::ids::{AccountId, ClaimId, DocumentId, FlagId, MembershipId, OfficeId, OrganizationId};
use crate::values::Country;
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// How many are on a page.
const PAGE: usize = 50;

/// A flag.
#[derive(Clone)]
pub struct Flag {
    /// Its id.
    pub id: FlagId,
    /// About which organization.
    pub organization: OrganizationId,
    /// What it is about.
    pub kind: FlagKind,
    /// The document that it is about.
    pub document: Option<DocumentId>,
    /// The term of office that it is about.
    pub office: Option<OfficeId>,
    /// The last day of that term.
    pub last_day: Option<NaiveDate>,
    /// The seat in a group that it is about.
    pub seat: Option<MembershipId>,
    /// The claim of a leader's entry that it is about.
    pub claim: Option<ClaimId>,
    /// What somebody saw. Personal, perhaps: for the desk.
    pub words: Option<String>,
    /// Since when.
    pub raised_at: DateTime<Utc>,
    /// By whom; by nobody where a clock raised it.
    pub raised_by: Option<AccountId>,
    /// Who looks after it.
    pub owner: Option<AccountId>,
    /// Until when.
    pub due_on: NaiveDate,
    /// Whether it is up, or what became of it.
    pub state: State,
}

/// Whether a flag is up.
#[derive(Clone)]
pub enum State {
    /// Somebody should look.
    Up,
    /// It ended.
    Down {
        /// How.
        outcome: FlagOutcome,
        /// When.
        at: DateTime<Utc>,
        /// Who ended it; nobody where a clock saw that it was overtaken.
        by: Option<AccountId>,
        /// What they say.
        words: Option<String>,
    },
}

/// Whose flags are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// All.
    All,
    /// Those that this person looks after.
    Of(AccountId),
    /// Those that nobody looks after.
    Nobody,
}

/// Some of those that are up, and where the next page begins.
pub struct Page {
    /// The flags, the most urgent first.
    pub flags: Vec<Flag>,
    /// After which day and flag the next page begins.
    pub next: Option<(NaiveDate, FlagId)>,
}

impl Flag {
    /// Whether it is up.
    pub const fn is_up(&self) -> bool {
        matches!(self.state, State::Up)
    }
}

impl std::fmt::Debug for Flag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Flag({}, {})", self.id, self.kind.code())
    }
}

struct Row {
    id: FlagId,
    organization_id: OrganizationId,
    kind: FlagKind,
    document_id: Option<DocumentId>,
    office_id: Option<OfficeId>,
    last_day: Option<NaiveDate>,
    member_id: Option<MembershipId>,
    claim_id: Option<ClaimId>,
    words_sealed: Option<Sealed>,
    raised_at: DateTime<Utc>,
    raised_by: Option<AccountId>,
    owner_id: Option<AccountId>,
    due_on: NaiveDate,
    outcome: Option<FlagOutcome>,
    outcome_words_sealed: Option<Sealed>,
    ended_at: Option<DateTime<Utc>>,
    ended_by: Option<AccountId>,
}

impl Row {
    fn open(self, vault: &Vault) -> Result<Flag> {
        let state = match (self.outcome, self.ended_at) {
            (None, None) => State::Up,
            (Some(outcome), Some(at)) => State::Down {
                outcome,
                at,
                by: self.ended_by,
                words: self
                    .outcome_words_sealed
                    .map(|sealed| vault.open_text(OUTCOME, self.id, &sealed))
                    .transpose()?,
            },
            _ => return Err(Error::Contradiction("a flag and its outcome")),
        };
        Ok(Flag {
            words: self
                .words_sealed
                .map(|sealed| vault.open_text(WORDS, self.id, &sealed))
                .transpose()?,
            id: self.id,
            organization: self.organization_id,
            kind: self.kind,
            document: self.document_id,
            office: self.office_id,
            last_day: self.last_day,
            seat: self.member_id,
            claim: self.claim_id,
            raised_at: self.raised_at,
            raised_by: self.raised_by,
            owner: self.owner_id,
            due_on: self.due_on,
            state,
        })
    }
}

/// The flag with this id.
pub async fn find(conn: &mut PgConnection, vault: &Vault, id: FlagId) -> Result<Option<Flag>> {
    sqlx::query_as!(
        Row,
        "select id, organization_id, kind, document_id, office_id, last_day, member_id, claim_id, words_sealed, raised_at, raised_by,
            owner_id, due_on, outcome, outcome_words_sealed, ended_at, ended_by
         from flags where id = $1",
        id as _
    )
    .fetch_optional(conn)
    .await?
    .map(|row| row.open(vault))
    .transpose()
}

/// Those that are up about an organization, the most urgent first.
pub async fn of_organization(
    conn: &mut PgConnection,
    vault: &Vault,
    organization: OrganizationId,
) -> Result<Vec<Flag>> {
    sqlx::query_as!(
        Row,
        "select id, organization_id, kind, document_id, office_id, last_day, member_id, claim_id, words_sealed, raised_at, raised_by,
            owner_id, due_on, outcome, outcome_words_sealed, ended_at, ended_by
         from flags where organization_id = $1 and ended_at is null order by due_on, id",
        organization as _
    )
    .fetch_all(conn)
    .await?
    .into_iter()
    .map(|row| row.open(vault))
    .collect()
}

/// Those that are up and that somebody looks after, the most urgent first.
pub async fn owned(
    conn: &mut PgConnection,
    vault: &Vault,
    owner: AccountId,
    most: i64,
) -> Result<Vec<Flag>> {
    sqlx::query_as!(
        Row,
        "select id, organization_id, kind, document_id, office_id, last_day, member_id, claim_id, words_sealed, raised_at, raised_by,
            owner_id, due_on, outcome, outcome_words_sealed, ended_at, ended_by
         from flags where owner_id = $1 and ended_at is null order by due_on, id limit $2",
        owner as _,
        most
    )
    .fetch_all(conn)
    .await?
    .into_iter()
    .map(|row| row.open(vault))
    .collect()
}

/// A page of those that are up, in these host countries where not all are seen.
pub async fn up(
    conn: &mut PgConnection,
    vault: &Vault,
    hosts: Option<&[Country]>,
    whose: Whose,
    after: Option<(NaiveDate, FlagId)>,
) -> Result<Page> {
    let (of, nobody) = parts(whose);
    let (day, id) = after.unzip();
    let rows = sqlx::query_as!(
        Row,
        "select f.id, f.organization_id, f.kind, f.document_id, f.office_id, f.last_day, f.member_id, f.claim_id, f.words_sealed, f.raised_at, f.raised_by, f.owner_id,
            f.due_on, f.outcome, f.outcome_words_sealed, f.ended_at, f.ended_by
         from flags f join organizations o on o.id = f.organization_id
         where f.ended_at is null and ($1::text[] is null or o.host_country = any($1))
            and ($2::uuid is null or f.owner_id = $2) and (not $3 or f.owner_id is null)
            and ($4::date is null or (f.due_on, f.id) > ($4, $5))
         order by f.due_on, f.id limit $6",
        hosts as _,
        of as _,
        nobody,
        day,
        id as _,
        PAGE as i64 + 1
    )
    .fetch_all(conn)
    .await?;
    let has_more = rows.len() > PAGE;
    let flags = rows
        .into_iter()
        .take(PAGE)
        .map(|row| row.open(vault))
        .collect::<Result<Vec<_>>>()?;
    let next = flags.last().filter(|_| has_more);
    Ok(Page {
        next: next.map(|last| (last.due_on, last.id)),
        flags,
    })
}

/// How many flags are up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FlagCounts {
    /// All of them.
    pub all: i64,
    /// Those that whoever asks looks after.
    pub own: i64,
    /// Those that nobody looks after.
    pub nobodys: i64,
}

/// How many are up, by one look: the same question as `up`.
pub async fn counts(
    conn: &mut PgConnection,
    hosts: Option<&[Country]>,
    person: AccountId,
) -> Result<FlagCounts> {
    Ok(sqlx::query_as!(
        FlagCounts,
        r#"select count(*) as "all!", count(*) filter (where f.owner_id = $2) as "own!",
            count(*) filter (where f.owner_id is null) as "nobodys!"
         from flags f join organizations o on o.id = f.organization_id
         where f.ended_at is null and ($1::text[] is null or o.host_country = any($1))"#,
        hosts as _,
        person as _,
    )
    .fetch_one(conn)
    .await?)
}

const fn parts(whose: Whose) -> (Option<AccountId>, bool) {
    match whose {
        Whose::All => (None, false),
        Whose::Of(account) => (Some(account), false),
        Whose::Nobody => (None, true),
    }
}
