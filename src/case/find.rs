//! A case as it stands, for those who see it.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use super::policy::Scope;
use super::row::{Facts, StageCode};
use super::stage::Stage;
use super::turn::{self, Turn, TurnOf};
use super::way::Way;
use crate::actor::Actor;
use crate::db::Dated;
use crate::ids::{AccountId, CaseId, OrganizationId, SittingId};
use crate::values::{Area, CaseKind, Country, LanguageTag, TeamRole, TrackingNumber};
use crate::{Error, Result};

/// A case as it stands.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its id.
    pub id: CaseId,
    /// Its tracking number, once it was submitted.
    pub number: Option<TrackingNumber>,
    /// What is to be decided.
    pub kind: CaseKind,
    /// Where it stands.
    pub stage: Stage,
    /// Since when it stands there.
    pub since: DateTime<Utc>,
    /// Who held it and left it idle, as long as the clock has not written down that this is over.
    pub(super) lapsed: Option<AccountId>,
    /// Who applied.
    pub applicant: AccountId,
    /// Who typed it in from a paper form, if somebody did. The record waits for its own people while they are the applicant.
    pub typed_by: Option<AccountId>,
    /// The organization it is about; a registration has none before it is accepted.
    pub organization: Option<OrganizationId>,
    /// As what a claimant joins, if the organization has an owner by now and the board offers them that instead.
    pub joins_as: Option<TeamRole>,
    /// What lists call it; empty while nothing was typed.
    pub title: String,
    /// The language of that.
    pub title_language: Option<LanguageTag>,
    /// Where the organization works.
    pub host_country: Option<Country>,
    /// Where its people come from.
    pub homeland: Option<Country>,
    /// What it works on.
    pub areas: Vec<Area>,
    /// When it was first submitted.
    pub submitted_at: Option<DateTime<Utc>>,
    /// When the board was last asked: by a submission, or by an appeal.
    pub asked_at: Option<DateTime<Utc>>,
    /// By when the board means to answer, once it was asked.
    pub answer_by: Option<NaiveDate>,
    /// Whom it waits on; nobody, once it is over.
    pub turn: Option<Turn>,
    /// When its form was last saved.
    pub saved_at: DateTime<Utc>,
    /// When it was started.
    pub created_at: DateTime<Utc>,
    /// Counts its changes: a form that carries it shows what somebody saw.
    pub revision: i32,
    /// Those on the team now: of the organization, or of the case itself while there is none.
    pub(super) team: Vec<AccountId>,
    /// Those of them who may write for it.
    pub(super) editors: Vec<AccountId>,
    /// Those of them who may submit for it, take back and appeal.
    pub(super) owners: Vec<AccountId>,
    /// Who refused it, one entry for each refusal.
    pub(super) refusers: Vec<AccountId>,
    /// Who had a part in that: they, and those who proposed or voted.
    pub(super) against: Vec<AccountId>,
    /// How the board decides it, by the rule that counts now.
    pub way: Way,
    /// Who proposed an answer that waits for a second person.
    pub proposer: Option<AccountId>,
    /// The officers of a post who typed it in besides the one who began it.
    pub(super) typists: Vec<AccountId>,
    /// The session of the board on whose agenda it is.
    pub sitting: Option<SittingId>,
    /// The day of that.
    pub sits_on: Option<NaiveDate>,
}

