//! When an organization last said that what the registry has of it is so, section by section.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sqlx::PgConnection;

use super::{Change, Section};
use crate::Result;
use crate::db::Tx;
use crate::ids::OrganizationId;

/// When an organization last confirmed its sections. One that it never spoke of is not among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Confirmed(BTreeMap<Section, NaiveDate>);

impl Confirmed {
    /// When it last confirmed this section.
    pub fn on(&self, section: Section) -> Option<NaiveDate> {
        self.0.get(&section).copied()
    }

    /// The day since which nothing is older that it said: it confirmed every section then or later. Nothing, as long as
    /// there is a section of which it never spoke; its people, whom renewals once did not ask for, count once it did.
    pub fn whole(&self) -> Option<NaiveDate> {
        let days: Option<Vec<NaiveDate>> =
            Section::kept().map(|section| self.on(section)).collect();
        days?.into_iter().chain(self.on(Section::People)).min()
    }
}

/// The sections in which something changes.
pub fn sections_of(changes: &[Change]) -> Vec<Section> {
    let mut sections: Vec<Section> = changes.iter().map(|it| Section::of(it.field)).collect();
    sections.sort_unstable();
    sections.dedup();
    sections
}

/// When an organization last confirmed what the registry has of it.
pub async fn confirmed(conn: &mut PgConnection, id: OrganizationId) -> Result<Confirmed> {
    let rows = sqlx::query!(
        "select section, confirmed_on from organization_sections where organization_id = $1",
        id as _
    )
    .fetch_all(conn)
    .await?;
    let days = rows.into_iter().map(|row| (row.section, row.confirmed_on));
    Ok(Confirmed(days.collect()))
}

/// Keeps that the organization said on this day that these sections are so. What it said later stays. The act by which it
/// said so is in history: this is no act of its own.
pub async fn confirm(
    tx: &mut Tx,
    id: OrganizationId,
    sections: &[Section],
    on: NaiveDate,
) -> Result<()> {
    sqlx::query!(
        "insert into organization_sections as s (organization_id, section, confirmed_on)
         select $1, one.section, $3 from unnest($2::text[]) as one(section)
         on conflict (organization_id, section) do update set confirmed_on = greatest(s.confirmed_on, $3)",
        id as _,
        sections as _,
        on
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_is_as_old_as_its_oldest_section_and_one_that_was_never_spoken_of_leaves_no_day() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let mut days: BTreeMap<Section, NaiveDate> =
            Section::kept().map(|section| (section, day(20))).collect();
        days.insert(Section::Contacts, day(24));
        days.insert(Section::Work, day(3));
        assert_eq!(Confirmed(days.clone()).whole(), Some(day(3)));
        // Of its people it never spoke; once it does, they count.
        days.insert(Section::People, day(2));
        assert_eq!(Confirmed(days.clone()).whole(), Some(day(2)));
        days.remove(&Section::People);
        days.remove(&Section::Ties);
        let some = Confirmed(days);
        assert_eq!(some.whole(), None);
        assert_eq!(some.on(Section::Contacts), Some(day(24)));
        assert_eq!(Confirmed::default().whole(), None);
    }
}
