//! Maps for everybody: published initiatives, groups, and leaders whose offices are public.

use super::view::{Asked, in_own_language, show};
use crate::db::Read;
use crate::group as groups;
use crate::ids::{GroupId, InitiativeId};
use crate::initiative as initiatives;
use crate::neighbour::{Of, Sort, policy};
use crate::organization as organizations;
use crate::say;
use crate::values::{Country, RegistryNumber};
use crate::web::coordination::Spoken;
use crate::web::{Answer, Chrome, Error, Page, Path, moved, urls};

/// The way to a page through the list where it is found.
fn page(chrome: &Chrome, sort: Sort, back: &str, title: &Spoken) -> Page {
    let (list, key) = match sort {
        Sort::Group => (urls::GROUPS, "nav-groups"),
        Sort::Initiative => (urls::INITIATIVES, "nav-initiatives"),
        Sort::Organization | Sort::Country => ("/directory", "nav-directory"),
    };
    chrome
        .page()
        .crumb(list, say::t(chrome.lang, key))
        .crumb(back, title.text.clone())
}

fn asked(of: Of, sort: Sort, title: Spoken, back: String) -> Asked {
    Asked {
        of,
        sort,
        title,
        back,
        can: policy::public(),
        at_desk: false,
    }
}

/// `GET /organizations/{number}/map`
pub async fn organization(
    chrome: Chrome,
    mut conn: Read,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let found = organizations::mention_by_number(&mut conn, number)
        .await?
        .ok_or(Error::NotFound)?;
    let whole = organizations::find(&mut conn, found.id)
        .await?
        .ok_or(Error::NotFound)?;
    if let Some(into) = whole.merged_into {
        let into = organizations::mention(&mut conn, into)
            .await?
            .ok_or(Error::NotFound)?;
        return moved(urls::map_of(&urls::organization(into.number)));
    }
    let (title, back) = (Spoken::organization(&found), urls::organization(number));
    let page = page(&chrome, Sort::Organization, &back, &title);
    let asked = asked(Of::Organization(found.id), Sort::Organization, title, back);
    let today = conn.today();
    show(&mut conn, &chrome, today, page, asked).await
}

/// `GET /initiatives/{id}/map`
pub async fn initiative(chrome: Chrome, mut conn: Read, Path(id): Path<InitiativeId>) -> Answer {
    let found = initiatives::find(&mut conn, policy::public().scope(), id)
        .await?
        .ok_or(Error::NotFound)?;
    let title = Spoken::title(&found.said.texts, chrome.lang);
    let back = urls::initiative(id);
    let page = page(&chrome, Sort::Initiative, &back, &title);
    let asked = asked(Of::Initiative(id), Sort::Initiative, title, back);
    let today = conn.today();
    show(&mut conn, &chrome, today, page, asked).await
}

/// `GET /groups/{id}/map`
pub async fn group(chrome: Chrome, mut conn: Read, Path(id): Path<GroupId>) -> Answer {
    let found = groups::find(&mut conn, id).await?.ok_or(Error::NotFound)?;
    let (title, back) = (Spoken::of(&found.said.names, chrome.lang), urls::group(id));
    let page = page(&chrome, Sort::Group, &back, &title);
    let asked = asked(Of::Group(id), Sort::Group, title, back);
    let today = conn.today();
    show(&mut conn, &chrome, today, page, asked).await
}

/// `GET /countries/{code}/map`
pub async fn country(chrome: Chrome, mut conn: Read, Path(code): Path<String>) -> Answer {
    let country = Country::from_code(&code).ok_or(Error::NotFound)?;
    let (title, back) = (
        in_own_language(country, chrome.lang),
        urls::country(country),
    );
    let page = page(&chrome, Sort::Country, &back, &title);
    let asked = asked(Of::Country(country), Sort::Country, title, back);
    let today = conn.today();
    show(&mut conn, &chrome, today, page, asked).await
}
