//! What one's organization gave: recording it, correcting it by another record, and taking it back.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::form::{Lists, WORDS_MAX, fill};
use super::sums::{Sums, said};
use crate::actor::Actor;
use crate::contribution::{self, Contribution, ProofFile, Reach, policy};
use crate::db::{Read, Tx};
use crate::ids::{ContributionFileId, ContributionId, InitiativeId};
use crate::initiative::{self, InitiativeText};
use crate::organization::Organization;
use crate::say;
use crate::values::{Country, Lang, TeamRole};
use crate::vault::Vault;
use crate::web::coordination::Spoken;
use crate::web::desk::When;
use crate::web::documents::File;
use crate::web::teams::own;
use crate::web::{
    Answer, App, Chrome, Error, PER_PAGE, Page, Pages, Path, Query, Result, Sheet, filters, html,
    html_with, redirect_with_flash, urls,
};

#[derive(Template)]
#[template(path = "contributions/index.html")]
struct IndexPage {
    page: Page,
    organization: Organization,
    /// On the first page alone.
    sums: Sums,
    rows: Vec<Row>,
    pages: Pages,
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
    /// The file that shows it, for whoever may open it.
    pub files: Vec<File>,
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
            files: Vec::new(),
        }
    }
}

/// The file that shows a contribution, in a list of the one or none that there is.
pub fn proof(
    lang: Lang,
    files: &HashMap<ContributionFileId, ProofFile>,
    of: &Contribution,
    href: impl FnOnce(ContributionId) -> String,
) -> Vec<File> {
    let found = of.given.file.and_then(|id| files.get(&id));
    let file = found.map(|file| {
        File::new(
            lang,
            file.shown_name(),
            href(of.id),
            (file.kind, file.bytes),
        )
    });
    file.into_iter().collect()
}

/// What the files are that show these.
pub async fn proofs(
    conn: &mut PgConnection,
    vault: &Vault,
    of: &[Contribution],
) -> Result<HashMap<ContributionFileId, ProofFile>> {
    let ids: Vec<ContributionFileId> = of.iter().filter_map(|it| it.given.file).collect();
    Ok(contribution::files(conn, vault, &ids).await?)
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
    /// The file that is there.
    files: Vec<File>,
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
    Query(query): Query,
) -> Answer {
    let (organization, role) = own(&mut conn, &actor, &number).await?;
    let granted = policy::read(&actor, &organization, role)?;
    let may_record = policy::record(&actor, &organization, role).is_ok();
    let (vault, lang) = (conn.vault(), chrome.lang);
    let count = contribution::count_of_organization(&mut conn, &granted).await?;
    let pages = Pages::of(&urls::my_contributions(organization.number), &query, count);
    let slice = (pages.offset, PER_PAGE);
    let all = contribution::of_organization(&mut conn, &vault, &granted, slice).await?;
    let titles = titles(&mut conn, &all).await?;
    let ids = [organization.id];
    let sums = match pages.is_first() {
        true => Sums::of(&mut conn, lang, Reach::Organizations(&ids)).await?,
        false => Sums::default(),
    };
    let href = |id| match may_record {
        true => urls::my_contribution(organization.number, id),
        false => String::new(),
    };
    let files = proofs(&mut conn, &vault, &all).await?;
    let rows = all.iter().map(|it| {
        let url = |id| urls::my_contribution_proof(organization.number, id);
        Row {
            files: proof(lang, &files, it, url),
            ..Row::new(lang, it, href(it.id), &titles)
        }
    });
    let rows = rows.collect();
    let page = crumbs(&chrome, &organization).crumb("", say::t(lang, "contributions-title"));
    html(
        lang,
        IndexPage {
            page,
            organization,
            sums,
            rows,
            pages,
            may_record,
        },
    )
}

/// The initiatives that the form may name: those that the organization carries, and the one that a record names already.
pub(super) async fn choices(
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
    files: Vec<File>,
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
        files,
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
        editing(&chrome, &organization, initiatives, form, Vec::new()),
    )
}

/// One of its contributions, as it may be kept.
pub(super) async fn kept(
    conn: &mut PgConnection,
    vault: &Vault,
    actor: &Actor,
    (number, id): (&str, ContributionId),
) -> Result<(Organization, Contribution, policy::CanKeep)> {
    let (organization, role): (Organization, Option<TeamRole>) = own(conn, actor, number).await?;
    let found = contribution::find(conn, vault, id)
        .await?
        .filter(|it| it.organization == organization.id)
        .ok_or(Error::NotFound)?;
    let granted = policy::keep(actor, &found, &organization, role)?;
    Ok((organization, found, granted))
}

/// One of its contributions, for whoever is in its team, whatever took its place.
pub(super) async fn one_of(
    tx: &mut Tx,
    actor: &Actor,
    (number, id): (&str, ContributionId),
) -> Result<(Contribution, Organization, Option<TeamRole>)> {
    let (organization, role) = own(tx, actor, number).await?;
    let vault = tx.vault();
    let found = contribution::find(tx, &vault, id)
        .await?
        .filter(|it| it.organization == organization.id)
        .ok_or(Error::NotFound)?;
    Ok((found, organization, role))
}

/// `GET /home/organizations/{number}/contributions/{id}`
pub async fn edit(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((number, id)): Path<(String, ContributionId)>,
) -> Answer {
    let vault = tx.vault();
    let (_, found, _) = kept(&mut tx, &vault, &actor, (&number, id)).await?;
    let form = Sheet::of(fill(&found.given));
    page(
        StatusCode::OK,
        &mut tx,
        (&actor, &chrome),
        (&number, Some(id)),
        form,
    )
    .await
}

/// The form of a new record, or of one that takes the place of another: fresh, or as it came back.
pub(super) async fn page(
    status: StatusCode,
    tx: &mut Tx,
    (actor, chrome): (&Actor, &Chrome),
    (number, there): (&str, Option<ContributionId>),
    form: Sheet,
) -> Answer {
    let lang = chrome.lang;
    let (organization, files, named) = match there {
        None => (own(tx, actor, number).await?.0, Vec::new(), None),
        Some(id) => {
            let vault = tx.vault();
            let (organization, found, _) = kept(tx, &vault, actor, (number, id)).await?;
            let files = proofs(tx, &vault, std::slice::from_ref(&found)).await?;
            let url = |id| urls::my_contribution_proof(organization.number, id);
            let files = proof(lang, &files, &found, url);
            (organization, files, found.given.initiative)
        }
    };
    let initiatives = choices(tx, lang, &organization, named).await?;
    let page = editing(chrome, &organization, initiatives, (form, there), files);
    html_with(status, lang, page)
}

/// `POST /home/organizations/{number}/contributions/{id}/withdrawal`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(String, ContributionId)>,
) -> Answer {
    let vault = tx.vault();
    let (organization, _, granted) = kept(&mut tx, &vault, &actor, (&number, id)).await?;
    contribution::withdraw(&mut tx, &granted).await?;
    let to = urls::my_contributions(organization.number);
    redirect_with_flash(&app, tx.commit().await?, to, "flash-contribution-withdrawn")
}
