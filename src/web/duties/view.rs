//! What was handed over, or would be, as pages show it: each by the name that people know, as far as the reader may see it.

use std::collections::HashMap;

use uuid::Uuid;

use crate::actor::Actor;
use crate::case::{self, policy as cases};
use crate::db::Dated;
use crate::duty::{DutyFate, DutyKind, Row};
use crate::flag::policy as flags;
use crate::ids::{CaseId, OrganizationId};
use crate::organization::{self, team};
use crate::sitting;
use crate::values::Lang;
use crate::web::desk::Title;
use crate::web::{Result, urls};

/// One thing.
pub(super) struct Shown {
    pub(super) kind: DutyKind,
    pub(super) fate: DutyFate,
    pub(super) name: Name,
}

/// What people know it by.
pub(super) struct Name {
    pub(super) title: Title,
    pub(super) number: String,
    pub(super) href: String,
}

impl Shown {
    /// Whether it went, or would go.
    pub(super) fn is_given(&self) -> bool {
        self.fate == DutyFate::Given
    }
}

/// The rows that the reader sees; cases, organizations and sessions by one query each.
pub(super) async fn shown<C: Dated>(
    conn: &mut C,
    actor: &Actor,
    lang: Lang,
    rows: &[Row],
) -> Result<Vec<Shown>> {
    let of = |kinds: &[DutyKind]| -> Vec<Uuid> {
        let rows = rows.iter().filter(|row| kinds.contains(&row.kind));
        let mut ids: Vec<Uuid> = rows.map(|row| row.about).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    };
    let mut names = of_cases(conn, actor, lang, of(&[DutyKind::Hold, DutyKind::Mention])).await?;
    let organizations = of(&[DutyKind::Assignment, DutyKind::Flag]);
    names.extend(of_organizations(conn, actor, lang, organizations).await?);
    if let (Ok(granted), false) = (
        sitting::policy::see(actor),
        of(&[DutyKind::Session]).is_empty(),
    ) {
        for it in sitting::list(conn, &granted).await? {
            let name = Name {
                title: Title::of(lang, &crate::web::sittings::title(lang, it.number), None),
                number: String::new(),
                href: urls::desk_session(it.id),
            };
            names.insert(it.id.uuid(), name);
        }
    }
    Ok(rows
        .iter()
        .filter_map(|row| {
            let known = names.get(&row.about)?;
            Some(Shown {
                kind: row.kind,
                fate: row.fate,
                name: Name {
                    title: Title {
                        text: known.title.text.clone(),
                        lang: known.title.lang.clone(),
                        dir: known.title.dir,
                    },
                    number: known.number.clone(),
                    href: match row.kind {
                        DutyKind::Flag => urls::desk_flag(row.subject.into()),
                        _ => known.href.clone(),
                    },
                },
            })
        })
        .collect())
}

async fn of_cases<C: Dated>(
    conn: &mut C,
    actor: &Actor,
    lang: Lang,
    ids: Vec<Uuid>,
) -> Result<HashMap<Uuid, Name>> {
    let ids: Vec<CaseId> = ids.into_iter().map(CaseId::from).collect();
    Ok(case::find_many(conn, actor, &ids)
        .await?
        .into_iter()
        .filter(|case| cases::at_desk(actor, case).is_ok())
        .map(|case| {
            let name = Name {
                title: Title::of_case(lang, &case),
                number: case.number.map(|it| it.to_string()).unwrap_or_default(),
                href: urls::desk_case(case.id),
            };
            (case.id.uuid(), name)
        })
        .collect())
}

async fn of_organizations<C: Dated>(
    conn: &mut C,
    actor: &Actor,
    lang: Lang,
    ids: Vec<Uuid>,
) -> Result<HashMap<Uuid, Name>> {
    let Ok(granted) = flags::see(actor) else {
        return Ok(HashMap::new());
    };
    let ids: Vec<OrganizationId> = ids.into_iter().map(OrganizationId::from).collect();
    let me: Vec<_> = actor.account().into_iter().collect();
    let own = team::seats_among(conn, &me, &ids).await?;
    let is_own = |id| me.iter().any(|me| own.contains_key(&(*me, id)));
    Ok(organization::find_many(conn, &ids)
        .await?
        .into_iter()
        .filter(|it| granted.reaches(it.host_country) && !is_own(it.id))
        .map(|it| {
            let name = Name {
                title: Title::of(lang, &it.name, it.name_language.as_ref()),
                number: it.number.to_string(),
                href: urls::desk_organization(it.number),
            };
            (it.id.uuid(), name)
        })
        .collect())
}
