//! Whom of a group one may invite: whoever sits in its seats today, as far as they agreed to be invited.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use serde_json::json;

use super::link::spoken;
use super::person::{LeaderName, NAMES, PRIVATE, Private};
use super::policy::CanInvite;
use crate::Result;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{GroupId, LeaderId};
use crate::notice::Recipient;
use crate::values::{Email, Line, RegistryNumber, SigningOffice};

/// A seat, and whom one invites for it.
pub struct Invitee {
    /// Whose seat.
    pub number: RegistryNumber,
    /// What that is called.
    pub organization: Line,
    /// The office that the seat is bound to.
    pub office: SigningOffice,
    /// Whether anybody sits there.
    pub is_taken: bool,
    /// What they are called, if they agreed to be invited.
    pub names: Option<Vec<LeaderName>>,
    /// Their address, if they agreed that invitations go there.
    pub email: Option<Email>,
}

/// The seats of a group on a day, and history says who looked.
pub async fn invitees(
    tx: &mut Tx,
    can: &CanInvite,
    group: GroupId,
    day: NaiveDate,
) -> Result<Vec<Invitee>> {
    let rows = sqlx::query!(
        r#"select o.number, o.name as "organization: Line", m.seat as "seat!", l.id as "leader?: LeaderId",
            case when agrees(l.id, 'name', 'invitations') then l.names_sealed end as "names: crate::vault::Sealed",
            case when agrees(l.id, 'name', 'invitations') and agrees(l.id, 'contact', 'invitations')
                then l.private_sealed end as "private: crate::vault::Sealed"
         from group_members m join organizations o on o.id = m.organization_id
            left join leader_offices f on f.id = seat_holder(m.organization_id, m.seat, $2)
            left join leaders l on l.id = f.leader_id
         where m.group_id = $1 and m.until is null and m.seat is not null
         order by array_position(array['chair', 'vice', 'member', 'observer'], m.role), o.name, o.id"#,
        group as _,
        day
    )
    .fetch_all(&mut **tx)
    .await?;
    let vault = tx.vault();
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let (mut names, mut email) = (None, None);
        if let (Some(leader), Some(sealed)) = (row.leader, &row.names) {
            names = Some(vault.open_json::<Vec<LeaderName>>(NAMES, leader, sealed)?);
        }
        if let (Some(leader), Some(sealed)) = (row.leader, &row.private) {
            email = vault.open_json::<Private>(PRIVATE, leader, sealed)?.email;
        }
        all.push(Invitee {
            number: row.number,
            organization: row.organization,
            office: row.seat,
            is_taken: row.leader.is_some(),
            names,
            email,
        });
    }
    let named = all.iter().filter(|it| it.names.is_some()).count();
    if named > 0 {
        let event = Event::new(Act::PersonalDataViewed, Subject::group(group))
            .after(json!({ "leaders": named }));
        history::record(tx, can.by(), event).await?;
    }
    Ok(all)
}

/// What these leaders, who are members of a group, are called: of those who agreed to be invited. History says who looked.
pub async fn called(
    tx: &mut Tx,
    can: &CanInvite,
    group: GroupId,
    leaders: &[LeaderId],
) -> Result<BTreeMap<LeaderId, Vec<LeaderName>>> {
    let rows = sqlx::query!(
        r#"select id as "id: LeaderId", names_sealed as "names: crate::vault::Sealed" from leaders
         where id = any($1) and agrees(id, 'name', 'invitations')"#,
        leaders as _
    )
    .fetch_all(&mut **tx)
    .await?;
    let vault = tx.vault();
    let mut all = BTreeMap::new();
    for row in rows {
        all.insert(row.id, vault.open_json(NAMES, row.id, &row.names)?);
    }
    if !all.is_empty() {
        let event = Event::new(Act::PersonalDataViewed, Subject::group(group))
            .after(json!({ "leaders": all.len() }));
        history::record(tx, can.by(), event).await?;
    }
    Ok(all)
}

/// Where invitations of these leaders go, of those who agreed to be invited and by their address.
pub async fn reach(tx: &mut Tx, leaders: &[LeaderId]) -> Result<HashMap<LeaderId, Recipient>> {
    let rows = sqlx::query!(
        r#"select id, languages, private_sealed as "private!: crate::vault::Sealed" from leaders
         where id = any($1) and private_sealed is not null
            and agrees(id, 'name', 'invitations') and agrees(id, 'contact', 'invitations')"#,
        leaders as _
    )
    .fetch_all(&mut **tx)
    .await?;
    let vault = tx.vault();
    let mut all = HashMap::new();
    for row in rows {
        let private: Private = vault.open_json(PRIVATE, row.id, &row.private)?;
        if let Some(email) = private.email {
            let to = Recipient::Address {
                email,
                lang: spoken(&row.languages),
                account: None,
            };
            all.insert(row.id, to);
        }
    }
    Ok(all)
}
