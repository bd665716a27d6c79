//! The page of one person: what waits for them, what they sent, what comes due; and for those of the desk, what waits there.

use askama::Template;

use super::due::due;
use super::item::Item;
use super::officer;
use super::sent::{Over, over, sent};
use super::waiting::waiting;
use crate::actor::Actor;
use crate::case::{self, Scope};
use crate::db::Read;
use crate::group;
use crate::ids::OrganizationId;
use crate::initiative;
use crate::leader;
use crate::organization::Organization;
use crate::organization::standing;
use crate::organization::team::{self, Waiting};
use crate::rescue;
use crate::values::{Arg, Lang, Role, TeamRole};
use crate::web::{Answer, Chrome, Page, filters, html, urls};

#[derive(Template)]
#[template(path = "home/index.html")]
struct IndexPage {
    page: Page,
    desk: Option<Desk>,
    waiting: Vec<Item>,
    sent: Vec<Item>,
    due: Vec<Item>,
    organizations: Vec<Mine>,
    over: Vec<Over>,
    /// Where the entries are that they claimed.
    entries: Vec<String>,
    /// Whether they may say that they lead an organization.
    may_lead: bool,
}

/// What waits at the desk.
struct Desk {
    items: Vec<Item>,
    nothing: String,
}

/// An organization that they may act for.
struct Mine {
    organization: Organization,
    role: TeamRole,
    href: String,
    /// How much of what waits is about it.
    waiting: usize,
}

impl Mine {
    fn lang(&self) -> &str {
        let language = self.organization.name_language.as_deref();
        language.unwrap_or_default()
    }
}

impl IndexPage {
    /// Whether the person has nothing of their own here yet.
    const fn is_new(&self) -> bool {
        self.organizations.is_empty()
            && self.waiting.is_empty()
            && self.sent.is_empty()
            && self.over.is_empty()
            && self.entries.is_empty()
    }
}

/// Everything of this person's.
pub async fn index(actor: Actor, chrome: Chrome, mut conn: Read) -> Answer {
    let person = actor.person()?;
    let (lang, today) = (chrome.lang, conn.today());
    let scope = Scope::of(&mut conn, &actor).await?;
    let cases = case::of_applicant(&mut conn, &scope).await?;
    let organizations = team::of_person(&mut conn, person.id).await?;
    let asked = team::waiting_for(&mut conn, person.id).await?;
    let rescues = rescue::against(&mut conn, person.id).await?;
    let now = conn.now();
    let asked_of_teams = [
        (
            "home-group",
            group::waiting_for(&mut conn, person.id, now).await?,
        ),
        (
            "home-initiative",
            initiative::waiting_for(&mut conn, person.id, now).await?,
        ),
        (
            "home-leader-claim",
            leader::waiting_for(&mut conn, person.id, today).await?,
        ),
    ];
    // What could be lost stands first.
    let mut about: Vec<(OrganizationId, Item)> = Vec::new();
    for (organization, _) in &organizations {
        let id = organization.id;
        if rescues.contains(&id) {
            about.push((id, in_team(lang, organization, "home-rescue")));
        }
        for waits in asked.iter().filter(|waits| is_in(**waits, id)) {
            let sentence = match waits {
                Waiting::Request(_) => "home-join",
                Waiting::Offer(_) => "home-offer",
            };
            about.push((id, in_team(lang, organization, sentence)));
        }
        for (sentence, of) in &asked_of_teams {
            for _ in of.iter().filter(|of| **of == id) {
                about.push((id, in_team(lang, organization, sentence)));
            }
        }
    }
    let of_cases = waiting(lang, today, &cases);
    let counts: Vec<usize> = organizations
        .iter()
        .map(|(organization, _)| {
            let its = cases
                .iter()
                .filter(|case| case.organization_id == Some(organization.id));
            let in_team = about.iter().filter(|(of, _)| *of == organization.id);
            in_team.count() + waiting(lang, today, its).len()
        })
        .collect();
    let ids: Vec<OrganizationId> = organizations.iter().map(|(it, _)| it.id).collect();
    let endings = standing::endings(&mut conn, &ids, today).await?;
    let entries = leader::entries_of(&mut conn, person.id).await?;
    let desk = match actor.has_desk() {
        true => {
            let at_desk = case::at_desk(&mut conn, person, today).await?;
            let reads_only = matches!(person.role, Role::Admin | Role::Auditor);
            Some(Desk {
                items: officer::items(lang, today, &at_desk),
                nothing: officer::nothing(lang, reads_only),
            })
        }
        false => None,
    };
    html(
        lang,
        IndexPage {
            page: chrome.page(),
            desk,
            waiting: about
                .into_iter()
                .map(|(_, item)| item)
                .chain(of_cases)
                .collect(),
            sent: sent(lang, today, &cases),
            due: due(
                lang,
                today,
                &cases,
                organizations.iter().map(|(it, _)| it),
                &endings,
            ),
            organizations: organizations
                .into_iter()
                .zip(counts)
                .map(|((organization, role), waiting)| Mine {
                    waiting,
                    href: urls::my_organization(organization.number),
                    organization,
                    role,
                })
                .collect(),
            over: over(lang, cases),
            may_lead: leader::policy::claim(&actor).is_ok(),
            entries: entries
                .iter()
                .map(|id| urls::consents_part(&id.to_string(), "profile"))
                .collect(),
        },
    )
}

fn is_in(waits: Waiting, id: OrganizationId) -> bool {
    let (Waiting::Request(of) | Waiting::Offer(of)) = waits;
    of == id
}

/// What waits in the team of an organization.
fn in_team(lang: Lang, organization: &Organization, sentence: &'static str) -> Item {
    let href = match sentence {
        "home-rescue" => urls::my_organization(organization.number),
        "home-group" => urls::my_groups(organization.number),
        "home-initiative" => urls::my_initiatives(organization.number),
        "home-leader-claim" => urls::my_organization_leaders(organization.number),
        _ => urls::my_team(organization.number),
    };
    let name = organization.name.to_string();
    let args = [("title", Arg::Text(name.clone()))];
    let act = format!("{sentence}-act");
    let mut item = Item::new(lang, sentence, &args, &act, href).about(name);
    item.is_pressing = sentence == "home-rescue";
    item
}
