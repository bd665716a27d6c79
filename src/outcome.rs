//! What an accepted case does, per kind: the one place where a verdict becomes a saved decision together with its effect.

use crate::case::{self, Case, Verdict};
use crate::db::Tx;
use crate::document;
use crate::ids::{DecisionId, OrganizationId};
use crate::leader::{self, ConsentMeans, LeaderName, NewLeader, NewOffice};
use crate::organization::{self, PersonEntry};
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
        kind, applicant, ..
    } = *verdict.case();
    match kind {
        CaseKind::Registration => {
            let said = verdict.particulars();
            let (id, number) =
                organization::register(tx, verdict.by(), said, Some(applicant)).await?;
            for person in &said.people {
                leader::create(tx, verdict.by(), leader_of(id, person)).await?;
            }
            Ok((id, number))
        }
        // `policy::start` lets nobody start one of these yet.
        CaseKind::Amendment | CaseKind::Renewal | CaseKind::Claim | CaseKind::Initiative => Err(
            Error::Contradiction("a case of a kind that nobody can start"),
        ),
    }
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
