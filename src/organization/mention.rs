//! An organization as other things name it: by its number and the name it goes by.

use std::collections::HashMap;

use sqlx::PgConnection;

use crate::ids::OrganizationId;
use crate::values::{Country, LanguageTag, Line, RegistryNumber, Standing};

/// An organization as groups, initiatives and leaders name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its id.
    pub id: OrganizationId,
    /// Its registry number.
    pub number: RegistryNumber,
    /// The name it goes by.
    pub name: Line,
    /// The language of that name.
    pub name_language: Option<LanguageTag>,
    /// Where it works.
    pub host_country: Country,
    /// How it stands with the board.
    pub standing: Standing,
}

impl Mention {
    /// Whether it is there to take part in anything: not struck off, and not merged into another.
    pub const fn can_join(&self) -> bool {
        self.standing.takes_part()
    }
}

/// Names the organization with this id.
pub async fn mention(
    conn: &mut PgConnection,
    id: OrganizationId,
) -> crate::Result<Option<Mention>> {
    Ok(sqlx::query_as!(
        Mention,
        r#"select id, number, name as "name: Line", name_language, host_country, standing
           from organizations where id = $1"#,
        id as _
    )
    .fetch_optional(conn)
    .await?)
}

/// What the organizations of these registry numbers are called, by number as it is written; none for those that nobody has.
pub async fn names_by_number(
    conn: &mut PgConnection,
    numbers: &[&str],
) -> crate::Result<HashMap<String, String>> {
    if numbers.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = sqlx::query!(
        "select number, name from organizations where number = any($1)",
        numbers as &[&str]
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.number.to_string(), row.name))
        .collect())
}

/// Names the organization with this registry number.
pub async fn mention_by_number(
    conn: &mut PgConnection,
    number: RegistryNumber,
) -> crate::Result<Option<Mention>> {
    Ok(sqlx::query_as!(
        Mention,
        r#"select id, number, name as "name: Line", name_language, host_country, standing
           from organizations where number = $1"#,
        number as _
    )
    .fetch_optional(conn)
    .await?)
}
