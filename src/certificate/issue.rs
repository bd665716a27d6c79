//! Issuing a certificate, and asking later what is true.

use chrono::{Months, NaiveDate};
use serde_json::json;
use sqlx::PgConnection;

use super::Code;
use super::policy::{CanIssue, CanList};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{CertificateId, OrganizationId};
use crate::values::CertificateNumber;
use crate::{Error, Result};

/// How long a certificate is good where nothing ends it earlier.
const GOOD_FOR: Months = Months::new(12);

/// A certificate that was issued.
#[derive(Clone, Debug)]
pub struct Certificate {
    /// Its id.
    pub id: CertificateId,
    /// Its own number.
    pub number: CertificateNumber,
    /// What the paper carries.
    pub code: Code,
    /// Of which organization.
    pub organization: OrganizationId,
    /// The day it was issued.
    pub issued_on: NaiveDate,
    /// The last day on which it is good.
    pub valid_until: NaiveDate,
}

/// What a certificate is worth on a day, whatever the registration is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is good.
    Valid,
    /// Its last day has passed.
    Expired,
}

impl Certificate {
    /// What it is worth on this day.
    pub fn standing(&self, today: NaiveDate) -> Standing {
        match today <= self.valid_until {
            true => Standing::Valid,
            false => Standing::Expired,
        }
    }
}

/// Issues a certificate: for a year, or until the registration is due for renewal.
pub async fn issue(tx: &mut Tx, granted: CanIssue) -> Result<CertificateId> {
    let organization = granted.organization();
    // Waits for whoever is changing where the organization stands, and sees what came of it.
    let now_there = sqlx::query!(
        "select standing, standing_until, registered_until from organizations where id = $1 for share",
        organization.id as _
    )
    .fetch_one(&mut **tx)
    .await?;
    if !now_there.standing.in_force() {
        return Err(Error::Overtaken);
    }
    let (id, now, today) = (CertificateId::fresh(), tx.now(), tx.today());
    let next = sqlx::query_scalar!(r#"select nextval('certificate_numbers') as "next!""#)
        .fetch_one(&mut **tx)
        .await?;
    let number = u64::try_from(next)
        .map(CertificateNumber::from_sequence)
        .map_err(|_| Error::Contradiction("a sequence below zero"))?;
    let year = today + GOOD_FOR;
    // No certificate promises more than the registration itself.
    let ends = [now_there.standing_until, now_there.registered_until];
    let until = ends
        .into_iter()
        .flatten()
        .filter(|until| *until >= today)
        .fold(year, NaiveDate::min);
    sqlx::query!(
        "insert into certificates (id, number, code, organization_id, issued_by, issued_at, issued_on, valid_until)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        id as _,
        number as _,
        Code::fresh()? as _,
        organization.id as _,
        granted.by().account() as _,
        now,
        today,
        until,
    )
    .execute(&mut **tx)
    .await?;
    let subject = Subject::certificate(id, number).of_organization(organization.id);
    let event = Event::new(Act::CertificateIssued, subject).after(json!({ "valid_until": until }));
    history::record(tx, granted.by(), event).await?;
    Ok(id)
}

/// What an organization was issued, the newest first.
pub async fn of_organization(
    conn: &mut PgConnection,
    granted: &CanList,
) -> Result<Vec<Certificate>> {
    Ok(sqlx::query_as!(
        Certificate,
        r#"select id, number, code, organization_id as organization, issued_on, valid_until
         from certificates where organization_id = $1 order by id desc"#,
        granted.organization().id as _
    )
    .fetch_all(conn)
    .await?)
}

/// One of them.
pub async fn find(
    conn: &mut PgConnection,
    granted: &CanList,
    id: CertificateId,
) -> Result<Option<Certificate>> {
    let all = of_organization(conn, granted).await?;
    Ok(all.into_iter().find(|it| it.id == id))
}

/// The certificate that carries this code, for everybody.
pub async fn verify(conn: &mut PgConnection, code: &Code) -> Result<Option<Certificate>> {
    Ok(sqlx::query_as!(
        Certificate,
        r#"select id, number, code, organization_id as organization, issued_on, valid_until
         from certificates where code = $1"#,
        code as _
    )
    .fetch_optional(conn)
    .await?)
}
