//! What an accepted case does, per kind: the one place where a verdict becomes a saved decision together with its effect.

use crate::case::{self, Case, Verdict};
use crate::db::Tx;
use crate::document;
use crate::ids::{DecisionId, OrganizationId};
use crate::invitation;
use crate::leader::{self, ConsentMeans, LeaderName, NewLeader, NewOffice};
use crate::organization::{self, PersonEntry, team};
use crate::values::{CaseKind, RegistryNumber};
use crate::{Error, Result};

/// Saves a verdict with everything that it means, in one transaction.
pub async fn apply(tx: &mut Tx, verdict: Verdict) -> Result<DecisionId> {
    let about = if verdict.accepts() {
        let about = take_effect(tx, &verdict).await?;
        document::hand_over(tx, verdict.case().id, about.0).await?;
        Some(about)
    } else {
        None
    };
    case::settle(tx, verdict, about).await
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
            let (id, number) =
                organization::register(tx, verdict.by(), said, Some(applicant)).await?;
            for person in &said.people {
                leader::create(tx, verdict.by(), leader_of(id, person)).await?;
            }
            for seat in case::team::of_case(tx, case).await? {
                let of = (id, number);
                team::join(tx, verdict.by(), of, seat.account, seat.role).await?;
            }
            invitation::move_to_organization(tx, case, id).await?;
            Ok((id, number))
        }
        CaseKind::Claim => claimed(tx, verdict).await,
        CaseKind::Amendment => amended(tx, verdict).await,
        // `policy::start` lets nobody start one of these yet.
        CaseKind::Renewal | CaseKind::Initiative => Err(Error::Contradiction(
            "a case of a kind that nobody can start",
        )),
    }
}

/// The registry says what the amendment meant to change; what changed meanwhile elsewhere stays.
async fn amended(tx: &mut Tx, verdict: &Verdict) -> Result<(OrganizationId, RegistryNumber)> {
    let id = verdict
        .case()
        .organization
        .ok_or(Error::Contradiction("an amendment of nothing"))?;
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
        (false, _) => team::make_owner(tx, verdict.by(), of, case.applicant).await?,
        (true, Some(role)) => team::join(tx, verdict.by(), of, case.applicant, role).await?,
        (true, None) => return Err(Error::Overtaken),
    }
    Ok(of)
}

/// A person of the particulars, as a leader with one office there.
fn leader_of(organization: OrganizationId, person: &PersonEntry) -> NewLeader {
    NewLeader {
        names: vec![LeaderName {
            text: person.name.clone(),
            language: None,
        }],
        languages: Vec::new(),
        email: person.email.clone(),
        office: NewOffice {
            organization,
            title: person.title.clone(),
            title_language: None,
            other: None,
            since: None,
            until: None,
        },
        consent: person.consents.then_some(ConsentMeans::Registration),
    }
}
