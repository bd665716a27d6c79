//! What one's organization gave: recording it, correcting it by another record, and taking it back.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::form::{Lists, WORDS_MAX, fill, read};
use super::sums::{Sums, said};
use crate::actor::Actor;
use crate::contribution::{self, Contribution, Reach, policy};
use crate::db::{self, Read, Tx};
use crate::ids::{ContributionId, InitiativeId};
use crate::initiative::{self, InitiativeText};
use crate::organization::Organization;
use crate::say;
use crate::values::{Country, Lang, TeamRole};
use crate::web::coordination::Spoken;
use crate::web::desk::When;
use crate::web::teams::own;
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, Result, Sheet, filters, html, html_with,
    redirect_with_flash, see, urls,
};

#[derive(Template)]
#[template(path = "contributions/index.html")]
struct IndexPage {
    page: Page,
    organization: Organization,
    sums: Sums,
    rows: Vec<Row>,
    may_record: bool,
}

/// A contribution in a list.
pub struct Row {
    pub href: String,
    pub what: String,
    pub kind_key: &'static str,
    pub words: String,
    pub day: When,
    pub title: Option<Spoken>,
    pub homeland: Option<Country>,
    pub evidence_key: &'static str,
    pub review_key: &'static str,
    pub tone: &'static str,
    pub is_for_public: bool,
    pub answer: String,
}

impl Row {
    /// A row; `titles` has what the initiatives are called.
    pub fn new(
        lang: Lang,
        of: &Contribution,
        href: String,
        titles: &HashMap<InitiativeId, Vec<InitiativeText>>,
    ) -> Self {
        let given = &of.given;
        let title = given.initiative.and_then(|id| titles.get(&id));
        Self {
            href,
            what: said(lang, given.amount),
            kind_key: given.kind.key(),
            words: given.words.as_deref().unwrap_or_default().to_owned(),
            day: When::day(lang, given.given_on),
            title: title.map(|texts| Spoken::title(texts, lang)),
            homeland: given.homeland,
            evidence_key: given.evidence.key(),
            review_key: of.review.key(),
            tone: match of.review {
                contribution::Review::Waiting => "blue",
                contribution::Review::Accepted => "green",
                contribution::Review::Refused => "red",
            },
            is_for_public: given.is_for_public,
            answer: of.answer.as_deref().unwrap_or_default().to_owned(),
        }
    }
}

/// What the initiatives of these are called.
pub async fn titles(
    conn: &mut PgConnection,
    of: &[Contribution],
) -> Result<HashMap<InitiativeId, Vec<InitiativeText>>> {
    let ids: Vec<InitiativeId> = of.iter().filter_map(|it| it.given.initiative).collect();
    Ok(initiative::texts(conn, &ids).await?)
}

#[derive(Template)]
#[template(path = "contributions/edit.html")]
struct EditPage {
    page: Page,
    form: Sheet,
    lists: Lists,
    action: String,
    /// Where what is there is taken back; empty of a new one.
    withdrawal: String,
}

fn crumbs(chrome: &Chrome, organization: &Organization) -> Page {
    let number = organization.number;
    chrome
        .page()
        .crumb(urls::HOME, say::t(chrome.lang, "home-title"))
        .crumb(urls::my_organization(number), organization.name.clone())
}

/// `GET /home/organizations/{number}/contributions`
pub async fn index(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(number): Path<String>,
) -> Answer {
    let (organization, role) = own(&mut conn, &actor, &number).await?;
    let granted = policy::read(&actor, &organization, role)?;
    let may_record = policy::record(&actor, &organization, role).is_ok();
    let (vault, lang) = (conn.vault(), chrome.lang);
    let all = contribution::of_organization(&mut conn, &vault, &granted).await?;
    let titles = titles(&mut conn, &all).await?;
    let ids = [organization.id];
    let sums = Sums::of(&mut conn, lang, Reach::Organizations(&ids)).await?;
    let href = |id| match may_record {
        true => urls::my_contribution(organization.number, id),
        false => String::new(),
    };
    let rows = all
        .iter()
        .map(|it| Row::new(lang, it, href(it.id), &titles));
    let rows = rows.collect();
    let page = crumbs(&chrome, &organization).crumb("", say::t(lang, "contributions-title"));
    html(
        lang,
        IndexPage {
            page,
            organization,
            sums,
            rows,
            may_record,
        },
    )
}

/// The initiatives that the form may name: those that the organization carries, and the one that a record names already.
async fn choices(
    conn: &mut PgConnection,
    lang: Lang,
    organization: &Organization,
    named: Option<InitiativeId>,
) -> Result<Vec<(String, String)>> {
    let carried = initiative::carried(conn, organization.id).await?;
    let mut all: Vec<(String, String)> = carried
        .iter()
        .map(|it| {
            (
                it.initiative.to_string(),
                Spoken::title(&it.texts, lang).text,
            )
        })
        .collect();
    if let Some(named) = named
        && !carried.iter().any(|it| it.initiative == named)
    {
        let texts = initiative::texts(conn, &[named]).await?.remove(&named);
        let title = Spoken::title(&texts.unwrap_or_default(), lang).text;
        all.push((named.to_string(), title));
    }
    Ok(all)
}

