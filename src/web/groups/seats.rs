//! The seats of a group that are bound to offices, as pages show them: who sits there today, as far as anybody may know.

use chrono::NaiveDate;
use sqlx::PgConnection;

use crate::group;
use crate::ids::GroupId;
use crate::values::{Lang, RegistryNumber};
use crate::web::coordination::{Spoken, term};
use crate::web::{Result, urls};

/// A seat in a list.
pub struct Seat {
    /// The key of the office that it is bound to.
    pub office_key: &'static str,
    /// Whose office.
    pub number: RegistryNumber,
    /// What that is called.
    pub organization: Spoken,
    /// Whether that is struck off, and nobody sits there for it.
    pub is_struck_off: bool,
    /// Whether anybody sits there.
    pub is_taken: bool,
    /// Who, if they agreed to be shown.
    pub name: Option<Spoken>,
    /// Their page.
    pub href: String,
    /// Whether they only act in the office.
    pub acting: bool,
    /// Since when, in words; empty where nobody knows.
    pub since: String,
}

/// The seats of a group on a day.
pub async fn seats(
    conn: &mut PgConnection,
    (lang, today): (Lang, NaiveDate),
    id: GroupId,
) -> Result<Vec<Seat>> {
    let seats = group::bound_seats(conn, id, today).await?;
    Ok(seats
        .into_iter()
        .map(|seat| {
            let holder = seat.holder.as_ref();
            let names = holder.and_then(|it| it.names.as_ref());
            Seat {
                office_key: seat.office.key(),
                number: seat.organization.number,
                organization: Spoken::organization(&seat.organization),
                is_struck_off: !seat.organization.can_join(),
                is_taken: holder.is_some(),
                name: names.map(|names| Spoken::leader(names, lang)),
                href: holder.map_or_else(String::new, |it| urls::leader(it.leader)),
                acting: holder.is_some_and(|it| it.acting),
                // When somebody came says who they are: it is shown with the name or not at all.
                since: match names {
                    Some(_) => term(lang, holder.and_then(|it| it.since), None),
                    None => String::new(),
                },
            }
        })
        .collect())
}
