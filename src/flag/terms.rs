//! Flags over terms of office that lapse, a month before and on the day, over seats in groups in which nobody sits, and over claims of
//! leaders' entries that wait for an answer.

use chrono::{NaiveDate, TimeDelta};
use serde_json::json;

use super::clock::{BATCH, Overtaken, TIME, write_down};
use super::{FlagKind, FlagOutcome};
use crate::Result;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{ClaimId, FlagId, MembershipId, OfficeId, OrganizationId};
use crate::values::RegistryNumber;

/// How many days before its last one a term is told of, and for how many after it.
pub const MONTH: i32 = 30;

/// Raises each flag once, and takes down those over terms that were prolonged or handed over, over seats in which somebody
/// sits again, and over claims that were answered. How many it raised or took down.
pub(super) async fn keep(tx: &mut Tx) -> Result<usize> {
    Ok(take_down(tx).await? + put_up(tx).await?)
}

struct Due {
    kind: FlagKind,
    office: Option<OfficeId>,
    last_day: Option<NaiveDate>,
    member: Option<MembershipId>,
    claim: Option<ClaimId>,
    organization: OrganizationId,
    number: RegistryNumber,
}

async fn put_up(tx: &mut Tx) -> Result<usize> {
    let (today, now) = (tx.today(), tx.now());
    let due = sqlx::query_as!(
        Due,
        r#"select d.kind as "kind!: FlagKind", d.office as "office: OfficeId", d.last_day, d.member as "member: MembershipId",
            d.claim as "claim: ClaimId", o.id as organization, o.number
         from (select case when t.last_day > $1::date then 'term_ending' else 'term_ended' end as kind, t.id as office, t.last_day,
                    null::uuid as member, null::uuid as claim, t.organization_id
                from lapsing_terms t where t.last_day between $1 - $2::int and $1 + $2::int
               union all
               select 'seat_empty', null, null, e.id, null, e.organization_id from empty_seats($1) e
                where not exists (select from flags f where f.member_id = e.id and f.raised_at::date >= e.since)
               union all
               select 'entry_claimed', null, null, null, c.id, f.organization_id
                from leader_claims c cross join lateral (select organization_id from leader_offices
                    where leader_id = c.leader_id order by mistaken_at is not null, until desc nulls first, id limit 1) f
                where c.state = 'waiting' and not exists (select from flags f where f.claim_id = c.id)
               union all
               select 'entry_claimed', null, null, null, c.id, c.organization_id
                from leader_claims c where c.leader_id is null
                    and c.state = 'waiting' and not exists (select from flags f where f.claim_id = c.id)) d
            join organizations o on o.id = d.organization_id
         where o.standing not in ('struck_off', 'merged')
            and not exists (select from flags f
                where f.office_id = d.office and f.kind = d.kind and f.last_day = d.last_day)
         order by o.id, d.kind, d.office, d.member, d.claim limit $3"#,
        today,
        MONTH,
        BATCH
    )
    .fetch_all(&mut **tx)
    .await?;
    let ids: Vec<_> = due.iter().map(|_| FlagId::fresh()).collect();
    let kinds: Vec<_> = due.iter().map(|it| it.kind).collect();
    let offices: Vec<_> = due.iter().map(|it| it.office).collect();
    let days: Vec<_> = due.iter().map(|it| it.last_day).collect();
    let members: Vec<_> = due.iter().map(|it| it.member).collect();
    let claims: Vec<_> = due.iter().map(|it| it.claim).collect();
    let organizations: Vec<_> = due.iter().map(|it| it.organization).collect();
    let later = today + TimeDelta::days(TIME);
    // Before its last day there is time until then; afterwards, for a seat and for a claim, a month.
    let due_on: Vec<_> = due
        .iter()
        .map(|it| it.last_day.filter(|day| *day > today).unwrap_or(later))
        .collect();
    // Two clocks at once find the same; what one of them raises the other does not.
    let raised = sqlx::query_scalar!(
        "insert into flags (id, organization_id, kind, office_id, last_day, member_id, claim_id, raised_at, owner_id, due_on)
         select new.id, new.organization_id, new.kind, new.office_id, new.last_day, new.member_id, new.claim_id, $9,
            (select c.account_id from coordinator_of(new.organization_id) c), new.due_on
         from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::date[], $6::uuid[], $7::uuid[], $8::date[])
            as new (id, organization_id, kind, office_id, last_day, member_id, claim_id, due_on)
         on conflict do nothing returning id",
        ids as _,
        organizations as _,
        kinds as _,
        offices as _,
        days as _,
        members as _,
        claims as _,
        &due_on,
        now
    )
    .fetch_all(&mut **tx)
    .await?;
    let events = ids
        .iter()
        .zip(&due)
        .zip(&due_on)
        .filter(|((id, _), _)| raised.contains(*id))
        .map(|((id, it), due_on)| {
            Event::new(Act::FlagRaised, Subject::organization(it.organization, it.number)).after(json!({
                "flag": id, "kind": it.kind, "office": it.office, "last_day": it.last_day, "seat": it.member,
                "claim": it.claim, "due_on": due_on
            }))
        });
    history::record_all(tx, &Actor::System, events.collect()).await?;
    Ok(raised.len())
}

async fn take_down(tx: &mut Tx) -> Result<usize> {
    let (today, now) = (tx.today(), tx.now());
    let overtaken = sqlx::query_as!(
        Overtaken,
        r#"update flags f set outcome = $1, ended_at = $2
         from organizations o
         where f.ended_at is null and o.id = f.organization_id and (
            (f.office_id is not null and not exists (select from lapsing_terms t
                where t.id = f.office_id and t.last_day = f.last_day))
            or (f.kind = 'term_ending' and f.last_day <= $3)
            or (f.member_id is not null and not exists (select from empty_seats($3) e where e.id = f.member_id))
            or (f.claim_id is not null and not exists (select from leader_claims c where c.id = f.claim_id and c.state = 'waiting')))
         returning f.id as flag, o.id as organization, o.number"#,
        FlagOutcome::Overtaken as _,
        now,
        today
    )
    .fetch_all(&mut **tx)
    .await?;
    write_down(tx, &overtaken).await
}
