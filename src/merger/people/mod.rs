//! Two entries of leaders that are one person become one, and that is taken back: looked at before and after, as for organizations.
//! `docs/decisions/leaders.md` says what becomes of what.

mod find;
mod merge;
mod obstacle;
pub mod policy;
mod rows;
mod undo;

pub use find::{PeopleMerger, find, of_leader};
pub use merge::{Merged, Merging, PersonPart, Pick, combine, merge};
pub use obstacle::Obstacle;
pub use undo::undo;

use super::tables::{Part, Table};
use crate::leader;

/// Where reasons are sealed.
const REASON: &str = "leader_mergers.reason";
/// Where the reasons of taking back are sealed.
const UNDONE: &str = "leader_mergers.undone_reason";

const fn table(name: &'static str, key: &'static [&'static str]) -> Table {
    Table {
        name,
        key,
        by: &["leader_id"],
        aside: &[],
        made: &[],
        part: Part::Leaders,
    }
}

/// The tables that name leaders, but for what is made from them. A test compares them with the schema.
const TABLES: &[Table] = &[
    Table {
        by: &["id", "merged_into"],
        // A counter that only grows, when it was written, and what is made anew.
        aside: &[
            "revision",
            "updated_at",
            "marked",
            "to_be_told",
            "consents_to_be_told",
            "link_version",
        ],
        ..table("leaders", &["id"])
    },
    table("leader_offices", &["id"]),
    table(leader::CONSENTS, &["id"]),
    table("leader_sources", &["leader_id", "field"]),
    table("leader_claims", &["id"]),
    table("group_members", &["id"]),
    table("group_invitations", &["id"]),
    table("group_feeds", &["id"]),
    // Whom a meeting told stays who was told: the worker looks who is a member now.
    table("group_meeting_invitees", &["id"]),
    Table {
        by: &["one_id", "other_id"],
        ..table("leader_likenesses", &["one_id", "other_id"])
    },
];

/// Those that say what was done, or are made from the rest. An address that waits for its reader stays with the entry that asked.
#[cfg(test)]
const ASIDE: &[&str] = &["leader_addresses", "leader_mergers", "leader_marks"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::MIGRATOR;
    use sqlx::PgPool;

    #[sqlx::test(migrator = "MIGRATOR")]
    async fn no_table_that_names_leaders_is_forgotten(pool: PgPool) {
        let there: Vec<String> = sqlx::query_scalar(
            "select distinct c.conrelid::regclass::text from pg_constraint c
             where c.contype = 'f' and c.confrelid = 'leaders'::regclass order by 1",
        )
        .fetch_all(&pool)
        .await
        .unwrap();
        let mut ours: Vec<&str> = TABLES.iter().map(|table| table.name).collect();
        ours.extend(ASIDE);
        ours.sort_unstable();
        assert_eq!(there, ours);
    }
}
