//! An organization as its team sees it: all that the registry has, contacts included.

use askama::Template;
use chrono::{NaiveDate, SecondsFormat};

use super::story::{Happened, story};
use crate::account;
use crate::actor::Actor;
use crate::assignment;
use crate::case::{self, Scope};
use crate::db::Read;
use crate::document;
use crate::history;
use crate::ids::OrganizationId;
use crate::leader::policy as leaders;
use crate::organization::standing::{self, ReasonReach, Step};
use crate::organization::{self, Organization, policy, team};
use crate::rescue::{self, Stage};
use crate::say;
use crate::values::{RegistryNumber, TeamRole};
use crate::web::documents::{Reading, Shown, flag, shown};
use crate::web::particulars::{Part, parts};
use crate::web::registrations::Offer;
use crate::web::{Answer, Chrome, Error, Page, Path, filters, html, urls};

#[derive(Template)]
#[template(path = "home/organization.html")]
struct ShowPage {
    page: Page,
    organization: Organization,
    shown: standing::Shown,
    /// What comes next on the ladder.
    step: Option<Step>,
    public_href: String,
    role: TeamRole,
    team: Vec<Member>,
    /// Where the reader, if they are in several teams, goes from here to the others.
    others: Vec<Other>,
    cases: Vec<case::Mine>,
    today: NaiveDate,
    /// Until when an owner can say that they are there, if somebody says that they are not.
    rescue: Option<NaiveDate>,
    parts: Vec<Part>,
    renewal: Option<Offer>,
    story: Vec<Happened>,
    papers: Vec<Shown>,
    flag: Option<&'static str>,
    /// The number under which it goes on, if it gave way to another.
    gave_way_to: Option<Other>,
    /// Those that gave way to it and that the reader was in the team of.
    behind: Vec<Other>,
    may_see_leaders: bool,
    /// Who answers for it at the board; empty where nobody does.
    coordinator: String,
}

/// Somebody of the team.
struct Member {
    name: String,
    role: TeamRole,
}

/// An organization of the reader's.
struct Other {
    name: String,
    href: String,
    is_here: bool,
}

impl ShowPage {
    fn team_href(&self) -> String {
        urls::my_team(self.organization.number)
    }

    fn rescue_href(&self) -> String {
        urls::my_rescue(self.organization.number)
    }

    fn lang(&self) -> &str {
        let language = self.organization.name_language.as_deref();
        language.unwrap_or_default()
    }

    fn number(&self) -> String {
        self.organization.number.to_string()
    }

    /// What a case says below its kind: since when it stands there, or the day of its next condition.
    fn hint(&self, case: &case::Mine) -> String {
        let lang = self.page.lang;
        let open = case.stage == case::StageCode::AcceptedWithConditions;
        match case.due_on.filter(|_| open) {
            Some(due) => {
                let key = match due < self.today {
                    true => "registration-conditions-passed",
                    false => "registration-conditions",
                };
                say::t1(lang, key, "date", say::day(lang, due))
            }
            None => say::day(lang, case.stage_since.date_naive()),
        }
    }

    fn tone(&self, case: &case::Mine) -> &'static str {
        let open = case.stage == case::StageCode::AcceptedWithConditions;
        match case.due_on.is_some_and(|due| open && due < self.today) {
            true => "red",
            false => "quiet",
        }
    }

    /// The key of the sentence that says what comes next.
    fn next_key(&self, step: &Step) -> String {
        format!("home-ladder-{}", step.rung.code().replace('_', "-"))
    }

    fn updated_iso(&self) -> String {
        let at = self.organization.updated_at;
        at.to_rfc3339_opts(SecondsFormat::Secs, true)
    }
}

/// The organizations between which somebody goes back and forth; none, if there is but one.
fn others(mine: Vec<(Organization, TeamRole)>, here: OrganizationId) -> Vec<Other> {
    if mine.len() < 2 {
        return Vec::new();
    }
    mine.into_iter()
        .map(|(organization, _)| Other {
            href: urls::my_organization(organization.number),
            is_here: organization.id == here,
            name: organization.name,
        })
        .collect()
}

