//! Creating a group, and saying something else of one.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::form::{self, Lists};
use crate::actor::Actor;
use crate::db::{self, Tx};
use crate::group::{self, Group, NotChanged, policy};
use crate::ids::GroupId;
use crate::say;
use crate::web::coordination::Spoken;
use crate::web::{
    Answer, App, Chrome, Error, Form, Mistakes, Page, Path, Result, Sheet, filters, html_with,
    redirect_with_flash, see, urls,
};

#[derive(Template)]
#[template(path = "groups/new.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    lists: Lists,
    title_key: &'static str,
    act_key: &'static str,
    action: String,
    back: String,
}

impl NewPage {
    /// The form, for a new group or for one that is there.
    fn of(chrome: &Chrome, lists: Lists, form: Sheet, group: Option<&Group>) -> Self {
        let lang = chrome.lang;
        let page = chrome
            .page()
            .crumb(urls::DESK_GROUPS, say::t(lang, "nav-groups"));
        let (page, title_key, act_key, action, back) = match group {
            None => (
                page,
                "groups-new-title",
                "groups-create",
                urls::DESK_GROUPS.to_owned(),
                urls::DESK_GROUPS.to_owned(),
            ),
            Some(group) => {
                let back = urls::desk_group(group.id);
                let name = Spoken::of(&group.said.names, lang).text;
                (
                    page.crumb(back.clone(), name),
                    "groups-change",
                    "groups-save",
                    urls::desk_group_facts(group.id),
                    back,
                )
            }
        };
        Self {
            page: page.crumb("", say::t(lang, title_key)),
            form,
            lists,
            title_key,
            act_key,
            action,
            back,
        }
    }
}

/// `GET /desk/groups/new`
pub async fn new(actor: Actor, chrome: Chrome, mut tx: Tx) -> Answer {
    policy::group(&actor)?;
    let (fields, known) = (form::empty(chrome.lang), (chrome.lang, tx.today()));
    let lists = Lists::new(&mut tx, known, &fields, None).await?;
    let page = NewPage::of(&chrome, lists, Sheet::of(fields), None);
    html_with(StatusCode::OK, chrome.lang, page)
}

/// `POST /desk/groups`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Form(fields): Form,
) -> Answer {
    let granted = policy::group(&actor)?;
    let known = (chrome.lang, tx.today());
    let lists = Lists::new(&mut tx, known, &fields, None).await?;
    let said = match form::read(&fields, &lists, known.1, None) {
        Ok(said) => said,
        Err(mistakes) => {
            let page = NewPage::of(&chrome, lists, Sheet::with(fields, mistakes), None);
            return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
        }
    };
    let person = actor.person()?.id;
    let key = Sheet::of(fields).key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let to = urls::desk_group(group::create(&mut tx, &granted, &said).await?);
    db::finish(&mut tx, person, key, &to).await?;
    redirect_with_flash(&app, tx.commit().await?, to, "flash-group-created")
}

/// The group, if it is not over: nothing else is said of one that is.
async fn going_on(tx: &mut Tx, id: GroupId) -> Result<Group> {
    let group = group::find(tx, id).await?.ok_or(Error::NotFound)?;
    match group.end.is_over(tx.today()) {
        true => Err(Error::from(crate::Error::Overtaken)),
        false => Ok(group),
    }
}

/// `GET /desk/groups/{id}/facts`
pub async fn edit(actor: Actor, chrome: Chrome, mut tx: Tx, Path(id): Path<GroupId>) -> Answer {
    policy::group(&actor)?;
    let group = going_on(&mut tx, id).await?;
    let (fields, known) = (form::fill(&group), (chrome.lang, tx.today()));
    let lists = Lists::new(&mut tx, known, &fields, Some(&group)).await?;
    let page = NewPage::of(&chrome, lists, Sheet::of(fields), Some(&group));
    html_with(StatusCode::OK, chrome.lang, page)
}

/// `POST /desk/groups/{id}/facts`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<GroupId>,
    Form(fields): Form,
) -> Answer {
    let granted = policy::group(&actor)?;
    let group = going_on(&mut tx, id).await?;
    let known = (chrome.lang, tx.today());
    let lists = Lists::new(&mut tx, known, &fields, Some(&group)).await?;
    let said = match form::read(&fields, &lists, known.1, Some(&group)) {
        Ok(said) => said,
        Err(mistakes) => {
            let page = NewPage::of(&chrome, lists, Sheet::with(fields, mistakes), Some(&group));
            return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
        }
    };
    // Whoever saw it before another change does not change it over that.
    if fields.get("version") != group.version.to_string() {
        return Err(Error::from(crate::Error::Overtaken));
    }
    if let Err(why) = group::change(&mut tx, &granted, &group, &said).await? {
        let mistakes = match why {
            NotChanged::Circle => Mistakes::one("parent", "groups-circle"),
            NotChanged::Roles => Mistakes::one("kind", "groups-kind-has-roles"),
        };
        let form = Sheet::with(fields, mistakes);
        let page = NewPage::of(&chrome, lists, form, Some(&group));
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
    }
    let (done, to) = (tx.commit().await?, urls::desk_group(id));
    redirect_with_flash(&app, done, to, "flash-group-changed")
}
