//! Writing history.

use serde_json::Value;
use uuid::Uuid;

use super::{Act, SubjectKind};
use crate::actor::Actor;
use crate::db::{DbError, Tx, Whole};
use crate::ids::{
    AccountId, AreaId, BulkId, CaseId, CertificateId, CriterionId, DocumentId, DutyHandoverId,
    EventId, GroupId, ImportId, InitiativeId, ItemId, LeaderId, OrganizationId, RuleId, SittingId,
    ViewId,
};
use crate::values::{Area, CertificateNumber, Prose, RegistryNumber, TrackingNumber};

/// What something was done to, and on whose pages it shows.
#[derive(Clone, Debug)]
pub struct Subject {
    kind: SubjectKind,
    id: Uuid,
    number: Option<String>,
    organization: Option<OrganizationId>,
    case: Option<CaseId>,
}

/// Something that was done. `before` and `after` never hold personal data in the clear: say *that* a contact
/// changed, not from what to what. Words that people typed go into `reason`, which is sealed.
#[derive(Debug)]
pub struct Event {
    act: Act,
    subject: Subject,
    before: Option<Value>,
    after: Option<Value>,
    reason: Option<Prose>,
}

impl Subject {
    const fn new(kind: SubjectKind, id: Uuid) -> Self {
        Self {
            kind,
            id,
            number: None,
            organization: None,
            case: None,
        }
    }

    /// An account.
    pub const fn account(id: AccountId) -> Self {
        Self::new(SubjectKind::Account, id.uuid())
    }

    /// An organization.
    pub fn organization(id: OrganizationId, number: RegistryNumber) -> Self {
        Self {
            number: Some(number.to_string()),
            organization: Some(id),
            ..Self::new(SubjectKind::Organization, id.uuid())
        }
    }

    /// A case; it has no number before it is submitted.
    pub fn case(id: CaseId, number: Option<TrackingNumber>) -> Self {
        Self {
            number: number.map(|number| number.to_string()),
            case: Some(id),
            ..Self::new(SubjectKind::Case, id.uuid())
        }
    }

    /// A group.
    pub const fn group(id: GroupId) -> Self {
        Self::new(SubjectKind::Group, id.uuid())
    }

    /// An initiative.
    pub const fn initiative(id: InitiativeId) -> Self {
        Self::new(SubjectKind::Initiative, id.uuid())
    }

    /// A leader.
    pub const fn leader(id: LeaderId) -> Self {
        Self::new(SubjectKind::Leader, id.uuid())
    }

    /// A roster that came in.
    pub const fn import(id: ImportId) -> Self {
        Self::new(SubjectKind::Import, id.uuid())
    }

    /// A roster that left, by an id of its own.
    pub const fn export(id: Uuid) -> Self {
        Self::new(SubjectKind::Export, id)
    }

    /// A document.
    pub const fn document(id: DocumentId) -> Self {
        Self::new(SubjectKind::Document, id.uuid())
    }

    /// Something that is asked for.
    pub const fn checklist_item(id: ItemId) -> Self {
        Self::new(SubjectKind::ChecklistItem, id.uuid())
    }

    /// Something that cases are judged by.
    pub const fn criterion(id: CriterionId) -> Self {
        Self::new(SubjectKind::Criterion, id.uuid())
    }

    /// A rule of the pre-screen.
    pub const fn rule(id: RuleId) -> Self {
        Self::new(SubjectKind::PrescreenRule, id.uuid())
    }

    /// An area; its code stands for a number.
    pub fn area(id: AreaId, area: Area) -> Self {
        Self {
            number: Some(area.to_string()),
            ..Self::new(SubjectKind::Area, id.uuid())
        }
    }

    /// A certificate.
    pub fn certificate(id: CertificateId, number: CertificateNumber) -> Self {
        Self {
            number: Some(number.to_string()),
            ..Self::new(SubjectKind::Certificate, id.uuid())
        }
    }

    /// A session of the board.
    pub fn sitting(id: SittingId, number: i32) -> Self {
        Self {
            number: Some(number.to_string()),
            ..Self::new(SubjectKind::Sitting, id.uuid())
        }
    }

    /// A setting, by its own id or one for this change.
    pub const fn setting(id: Uuid) -> Self {
        Self::new(SubjectKind::Setting, id)
    }

    /// An act on many organizations.
    pub const fn bulk(id: BulkId) -> Self {
        Self::new(SubjectKind::Bulk, id.uuid())
    }

    /// A saved view of cases.
    pub const fn view(id: ViewId) -> Self {
        Self::new(SubjectKind::View, id.uuid())
    }

    /// Shows on this organization's page too.
    #[must_use]
    pub const fn of_organization(mut self, id: OrganizationId) -> Self {
        self.organization = Some(id);
        self
    }