/// The organization with this number, for its team.
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(number): Path<String>,
) -> Answer {
    actor.person()?;
    let number = RegistryNumber::parse(&number).map_err(|_| Error::NotFound)?;
    let found = organization::find_by_number(&mut conn, number)
        .await?
        .ok_or(Error::NotFound)?;
    let own = team::role_of_actor(&mut conn, found.id, &actor).await?;
    // The desk has a page of its own for this.
    let role = own.ok_or(Error::NotFound)?;
    policy::see_all(&actor, &found, own)?;
    let vault = conn.vault();
    let said = organization::particulars(&mut conn, &vault, found.id)
        .await?
        .ok_or(Error::NotFound)?;
    let seats = team::of_organization(&mut conn, found.id).await?;
    let in_charge = assignment::in_charge(&mut conn, found.id).await?;
    let in_charge = in_charge.map(|it| it.account);
    let of_team = seats.iter().map(|seat| seat.account);
    let accounts: Vec<_> = of_team.chain(in_charge).collect();
    let mut names = account::called(&mut conn, &vault, &accounts).await?;
    let coordinator = in_charge.and_then(|it| names.get(&it).cloned());
    let coordinator = coordinator.unwrap_or_default();
    let me = actor.person()?.id;
    let mine = team::of_person(&mut conn, me).await?;
    let behind = mine
        .iter()
        .filter(|(it, _)| it.merged_into == Some(found.id))
        .map(|(it, _)| Other {
            name: it.number.to_string(),
            href: format!("{}?old=yes", urls::my_organization(it.number)),
            is_here: false,
        })
        .collect();
    let gave_way_to = match found.merged_into {
        Some(into) => organization::numbers(&mut conn, &[into])
            .await?
            .remove(&into),
        None => None,
    };
    let gave_way_to = gave_way_to.map(|to| Other {
        name: to.to_string(),
        href: urls::organization(to),
        is_here: false,
    });
    let scope = Scope::of(&mut conn, &actor).await?;
    let mut cases = case::of_applicant(&mut conn, &scope).await?;
    cases.retain(|one| one.organization_id == Some(found.id));
    let rescue = match role {
        TeamRole::Owner => rescue::open_of(&mut conn, &vault, found.id).await?,
        _ => None,
    };
    let entries = history::of_organization(&mut conn, &vault, found.id).await?;
    let standing = standing::shown(&mut conn, &vault, found.id, ReasonReach::Team).await?;
    let step = standing::step_of(&mut conn, found.id).await?;
    let (lang, today) = (chrome.lang, conn.today());
    let listed = document::policy::list_of_organization(&actor, &found, own)?;
    let slots = document::shelf(&mut conn, &vault, &listed, today).await?;
    let may_add = document::policy::add_to_organization(&actor, &found, own).is_ok();
    let add = |item| format!("{}/{item}", urls::my_organization_documents(number));
    let reading = Reading {
        lang,
        today,
        add: may_add.then_some(&add),
        at_desk: false,
        tells_verdicts: true,
    };
    let papers = shown(&slots, &reading);
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb("", found.name.clone());
    let confirmed = organization::confirmed(&mut conn, found.id).await?;
    let renewal = Offer::of(&mut conn, &actor, &found, own, today).await?;
    html(
        lang,
        ShowPage {
            page,
            others: others(mine, found.id),
            cases,
            today,
            rescue: rescue.and_then(|rescue| match rescue.stage {
                Stage::Cooling { until } => Some(until),
                Stage::Ended { .. } => None,
            }),
            shown: standing,
            step,
            public_href: urls::organization(found.number),
            role,
            story: story(lang, &actor, &seats, entries),
            team: seats
                .into_iter()
                .map(|seat| Member {
                    name: names.remove(&seat.account).unwrap_or_default(),
                    role: seat.role,
                })
                .collect(),
            parts: parts(lang, &said, &confirmed),
            renewal,
            flag: flag(&papers),
            papers,
            gave_way_to,
            behind,
            coordinator,
            may_see_leaders: leaders::see_own(&actor, &found, own).is_ok(),
            organization: found,
        },
    )
}
