//! Saved views: giving a list a name, sharing it with the board, retiring it; and the lanes of one's desk.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::filter;
use super::view::People;
use crate::actor::Actor;
use crate::case::{self, Looking, SavedView, Shift, ViewTerms, policy};
use crate::db::{self, Read, Tx};
use crate::ids::ViewId;
use crate::say;
use crate::values::{Lang, Line};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Query, Sheet, filters, html,
    html_with, redirect_with_flash, see, urls,
};

/// The longest name.
const NAME_MAX: usize = 80;

/// What the ticked box sends.
const YES: &str = "yes";

#[derive(Template)]
#[template(path = "desk/views.html")]
struct IndexPage {
    page: Page,
    may_keep: bool,
    lanes: Vec<Shown>,
    own: Vec<Shown>,
    shared: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "desk/view.html")]
struct EditPage {
    page: Page,
    form: Sheet,
    title_key: &'static str,
    action: String,
    /// What is filtered, in words.
    says: Vec<String>,
    shares: bool,
    retire: Option<String>,
}

/// A view in a list.
struct Shown {
    id: ViewId,
    name: String,
    href: String,
    says: Vec<String>,
    owner: String,
    is_own: bool,
    is_shared: bool,
    is_lane: bool,
}

/// `GET /desk/views`
pub async fn index(chrome: Chrome, actor: Actor, mut read: Read) -> Answer {
    let vault = read.vault();
    let lang = chrome.lang;
    let views = case::views(&mut read, &actor).await?;
    let lanes = case::lanes(&mut read, &actor).await?;
    let named = views.iter().chain(&lanes).flat_map(|view| {
        let held = match view.looking.filter.held {
            Some(case::Held::By(account)) => Some(account),
            _ => None,
        };
        [Some(view.owner), held].into_iter().flatten()
    });
    let people = People::of(&mut read, &vault, named).await?;
    let me = actor.person()?.id;
    let shown = |view: &SavedView| Shown {
        id: view.id,
        name: view.name.clone(),
        href: filter::address(&view.looking),
        says: says(lang, &view.looking, &people),
        owner: people.name(view.owner),
        is_own: view.owner == me,
        is_shared: view.shared,
        is_lane: lanes.iter().any(|lane| lane.id == view.id),
    };
    let (own, shared): (Vec<&SavedView>, Vec<&SavedView>) =
        views.iter().partition(|view| view.owner == me);
    let page = IndexPage {
        page: chrome
            .page()
            .crumb(urls::DESK, say::t(lang, "desk-title"))
            .crumb("", say::t(lang, "views-title")),
        may_keep: policy::keep_views(&actor).is_ok(),
        lanes: lanes.iter().map(shown).collect(),
        own: own.into_iter().map(shown).collect(),
        shared: shared.into_iter().map(shown).collect(),
    };
    html(lang, page)
}

/// What a list is filtered by, in words.
fn says(lang: Lang, looking: &Looking, people: &People) -> Vec<String> {
    let words = filter::words(lang, looking, people);
    match words.is_empty() {
        true => vec![say::t(lang, "views-all")],
        false => words.into_iter().map(|(_, text)| text).collect(),
    }
}

/// `GET /desk/views/new`
pub async fn new(chrome: Chrome, actor: Actor, Query(fields): Query, mut read: Read) -> Answer {
    let granted = policy::keep_views(&actor)?;
    let looking = filter::read(fields).looking;
    let people = holder(&mut read, &looking).await?;
    let form = Sheet::of(Fields::default());
    let page = EditPage::new(&chrome, &looking, &people, form, granted.shares());
    html(chrome.lang, page)
}

/// `POST /desk/views`
pub async fn create(
    chrome: Chrome,
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Form(form): Form,
) -> Answer {
    let granted = policy::keep_views(&actor)?;
    let looking = Looking::parse(form.get("query"));
    let to = filter::address(&looking);
    let me = actor.person()?.id;
    let (terms, mut mistakes) = match terms(&form) {
        Ok(terms) => (Some(terms), Mistakes::default()),
        Err(mistakes) => (None, mistakes),
    };
    if let Some(terms) = terms {
        let key = Sheet::of(form.clone()).key();
        if let Some(there) = db::claim(&mut tx, me, key).await? {
            return see(there);
        }
        db::finish(&mut tx, me, key, &to).await?;
        match case::save_view(&mut tx, &granted, &terms, &looking).await {
            Ok(Some(_)) => {
                return redirect_with_flash(&app, tx.commit().await?, to, "flash-view-saved");
            }
            Ok(None) => mistakes.add("name", "views-too-many"),
            Err(error) if is_taken(&error) => mistakes.add("name", "views-name-taken"),
            Err(error) => return Err(error.into()),
        }
    }
    drop(tx);
    let mut read = app.db.read().await?;
    let people = holder(&mut read, &looking).await?;
    let form = Sheet::with(form, mistakes);
    let page = EditPage::new(&chrome, &looking, &people, form, granted.shares());
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}

/// `GET /desk/views/{id}`
pub async fn edit(chrome: Chrome, actor: Actor, Path(id): Path<ViewId>, mut read: Read) -> Answer {
    let view = case::find_view(&mut read, &actor, id).await?;
    let granted = policy::change_view(&actor, &view)?;
    let mut known = Fields::default();
    known.set("name", view.name.clone());
    known.set("revision", view.revision.to_string());
    if view.shared {
        known.set("shared", YES);
    }
    let people = holder(&mut read, &view.looking).await?;
    let page = EditPage::new(
        &chrome,
        &view.looking,
        &people,
        Sheet::of(known),
        granted.shares(),
    );
    html(chrome.lang, page.of(&view))
}

