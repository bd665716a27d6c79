//! What would become of everything that somebody has at the desk: asked of each single act's own policy, by a query for each kind.

use std::collections::HashSet;

use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::find::Row;
use super::policy::CanHandOver;
use super::{DutyFate, DutyKind, MOST};
use crate::Result;
use crate::actor::Actor;
use crate::case::{self, Case, policy as cases};
use crate::db::Dated;
use crate::flag::{self, policy as flags};
use crate::ids::{AccountId, AssignmentId, CaseId, OrganizationId, SittingId};
use crate::organization::{self, team};
use crate::sitting;
use crate::values::{Role, Standing, TeamRole};
use crate::vault::Vault;
use crate::{Error, assignment};

/// What would become of all of it.
#[derive(Debug)]
pub struct Plan {
    /// One after the other, by kind.
    pub rows: Vec<Planned>,
    /// Whether there is more of some kind than goes in one act.
    pub has_more: bool,
    /// What a form carries, so that what was looked at is what is done.
    pub seen: String,
}

/// What would become of one thing.
#[derive(Debug)]
pub struct Planned {
    /// What it is and what becomes of it.
    pub row: Row,
    pub(super) step: Option<Single>,
    /// What of it may change meanwhile.
    seen: String,
}

/// The single act that gives it.
#[derive(Debug)]
pub(super) enum Single {
    Hold(cases::CanGive),
    Assignment(OrganizationId, AssignmentId),
    Flag(Box<flags::CanSettle>),
    Mention(cases::CanGiveTelling),
    Session(SittingId),
}

type Seats = std::collections::HashMap<(AccountId, OrganizationId), TeamRole>;

impl Plan {
    fn of(mut rows: Vec<Planned>, has_more: bool) -> Self {
        rows.sort_by_key(|it| it.row.kind);
        let mut hash = Sha256::new();
        for Planned { row, seen, .. } in &rows {
            let line = format!("{} {} {} {seen}\n", row.kind, row.subject, row.fate);
            hash.update(line.as_bytes());
        }
        Self {
            rows,
            has_more,
            seen: sitting::hex(&hash.finalize()),
        }
    }

    /// How many would go.
    pub fn given(&self) -> usize {
        self.rows.iter().filter(|it| it.step.is_some()).count()
    }
}

impl Planned {
    fn new(
        kind: DutyKind,
        (subject, about): (Uuid, Uuid),
        seen: String,
        step: std::result::Result<Single, DutyFate>,
    ) -> Self {
        let fate = step.as_ref().err().copied().unwrap_or(DutyFate::Given);
        Self {
            row: Row {
                kind,
                subject,
                about,
                fate,
            },
            step: step.ok(),
            seen,
        }
    }
}

/// Everything that somebody has, and what would become of it. What whoever hands over may not even see at the desk, because it is
/// their own, is not in it.
pub async fn plan<C: Dated>(conn: &mut C, vault: &Vault, granted: &CanHandOver) -> Result<Plan> {
    let mut rows = of_cases(conn, granted).await?;
    rows.extend(of_organizations(conn, vault, granted).await?);
    rows.extend(sessions(conn, granted).await?);
    let has_more = DutyKind::ALL.iter().any(|kind| {
        let count = rows.iter().filter(|it| it.row.kind == *kind).count();
        i64::try_from(count).is_ok_and(|count| count >= MOST)
    });
    Ok(Plan::of(rows, has_more))
}

/// The same of what a hand-over gave, to be given back: what has moved on since then stays where it is.
pub async fn plan_back<C: Dated>(
    conn: &mut C,
    vault: &Vault,
    granted: &CanHandOver,
    given: &[Row],
) -> Result<Plan> {
    let wanted: HashSet<(DutyKind, Uuid)> = given
        .iter()
        .filter(|row| row.fate == DutyFate::Given)
        .map(|row| (row.kind, row.subject))
        .collect();
    let mut rows = plan(conn, vault, granted).await?.rows;
    rows.retain(|it| wanted.contains(&(it.row.kind, it.row.subject)));
    let still: HashSet<(DutyKind, Uuid)> = rows
        .iter()
        .map(|it| (it.row.kind, it.row.subject))
        .collect();
    let gone = given
        .iter()
        .filter(|row| row.fate == DutyFate::Given && !still.contains(&(row.kind, row.subject)));
    rows.extend(gone.map(|row| {
        Planned::new(
            row.kind,
            (row.subject, row.about),
            String::new(),
            Err(DutyFate::Changed),
        )
    }));
    Ok(Plan::of(rows, false))
}

const fn fate(why: cases::NotTheirs) -> DutyFate {
    match why {
        cases::NotTheirs::Own => DutyFate::Own,
        cases::NotTheirs::OutOfReach => DutyFate::OutOfReach,
        cases::NotTheirs::SamePerson => DutyFate::SamePerson,
    }
}

