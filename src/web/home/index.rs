//! The page of one person: what waits for them, what they sent, what comes due; and for those of the desk, what waits there.

use askama::Template;
use axum::extract::State;

use super::due::due;
use super::item::Item;
use super::officer;
use super::sent::{Over, over, sent};
use super::waiting::waiting;
use crate::actor::Actor;
use crate::case::{self, Scope};
use crate::db::Read;
use crate::organization::{Organization, team};
use crate::values::{Role, TeamRole};
use crate::web::{Answer, App, Chrome, Page, filters, html, urls};

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
    }
}

/// Everything of this person's.
pub async fn index(State(app): State<App>, actor: Actor, chrome: Chrome, mut conn: Read) -> Answer {
    let person = actor.person()?;
    let (lang, today, standard) = (chrome.lang, conn.today(), app.service_standard());
    let scope = Scope::of(&mut conn, &actor).await?;
    let cases = case::of_applicant(&mut conn, &scope).await?;
    let organizations = team::of_person(&mut conn, person.id).await?;
    let desk = match actor.has_desk() {
        true => {
            let at_desk = case::at_desk(&mut conn, person, standard, today).await?;
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
            waiting: waiting(lang, today, &cases),
            sent: sent(lang, today, standard, &cases),
            due: due(lang, today, &cases, organizations.iter().map(|(it, _)| it)),
            organizations: organizations
                .into_iter()
                .map(|(organization, role)| Mine {
                    href: urls::my_organization(organization.number),
                    organization,
                    role,
                })
                .collect(),
            over: over(lang, cases),
        },
    )
}
