//! The list from which a case was opened: the case before it, the one behind it, and the way back.

use super::filter;
use crate::actor::Actor;
use crate::case::{self, Desk, InOrder, Looking};
use crate::db::Tx;
use crate::ids::CaseId;
use crate::values::{Country, Lang};
use crate::web::{Fields, urls};

/// The ways from a case to those beside it.
pub struct Beside {
    /// The list itself.
    pub back: String,
    /// The case before; empty if it is the first.
    pub previous: String,
    /// The case behind; empty if it is the last.
    pub next: String,
}

impl Beside {
    /// The ways that the address names, if the case was opened from a list.
    pub async fn of(
        tx: &mut Tx,
        lang: Lang,
        actor: &Actor,
        (case, fields): (CaseId, &Fields),
    ) -> crate::Result<Option<Self>> {
        if !fields.sent("list") {
            return Ok(None);
        }
        // What stands there is read anew: an address is never taken as it is.
        let looking = Looking::parse(fields.get("list"));
        let desk = Desk::of(tx, actor).await?;
        let of = InOrder {
            filter: &looking.filter,
            order: looking.order,
            countries: Country::sorted(lang),
        };
        let (previous, next) = case::beside(tx, &desk, of, case).await?;
        let query = looking.query();
        let way = |id: Option<CaseId>| {
            id.map(|id| urls::desk_case_in(id, &query))
                .unwrap_or_default()
        };
        Ok(Some(Self {
            back: filter::address(&looking),
            previous: way(previous),
            next: way(next),
        }))
    }
}
