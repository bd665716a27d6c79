//! What an accepted case does, per kind: the one place where a verdict becomes a saved decision together with its effect.

use crate::case::{self, Case, Verdict};
use crate::criterion;
use crate::db::Tx;
use crate::document;
use crate::ids::{DecisionId, OrganizationId, SittingItemId};
use crate::invitation;
use crate::leader;
use crate::organization::{self, Section, compare, people_changes, standing, team};
use crate::sitting;
use crate::values::{CaseKind, RegistryNumber};
use crate::{Error, Result};

/// Saves a verdict with everything that it means, in one transaction. Overtaken where a criterion was found open or not met
/// meanwhile, and nobody said why it may be.
pub async fn apply(tx: &mut Tx, verdict: Verdict) -> Result<DecisionId> {
    let about = if verdict.accepts() {
        if criterion::hinders(tx, verdict.case()).await? {
            return Err(Error::Overtaken);
        }
        let about = take_effect(tx, &verdict).await?;
        let of = (verdict.case().id, verdict.case().kind);
        document::hand_over(tx, of, about.0).await?;
        Some(about)
    } else {
        None
    };
    case::settle(tx, verdict, about).await
}

/// Closes a session of the board: what its votes decided is decided with everything that it means, and its minutes are frozen, all in
/// one transaction. `Err`: the case that cannot be decided so any more; then nothing may be committed.
pub async fn close(
    tx: &mut Tx,
    granted: sitting::policy::CanClose,
) -> Result<std::result::Result<(), SittingItemId>> {
    let actor = granted.by().clone();
    let see = sitting::policy::see(&actor)?;
    for it in sitting::begin(tx, &granted).await? {
        // The answer to one claim may have refused another one of the same agenda.
        if !sitting::is_still_on(tx, it.item).await? {
            continue;
        }
        // Nobody is asked to do something until a day that has passed.
        if it.answer.has_passed(tx.today()) {
            return Ok(Err(it.item));
        }
        let case = case::find(tx, &actor, it.case).await?;
        let done = async {
            let granted = case::policy::resolve(&actor, &case)?;
            let verdict = case::resolve(tx, granted, it.answer).await?;
            apply(tx, verdict).await
        };
        match done.await {
            Ok(decision) => sitting::decided(tx, it.item, decision).await?,
            Err(Error::Overtaken | Error::Denied(_)) => return Ok(Err(it.item)),
            Err(error) => return Err(error),
        }
    }
    sitting::finish(tx, &granted, &see).await?;
    Ok(Ok(()))
}

/// What acceptance means for this kind of case, and which organization it is about from now on.
async fn take_effect(tx: &mut Tx, verdict: &Verdict) -> Result<(OrganizationId, RegistryNumber)> {
    let Case {
        id: case,
        kind,
        applicant,
        ..
    } = *verdict.case();
    match kind {
        CaseKind::Registration => {
            let said = verdict.particulars();
            // What was typed in from paper is nobody's until it is handed over, or claimed.
            let owner = Some(applicant).filter(|_| !verdict.case().awaits_hand_over());
            let (id, number) = organization::register(tx, verdict.by(), said, owner).await?;
            for person in &said.people {
                let leader =
                    leader::create(tx, verdict.by(), leader::leader_of(id, person)).await?;
                leader::tell_later(tx, leader).await?;
            }
            for seat in case::team::of_case(tx, case).await? {
                let of = (id, number);
                team::join(tx, verdict.by(), of, seat.account, seat.role).await?;
            }
            invitation::move_to_organization(tx, case, id).await?;
            case::hand_over_likenesses(tx, case, id).await?;
            organization::confirm(tx, id, Section::ALL, verdict.said_on()).await?;
            Ok((id, number))
        }
        CaseKind::Claim => claimed(tx, verdict).await,
        CaseKind::Amendment => amended(tx, verdict).await,
        CaseKind::Renewal => renewed(tx, verdict).await,
        // `policy::start` lets nobody start one of these yet.
        CaseKind::Initiative => Err(Error::Contradiction(
            "a case of a kind that nobody can start",
        )),
    }
}

/// The registry says what the renewal meant to change, the registration lasts another term, and the organization has said
/// that all of it is so.
async fn renewed(tx: &mut Tx, verdict: &Verdict) -> Result<(OrganizationId, RegistryNumber)> {
    let (id, number) = amended(tx, verdict).await?;
    let organization = organization::find(tx, id).await?.ok_or(Error::NotFound)?;
    if !standing::is_renewable(organization.standing) {
        return Err(Error::Overtaken);
    }
    let sections: Vec<Section> = Section::spoken_of(verdict.particulars()).collect();
    organization::confirm(tx, id, &sections, verdict.said_on()).await?;
    if !case::was_renewed_since(tx, verdict).await? {
        let today = tx.today();
        let until = standing::renewed_until(tx, &organization, today).await?;
        standing::renew(tx, verdict.by(), id, until).await?;
    }
    Ok((id, number))
}

/// The registry says what the change meant to change; what changed meanwhile elsewhere stays.
async fn amended(tx: &mut Tx, verdict: &Verdict) -> Result<(OrganizationId, RegistryNumber)> {
    let id = verdict
        .case()
        .organization
        .ok_or(Error::Contradiction("a change of nothing"))?;
    team::lock(tx, id).await?;
    organization::still_goes_on(tx, id).await?;
    let vault = tx.vault();
    let organization = organization::find(tx, id).await?.ok_or(Error::NotFound)?;
    let now = organization::particulars(tx, &vault, id)
        .await?
        .ok_or(Error::NotFound)?;
    let base = case::base_of(tx, verdict).await?;
    let amended = organization::amend(&base, verdict.particulars(), &now);
    organization::update(tx, verdict.by(), &organization, &amended.said).await?;
    let said = organization::sections_of(&compare(&base, verdict.particulars()));
    organization::confirm(tx, id, &said, verdict.said_on()).await?;
    // Its people are leaders: what the amendment meant to change of them, and of nobody else.
    let people = people_changes(&base.people, &verdict.particulars().people);
    leader::amend(tx, verdict.by(), id, &people).await?;
    Ok((id, organization.number))
}

/// The claimant becomes the owner. If somebody is that by now, the board was overtaken, unless it lets the claimant join.
async fn claimed(tx: &mut Tx, verdict: &Verdict) -> Result<(OrganizationId, RegistryNumber)> {
    let case = verdict.case();
    let id = case
        .organization
        .ok_or(Error::Contradiction("a claim of nothing"))?;
    team::lock(tx, id).await?;
    organization::still_goes_on(tx, id).await?;
    let organization = organization::find(tx, id).await?.ok_or(Error::NotFound)?;
    let of = (id, organization.number);
    let has_owner = !team::owners(tx, id).await?.is_empty();
    match (has_owner, case.joins_as) {
        (false, _) => {
            team::make_owner(tx, verdict.by(), of, case.applicant).await?;
            case::refuse_rivals(tx, verdict).await?;
            if let Some(typed) = case::typed_for(tx, id).await? {
                case::take_over(tx, verdict.by(), (typed, Some(of)), case.applicant).await?;
            }
        }
        (true, Some(role)) => team::join(tx, verdict.by(), of, case.applicant, role).await?,
        (true, None) => return Err(Error::Overtaken),
    }
    Ok(of)
}