fn editing(
    chrome: &Chrome,
    organization: &Organization,
    initiatives: Vec<(String, String)>,
    (form, there): (Sheet, Option<ContributionId>),
) -> EditPage {
    let (lang, number) = (chrome.lang, organization.number);
    let key = match there {
        None => "contributions-new",
        Some(_) => "contributions-correct",
    };
    EditPage {
        page: crumbs(chrome, organization)
            .crumb(
                urls::my_contributions(number),
                say::t(lang, "contributions-title"),
            )
            .crumb("", say::t(lang, key)),
        form,
        lists: Lists::new(lang, initiatives),
        action: match there {
            None => urls::my_contributions(number),
            Some(id) => urls::my_contribution(number, id),
        },
        withdrawal: match there {
            None => String::new(),
            Some(id) => format!("{}/withdrawal", urls::my_contribution(number, id)),
        },
    }
}

/// `GET /home/organizations/{number}/contributions/new`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(number): Path<String>,
) -> Answer {
    let (organization, role) = own(&mut conn, &actor, &number).await?;
    policy::record(&actor, &organization, role)?;
    let initiatives = choices(&mut conn, chrome.lang, &organization, None).await?;
    let form = (Sheet::empty(), None);
    html(
        chrome.lang,
        editing(&chrome, &organization, initiatives, form),
    )
}

/// `POST /home/organizations/{number}/contributions`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(number): Path<String>,
    Form(fields): Form,
) -> Answer {
    let (organization, role) = own(&mut tx, &actor, &number).await?;
    let granted = policy::record(&actor, &organization, role)?;
    let initiatives = choices(&mut tx, chrome.lang, &organization, None).await?;
    let given = match read(&fields, tx.today(), &initiatives) {
        Ok(given) => given,
        Err(mistakes) => {
            let form = (Sheet::with(fields, mistakes), None);
            let page = editing(&chrome, &organization, initiatives, form);
            return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
        }
    };
    let person = actor.person()?.id;
    let key = Sheet::of(fields).key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    contribution::record(&mut tx, &granted, &given).await?;
    let to = urls::my_contributions(organization.number);
    db::finish(&mut tx, person, key, &to).await?;
    redirect_with_flash(&app, tx.commit().await?, to, "flash-contribution-recorded")
}

/// One of its contributions, as it may be kept.
async fn kept(
    tx: &mut Tx,
    actor: &Actor,
    (number, id): (&str, ContributionId),
) -> Result<(Organization, Contribution, policy::CanKeep)> {
    let (organization, role): (Organization, Option<TeamRole>) = own(tx, actor, number).await?;
    let vault = tx.vault();
    let found = contribution::find(tx, &vault, id)
        .await?
        .filter(|it| it.organization == organization.id)
        .ok_or(Error::NotFound)?;
    let granted = policy::keep(actor, &found, &organization, role)?;
    Ok((organization, found, granted))
}

/// `GET /home/organizations/{number}/contributions/{id}`
pub async fn edit(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((number, id)): Path<(String, ContributionId)>,
) -> Answer {
    let (organization, found, _) = kept(&mut tx, &actor, (&number, id)).await?;
    let named = found.given.initiative;
    let initiatives = choices(&mut tx, chrome.lang, &organization, named).await?;
    let form = (Sheet::of(fill(&found.given)), Some(id));
    html(
        chrome.lang,
        editing(&chrome, &organization, initiatives, form),
    )
}

/// `POST /home/organizations/{number}/contributions/{id}`: another record takes its place.
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(String, ContributionId)>,
    Form(fields): Form,
) -> Answer {
    let (organization, found, granted) = kept(&mut tx, &actor, (&number, id)).await?;
    let named = found.given.initiative;
    let initiatives = choices(&mut tx, chrome.lang, &organization, named).await?;
    match read(&fields, tx.today(), &initiatives) {
        Ok(given) => {
            contribution::replace(&mut tx, &granted, &given).await?;
            let to = urls::my_contributions(organization.number);
            redirect_with_flash(&app, tx.commit().await?, to, "flash-contribution-replaced")
        }
        Err(mistakes) => {
            let form = (Sheet::with(fields, mistakes), Some(id));
            let page = editing(&chrome, &organization, initiatives, form);
            html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
        }
    }
}

/// `POST /home/organizations/{number}/contributions/{id}/withdrawal`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(String, ContributionId)>,
) -> Answer {
    let (organization, _, granted) = kept(&mut tx, &actor, (&number, id)).await?;
    contribution::withdraw(&mut tx, &granted).await?;
    let to = urls::my_contributions(organization.number);
    redirect_with_flash(&app, tx.commit().await?, to, "flash-contribution-withdrawn")
}