/// `POST /desk/views/{id}`
pub async fn update(
    chrome: Chrome,
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<ViewId>,
    mut tx: Tx,
    Form(form): Form,
) -> Answer {
    let view = case::find_view(&mut tx, &actor, id).await?;
    let granted = policy::change_view(&actor, &view)?;
    if form.get("revision").parse() != Ok(view.revision) {
        return Err(Error::from(crate::Error::Overtaken));
    }
    let mistakes = match terms(&form) {
        Ok(terms) => match case::change_view(&mut tx, &granted, &terms).await {
            Ok(()) => {
                let committed = tx.commit().await?;
                return redirect_with_flash(
                    &app,
                    committed,
                    urls::DESK_VIEWS,
                    "flash-view-changed",
                );
            }
            Err(error) if is_taken(&error) => Mistakes::one("name", "views-name-taken"),
            Err(error) => return Err(error.into()),
        },
        Err(mistakes) => mistakes,
    };
    drop(tx);
    let mut read = app.db.read().await?;
    let people = holder(&mut read, &view.looking).await?;
    let form = Sheet::with(form, mistakes);
    let page = EditPage::new(&chrome, &view.looking, &people, form, granted.shares());
    html_with(
        StatusCode::UNPROCESSABLE_ENTITY,
        chrome.lang,
        page.of(&view),
    )
}

/// `POST /desk/views/{id}/retirement`
pub async fn retire(
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<ViewId>,
    mut tx: Tx,
) -> Answer {
    let view = case::find_view(&mut tx, &actor, id).await?;
    let granted = policy::change_view(&actor, &view)?;
    case::retire_view(&mut tx, &granted).await?;
    let committed = tx.commit().await?;
    redirect_with_flash(&app, committed, urls::DESK_VIEWS, "flash-view-retired")
}

/// `POST /desk/views/{id}/lane`
pub async fn pin(
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<ViewId>,
    mut tx: Tx,
) -> Answer {
    let granted = policy::keep_views(&actor)?;
    let view = case::find_view(&mut tx, &actor, id).await?;
    let had_room = case::add_lane(&mut tx, &granted, &view).await?;
    let committed = tx.commit().await?;
    let flash = match had_room {
        true => "flash-lanes-changed",
        false => "flash-error-lanes-full",
    };
    redirect_with_flash(&app, committed, urls::DESK_VIEWS, flash)
}

/// `POST /desk/views/{id}/lane/place`: up, down, or off the desk.
pub async fn place(
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<ViewId>,
    mut tx: Tx,
    Form(form): Form,
) -> Answer {
    let granted = policy::keep_views(&actor)?;
    case::find_view(&mut tx, &actor, id).await?;
    match form.get("to") {
        "up" => case::shift_lane(&mut tx, &granted, id, Shift::Up).await?,
        "down" => case::shift_lane(&mut tx, &granted, id, Shift::Down).await?,
        "off" => case::remove_lane(&mut tx, &granted, id).await?,
        _ => return Err(Error::NotFound),
    }
    let committed = tx.commit().await?;
    redirect_with_flash(&app, committed, urls::DESK_VIEWS, "flash-lanes-changed")
}

fn terms(form: &Fields) -> Result<ViewTerms, Mistakes> {
    let mut reader = form.reader();
    let name = reader.required("name", |text| Line::parse(text, NAME_MAX));
    reader.done()?;
    Ok(ViewTerms {
        // Nothing was wrong, so there is one.
        name: name.ok_or_else(Mistakes::default)?,
        shared: form.has("shared", YES),
    })
}

/// Whether one has a view of this name already.
fn is_taken(error: &crate::Error) -> bool {
    error.constraint() == Some("desk_views_named_once")
}

/// Whom the list names as the holder, if it does.
async fn holder(read: &mut Read, looking: &Looking) -> crate::Result<People> {
    let vault = read.vault();
    let held = match looking.filter.held {
        Some(case::Held::By(account)) => Some(account),
        _ => None,
    };
    People::of(read, &vault, held).await
}

impl EditPage {
    fn new(chrome: &Chrome, looking: &Looking, people: &People, form: Sheet, shares: bool) -> Self {
        let lang = chrome.lang;
        let mut fields = form.fields().clone();
        fields.set("query", looking.query());
        let mistakes = form.mistakes().iter().cloned().collect();
        fields.set(crate::web::KEY, form.key().to_string());
        Self {
            page: chrome
                .page()
                .crumb(urls::DESK, say::t(lang, "desk-title"))
                .crumb(urls::DESK_VIEWS, say::t(lang, "views-title"))
                .crumb("", say::t(lang, "views-save")),
            form: Sheet::with(fields, mistakes),
            title_key: "views-save",
            action: urls::DESK_VIEWS.to_owned(),
            says: says(lang, looking, people),
            shares,
            retire: None,
        }
    }

    /// The same, of a view that is there.
    fn of(mut self, view: &SavedView) -> Self {
        self.title_key = "views-change";
        self.action = urls::desk_view(view.id);
        self.retire = Some(urls::desk_view_retirement(view.id));
        self
    }

    fn revision(&self) -> &str {
        self.form.get("revision")
    }
}
