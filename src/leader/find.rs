//! Looking for somebody who is known already, in whatever organization and script, so that one person has one entry. The board alone
//! looks, and history says so.

use std::collections::BTreeMap;

use serde_json::json;
use sqlx::PgConnection;

use super::alike::{Alike, candidates, compared, hundredths, likeness, unzip};
use super::list::wording;
use super::merged::names_of;
use super::person::{LeaderName, NAMES, Office};
use super::policy::CanKeepOffices;
use super::profile::Facts;
use crate::Result;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::LeaderId;
use crate::organization::Mention;
use crate::values::{Email, Line, Phone};
use crate::vault::{Sealed, Vault};

/// How many are shown.
const SHOWN: usize = 10;
/// How many share a mark before it says nothing.
const SHARED: i64 = 300;
/// How many are opened and compared.
const OPENED: i64 = 200;

/// Who is looked for.
pub enum SoughtPerson {
    /// Somebody of this name, or a part of it, or who is reached so.
    Text(Line),
    /// Somebody who is like this one: the name, and how they are reached.
    Like(LeaderName, Option<Email>),
}

/// Somebody who was found.
pub struct Found {
    /// Who.
    pub id: LeaderId,
    /// What they are called.
    pub names: Vec<LeaderName>,
    /// The office that they hold or last held, and where.
    pub office: Option<(Office, Mention)>,
}

/// Looks for somebody, as whoever keeps the offices of an organization. The likeliest first.
pub async fn look_for(tx: &mut Tx, can: &CanKeepOffices, who: &SoughtPerson) -> Result<Vec<Found>> {
    let vault = tx.vault();
    let mut ids: Vec<LeaderId> = match who {
        SoughtPerson::Text(text) => by_text(tx, &vault, text, true)
            .await?
            .into_iter()
            .map(|it| it.0)
            .collect(),
        SoughtPerson::Like(name, email) => {
            let facts = Facts {
                names: vec![name.clone()],
                email: email.clone(),
                ..Facts::default()
            };
            let found: Vec<Alike> = candidates(tx, &vault, &facts).await?;
            found.into_iter().map(|it| it.leader).collect()
        }
    };
    ids.truncate(SHOWN);
    look_at_these(tx, can, &ids).await
}

/// The same people again, for a form that comes back.
pub async fn look_at_these(
    tx: &mut Tx,
    can: &CanKeepOffices,
    ids: &[LeaderId],
) -> Result<Vec<Found>> {
    let vault = tx.vault();
    let mut names = names_of(tx, &vault, ids).await?;
    let mut offices = last_offices(tx, ids).await?;
    let found: Vec<Found> = ids
        .iter()
        .take(SHOWN)
        .filter_map(|id| {
            Some(Found {
                id: *id,
                names: names.remove(id)?,
                office: offices.remove(id),
            })
        })
        .collect();
    if !found.is_empty() {
        let subject = Subject::organization(can.organization(), can.number());
        let event =
            Event::new(Act::PersonalDataViewed, subject).after(json!({ "leaders": found.len() }));
        history::record(tx, can.by(), event).await?;
    }
    Ok(found)
}

/// Those whose name, or contact where that is asked for, shares something with a text, the likeliest first, with their names and how
/// like they are.
pub(super) async fn by_text(
    conn: &mut PgConnection,
    vault: &Vault,
    text: &Line,
    by_contact: bool,
) -> Result<Vec<(LeaderId, Vec<LeaderName>, i16)>> {
    let (email, phone) = (Email::parse(text).ok(), Phone::parse(text).ok());
    // How somebody is reached is no name, though a name may stand in it.
    let is_name = email.is_none() && phone.is_none();
    let sought = is_name.then(|| LeaderName {
        text: text.clone(),
        language: None,
    });
    let facts = Facts {
        names: sought.into_iter().collect(),
        email: email.filter(|_| by_contact),
        phone: phone.filter(|_| by_contact),
        ..Facts::default()
    };
    let (kinds, values) = unzip(compared(vault, &facts));
    let rows = sqlx::query!(
        r#"select l.id as "id!: LeaderId", l.names_sealed as "names!: Sealed", s.contact as "contact!"
         from (select o.leader_id, bool_or(m.kind = 'contact') as contact, count(*) as shared
            from unnest($1::text[], $2::bytea[]) m (kind, mark)
            cross join lateral (select x.leader_id from leader_marks x where x.kind = m.kind and x.mark = m.mark limit $3) o
            group by o.leader_id) s
         join leaders l on l.id = s.leader_id and l.merged_into is null
         order by s.contact desc, s.shared desc, l.id limit $4"#,
        &kinds as _,
        &values as _,
        SHARED,
        OPENED
    )
    .fetch_all(conn)
    .await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let names: Vec<LeaderName> = vault.open_json(NAMES, row.id, &row.names)?;
        let score = match row.contact {
            true => 100,
            false => hundredths(likeness(&facts.names, &names).score),
        };
        found.push((row.id, names, score));
    }
    // Of equal ones those stay first that share more.
    found.sort_by_key(|it| std::cmp::Reverse(it.2));
    Ok(found)
}

/// The office that each holds or last held, and where.
pub(super) async fn last_offices(
    conn: &mut PgConnection,
    leaders: &[LeaderId],
) -> Result<BTreeMap<LeaderId, (Office, Mention)>> {
    let rows = sqlx::query!(
        r#"select distinct on (f.leader_id) f.leader_id, f.id as office_id, f.title, f.title_language, f.title_other,
            f.title_other_language, f.office, f.acting, f.since, f.until,
            f.mistaken_at is not null as "is_mistaken!", o.id, o.number, o.name as "name: Line",
            o.name_language, o.host_country, o.standing
         from leader_offices f join organizations o on o.id = f.organization_id
         where f.leader_id = any($1) order by f.leader_id, f.mistaken_at is not null, f.until desc nulls first, f.id"#,
        leaders as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let office = Office {
                id: row.office_id,
                title: row.title,
                title_language: row.title_language,
                other: wording(row.title_other, row.title_other_language),
                office: row.office,
                acting: row.acting,
                since: row.since,
                until: row.until,
                is_mistaken: row.is_mistaken,
            };
            let mention = Mention {
                id: row.id,
                number: row.number,
                name: row.name,
                name_language: row.name_language,
                host_country: row.host_country,
                standing: row.standing,
            };
            (row.leader_id, (office, mention))
        })
        .collect())
}