    /// Shows on this case's page too.
    #[must_use]
    pub const fn of_case(mut self, id: CaseId) -> Self {
        self.case = Some(id);
        self
    }
}

impl Event {
    /// Something that was done to something.
    pub const fn new(act: Act, subject: Subject) -> Self {
        Self {
            act,
            subject,
            before: None,
            after: None,
            reason: None,
        }
    }

    /// What was so before.
    #[must_use]
    pub fn before(mut self, before: Value) -> Self {
        self.before = Some(before);
        self
    }

    /// What is so now, and what was so before; of something new, nothing was.
    #[must_use]
    pub fn changed(self, before: Option<Value>, after: Value) -> Self {
        let event = self.after(after);
        match before {
            Some(before) => event.before(before),
            None => event,
        }
    }

    /// What is so now.
    #[must_use]
    pub fn after(mut self, after: Value) -> Self {
        self.after = Some(after);
        self
    }

    /// Why, in the words of whoever did it.
    #[must_use]
    pub fn reason(mut self, reason: Option<&Prose>) -> Self {
        self.reason = reason.cloned();
        self
    }
}

/// Where reasons are sealed.
pub(super) const REASON: &str = "history.reason";

/// Writes what was done into history, in the transaction that does it.
pub async fn record(tx: &mut Tx, by: &Actor, event: Event) -> Result<(), crate::Error> {
    let id = EventId::fresh();
    let now = tx.now();
    let vault = tx.vault();
    let (handover, bulk) = whole(tx);
    let reason = event
        .reason
        .map(|reason| vault.seal_text(REASON, id, &reason))
        .transpose()?;
    sqlx::query!(
        "insert into history (id, at, account_id, role, act, subject_kind, subject_id, subject_number,
            organization_id, case_id, before, after, reason_sealed, duty_handover_id, bulk_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        id as _,
        now,
        by.account() as _,
        by.role_word(),
        event.act as _,
        event.subject.kind as _,
        event.subject.id,
        event.subject.number,
        event.subject.organization as _,
        event.subject.case as _,
        event.before,
        event.after,
        reason as _,
        handover as _,
        bulk as _,
    )
    .execute(&mut **tx)
    .await
    .map(drop)
    .map_err(|error: DbError| error.into())
}

/// Writes many things that were done at once, in one statement: a file brings thousands.
pub async fn record_all(tx: &mut Tx, by: &Actor, events: Vec<Event>) -> Result<(), crate::Error> {
    if events.is_empty() {
        return Ok(());
    }
    let now = tx.now();
    let vault = tx.vault();
    let (handover, bulk) = whole(tx);
    let mut ids = Vec::with_capacity(events.len());
    let mut acts = Vec::with_capacity(events.len());
    let mut kinds = Vec::with_capacity(events.len());
    let mut subjects = Vec::with_capacity(events.len());
    let mut numbers = Vec::with_capacity(events.len());
    let mut organizations = Vec::with_capacity(events.len());
    let mut cases = Vec::with_capacity(events.len());
    let mut before = Vec::with_capacity(events.len());
    let mut after = Vec::with_capacity(events.len());
    let mut reasons = Vec::with_capacity(events.len());
    for event in events {
        let id = EventId::fresh();
        let reason = event
            .reason
            .map(|reason| vault.seal_text(REASON, id, &reason))
            .transpose()?;
        ids.push(id);
        acts.push(event.act);
        kinds.push(event.subject.kind);
        subjects.push(event.subject.id);
        numbers.push(event.subject.number);
        organizations.push(event.subject.organization);
        cases.push(event.subject.case);
        before.push(event.before);
        after.push(event.after);
        reasons.push(reason);
    }
    sqlx::query!(
        "insert into history (id, at, account_id, role, act, subject_kind, subject_id, subject_number,
            organization_id, case_id, before, after, reason_sealed, duty_handover_id, bulk_id)
         select id, $11, $12, $13, act, subject_kind, subject_id, subject_number, organization_id, case_id, before,
            after, reason_sealed, $14, $15
         from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::uuid[], $7::uuid[], $8::jsonb[],
            $9::jsonb[], $10::bytea[])
            as r (id, act, subject_kind, subject_id, subject_number, organization_id, case_id, before, after,
                reason_sealed)",
        &ids as _,
        &acts as _,
        &kinds as _,
        &subjects,
        &numbers as _,
        &organizations as _,
        &cases as _,
        &before as _,
        &after as _,
        &reasons as _,
        now,
        by.account() as _,
        by.role_word(),
        handover as _,
        bulk as _,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The hand-over, or the act on many, that what is done now is a part of.
const fn whole(tx: &Tx) -> (Option<DutyHandoverId>, Option<BulkId>) {
    match tx.whole() {
        Some(Whole::DutyHandover(id)) => (Some(id), None),
        Some(Whole::Bulk(id)) => (None, Some(id)),
        None => (None, None),
    }
}
