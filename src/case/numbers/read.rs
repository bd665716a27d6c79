//! Reading them: one question each for what arrived, what was answered, what ended, what is open, and where the time went. The
//! database groups; halves and tenths are taken here, from days and how many took them.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{Connection, PgConnection};

use super::policy::{CanSeeNumbers, People};
use super::{
    Ages, Answers, Month, Numbers, OfHost, OfMonth, OfPerson, PARTIES, Period, Spread, Waits,
};
use crate::Result;
use crate::calendar;
use crate::case::decision::Outcome;
use crate::case::filter::WaitsOn;
use crate::case::row::StageCode;
use crate::case::turn::TurnOf;
use crate::db::{Dated, plan_anew};
use crate::ids::AccountId;
use crate::values::Country;

/// The month in which the first case arrived; this one, where there is none.
pub async fn first_month<C: Dated>(conn: &mut C, granted: &CanSeeNumbers) -> Result<Month> {
    let (scope, today) = (granted.scope(), conn.now().date_naive());
    let first = sqlx::query_scalar!(
        "select min(c.submitted_at) from cases c where c.number is not null and case_seen_by(c, $1, $2, $3, $4, $5)",
        scope.everything,
        &scope.hosts as _,
        scope.account as _,
        &scope.organizations as _,
        &scope.shared as _,
    )
    .fetch_one(&mut **conn)
    .await?;
    Ok(Month::of(first.map_or(today, |at| at.date_naive())))
}

/// The numbers of a period, of what somebody may see.
pub async fn numbers<C: Dated>(
    conn: &mut C,
    granted: &CanSeeNumbers,
    period: Period,
) -> Result<Numbers> {
    let now = conn.now();
    let today = now.date_naive();
    let first = first_month(conn, granted).await?;
    let mut tx = conn.begin().await?;
    // One plan for whatever jurisdiction is asked with reads rows where an index would do, and took three times as long.
    plan_anew(&mut tx).await?;
    // Waits begin with a submission, and none is older than the first.
    let began = first.first_day().min(today);
    let counted = calendar::calendar(&mut tx)
        .await?
        .days
        .counted(began, today);
    let mut sheet = Blank::new(granted, period);
    sheet.arrivals(&mut tx).await?;
    sheet.answers(&mut tx).await?;
    sheet.endings(&mut tx).await?;
    let ages = sheet.open(&mut tx, began, &counted).await?;
    let waits = sheet.waits(&mut tx, began, &counted).await?;
    let people = match granted.people() {
        People::Nobody => None,
        people => Some(sheet.people(&mut tx, people, now).await?),
    };
    tx.commit().await?;
    Ok(Numbers {
        months: sheet.months,
        ages,
        waits,
        hosts: sheet.hosts.into_values().collect(),
        people,
        today,
    })
}

/// The tables as they fill.
struct Blank<'a> {
    granted: &'a CanSeeNumbers,
    bounds: Vec<DateTime<Utc>>,
    months: Vec<OfMonth>,
    hosts: BTreeMap<Country, OfHost>,
    people: BTreeMap<AccountId, Answers>,
}

impl<'a> Blank<'a> {
    fn new(granted: &'a CanSeeNumbers, period: Period) -> Self {
        Self {
            granted,
            bounds: period.bounds(),
            months: period
                .months()
                .into_iter()
                .map(|month| OfMonth {
                    month,
                    arrived: 0,
                    answers: Answers::default(),
                    board: Spread::default(),
                })
                .collect(),
            hosts: BTreeMap::new(),
            people: BTreeMap::new(),
        }
    }

    fn begins(&self) -> Option<DateTime<Utc>> {
        self.bounds.first().copied()
    }

    fn ends(&self) -> Option<DateTime<Utc>> {
        self.bounds.last().copied()
    }

    /// The month of a place among the bounds, which are counted from 1.
    fn month(&mut self, place: i32) -> Option<&mut OfMonth> {
        let at = usize::try_from(place).ok()?.checked_sub(1)?;
        self.months.get_mut(at)
    }

    fn host(&mut self, host: Country) -> &mut OfHost {
        self.hosts.entry(host).or_insert_with(|| OfHost {
            host,
            arrived: 0,
            answers: Answers::default(),
            open: 0,
            post: Spread::default(),
        })
    }

    fn answered(&mut self, month: i32, host: Option<Country>, stage: StageCode, count: i64) {
        if let Some(month) = self.month(month) {
            month.answers.add(stage, count);
        }
        if let Some(host) = host {
            self.host(host).answers.add(stage, count);
        }
    }

