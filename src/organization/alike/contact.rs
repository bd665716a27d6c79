//! E-mail addresses and telephone numbers, compared by marks that only the vault can make: nobody reads them for that.

use std::collections::HashMap;

use sqlx::PgConnection;
use uuid::Uuid;

use crate::Result;
use crate::db::{Db, Tx};
use crate::ids::OrganizationId;
use crate::organization::{Contact, open_contacts};
use crate::values::{ContactChannel, Email, Phone};
use crate::vault::{BlindIndex, Vault};

/// What marks are made for: they fit nothing else that the vault has an index of.
const CONTEXT: &str = "organization_contact_marks";

/// A contact that more organizations have is that of whoever serves them all.
const SHARED: usize = 10;

/// The organizations of one transaction.
const BATCH: i64 = 2_000;

/// The marks of contacts, however their values are written. An address of a house is no sign: many clubs meet in one.
pub fn marks(vault: &Vault, contacts: &[Contact]) -> Vec<BlindIndex> {
    let mut keys: Vec<String> = contacts
        .iter()
        .filter_map(|contact| match contact.channel {
            ContactChannel::Email => Email::parse(&contact.value)
                .ok()
                .map(|email| format!("email {}", email.lookup_key())),
            ContactChannel::Phone => Phone::parse(&contact.value)
                .ok()
                .map(|phone| format!("phone {}", dialled(&phone))),
            ContactChannel::PostalAddress => None,
        })
        .collect();
    keys.sort_unstable();
    keys.dedup();
    keys.iter().map(|key| vault.index(CONTEXT, key)).collect()
}

/// A number as it is dialled, however it is grouped.
fn dialled(phone: &Phone) -> String {
    let signs = phone.as_str().chars();
    signs.filter(|c| *c == '+' || c.is_ascii_digit()).collect()
}

/// Writes the marks of organizations anew.
pub async fn write_marks(tx: &mut Tx, of: &[(OrganizationId, Vec<BlindIndex>)]) -> Result<()> {
    let ids: Vec<Uuid> = of.iter().map(|(id, _)| id.uuid()).collect();
    sqlx::query!(
        "delete from organization_contact_marks where organization_id = any($1)",
        &ids
    )
    .execute(&mut **tx)
    .await?;
    let (ids, marks): (Vec<Uuid>, Vec<BlindIndex>) = of
        .iter()
        .flat_map(|(id, marks)| marks.iter().map(|mark| (id.uuid(), mark.clone())))
        .unzip();
    if ids.is_empty() {
        return Ok(());
    }
    sqlx::query!(
        "insert into organization_contact_marks (organization_id, mark)
         select * from unnest($1::uuid[], $2::bytea[]) on conflict do nothing",
        &ids,
        &marks as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The marks of these organizations.
pub(super) async fn marks_of(
    conn: &mut PgConnection,
    ids: &[OrganizationId],
) -> Result<Vec<(OrganizationId, BlindIndex)>> {
    let rows = sqlx::query!(
        r#"select organization_id, mark as "mark: BlindIndex" from organization_contact_marks
           where organization_id = any($1)"#,
        ids as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.organization_id, row.mark))
        .collect())
}

/// Those that have one of these marks; a mark that many have, such as that of whoever serves them all, is left out.
pub(super) async fn marked(
    conn: &mut PgConnection,
    marks: &[BlindIndex],
) -> Result<Vec<(BlindIndex, OrganizationId)>> {
    if marks.is_empty() {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!(
        r#"select w.mark as "mark!: BlindIndex", m.organization_id as "id!: OrganizationId"
           from (select distinct mark from unnest($1::bytea[]) as w (mark)) w
           cross join lateral (
               select organization_id from organization_contact_marks where mark = w.mark limit $2
           ) m"#,
        marks as _,
        SHARED as i64 + 1
    )
    .fetch_all(conn)
    .await?;
    let mut by_mark: HashMap<BlindIndex, Vec<OrganizationId>> = HashMap::new();
    for row in rows {
        by_mark.entry(row.mark).or_default().push(row.id);
    }
    Ok(by_mark
        .into_iter()
        .filter(|(_, ids)| ids.len() <= SHARED)
        .flat_map(|(mark, ids)| ids.into_iter().map(move |id| (mark.clone(), id)))
        .collect())
}

/// Makes the marks of organizations from before there were any, and says of how many. What was passed is not looked at
/// again; two programs that start at once share the work.
pub async fn refresh_marks(db: &Db) -> Result<u64> {
    let mut done = 0;
    loop {
        let mut tx = db.begin().await?;
        let until = sqlx::query_scalar!(
            r#"select until as "until: OrganizationId" from contact_marks_made for update"#
        )
        .fetch_one(&mut *tx)
        .await?;
        let rows = sqlx::query!(
            "select id, contacts_sealed from organizations where id > $1 order by id limit $2",
            until as _,
            BATCH
        )
        .fetch_all(&mut *tx)
        .await?;
        let Some(last) = rows.last().map(|row| row.id) else {
            return Ok(done);
        };
        let vault = tx.vault();
        let mut made = Vec::with_capacity(rows.len());
        for row in rows {
            let contacts = open_contacts(&vault, row.id, row.contacts_sealed.as_ref())?;
            made.push((row.id, marks(&vault, &contacts)));
        }
        done += made.len() as u64;
        write_marks(&mut tx, &made).await?;
        sqlx::query!("update contact_marks_made set until = $1", last as _)
            .execute(&mut *tx)
            .await?;
        let _ = tx.commit().await?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::sample::line;
    use crate::values::ContactPurpose;

    fn contact(channel: ContactChannel, value: &str) -> Contact {
        Contact {
            channel,
            purpose: ContactPurpose::General,
            value: line(value),
            public: false,
        }
    }

    #[test]
    fn one_address_has_one_mark_however_it_is_written_and_none_that_tells_it() {
        let vault = Vault::parse(&Vault::fresh_keys().unwrap()).unwrap();
        let other = Vault::parse(&Vault::fresh_keys().unwrap()).unwrap();
        let (email, phone) = (ContactChannel::Email, ContactChannel::Phone);
        let one = marks(
            &vault,
            &[
                contact(email, "Office@Example.org"),
                contact(phone, "+49 221 123456"),
            ],
        );
        let same = marks(
            &vault,
            &[
                contact(phone, "+49 (221) 12 34 56"),
                contact(email, "office@example.org"),
            ],
        );
        assert_eq!(one.len(), 2);
        assert!(one.iter().all(|mark| same.contains(mark)));
        let stolen = marks(&other, &[contact(email, "office@example.org")]);
        assert!(
            !one.contains(&stolen[0]),
            "without the key nobody can try one"
        );
        let house = contact(ContactChannel::PostalAddress, "Hauptstr. 1");
        assert_eq!(marks(&vault, &[house]), []);
    }
}
