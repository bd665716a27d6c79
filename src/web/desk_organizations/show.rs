//! All that the registry has of an organization, on one page.

use askama::Template;
use chrono::NaiveDate;

use super::seen;
use crate::actor::Actor;
use crate::assignment::{self, Why};
use crate::case::{self, Listed, Scope};
use crate::contribution::{self, Reach};
use crate::db::Read;
use crate::document;
use crate::flag::policy as raising;
use crate::group::{self, policy as groups};
use crate::ids::{GroupId, InitiativeId, LeaderId, OrganizationId};
use crate::initiative::{self, policy as initiatives};
use crate::organization::{self, Organization, standing};
use crate::say;
use crate::values::{Lang, RegistryNumber, Standing, TeamRole};
use crate::web::contributions::Sums;
use crate::web::coordination::{Happened, Spoken, happened};
use crate::web::coordinators::in_words;
use crate::web::desk::People;
use crate::web::documents::{Reading, Shown, flag, shown};
use crate::web::flags;
use crate::web::groups::answers;
use crate::web::particulars::Part as SaidPart;
use crate::web::{Answer, Chrome, Page, Path, Result, filters, html, particulars, urls};
use crate::{history, invitation, leader};
use sqlx::PgConnection;

#[derive(Template)]
#[template(path = "desk_organizations/show.html")]
struct ShowPage {
    page: Page,
    organization: Organization,
    said: Vec<SaidPart>,
    registered_until: Option<NaiveDate>,
    coordinator: Option<Coordinator>,
    seats: Vec<Seat>,
    parts: Vec<Part>,
    sums: Sums,
    may_take_contributions: bool,
    officers: Vec<Officer>,
    papers: Vec<Shown>,
    flag: Option<&'static str>,
    flags: Vec<flags::Row>,
    cases: Vec<Listed>,
    story: Vec<Happened>,
    /// The one that it gave way to.
    gave_way_to: Option<Organization>,
    /// Those that gave way to it, as far as the reader may see them.
    behind: Vec<Organization>,
    may: May,
}

/// What the reader may do here, by the same questions that the acts ask.
struct May {
    see_coordinator: bool,
    assign: bool,
    group: bool,
    join: bool,
    see_leaders: bool,
    raise_flag: bool,
    see_flags: bool,
    hand_over: bool,
}

/// Who answers for the organization.
struct Coordinator {
    /// The assignment by which they were given it; empty where a rule names them.
    id: String,
    name: String,
    /// Why it is they.
    why: String,
}

struct Seat {
    group: GroupId,
    name: Spoken,
    kind_key: &'static str,
    role_key: &'static str,
    /// That the group is over, or when it will be, in words; empty where no end is known.
    over: String,
    ending: String,
}

struct Part {
    initiative: InitiativeId,
    title: Spoken,
    stage_key: &'static str,
    role_key: &'static str,
    ending: String,
}

struct Officer {
    id: LeaderId,
    name: Spoken,
    title: Spoken,
}

impl ShowPage {
    /// Whether somebody was given it by name.
    fn is_named(&self) -> bool {
        self.coordinator
            .as_ref()
            .is_some_and(|it| !it.id.is_empty())
    }

    fn part(&self, part: &str) -> String {
        urls::desk_organization_part(self.organization.number, part)
    }

    fn name_lang(&self) -> &str {
        self.organization
            .name_language
            .as_deref()
            .unwrap_or_default()
    }

    fn name_dir(&self) -> &'static str {
        let language = self.organization.name_language.as_ref();
        language.map_or("auto", |tag| tag.direction().code())
    }
}

/// `GET /desk/organizations/{number}`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let (lang, vault, today) = (chrome.lang, conn.vault(), conn.today());
    let (organization, _) = seen(&mut conn, &actor, number).await?;
    let id = organization.id;
    let own = organization::team::role_of_actor(&mut conn, id, &actor).await?;
    let listed = document::policy::list_of_organization(&actor, &organization, own)?;
    let slots = document::shelf(&mut conn, &vault, &listed, today).await?;
    let reading = Reading {
        at_desk: listed.at_desk(),
        ..Reading::at_desk(lang, today)
    };
    let papers = shown(&slots, &reading);
    let said = organization::particulars(&mut conn, &vault, id).await?;
    let officers = leader::public_officers(&mut conn, id, today).await?;
    let scope = Scope::of(&mut conn, &actor).await?;
    let behind = behind(&mut conn, &actor, id).await?;
    let all: Vec<OrganizationId> = std::iter::once(id)
        .chain(behind.iter().map(|it| it.id))
        .collect();
    let cases = case::about_organization(&mut conn, &scope, &all).await?;
    let mut entries = history::of_organizations(&mut conn, &vault, &all).await?;
    let gave_way_to = match organization.merged_into {
        Some(into) => organization::find(&mut conn, into).await?,
        None => None,
    };
    entries.retain(|entry| own.is_none() || !entry.act.is_watching());
    let owners = organization::team::owners(&mut conn, id).await?;
    let typed_in = case::typed_for(&mut conn, id).await?.is_some();
    let mut may = May {
        hand_over: invitation::policy::hand_organization_over(
            &actor,
            &organization,
            typed_in,
            &owners,
        )
        .is_ok(),
        ..May::of(&actor, &organization, own)
    };
    if organization.merged_into.is_some() {
        // What is new is done to the one that it gave way to.
        (may.assign, may.group, may.join, may.raise_flag) = (false, false, false, false);
    }
    if organization.standing == Standing::StruckOff {
        // It takes part in nothing while it is.
        (may.group, may.join) = (false, false);
    }
    let mut raised = Vec::new();
    if may.see_flags {
        raised = crate::flag::of_organization(&mut conn, &vault, id).await?;
    }
    let confirmed = organization::confirmed(&mut conn, id).await?;
    let sums = Sums::of(&mut conn, lang, Reach::Organizations(&all)).await?;
    let page = chrome
        .page()
        .crumb("/desk", say::t(lang, "nav-desk"))
        .crumb("", organization.name.clone());
    html(
        lang,
        ShowPage {
            page,
            said: said
                .map(|said| particulars::parts(lang, &said, &confirmed))
                .unwrap_or_default(),
            registered_until: standing::registered_until(&mut conn, id).await?,
            coordinator: coordinator(&mut conn, &vault, (lang, today), id).await?,
            seats: seats(&mut conn, &organization, (lang, today), may.group).await?,
            sums,
            may_take_contributions: contribution::policy::see_all(&actor).is_ok(),
            parts: parts(&mut conn, &actor, &organization, lang, may.join).await?,
            officers: officers
                .iter()
                .map(|it| Officer {
                    id: it.id,
                    name: Spoken::leader(&it.names, lang),
                    title: Spoken::office(&it.office, lang),
                })
                .collect(),
            flag: flag(&papers),
            flags: flags::rows(&mut conn, &vault, today, raised).await?,
            papers,
            cases,
            story: happened(&mut conn, &vault, lang, entries).await?,
            may,
            gave_way_to,
            behind,
            organization,
        },
    )
}

