//! Maps at the desk: what is not published yet is there too, and of organizations the leaders that the reader sees.

use super::view::{Asked, in_own_language, show};
use crate::actor::Actor;
use crate::db::Read;
use crate::group as groups;
use crate::ids::{GroupId, InitiativeId};
use crate::initiative as initiatives;
use crate::neighbour::policy::CanSee;
use crate::neighbour::{Of, Sort, policy};
use crate::organization::team;
use crate::say;
use crate::values::{Country, RegistryNumber};
use crate::web::coordination::Spoken;
use crate::web::desk_organizations::seen;
use crate::web::{Answer, Chrome, Error, Page, Path, urls};

/// The way to a page of the desk.
fn page(chrome: &Chrome, back: &str, title: &Spoken) -> Page {
    chrome
        .page()
        .crumb(urls::DESK, say::t(chrome.lang, "nav-desk"))
        .crumb(back, title.text.clone())
}

fn asked(of: Of, sort: Sort, can: CanSee, (title, back): (Spoken, String)) -> Asked {
    Asked {
        of,
        sort,
        title,
        back,
        can,
        at_desk: true,
    }
}

/// `GET /desk/organizations/{number}/map`
pub async fn organization(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let (found, _) = seen(&mut conn, &actor, number).await?;
    let own = team::role_of_actor(&mut conn, found.id, &actor).await?;
    let can = policy::of_organization(&actor, &found, own)?;
    let title = Spoken::new(found.name.as_str(), found.name_language.as_ref());
    let back = urls::desk_organization(number);
    let page = page(&chrome, &back, &title);
    let of = Of::Organization(found.id);
    let asked = asked(of, Sort::Organization, can, (title, back));
    let today = conn.today();
    show(&mut conn, &chrome, today, page, asked).await
}

/// `GET /desk/initiatives/{id}/map`
pub async fn initiative(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(id): Path<InitiativeId>,
) -> Answer {
    let can = policy::desk(&actor)?;
    let found = initiatives::find(&mut conn, can.scope(), id)
        .await?
        .ok_or(Error::NotFound)?;
    let title = Spoken::title(&found.said.texts, chrome.lang);
    let back = urls::desk_initiative(id);
    let page = page(&chrome, &back, &title);
    let asked = asked(Of::Initiative(id), Sort::Initiative, can, (title, back));
    let today = conn.today();
    show(&mut conn, &chrome, today, page, asked).await
}

/// `GET /desk/groups/{id}/map`
pub async fn group(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(id): Path<GroupId>,
) -> Answer {
    let can = policy::desk(&actor)?;
    let found = groups::find(&mut conn, id).await?.ok_or(Error::NotFound)?;
    let (title, back) = (
        Spoken::of(&found.said.names, chrome.lang),
        urls::desk_group(id),
    );
    let page = page(&chrome, &back, &title);
    let asked = asked(Of::Group(id), Sort::Group, can, (title, back));
    let today = conn.today();
    show(&mut conn, &chrome, today, page, asked).await
}

/// `GET /desk/countries/{code}/map`
pub async fn country(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(code): Path<String>,
) -> Answer {
    let can = policy::desk(&actor)?;
    let country = Country::from_code(&code).ok_or(Error::NotFound)?;
    let (title, back) = (
        in_own_language(country, chrome.lang),
        urls::country(country),
    );
    let page = page(&chrome, &back, &title);
    let asked = asked(Of::Country(country), Sort::Country, can, (title, back));
    let today = conn.today();
    show(&mut conn, &chrome, today, page, asked).await
}
