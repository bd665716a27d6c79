//! The leaders of an organization with all that the board knows. Whoever looks is on record.

use std::collections::HashSet;

use askama::Template;
use axum::http::header::CACHE_CONTROL;
use axum::response::IntoResponse;
use chrono::NaiveDate;

use super::evidence::href;
use super::seen;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{LeaderId, OfficeId};
use crate::leader::{self, FullLeader, policy};
use crate::organization::{self, Organization, team};
use crate::say;
use crate::values::{Lang, RegistryNumber};
use crate::web::coordination::{Spoken, term};
use crate::web::leaders::asked;
use crate::web::{Answer, Chrome, Error, Page, Path, Query, Sheet, dates, filters, html, urls};

#[derive(Template)]
#[template(path = "desk_organizations/leaders.html")]
struct IndexPage {
    page: Page,
    organization: Organization,
    form: Sheet,
    here: String,
    /// The day that was asked about.
    on: Option<NaiveDate>,
    leaders: Vec<Row>,
    /// Who says that they lead it and has no entry: what they are called, and where that is answered.
    waiting: Vec<(String, String)>,
    may_group: bool,
    may_keep_offices: bool,
    /// Whether whoever looks sees all leaders, and not only those who are shared with them.
    sees_everything: bool,
}

struct Row {
    id: LeaderId,
    name: Spoken,
    other_names: Vec<Spoken>,
    title: Spoken,
    dates: String,
    signs: bool,
    acting: bool,
    is_former: bool,
    /// Whether the office came to them by mistake.
    is_mistaken: bool,
    /// Where that is undone by which they came; nowhere, where it cannot be.
    reversal: String,
    /// Whether their office stands empty since.
    is_vacant: bool,
    office_key: &'static str,
    /// What proves it, where anything does.
    evidence: String,
    change: String,
    succession: String,
    email: String,
    is_public: bool,
    /// Where is recorded what they agree to; nowhere for those who may not.
    consents: String,
    all: String,
}

impl Row {
    fn new(
        (lang, today): (Lang, NaiveDate),
        of: &Organization,
        (undoable, keeps): (&HashSet<OfficeId>, bool),
        leader: FullLeader,
    ) -> Self {
        let name = Spoken::leader(&leader.names, lang);
        Self {
            id: leader.id,
            other_names: leader
                .names
                .iter()
                .map(|it| Spoken::new(it.text.as_str(), it.language.as_ref()))
                .filter(|it| *it != name)
                .collect(),
            name,
            title: Spoken::office(&leader.office, lang),
            dates: term(lang, leader.office.since, leader.office.until),
            signs: leader.signs,
            acting: leader.office.acting,
            is_mistaken: leader.office.is_mistaken,
            reversal: match undoable.contains(&leader.office.id) {
                true => urls::desk_office_reversal(of.number, leader.office.id),
                false => String::new(),
            },
            is_former: leader.office.until.is_some_and(|until| until < today),
            is_vacant: leader.is_vacant(today),
            office_key: leader.office.office.key(),
            evidence: href(leader.evidence.as_ref()),
            change: urls::desk_office(of.number, leader.office.id),
            succession: urls::desk_office_succession(of.number, leader.office.id),
            email: leader
                .email
                .as_ref()
                .map(|email| email.readable())
                .unwrap_or_default(),
            is_public: leader.is_public,
            all: urls::desk_leader(of.number, leader.id),
            consents: match keeps {
                true => urls::desk_organization_part(
                    of.number,
                    &format!("leaders/{}/consents", leader.id),
                ),
                false => String::new(),
            },
        }
    }
}

/// `GET /desk/organizations/{number}/leaders`. It writes down that somebody looked, and nothing else.
pub async fn index(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
    Query(query): Query,
) -> Answer {
    let (lang, today) = (chrome.lang, tx.today());
    let asks = query.sent("on");
    let (form, day) = dates::on(query, today);
    let on = (asks && form.mistakes().is_empty()).then_some(day);
    let (organization, _) = seen(&mut tx, &actor, number).await?;
    let granted = policy::see(&actor, organization.host_country)?;
    let mention = organization::mention(&mut tx, organization.id)
        .await?
        .ok_or(Error::NotFound)?;
    let leaders = leader::look_at(&mut tx, &granted, &mention, on).await?;
    let ids: Vec<LeaderId> = leaders.iter().map(|it| it.id).collect();
    let leads_own = leader::who_lead_own(&mut tx, &actor, &ids).await?;
    let keeps = |id| policy::keep_consents(&actor, leads_own.contains(&id)).is_ok();
    let own = team::role_of_actor(&mut tx, organization.id, &actor).await?;
    let may_keep_offices = policy::keep_offices(&actor, &organization, own).is_ok();
    let (mut undoable, mut waiting) = (HashSet::new(), Vec::new());
    if may_keep_offices {
        let vault = tx.vault();
        let to = |id| urls::desk_leader_asked(number, id);
        waiting = asked::waiting(&mut tx, &vault, organization.id, to).await?;
        let now = tx.now();
        let all = leader::handovers(&mut tx, organization.id, now).await?;
        let open = all.into_iter().filter(|it| it.changed.is_empty());
        undoable.extend(open.map(|it| it.next));
    }
    let _ = tx.commit().await?;
    let page = chrome
        .page()
        .crumb("/desk", say::t(lang, "nav-desk"))
        .crumb(urls::desk_organization(number), organization.name.clone())
        .crumb("", say::t(lang, "leaders-title"));
    let page = IndexPage {
        page,
        waiting,
        leaders: leaders
            .into_iter()
            .map(|one| {
                let keeps = keeps(one.id);
                Row::new((lang, today), &organization, (&undoable, keeps), one)
            })
            .collect(),
        may_group: crate::group::policy::group(&actor).is_ok(),
        sees_everything: granted.sees_everything(),
        may_keep_offices,
        here: urls::desk_organization_part(number, "leaders"),
        form,
        on,
        organization,
    };
    Ok(([(CACHE_CONTROL, "no-store")], html(lang, page)?).into_response())
}