struct Row {
    id: CaseId,
    number: Option<TrackingNumber>,
    kind: CaseKind,
    stage: StageCode,
    stage_since: DateTime<Utc>,
    applicant_id: AccountId,
    typed_by: Option<AccountId>,
    organization_id: Option<OrganizationId>,
    joins_as: Option<TeamRole>,
    title: String,
    title_language: Option<LanguageTag>,
    host_country: Option<Country>,
    homeland: Option<Country>,
    areas: Vec<Area>,
    holder_id: Option<AccountId>,
    held_since: Option<DateTime<Utc>>,
    held_until: Option<DateTime<Utc>>,
    submitted_at: Option<DateTime<Utc>>,
    asked_at: Option<DateTime<Utc>>,
    due_on: Option<NaiveDate>,
    answer_by: Option<NaiveDate>,
    waits_on: Option<TurnOf>,
    waits_since: Option<DateTime<Utc>>,
    waits_until: Option<NaiveDate>,
    appeal_until: Option<NaiveDate>,
    decided_at: Option<DateTime<Utc>>,
    draft_saved_at: DateTime<Utc>,
    created_at: DateTime<Utc>,
    revision: i32,
    team: Vec<AccountId>,
    editors: Vec<AccountId>,
    owners: Vec<AccountId>,
    refusers: Vec<AccountId>,
    against: Vec<AccountId>,
    way: Way,
    proposer: Option<AccountId>,
    typists: Vec<AccountId>,
    sitting: Option<SittingId>,
    sits_on: Option<NaiveDate>,
}

/// The case, if there is one that this actor sees.
///
/// Whoever left it idle holds it no more, whether or not the clock has written that down yet.
pub async fn find<C: Dated>(conn: &mut C, actor: &Actor, id: CaseId) -> Result<Case> {
    let found = find_many(conn, actor, &[id]).await?.pop();
    found.ok_or(Error::NotFound)
}

/// Those of these cases that this actor sees, in no order; for what is done to many at once.
pub async fn find_many<C: Dated>(conn: &mut C, actor: &Actor, ids: &[CaseId]) -> Result<Vec<Case>> {
    let (now, scope) = (conn.now(), Scope::of(conn, actor).await?);
    let rows = load(conn, &scope, false, ids).await?;
    rows.into_iter().map(|row| row.case(now)).collect()
}

/// A draft that somebody was asked to sign by a link: it is nobody's else to see, and whoever holds the link needs no account.
pub async fn find_to_sign<C: Dated>(conn: &mut C, id: CaseId) -> Result<Case> {
    let (now, scope) = (conn.now(), Scope::of(conn, &Actor::System).await?);
    let found = load(conn, &scope, true, &[id]).await?.pop();
    let case = found.ok_or(Error::NotFound)?.case(now)?;
    match case.stage.is_with_applicant() {
        true => Ok(case),
        false => Err(Error::NotFound),
    }
}

async fn load(
    conn: &mut PgConnection,
    scope: &Scope,
    drafts: bool,
    ids: &[CaseId],
) -> Result<Vec<Row>> {
    Ok(sqlx::query_as!(
        Row,
        r#"select c.id, c.number, c.kind, c.stage, c.stage_since, c.applicant_id, c.typed_by, c.organization_id, c.joins_as, c.title,
            c.title_language, c.host_country, c.homeland, c.areas, c.holder_id, c.held_since, c.held_until, c.submitted_at, c.asked_at,
            c.due_on, c.answer_by, c.waits_on, c.waits_since, c.waits_until, c.appeal_until, c.decided_at, c.draft_saved_at, c.created_at, c.revision,
            array(select t.account_id from organization_team t
                where t.organization_id = c.organization_id and t.until is null
                union all select w.account_id from case_team w
                where w.case_id = c.id and c.organization_id is null and w.until is null) as "team!: Vec<AccountId>",
            array(select t.account_id from organization_team t
                where t.organization_id = c.organization_id and t.until is null
                    and t.role in ('owner', 'editor')
                union all select w.account_id from case_team w
                where w.case_id = c.id and c.organization_id is null and w.until is null
                    and w.role in ('owner', 'editor')) as "editors!: Vec<AccountId>",
            array(select t.account_id from organization_team t
                where t.organization_id = c.organization_id and t.until is null and t.role = 'owner'
                union all select w.account_id from case_team w
                where w.case_id = c.id and c.organization_id is null and w.until is null
                    and w.role = 'owner') as "owners!: Vec<AccountId>",
            array(select d.decided_by from case_decisions d
                where d.case_id = c.id and d.outcome = 'refused' order by d.id) as "refusers!: Vec<AccountId>",
            array(select case_refused_by(c.id)) as "against!: Vec<AccountId>",
            case_way(c) as "way!: Way",
            (select p.proposed_by from case_proposals p where p.case_id = c.id and p.ended_at is null) as "proposer: AccountId",
            array(select y.account_id from case_typists y
                where y.case_id = c.id order by y.account_id) as "typists!: Vec<AccountId>",
            case_sitting(c) as "sitting: SittingId",
            (select (s.starts_at at time zone 'UTC')::date from sittings s where s.id = case_sitting(c)) as sits_on
         from cases c
         where c.id = any($1) and ($7 or case_seen_by(c, $2, $3, $4, $5, $6))"#,
        ids as _,
        scope.everything,
        &scope.hosts as _,
        scope.account as _,
        &scope.organizations as _,
        &scope.shared as _,
        drafts,
    )
    .fetch_all(conn)
    .await?)
}