    async fn arrivals(&mut self, conn: &mut PgConnection) -> Result<()> {
        let scope = self.granted.scope();
        let rows = sqlx::query!(
            r#"select width_bucket(c.submitted_at, $6::timestamptz[]) as "month!", c.host_country as "host: Country", count(*) as "count!"
             from cases c
             where c.number is not null and case_seen_by(c, $1, $2, $3, $4, $5) and c.submitted_at >= $7 and c.submitted_at < $8
             group by 1, 2"#,
            scope.everything,
            &scope.hosts as _,
            scope.account as _,
            &scope.organizations as _,
            &scope.shared as _,
            &self.bounds,
            self.begins(),
            self.ends(),
        )
        .fetch_all(conn)
        .await?;
        for row in rows {
            if let Some(month) = self.month(row.month) {
                month.arrived += row.count;
            }
            if let Some(host) = row.host {
                self.host(host).arrived += row.count;
            }
        }
        Ok(())
    }

    async fn answers(&mut self, conn: &mut PgConnection) -> Result<()> {
        let scope = self.granted.scope();
        let rows = sqlx::query!(
            r#"select width_bucket(d.decided_at, $6::timestamptz[]) as "month!", c.host_country as "host: Country",
                d.decided_by as "by!: AccountId", d.outcome as "outcome!: Outcome", count(*) as "count!"
             from case_decisions d join cases c on c.id = d.case_id
             where c.number is not null and case_seen_by(c, $1, $2, $3, $4, $5) and d.decided_at >= $7 and d.decided_at < $8
             group by 1, 2, 3, 4"#,
            scope.everything,
            &scope.hosts as _,
            scope.account as _,
            &scope.organizations as _,
            &scope.shared as _,
            &self.bounds,
            self.begins(),
            self.ends(),
        )
        .fetch_all(conn)
        .await?;
        for row in rows {
            let stage = match row.outcome {
                Outcome::Accepted => StageCode::Accepted,
                Outcome::AcceptedWithConditions => StageCode::AcceptedWithConditions,
                Outcome::Refused => StageCode::Refused,
                Outcome::ChangesRequested => StageCode::ChangesRequested,
            };
            self.answered(row.month, row.host, stage, row.count);
            self.people.entry(row.by).or_default().add(stage, row.count);
        }
        Ok(())
    }

    /// What ended without an answer, and has not been brought back.
    async fn endings(&mut self, conn: &mut PgConnection) -> Result<()> {
        let scope = self.granted.scope();
        let rows = sqlx::query!(
            r#"select width_bucket(c.stage_since, $6::timestamptz[]) as "month!", c.host_country as "host: Country",
                c.stage as "stage!: StageCode", count(*) as "count!"
             from cases c
             where c.number is not null and case_seen_by(c, $1, $2, $3, $4, $5) and c.waits_on is null
                and c.stage in ('withdrawn', 'expired') and c.stage_since >= $7 and c.stage_since < $8
             group by 1, 2, 3"#,
            scope.everything,
            &scope.hosts as _,
            scope.account as _,
            &scope.organizations as _,
            &scope.shared as _,
            &self.bounds,
            self.begins(),
            self.ends(),
        )
        .fetch_all(conn)
        .await?;
        for row in rows {
            self.answered(row.month, row.host, row.stage, row.count);
        }
        Ok(())
    }

    async fn open(
        &mut self,
        conn: &mut PgConnection,
        began: NaiveDate,
        counted: &[i32],
    ) -> Result<Vec<Ages>> {
        let scope = self.granted.scope();
        let rows = sqlx::query!(
            r#"select (c.submitted_at at time zone 'utc')::date as "day: NaiveDate", c.waits_on as "turn: TurnOf",
                c.host_country as "host: Country", count(*) as "count!"
             from cases c
             where c.number is not null and case_seen_by(c, $1, $2, $3, $4, $5) and c.waits_on is not null
             group by grouping sets ((1, 2), (3))"#,
            scope.everything,
            &scope.hosts as _,
            scope.account as _,
            &scope.organizations as _,
            &scope.shared as _,
        )
        .fetch_all(conn)
        .await?;
        let mut ages: Vec<Ages> = PARTIES
            .iter()
            .map(|party| Ages {
                party: *party,
                days: Spread::default(),
            })
            .collect();
        let at = |day: NaiveDate| {
            let nth = usize::try_from((day - began).num_days()).unwrap_or_default();
            counted.get(nth).copied().unwrap_or_default()
        };
        let now = counted.last().copied().unwrap_or_default();
        for row in rows {
            match (row.day, row.turn, row.host) {
                (Some(day), Some(turn), _) => {
                    let of = ages.iter_mut().find(|it| it.party.is_of(Some(turn)));
                    if let Some(of) = of {
                        of.days.add(i64::from(now - at(day)), row.count);
                    }
                }
                (None, None, Some(host)) => self.host(host).open = row.count,
                _ => {}
            }
        }
        Ok(ages)
    }

