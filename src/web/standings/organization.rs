//! Where one organization stands, what comes next for it, what the reader may do about that, and what it was before.

use askama::Template;
use chrono::SecondsFormat;

use super::act::BoardAct;
use crate::account;
use crate::actor::Actor;
use crate::db::Read;
use crate::organization::standing::{self, Past, ReasonReach, Shown, Step};
use crate::organization::{Organization, policy, team};
use crate::say;
use crate::values::{Lang, RegistryNumber};
use crate::web::desk_organizations::seen;
use crate::web::{Answer, Chrome, Page, Path, filters, html, urls};

#[derive(Template)]
#[template(path = "standings/organization.html")]
struct ShowPage {
    page: Page,
    organization: Organization,
    shown: Shown,
    step: Option<Step>,
    acts: Vec<Offered>,
    may_delay: bool,
    past: Vec<Told>,
}

/// An act that is possible now.
struct Offered {
    href: String,
    key: &'static str,
}

/// A change of standing with the name of who made it.
struct Told {
    past: Past,
    who: String,
}

impl ShowPage {
    fn part(&self, part: &str) -> String {
        urls::desk_organization_part(self.organization.number, part)
    }

    fn lang(&self) -> &str {
        let language = self.organization.name_language.as_deref();
        language.unwrap_or_default()
    }

    fn number(&self) -> String {
        self.organization.number.to_string()
    }
}

impl Told {
    fn iso(&self) -> String {
        self.past.at.to_rfc3339_opts(SecondsFormat::Secs, true)
    }
}

/// `GET /desk/organizations/{number}/standing`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let (organization, _) = seen(&mut read, &actor, number).await?;
    let (id, vault, lang) = (organization.id, read.vault(), chrome.lang);
    let own = team::role_of_actor(&mut read, id, &actor).await?;
    let past = standing::past(&mut read, &vault, id).await?;
    let accounts: Vec<_> = past.iter().filter_map(|it| it.account).collect();
    let names = account::called(&mut read, &vault, &accounts).await?;
    let who = |past: &Past| match past.account {
        Some(account) => names.get(&account).cloned().unwrap_or_default(),
        None => say::t(lang, "standing-who-system"),
    };
    let may = policy::change_standing(&actor, &organization, own).is_ok();
    let page = ShowPage {
        page: crumbs(&chrome, &organization).crumb("", say::t(lang, "standing-one-title")),
        shown: standing::shown(&mut read, &vault, id, ReasonReach::Board).await?,
        step: standing::step_of(&mut read, id).await?,
        acts: BoardAct::ALL
            .iter()
            .filter(|act| may && act.fits(organization.standing))
            .map(|act| Offered {
                href: act.address(number),
                key: act.key(),
            })
            .collect(),
        may_delay: policy::delay(&actor, &organization, own).is_ok(),
        past: past
            .into_iter()
            .map(|past| Told {
                who: who(&past),
                past,
            })
            .collect(),
        organization,
    };
    html(lang, page)
}

/// A page with the way back to the organization.
pub(super) fn crumbs(chrome: &Chrome, organization: &Organization) -> Page {
    let lang: Lang = chrome.lang;
    chrome
        .page()
        .crumb(urls::DESK, say::t(lang, "desk-title"))
        .crumb(
            urls::desk_organization(organization.number),
            organization.name.clone(),
        )
}
