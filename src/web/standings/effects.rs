//! What an act of the chair will do, said before it is done.

use chrono::NaiveDate;

use super::act::BoardAct;
use crate::db::Tx;
use crate::organization::Organization;
use crate::organization::standing::{self, ReasonReach};
use crate::values::{Arg, GroupRole, Lang, Standing};
use crate::web::Result;
use crate::{group, initiative, say};

/// What the act will do, in sentences.
pub(super) async fn effects(
    conn: &mut Tx,
    lang: Lang,
    act: BoardAct,
    organization: &Organization,
    (until, reach): (Option<NaiveDate>, ReasonReach),
) -> Result<Vec<String>> {
    let today = conn.today();
    let to = match act {
        BoardAct::Suspension => Standing::Suspended,
        BoardAct::Lifting => standing::would_lift(conn, organization.id, today).await?,
        BoardAct::StrikingOff => Standing::StruckOff,
        BoardAct::Revival => Standing::Revived,
    };
    let text = |text: String| Arg::Text(text);
    let mut said = vec![say::with(
        lang,
        "standing-effect-shown",
        &[("standing", text(say::t(lang, to.key())))],
    )];
    let force_key = match to.in_force() {
        true => "organization-in-force",
        false => "organization-not-in-force",
    };
    said.push(say::t(lang, force_key));
    if let Some(until) = until {
        let args = [("until", text(say::day(lang, until)))];
        said.push(say::with(lang, "standing-effect-until", &args));
    }
    if act == BoardAct::Revival {
        let until = standing::revived_until(conn, organization, today).await?;
        let args = [("until", text(say::day(lang, until)))];
        said.push(say::with(lang, "standing-effect-valid", &args));
    }
    if act == BoardAct::StrikingOff {
        said.extend(hangs_on(conn, lang, organization).await?);
    }
    if to == Standing::StruckOff || to == Standing::Suspended {
        said.push(say::t(lang, "standing-effect-kept"));
    }
    said.push(say::t(
        lang,
        match reach {
            ReasonReach::Board => "standing-effect-reason-board",
            ReasonReach::Team => "standing-effect-reason-team",
            ReasonReach::Public => "standing-effect-reason-public",
        },
    ));
    let owners = standing::count_owners(conn, organization.id).await?;
    let owners = i64::try_from(owners).unwrap_or(i64::MAX);
    said.push(say::t1(lang, "standing-effect-letters", "count", owners));
    Ok(said)
}

/// What takes no part any more once an organization is struck off; nothing where it has no part in anything.
async fn hangs_on(conn: &mut Tx, lang: Lang, of: &Organization) -> Result<Option<String>> {
    let places = group::of_organization(conn, of.id).await?;
    let carried = initiative::carried(conn, of.id).await?;
    let count = |all: usize| Arg::Text(all.to_string());
    let chairs = places.iter().filter(|it| it.role == GroupRole::Chair);
    let alone = carried.iter().filter(|it| it.is_last_lead);
    let args = [
        ("groups", count(places.len())),
        ("chairs", count(chairs.count())),
        ("initiatives", count(carried.len())),
        ("alone", count(alone.count())),
    ];
    let is_anything = !places.is_empty() || !carried.is_empty();
    Ok(is_anything.then(|| say::with(lang, "standing-effect-parts", &args)))
}