impl Row {
    fn case(self, now: DateTime<Utc>) -> Result<Case> {
        let lapsed = self
            .holder_id
            .filter(|_| self.held_until.is_none_or(|until| until <= now));
        let turn = self.waits_on.zip(self.waits_since).map(|(of, since)| Turn {
            of,
            since,
            until: self.waits_until,
        });
        let turn = match (lapsed, self.held_until) {
            (Some(_), Some(since)) => turn.map(|turn| Turn {
                of: TurnOf::unheld(!self.refusers.is_empty()),
                since,
                ..turn
            }),
            _ => turn,
        };
        let facts = Facts {
            stage: self.stage,
            since: self.stage_since,
            due_on: self.due_on,
            appeal_until: self.appeal_until,
            decided_at: self.decided_at,
            holder_id: self.holder_id.filter(|_| lapsed.is_none()),
            held_since: self.held_since.filter(|_| lapsed.is_none()),
        };
        Ok(Case {
            id: self.id,
            number: self.number,
            kind: self.kind,
            stage: facts.stage()?,
            since: self.stage_since,
            lapsed,
            applicant: self.applicant_id,
            typed_by: self.typed_by,
            organization: self.organization_id,
            joins_as: self.joins_as,
            title: self.title,
            title_language: self.title_language,
            host_country: self.host_country,
            homeland: self.homeland,
            areas: self.areas,
            submitted_at: self.submitted_at,
            asked_at: self.asked_at,
            answer_by: self.answer_by,
            turn,
            saved_at: self.draft_saved_at,
            created_at: self.created_at,
            revision: self.revision,
            team: self.team,
            editors: self.editors,
            owners: self.owners,
            refusers: self.refusers,
            against: self.against,
            way: self.way,
            proposer: self.proposer,
            typists: self.typists,
            sitting: self.sitting,
            sits_on: self.sits_on,
        })
    }
}

impl Case {
    /// Whether somebody has a part in it and cannot judge it: they applied, or belong to the organization. Whoever typed in a
    /// paper form acts for the organization until there is one; from then on it is nobody's, and they see it from the desk.
    pub fn concerns(&self, account: AccountId) -> bool {
        let is_listed = self.awaits_hand_over() && self.organization.is_some();
        (self.applicant == account && !is_listed)
            || self.team.contains(&account)
            || self.is_typed_along_by(account)
    }

    /// Whether this account typed it in from a paper form. Whoever did gives no opinion on it and decides nothing of it.
    pub fn was_typed_by(&self, account: AccountId) -> bool {
        self.typed_by == Some(account) || self.typists.contains(&account)
    }

    /// Whether this account types it in beside the one who began it, as long as it is in their hands.
    pub(super) fn is_typed_along_by(&self, account: AccountId) -> bool {
        self.awaits_hand_over() && self.organization.is_none() && self.typists.contains(&account)
    }

    /// Whether it was typed in from a paper form and waits for people of the organization to take it over.
    pub fn awaits_hand_over(&self) -> bool {
        self.typed_by == Some(self.applicant)
    }

