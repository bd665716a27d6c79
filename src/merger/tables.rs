//! The tables that name organizations, and the rows of some organizations in them. A test compares this list with the schema:
//! a new table that names organizations has to be thought of here.

use serde_json::Value;
use sqlx::{AssertSqlSafe, PgConnection};
use uuid::Uuid;

use crate::Result;
use crate::ids::OrganizationId;
use crate::values::codes;

codes! {
    /// What a row is to people.
    pub enum Part {
        Particulars = "particulars",
        Team = "team",
        Leaders = "leaders",
        Groups = "groups",
        Initiatives = "initiatives",
        Coordinator = "coordinator",
        Likenesses = "likenesses",
        Papers = "papers",
    }
}

/// A table that names organizations.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) key: &'static [&'static str],
    /// The columns that name an organization.
    pub(super) by: &'static [&'static str],
    /// What only grows, or is made from the rest of the row: it is not put back.
    pub(super) aside: &'static [&'static str],
    /// What the program makes anew from time to time: a change of it alone is none.
    pub(super) made: &'static [&'static str],
    pub(super) part: Part,
}

const fn table(name: &'static str, key: &'static [&'static str], part: Part) -> Table {
    Table {
        name,
        key,
        by: &["organization_id"],
        aside: &[],
        made: &[],
        part,
    }
}

/// What organizations say of themselves is theirs; people, groups, initiatives and coordinators go over to the survivor;
/// what a team or an applicant can read stays under the number that it was written for, so that nobody sees more.
pub(super) const TABLES: &[Table] = &[
    Table {
        name: "organizations",
        key: &["id"],
        by: &["id", "merged_into"],
        aside: &["revision", "version", "changed", "slot", "website_host"],
        made: &[],
        part: Part::Particulars,
    },
    Table {
        made: &["keys", "keys_version"],
        ..table(
            "organization_names",
            &["organization_id", "position"],
            Part::Particulars,
        )
    },
    table(
        "organization_identifiers",
        &["organization_id", "position"],
        Part::Particulars,
    ),
    table(
        "organization_texts",
        &["organization_id", "position"],
        Part::Particulars,
    ),
    table(
        "organization_contact_marks",
        &["organization_id", "mark"],
        Part::Particulars,
    ),
    table(
        "organization_team",
        &["organization_id", "account_id", "since"],
        Part::Team,
    ),
    table("leader_offices", &["id"], Part::Leaders),
    // Who waits to be entered waits there.
    table("leader_claims", &["id"], Part::Papers),
    // Who said something of a leader stays who said it: another team may not change that.
    table("leader_sources", &["leader_id", "field"], Part::Papers),
    table("group_members", &["id"], Part::Groups),
    table("initiative_partners", &["id"], Part::Initiatives),
    table("organization_coordinators", &["id"], Part::Coordinator),
    Table {
        name: "likenesses",
        key: &["one_id", "other_id"],
        by: &["one_id", "other_id"],
        aside: &[],
        made: &[],
        part: Part::Likenesses,
    },
    table("cases", &["id"], Part::Papers),
    table("case_likenesses", &["id"], Part::Papers),
    table("documents", &["id"], Part::Papers),
    table("certificates", &["id"], Part::Papers),
    table("invitations", &["id"], Part::Papers),
    table("handovers", &["id"], Part::Papers),
    table("join_requests", &["id"], Part::Papers),
    table("rescues", &["id"], Part::Papers),
    table("flags", &["id"], Part::Papers),
    table("initiative_proposals", &["id"], Part::Papers),
    table("group_invitations", &["id"], Part::Papers),
    table("group_feeds", &["id"], Part::Papers),
    table("contributions", &["id"], Part::Papers),
    Table {
        by: &["organization_id", "asking_id"],
        ..table("initiative_invitations", &["id"], Part::Papers)
    },
    Table {
        by: &["one_organization_id", "other_organization_id"],
        ..table("introductions", &["id"], Part::Papers)
    },
    Table {
        // What became of it is written once, whatever becomes of the organization.
        aside: &["fate"],
        ..table("bulk_rows", &["bulk_id", "position"], Part::Papers)
    },
    table(
        "organization_sections",
        &["organization_id", "section"],
        Part::Papers,
    ),
    table("organization_standings", &["id"], Part::Papers),
    table("standing_delays", &["id"], Part::Papers),
    table(
        "standing_reminders",
        &["organization_id", "registered_until", "rule"],
        Part::Papers,
    ),
];

/// The accounts of mergers themselves, which say what was done and are not changed by it.
#[cfg(test)]
pub(super) const OWN: &[(&str, &str)] = &[("mergers", "survivor_id"), ("mergers", "other_id")];

/// The table with this name.
pub(super) fn named(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.name == name)
}

/// A row as it stands in its table; what is sealed there is sealed here.
#[derive(Clone, Debug)]
pub(super) struct Image {
    pub(super) table: &'static Table,
    pub(super) row: Value,
}

impl Image {
    /// What tells it from every other row.
    pub(super) fn key(&self) -> (&'static str, String) {
        let of = |column: &&str| self.row.get(*column).map(ToString::to_string);
        let parts: Vec<String> = self.table.key.iter().filter_map(of).collect();
        (self.table.name, parts.join(" "))
    }
}

/// Every row of these organizations in every table of the list.
pub(super) async fn images(conn: &mut PgConnection, ids: &[OrganizationId]) -> Result<Vec<Image>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    images_of(conn, TABLES, &ids).await
}

/// Every row that names one of these in every table of a list.
pub(super) async fn images_of(
    conn: &mut PgConnection,
    tables: &'static [Table],
    ids: &[Uuid],
) -> Result<Vec<Image>> {
    let parts: Vec<String> = tables
        .iter()
        .enumerate()
        .map(|(at, table)| part(at, table))
        .collect();
    let query = parts.join(" union all ");
    // Put together at run time, of the constants of the list and nothing else: one look at twenty tables.
    let rows: Vec<(i32, Value)> = sqlx::query_as(AssertSqlSafe(query))
        .bind(ids)
        .fetch_all(conn)
        .await?;
    Ok(rows
        .into_iter()
        .filter_map(|(at, row)| {
            let table = tables.get(usize::try_from(at).ok()?)?;
            Some(Image { table, row })
        })
        .collect())
}

fn part(at: usize, table: &Table) -> String {
    let whose: Vec<String> = table
        .by
        .iter()
        .map(|column| format!("x.{column} = any($1)"))
        .collect();
    format!(
        "select {at}, to_jsonb(x) - '{{{aside}}}'::text[] from {name} x where {whose}",
        aside = table.aside.join(","),
        name = table.name,
        whose = whose.join(" or "),
    )
}
