//! The groups, as the desk sees them.

use std::collections::HashMap;

use askama::Template;
use chrono::NaiveDate;

use crate::actor::Actor;
use crate::db::Read;
use crate::group::{self, policy};
use crate::ids::GroupId;
use crate::say;
use crate::values::{Country, GroupKind};
use crate::web::coordination::Spoken;
use crate::web::{Answer, Chrome, Page, Query, filters, html, urls};

/// What the address says of those that are over.
const ENDED: &str = "ended";

#[derive(Template)]
#[template(path = "groups/index.html")]
struct IndexPage {
    page: Page,
    tabs: Vec<Tab>,
    groups: Vec<Row>,
    /// Whether the list is of those that are over.
    ended: bool,
    may_create: bool,
}

/// One kind of group, or all.
struct Tab {
    href: String,
    text: String,
    current: bool,
}

struct Row {
    id: GroupId,
    name: Spoken,
    kind: GroupKind,
    /// What it is a part of, if that is listed too.
    parent: Option<Spoken>,
    countries: Vec<Country>,
    members: i64,
    /// The last day, once it is known.
    until: Option<NaiveDate>,
}

/// `GET /desk/groups`
pub async fn index(actor: Actor, chrome: Chrome, mut conn: Read, Query(query): Query) -> Answer {
    policy::desk(&actor)?;
    let lang = chrome.lang;
    let kind = GroupKind::from_code(query.get("kind"));
    let today = conn.today();
    let ended = query.get("state") == ENDED;
    let groups = match ended {
        true => group::list_ended(&mut conn, today).await?,
        false => group::list(&mut conn, kind, today).await?,
    };
    let names: HashMap<GroupId, Spoken> = groups
        .iter()
        .map(|it| (it.id, Spoken::of(&it.names, lang)))
        .collect();
    let tabs = std::iter::once(None)
        .chain(GroupKind::ALL.iter().copied().map(Some))
        .map(|one| Tab {
            href: match one {
                Some(one) => format!("{}?kind={one}", urls::DESK_GROUPS),
                None => urls::DESK_GROUPS.to_owned(),
            },
            text: say::t(lang, one.map_or("groups-all", GroupKind::key)),
            current: !ended && one == kind,
        })
        .chain(std::iter::once(Tab {
            href: format!("{}?state={ENDED}", urls::DESK_GROUPS),
            text: say::t(lang, "groups-ended-list"),
            current: ended,
        }))
        .collect();
    html(
        lang,
        IndexPage {
            page: chrome.page(),
            tabs,
            ended,
            may_create: policy::group(&actor).is_ok(),
            groups: groups
                .into_iter()
                .map(|row| Row {
                    id: row.id,
                    name: Spoken::of(&row.names, lang),
                    kind: row.kind,
                    parent: row.parent.and_then(|id| names.get(&id).cloned()),
                    countries: row.host_countries,
                    members: row.members,
                    until: row.end.on,
                })
                .collect(),
        },
    )
}