    /// Whether somebody is on the applicant's side and sees it as theirs. What somebody applied with for an
    /// organization is its team's; a claim is the claimant's alone.
    pub fn is_own(&self, account: AccountId) -> bool {
        self.is_applicant(account)
            || (!self.is_claim() && self.team.contains(&account))
            || self.is_typed_along_by(account)
    }

    /// Whether somebody applied, and was not taken out of the team since.
    pub(super) fn is_applicant(&self, account: AccountId) -> bool {
        self.applicant == account
            && (self.organization.is_none() || self.is_claim() || self.team.contains(&account))
    }

    fn is_claim(&self) -> bool {
        self.kind == CaseKind::Claim
    }

    /// Whether those who write it are a team of its own: a registration without an organization. What was typed in from
    /// paper gets its team by being handed over.
    pub fn has_own_team(&self) -> bool {
        self.is_being_written() && !self.awaits_hand_over()
    }

    /// Whether there is no organization yet that could have a team.
    pub(super) fn is_being_written(&self) -> bool {
        self.kind == CaseKind::Registration && self.organization.is_none() && self.stage.is_open()
    }

    /// Whether somebody may write for the applicant's side.
    pub(super) fn has_writer(&self, account: AccountId) -> bool {
        match (self.is_claim(), self.organization) {
            (true, _) => self.applicant == account,
            (false, None) => {
                self.applicant == account
                    || self.editors.contains(&account)
                    || self.is_typed_along_by(account)
            }
            (false, Some(_)) => self.editors.contains(&account),
        }
    }

    /// Whether somebody may speak for the applicant's side: submit, take back, appeal.
    pub(super) fn has_owner(&self, account: AccountId) -> bool {
        match (self.is_claim(), self.organization) {
            (true, _) => self.applicant == account,
            (false, None) => {
                self.applicant == account
                    || self.owners.contains(&account)
                    || self.is_typed_along_by(account)
            }
            (false, Some(_)) => self.owners.contains(&account),
        }
    }

    /// Everybody who may write for the applicant's side.
    pub fn writers(&self) -> Vec<AccountId> {
        let mut writers = match self.is_claim() {
            true => Vec::new(),
            false => self.editors.clone(),
        };
        if self.has_writer(self.applicant) && !writers.contains(&self.applicant) {
            writers.push(self.applicant);
        }
        let along = self.typists.iter().copied();
        writers.extend(along.filter(|it| self.is_typed_along_by(*it)));
        writers
    }

    /// Who gets its letters: the applicant, and whoever types it in with them; after they left the team, its owners.
    pub(super) fn correspondents(&self) -> Vec<AccountId> {
        match self.is_applicant(self.applicant) {
            true => {
                let along = self.typists.iter().copied();
                let along = along.filter(|it| self.is_typed_along_by(*it));
                std::iter::once(self.applicant).chain(along).collect()
            }
            false => self.owners.clone(),
        }
    }

    /// The day by which an answer of the board is expected; nothing, where it owes none.
    pub fn answer_expected(&self) -> Option<NaiveDate> {
        turn::answer_expected(self.stage.code(), self.answer_by, self.stage.due())
    }

    /// Whether it was refused once and is (or may be) looked at again.
    pub fn was_refused(&self) -> bool {
        !self.refusers.is_empty()
    }

    /// Whether somebody had a part in refusing it, and so judges no appeal against that.
    pub fn was_refused_by(&self, account: AccountId) -> bool {
        self.against.contains(&account)
    }

    /// Refuses to act on what somebody saw before it changed.
    pub const fn expect_revision(&self, seen: i32) -> Result<()> {
        if self.revision == seen {
            Ok(())
        } else {
            Err(Error::Overtaken)
        }
    }

    /// The same, from a form: the revision that their form carried, if it did.
    pub fn expect_seen(&self, revision: &str) -> Result<()> {
        match revision.parse() {
            Ok(seen) => self.expect_revision(seen),
            Err(_) if revision.is_empty() => Ok(()),
            Err(_) => Err(Error::Overtaken),
        }
    }
}