impl May {
    fn of(actor: &Actor, organization: &Organization, own: Option<TeamRole>) -> Self {
        let host = organization.host_country;
        Self {
            see_coordinator: assignment::policy::see(actor).is_ok(),
            assign: assignment::policy::assign(actor).is_ok(),
            group: groups::group(actor).is_ok(),
            join: initiatives::keep(actor).is_ok(),
            see_leaders: leader::policy::see(actor, host).is_ok(),
            raise_flag: raising::raise(actor, organization, own).is_ok(),
            // What the desk watches in somebody's own organization is not for them.
            see_flags: own.is_none(),
            hand_over: false,
        }
    }
}

/// Those that gave way to it: what was written under their numbers is read with it, by whoever may see them.
async fn behind(
    conn: &mut PgConnection,
    actor: &Actor,
    id: OrganizationId,
) -> Result<Vec<Organization>> {
    let mut behind = organization::gave_way_to(conn, id).await?;
    behind.retain(|it| organization::policy::see_all(actor, it, None).is_ok());
    Ok(behind)
}

async fn coordinator(
    conn: &mut PgConnection,
    vault: &crate::vault::Vault,
    (lang, today): (Lang, NaiveDate),
    id: OrganizationId,
) -> Result<Option<Coordinator>> {
    let Some(there) = assignment::in_charge(conn, id).await? else {
        return Ok(None);
    };
    let people = People::of(conn, vault, [there.account])
        .await?
        .and_absences(conn, vault, today)
        .await?;
    let (id, why) = match there.why {
        Why::Named { id, since } => {
            let since = say::day(lang, since.date_naive());
            let why = say::t1(lang, "assignments-why-named", "from", since);
            (id.to_string(), why)
        }
        Why::Rule(ground) => {
            let groups: Vec<_> = ground.group.into_iter().collect();
            let names = group::names(conn, &groups).await?;
            let ground = in_words(lang, &ground, &names);
            let why = say::t1(lang, "assignments-why-rule", "ground", ground);
            (String::new(), why)
        }
    };
    Ok(Some(Coordinator {
        id,
        name: people.name_now(lang, there.account),
        why,
    }))
}

async fn seats(
    conn: &mut PgConnection,
    organization: &Organization,
    (lang, today): (Lang, NaiveDate),
    may_end: bool,
) -> Result<Vec<Seat>> {
    let mut seats = group::of_organization(conn, organization.id).await?;
    seats.extend(group::ended_of_organization(conn, organization.id).await?);
    Ok(seats
        .into_iter()
        .map(|seat| Seat {
            over: answers::ending(lang, seat.end, today),
            group: seat.group,
            name: Spoken::of(&seat.names, lang),
            kind_key: seat.kind.key(),
            role_key: seat.role.key(),
            ending: ending(
                organization,
                "memberships",
                seat.id,
                may_end && !seat.end.is_over(today),
            ),
        })
        .collect())
}

async fn parts(
    conn: &mut PgConnection,
    actor: &Actor,
    organization: &Organization,
    lang: Lang,
    may_end: bool,
) -> Result<Vec<Part>> {
    let scope = initiatives::desk(actor).unwrap_or(initiatives::public());
    let parts = initiative::of_organization(conn, scope, organization.id).await?;
    Ok(parts
        .into_iter()
        .map(|part| Part {
            initiative: part.initiative,
            title: Spoken::title(&part.texts, lang),
            stage_key: part.stage.key(),
            role_key: part.role.key(),
            ending: ending(organization, "initiatives", part.id, may_end),
        })
        .collect())
}

/// Where the form that ends something is sent; nowhere for those who may not.
fn ending(of: &Organization, part: &str, id: impl std::fmt::Display, may: bool) -> String {
    match may {
        true => urls::desk_organization_part(of.number, &format!("{part}/{id}/ending")),
        false => String::new(),
    }
}
