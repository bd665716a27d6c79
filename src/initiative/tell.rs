//! What letters say of an initiative, and whom they go to.

use super::find::texts;
use super::partner::partners;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{AccountId, InitiativeId, OrganizationId};
use crate::notice::{self, GroupReply, Letter, OfInitiative, Recipient};
use crate::organization::{self, Mention, team};
use crate::values::{InitiativeRole, RegistryNumber, Wording};
use crate::{Error, Result};

/// An organization and its part in an initiative, as letters name it.
pub(super) type Part<'a> = (InitiativeId, &'a Mention, InitiativeRole);

/// What a letter says of it; `reader` is the organization whose team reads it, nothing at the desk.
pub(super) async fn of(
    tx: &mut Tx,
    (initiative, organization, role): Part<'_>,
    reader: Option<RegistryNumber>,
) -> Result<OfInitiative> {
    let said = texts(tx, &[initiative]).await?.remove(&initiative);
    Ok(OfInitiative {
        initiative,
        titles: said
            .unwrap_or_default()
            .into_iter()
            .map(|it| Wording {
                language: it.language,
                text: it.title,
            })
            .collect(),
        number: organization.number,
        title: organization.name.to_string(),
        role,
        reader,
    })
}

/// Tells whoever asked what an organization answers; and those who lead the initiative, of whoever joins it or leaves.
pub(super) async fn reply(
    tx: &mut Tx,
    part: Part<'_>,
    reply: GroupReply,
    (by, asked_by, asking): (Option<AccountId>, Option<AccountId>, Option<OrganizationId>),
) -> Result<()> {
    let (initiative, organization, _) = part;
    let mut leads = match reply {
        GroupReply::Declined => Vec::new(),
        GroupReply::Joined | GroupReply::Left => leads(tx, initiative).await?,
    };
    leads.retain(|id| *id != organization.id);
    if let Some(asked_by) = asked_by.filter(|it| Some(*it) != by) {
        let reader = match asking {
            Some(id) => Some(
                organization::mention(tx, id)
                    .await?
                    .ok_or(Error::NotFound)?,
            ),
            None => None,
        };
        let of = of(tx, part, reader.map(|it| it.number)).await?;
        let letter = Letter::PartnerAnswered { of, reply };
        notice::post(tx, Recipient::Account(asked_by), letter).await?;
    }
    for lead in leads {
        let Some(reader) = organization::mention(tx, lead).await? else {
            continue;
        };
        let of = of(tx, part, Some(reader.number)).await?;
        let letter = Letter::PartnerAnswered { of, reply };
        // Whoever asked was told already.
        team::tell(tx, lead, asked_by.or(by), &letter).await?;
    }
    Ok(())
}

/// Tells the teams of all who carry an initiative, but whoever acts.
pub(super) async fn all(
    tx: &mut Tx,
    by: &Actor,
    initiative: InitiativeId,
    letter: impl Fn(OfInitiative) -> Letter,
) -> Result<()> {
    // Of one initiative there are few.
    for partner in partners(tx, initiative).await? {
        let number = Some(partner.organization.number);
        let of = of(
            tx,
            (initiative, &partner.organization, partner.role),
            number,
        )
        .await?;
        team::tell(tx, partner.organization.id, by.account(), &letter(of)).await?;
    }
    Ok(())
}

/// The organizations that lead an initiative.
async fn leads(tx: &mut Tx, initiative: InitiativeId) -> Result<Vec<OrganizationId>> {
    Ok(sqlx::query_scalar!(
        "select organization_id from initiative_partners
         where initiative_id = $1 and role = 'lead' and until is null order by since, id",
        initiative as _
    )
    .fetch_all(&mut **tx)
    .await?)
}
