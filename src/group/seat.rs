//! Seats that are bound to an office: whoever holds that office of the organization today sits in it. Nobody is ever copied into
//! a seat, so that no seat outlives a term.

use chrono::NaiveDate;
use sqlx::PgConnection;
use sqlx::types::Json;

use crate::Result;
use crate::ids::{GroupId, LeaderId, MembershipId, OrganizationId};
use crate::leader::LeaderName;
use crate::organization::Mention;
use crate::values::{
    Country, GroupKind, GroupRole, LanguageTag, Line, RegistryNumber, SigningOffice, Standing,
};

/// The offices that a seat can be bound to: all that have a name of their own.
pub fn offices() -> Vec<SigningOffice> {
    let all = SigningOffice::ALL.iter().copied();
    all.filter(|it| *it != SigningOffice::Other).collect()
}

/// The office that seats of a group of this kind are bound to where nobody says otherwise: councils are of presidents.
pub const fn usual_seat(kind: GroupKind) -> Option<SigningOffice> {
    match kind {
        GroupKind::Council => Some(SigningOffice::President),
        GroupKind::Federation | GroupKind::WorkingGroup | GroupKind::Programme => None,
    }
}

/// A seat that is bound to an office.
#[derive(Debug)]
pub struct BoundSeat {
    /// The membership that it is of.
    pub membership: MembershipId,
    /// The organization whose office it is.
    pub organization: Mention,
    /// What the organization is in the group.
    pub role: GroupRole,
    /// The office.
    pub office: SigningOffice,
    /// Who sits in it; nobody where the office is empty.
    pub holder: Option<Holder>,
}

/// Who sits in a seat.
#[derive(Debug)]
pub struct Holder {
    /// Who.
    pub leader: LeaderId,
    /// What they are called, if anybody may know.
    pub names: Option<Vec<LeaderName>>,
    /// Whether they only act in the office.
    pub acting: bool,
    /// Since when they hold it.
    pub since: Option<NaiveDate>,
}

struct Row {
    membership: MembershipId,
    role: GroupRole,
    seat: SigningOffice,
    id: OrganizationId,
    number: RegistryNumber,
    name: Line,
    name_language: Option<LanguageTag>,
    host_country: Country,
    standing: Standing,
    leader: Option<LeaderId>,
    names: Option<Json<Vec<LeaderName>>>,
    acting: Option<bool>,
    since: Option<NaiveDate>,
}

/// The seats of a group that are bound to offices and who sits in them on a day, the chair first.
pub async fn bound_seats(
    conn: &mut PgConnection,
    group: GroupId,
    day: NaiveDate,
) -> Result<Vec<BoundSeat>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select m.id as membership, m.role, m.seat as "seat!", o.id, o.number, o.name as "name: Line", o.name_language,
                o.host_country, o.standing, f.leader_id as "leader?: LeaderId", f.acting as "acting?", f.since as "since?",
                case when agrees(l.id, 'name', 'public_page') and agrees(l.id, 'office', 'public_page')
                    then l.public_names end as "names?: Json<Vec<LeaderName>>"
           from group_members m join organizations o on o.id = m.organization_id
            left join leader_offices f on f.id = seat_holder(m.organization_id, m.seat, $2)
            left join leaders l on l.id = f.leader_id
           where m.group_id = $1 and m.until is null and m.seat is not null
           order by group_role_order(m.role), o.name, o.id"#,
        group as _,
        day
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(Row::seat).collect())
}

impl Row {
    fn seat(self) -> BoundSeat {
        let holder = self.leader.map(|leader| Holder {
            leader,
            names: self.names.map(|names| names.0),
            acting: self.acting == Some(true),
            since: self.since,
        });
        BoundSeat {
            membership: self.membership,
            organization: Mention {
                id: self.id,
                number: self.number,
                name: self.name,
                name_language: self.name_language,
                host_country: self.host_country,
                standing: self.standing,
            },
            role: self.role,
            office: self.seat,
            holder,
        }
    }
}