    /// All waits of a case on the same are one time. What a set is grouped by, the bits of `grouping` say: 0 where it is.
    async fn waits(
        &mut self,
        conn: &mut PgConnection,
        began: NaiveDate,
        counted: &[i32],
    ) -> Result<Waits> {
        let scope = self.granted.scope();
        let rows = sqlx::query!(
            r#"select grouping(e.month, e.host, e.board, e.post, e.applicant) as "set!", e.month as "month?", e.host as "host?: Country",
                e.board as "board?", e.post as "post?", e.applicant as "applicant?", count(*) as "count!",
                count(*) filter (where e.board is null and e.post is null and e.applicant is null) as "unknown!",
                count(*) filter (where e.reckoned) as "reckoned!"
             from (
                select o.month, o.host, sum(
                        ($9::int[])[1 + greatest((w.until at time zone 'utc')::date - $10::date, 0)]
                            - ($9::int[])[1 + greatest((w.since at time zone 'utc')::date - $10::date, 0)]
                    ) filter (where w.waits_on not in ('applicant', 'post')) as board,
                    sum(
                        ($9::int[])[1 + greatest((w.until at time zone 'utc')::date - $10::date, 0)]
                            - ($9::int[])[1 + greatest((w.since at time zone 'utc')::date - $10::date, 0)]
                    ) filter (where w.waits_on = 'post') as post,
                    sum(
                        ($9::int[])[1 + greatest((w.until at time zone 'utc')::date - $10::date, 0)]
                            - ($9::int[])[1 + greatest((w.since at time zone 'utc')::date - $10::date, 0)]
                    ) filter (where w.waits_on = 'applicant') as applicant,
                    bool_or(w.reckoned) as reckoned
                from (
                    select c.id, c.host_country as host, width_bucket(c.stage_since, $6::timestamptz[]) as month
                    from cases c
                    where c.number is not null and case_seen_by(c, $1, $2, $3, $4, $5) and c.waits_on is null
                        and c.stage in ('accepted', 'refused', 'withdrawn', 'expired') and c.stage_since >= $7 and c.stage_since < $8
                ) o left join case_waits w on w.case_id = o.id and w.until is not null
                group by o.id, o.month, o.host
             ) e
             group by grouping sets ((), (e.board), (e.post), (e.applicant), (e.month, e.board), (e.host, e.post))"#,
            scope.everything,
            &scope.hosts as _,
            scope.account as _,
            &scope.organizations as _,
            &scope.shared as _,
            &self.bounds,
            self.begins(),
            self.ends(),
            counted,
            began,
        )
        .fetch_all(conn)
        .await?;
        let mut waits = Waits::default();
        let mut of: BTreeMap<WaitsOn, Spread> = BTreeMap::new();
        for row in rows {
            match row.set {
                0b11111 => {
                    (waits.ended, waits.unknown, waits.reckoned) =
                        (row.count, row.unknown, row.reckoned);
                }
                0b11011 => add(&mut of, WaitsOn::Board, row.board, row.count),
                0b11101 => add(&mut of, WaitsOn::Post, row.post, row.count),
                0b11110 => add(&mut of, WaitsOn::Applicant, row.applicant, row.count),
                0b01011 => {
                    if let (Some(month), Some(days)) = (row.month, row.board)
                        && let Some(month) = self.month(month)
                    {
                        month.board.add(days, row.count);
                    }
                }
                0b10101 => {
                    if let (Some(host), Some(days)) = (row.host, row.post) {
                        self.host(host).post.add(days, row.count);
                    }
                }
                _ => {}
            }
        }
        waits.parties = PARTIES
            .iter()
            .map(|party| (*party, of.remove(party).unwrap_or_default()))
            .collect();
        Ok(waits)
    }

    async fn people(
        &mut self,
        conn: &mut PgConnection,
        whose: People,
        now: DateTime<Utc>,
    ) -> Result<Vec<OfPerson>> {
        let scope = self.granted.scope();
        let held = sqlx::query!(
            r#"select c.holder_id as "holder!: AccountId", count(*) as "count!"
             from cases c
             where c.number is not null and case_seen_by(c, $1, $2, $3, $4, $5) and c.holder_id is not null and c.held_until > $6
             group by 1"#,
            scope.everything,
            &scope.hosts as _,
            scope.account as _,
            &scope.organizations as _,
            &scope.shared as _,
            now,
        )
        .fetch_all(conn)
        .await?;
        let holds: BTreeMap<AccountId, i64> =
            held.iter().map(|row| (row.holder, row.count)).collect();
        if let People::Own(own) = whose {
            self.people.entry(own).or_default();
        }
        for holder in holds.keys() {
            self.people.entry(*holder).or_default();
        }
        let people = std::mem::take(&mut self.people);
        Ok(people
            .into_iter()
            .filter(|(account, _)| match whose {
                People::All => true,
                People::Own(own) => *account == own,
                People::Nobody => false,
            })
            .map(|(account, answers)| OfPerson {
                account,
                answers,
                holds: holds.get(&account).copied().unwrap_or_default(),
            })
            .collect())
    }
}

fn add(of: &mut BTreeMap<WaitsOn, Spread>, party: WaitsOn, days: Option<i64>, count: i64) {
    if let Some(days) = days {
        of.entry(party).or_default().add(days, count);
    }
}