/// What a policy says of one thing: how it is given, or why not. Nothing, where it is not for the eyes of whoever hands over.
fn asked<T>(
    answer: Result<std::result::Result<T, cases::NotTheirs>>,
) -> Result<Option<std::result::Result<T, DutyFate>>> {
    match answer {
        Ok(answer) => Ok(Some(answer.map_err(fate))),
        Err(Error::Overtaken) => Ok(Some(Err(DutyFate::Changed))),
        Err(Error::Denied(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Cases that they hold, and what they were told of cases.
async fn of_cases<C: Dated>(conn: &mut C, granted: &CanHandOver) -> Result<Vec<Planned>> {
    let (by, from, to) = (granted.by(), granted.from().id, granted.to());
    let mut rows = Vec::new();
    for case in case::held_by(conn, by, from, MOST).await? {
        let about = (case.id.uuid(), case.id.uuid());
        if let Some(answer) = asked(cases::give(by, from, to, &case))? {
            let seen = case.revision.to_string();
            let step = answer.map(Single::Hold);
            rows.push(Planned::new(DutyKind::Hold, about, seen, step));
        }
    }
    let told = case::unread_of(conn, from, to.id, MOST).await?;
    let mut ids: Vec<CaseId> = told.iter().map(|it| it.case).collect();
    ids.sort_unstable();
    ids.dedup();
    let known: Vec<Case> = case::find_many(conn, by, &ids).await?;
    for one in told {
        let Some(case) = known.iter().find(|case| case.id == one.case) else {
            continue;
        };
        let answer = asked(cases::give_telling(by, (from, one.id), to, case))?;
        let Some(mut step) = answer.map(|answer| answer.map(Single::Mention)) else {
            continue;
        };
        if one.is_known && step.is_ok() {
            step = Err(DutyFate::KnownAlready);
        }
        let about = (one.id.uuid(), case.id.uuid());
        rows.push(Planned::new(DutyKind::Mention, about, String::new(), step));
    }
    Ok(rows)
}

/// Organizations that they coordinate, and flags that they look after.
async fn of_organizations<C: Dated>(
    conn: &mut C,
    vault: &Vault,
    granted: &CanHandOver,
) -> Result<Vec<Planned>> {
    let (by, from, to) = (granted.by(), granted.from().id, granted.to());
    let charges = assignment::portfolio(conn, from).await?;
    let charges: Vec<_> = charges.into_iter().take(most()).collect();
    let flags = flag::owned(conn, vault, from, MOST).await?;
    let mut ids: Vec<OrganizationId> = charges.iter().map(|it| it.organization.id).collect();
    ids.extend(flags.iter().map(|it| it.organization));
    ids.sort_unstable();
    ids.dedup();
    let accounts: Vec<AccountId> = by.account().into_iter().chain([to.id]).collect();
    let seats = team::seats_among(conn, &accounts, &ids).await?;
    let mut rows = Vec::new();
    for it in charges {
        let id = it.organization.id;
        let step = match it.organization.standing {
            Standing::Merged => Err(DutyFate::Changed),
            _ => assignable(by, from, to.role, seats.contains_key(&(to.id, id)))
                .map(|()| Single::Assignment(id, it.id)),
        };
        let about = (id.uuid(), id.uuid());
        rows.push(Planned::new(
            DutyKind::Assignment,
            about,
            it.id.to_string(),
            step,
        ));
    }
    let organizations = organization::find_many(conn, &ids).await?;
    for flag in flags {
        let Some(about) = organizations.iter().find(|it| it.id == flag.organization) else {
            continue;
        };
        let seen = flag.due_on.to_string();
        let subject = (flag.id.uuid(), about.id.uuid());
        let Some(step) = settled(by, to.id, to.role, (&flag, about), &seats)? else {
            continue;
        };
        rows.push(Planned::new(DutyKind::Flag, subject, seen, step));
    }
    Ok(rows)
}

fn most() -> usize {
    usize::try_from(MOST).unwrap_or(usize::MAX)
}

const fn is_board(role: Role) -> bool {
    matches!(role, Role::Coordinator | Role::Chair)
}

fn assignable(
    by: &Actor,
    from: AccountId,
    role: Role,
    is_own: bool,
) -> std::result::Result<(), DutyFate> {
    if assignment::policy::hand_over(by, from).is_err() {
        return Err(DutyFate::NotTheirs);
    }
    match (is_own, is_board(role)) {
        (true, _) => Err(DutyFate::Own),
        (false, true) => Ok(()),
        (false, false) => Err(DutyFate::OutOfReach),
    }
}

/// A flag about an organization of whoever hands over is not for their eyes.
fn settled(
    by: &Actor,
    to: AccountId,
    role: Role,
    (flag, about): (&flag::Flag, &organization::Organization),
    seats: &Seats,
) -> Result<Option<std::result::Result<Single, DutyFate>>> {
    let own = by
        .account()
        .and_then(|by| seats.get(&(by, about.id)).copied());
    if own.is_some() {
        return Ok(None);
    }
    Ok(Some(match flags::settle(by, flag, about, own) {
        Ok(_) if seats.contains_key(&(to, about.id)) => Err(DutyFate::Own),
        Ok(_) if !is_board(role) => Err(DutyFate::OutOfReach),
        Ok(granted) => Ok(Single::Flag(Box::new(granted))),
        Err(Error::Denied(_)) => Err(DutyFate::NotTheirs),
        Err(Error::Overtaken) => Err(DutyFate::Changed),
        Err(error) => return Err(error),
    }))
}

/// Sessions to come over which they preside.
async fn sessions<C: Dated>(conn: &mut C, granted: &CanHandOver) -> Result<Vec<Planned>> {
    let (by, to) = (granted.by(), granted.to());
    let may_keep = sitting::policy::call(by).is_ok();
    let chaired = sitting::chaired_by(conn, granted.from().id, to.id, MOST).await?;
    Ok(chaired
        .into_iter()
        .map(|it| {
            let step = match to.role {
                _ if !may_keep => Err(DutyFate::NotTheirs),
                Role::Chair if it.has_voted => Err(DutyFate::SamePerson),
                Role::Chair => Ok(Single::Session(it.id)),
                _ => Err(DutyFate::OutOfReach),
            };
            let about = (it.id.uuid(), it.id.uuid());
            Planned::new(DutyKind::Session, about, String::new(), step)
        })
        .collect())
}
