//! The leaders whom anybody may see: those with a consent to a public page in force.

use chrono::NaiveDate;
use sqlx::PgConnection;
use sqlx::types::Json;

use super::ConsentField;
use super::list::wording;
use super::person::{LeaderName, Office};
use super::profile::Facts;
use crate::Result;
use crate::ids::{LeaderId, OfficeId, OrganizationId};
use crate::organization::Mention;
use crate::values::{Country, LanguageTag, Line, RegistryNumber, SigningOffice, Standing};
use crate::vault::Vault;

/// A leader as everybody may see them.
#[derive(Debug)]
pub struct PublicLeader {
    /// Their id.
    pub id: LeaderId,
    /// What they agreed that anybody may know, their names at least.
    pub facts: Facts,
    /// Their offices, those held now first.
    pub offices: Vec<(Office, Mention)>,
}

/// Somebody in office at an organization, as everybody may see them.
#[derive(Debug)]
pub struct PublicOfficer {
    /// Their id.
    pub id: LeaderId,
    /// What they are called.
    pub names: Vec<LeaderName>,
    /// The office.
    pub office: Office,
}

/// The leader, if anybody may see them. What they did not agree to is not even opened.
pub async fn public_leader(
    conn: &mut PgConnection,
    vault: &Vault,
    id: LeaderId,
) -> Result<Option<PublicLeader>> {
    let fields: Vec<&str> = ConsentField::ALL.iter().map(|it| it.code()).collect();
    let row = sqlx::query!(
        r#"select l.public_names as "names!: Json<Vec<LeaderName>>", l.languages, l.private_sealed, l.profile_sealed,
                array(select f.field from unnest($2::text[]) as f (field)
                    where agrees(l.id, f.field, 'public_page')) as "agreed!: Vec<ConsentField>"
           from leaders l
           where l.id = $1 and l.public_names is not null and agrees(l.id, 'name', 'public_page')"#,
        id as _,
        &fields as _
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let agreed = row.agreed;
    let private = row
        .private_sealed
        .as_ref()
        .filter(|_| agreed.contains(&ConsentField::Contact));
    let profile = row.profile_sealed.as_ref();
    let known = Facts::open(vault, id, (None, private, profile), row.languages)?;
    let known = Facts {
        names: row.names.0,
        ..known
    };
    let mut offices = match agreed.contains(&ConsentField::Office) {
        true => offices(conn, id).await?,
        false => Vec::new(),
    };
    offices.retain(|(office, _)| !office.is_mistaken);
    Ok(Some(PublicLeader {
        id,
        facts: known.only(|field| agreed.contains(&field)),
        offices,
    }))
}

struct OfficeRow {
    office_id: OfficeId,
    title: Line,
    title_language: Option<LanguageTag>,
    title_other: Option<Line>,
    title_other_language: Option<LanguageTag>,
    office: SigningOffice,
    acting: bool,
    since: Option<NaiveDate>,
    until: Option<NaiveDate>,
    is_mistaken: bool,
    id: OrganizationId,
    number: RegistryNumber,
    name: Line,
    name_language: Option<LanguageTag>,
    host_country: Country,
    standing: Standing,
}

/// The offices of a leader and where they are held, those of today first, and last those that came to them by mistake.
pub async fn offices(conn: &mut PgConnection, leader: LeaderId) -> Result<Vec<(Office, Mention)>> {
    let rows = sqlx::query_as!(
        OfficeRow,
        r#"select f.id as office_id, f.title, f.title_language, f.title_other, f.title_other_language, f.office, f.acting,
                f.since, f.until, f.mistaken_at is not null as "is_mistaken!", o.id, o.number, o.name as "name: Line", o.name_language, o.host_country, o.standing
           from leader_offices f join organizations o on o.id = f.organization_id
           where f.leader_id = $1 order by f.mistaken_at is not null, f.until desc nulls first, f.since, f.id"#,
        leader as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(OfficeRow::split).collect())
}

impl OfficeRow {
    fn split(self) -> (Office, Mention) {
        let office = Office {
            id: self.office_id,
            title: self.title,
            title_language: self.title_language,
            other: wording(self.title_other, self.title_other_language),
            office: self.office,
            acting: self.acting,
            since: self.since,
            until: self.until,
            is_mistaken: self.is_mistaken,
        };
        let organization = Mention {
            id: self.id,
            number: self.number,
            name: self.name,
            name_language: self.name_language,
            host_country: self.host_country,
            standing: self.standing,
        };
        (office, organization)
    }
}

/// Those in office at an organization on this day whom anybody may see.
pub async fn public_officers(
    conn: &mut PgConnection,
    organization: OrganizationId,
    day: NaiveDate,
) -> Result<Vec<PublicOfficer>> {
    let rows = sqlx::query!(
        r#"select l.id, l.public_names as "names!: Json<Vec<LeaderName>>", f.id as office_id, f.title, f.title_language,
                f.title_other, f.title_other_language, f.office, f.acting, f.since, f.until
           from leader_offices f join leaders l on l.id = f.leader_id
           where f.organization_id = $1 and covers(f.since, f.until, $2) and f.mistaken_at is null and l.public_names is not null
             and agrees(l.id, 'name', 'public_page') and agrees(l.id, 'office', 'public_page')
           order by f.office = 'president' desc, f.since nulls first, f.id"#,
        organization as _,
        day
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| PublicOfficer {
            id: row.id,
            names: row.names.0,
            office: Office {
                id: row.office_id,
                title: row.title,
                title_language: row.title_language,
                other: wording(row.title_other, row.title_other_language),
                office: row.office,
                acting: row.acting,
                since: row.since,
                until: row.until,
                is_mistaken: false,
            },
        })
        .collect())
}
