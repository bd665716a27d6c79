//! What anybody may know of an organization. Public pages get this type and nothing else, so they cannot give more away.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use super::find::{find_by_number, numbers, particulars};
use super::merged::survivor;
use super::{Contact, Members, Name, Particulars, PublicPlace, Text};
use crate::Result;
use crate::ids::OrganizationId;
use crate::values::{
    Area, Country, Funding, Identifier, Kind, LanguageTag, Line, PartialDate, RegistryNumber,
    Related, Standing, WebAddress,
};
use crate::vault::Vault;

/// What anybody may know of an organization.
#[derive(Clone, Debug)]
pub struct PublicOrganization {
    /// Its id, to find what belongs to it; its address is its number.
    pub id: OrganizationId,
    /// Its registry number.
    pub number: RegistryNumber,
    /// Its names, the one it goes by first.
    pub names: Vec<Name>,
    /// What it is.
    pub kind: Option<Kind>,
    /// Where it works.
    pub host_country: Country,
    /// Where in it.
    pub city: Option<Line>,
    /// Where its people come from.
    pub homeland: Option<Country>,
    /// The community its people form.
    pub community: Option<Line>,
    /// When it was founded.
    pub founded: Option<PartialDate>,
    /// Since when its host country has it on record.
    pub host_registered_on: Option<PartialDate>,
    /// Its places, each as far as it may be known.
    pub places: Vec<PublicPlace>,
    /// What other registers call it.
    pub identifiers: Vec<Identifier>,
    /// What it works on.
    pub areas: Vec<Area>,
    /// The languages it works in.
    pub languages: Vec<LanguageTag>,
    /// Its website.
    pub website: Option<WebAddress>,
    /// Its other pages on the web.
    pub links: Vec<WebAddress>,
    /// How many members it has.
    pub members: Option<Members>,
    /// What it had to spend.
    pub funding: Vec<Funding>,
    /// The organization above it.
    pub umbrella: Option<Related>,
    /// Those below it.
    pub chapters: Vec<Related>,
    /// The one that took its place.
    pub successor: Option<Related>,
    /// The contacts that it wants to be known.
    pub contacts: Vec<Contact>,
    /// What it is about.
    pub about: Vec<Text>,
    /// Where it stands with the board.
    pub standing: Standing,
    /// Until when, where that is limited.
    pub standing_until: Option<NaiveDate>,
    /// Since when it is registered.
    pub registered_on: Option<NaiveDate>,
    /// The organization that it was merged into.
    pub merged_into: Option<RegistryNumber>,
    /// Whether the board is looking at a correction of this.
    pub under_correction: bool,
    /// When this was changed last.
    pub updated_at: DateTime<Utc>,
}

/// What anybody may know of the organization with this number.
pub async fn find_public(
    conn: &mut PgConnection,
    vault: &Vault,
    number: RegistryNumber,
) -> Result<Option<PublicOrganization>> {
    let Some(organization) = find_by_number(conn, number).await? else {
        return Ok(None);
    };
    let Some(said) = particulars(conn, vault, organization.id).await? else {
        return Ok(None);
    };
    let merged_into = match organization.merged_into {
        // To the end of the chain: an old number is one step away from where it leads.
        Some(_) => match survivor(conn, organization.id).await? {
            Some(other) => numbers(conn, &[other]).await?.remove(&other),
            None => None,
        },
        None => None,
    };
    let under_correction = sqlx::query_scalar!(
        r#"select exists (select from cases
            where corrects and organization_id = $1
                and stage in ('submitted', 'at_post', 'in_review', 'changes_requested', 'appealed')) as "there!""#,
        organization.id as _
    )
    .fetch_one(&mut *conn)
    .await?;
    let city = said.public_city().cloned();
    Ok(Some(PublicOrganization {
        places: said
            .places
            .iter()
            .map(|place| place.public(city.as_ref()))
            .collect(),
        id: organization.id,
        number: organization.number,
        names: said.names,
        kind: said.kind,
        host_country: said.host_country,
        city,
        homeland: said.homeland,
        community: said.community,
        founded: said.founded,
        host_registered_on: said.host_registered_on,
        identifiers: said.identifiers,
        areas: said.areas,
        languages: said.languages,
        website: said.website,
        links: said.links,
        members: said.members,
        funding: said.funding,
        umbrella: said.umbrella,
        chapters: said.chapters,
        successor: said.successor,
        contacts: said
            .contacts
            .into_iter()
            .filter(|contact| contact.public)
            .collect(),
        about: said.about,
        standing: organization.standing,
        standing_until: organization.standing_until,
        registered_on: organization.registered_on,
        merged_into,
        under_correction,
        updated_at: organization.updated_at,
    }))
}
impl Particulars {
    /// What somebody may read who has no part in the organization: neither what is for the board alone nor people.
    #[must_use]
    pub fn for_strangers(self) -> Self {
        Self {
            city: self.public_city().cloned(),
            places: Vec::new(),
            contacts: self
                .contacts
                .into_iter()
                .filter(|contact| contact.public)
                .collect(),
            people: Vec::new(),
            ..self
        }
    }
}
