//! What an organization says of itself, changed by its own team: small things at once, what is material as an amendment.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::fields::{PEOPLE, of_section, put_section, section_of, too_many};
use super::filled::fill;
use super::form::{Reading, YES, reading};
use super::page::SectionPage;
use crate::actor::Actor;
use crate::case::{self, policy as cases};
use crate::db::{self, Read, Tx};
use crate::ids::OfficeId;
use crate::leader;
use crate::organization::{self, Organization, Particular, Particulars, Section, policy, team};
use crate::say;
use crate::values::{CaseKind, RegistryNumber, TeamRole};
use crate::vault::Vault;
use crate::web::particulars::{Part, parts};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Result, Sheet, filters, html,
    html_with, redirect, redirect_with_flash, see, urls,
};

#[derive(Template)]
#[template(path = "registrations/own.html")]
struct IndexPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    sections: Vec<Said>,
    amendment: Option<String>,
    may_amend: bool,
    /// The renewal that is under way.
    renewal: Option<String>,
}

/// A section with what it says now.
struct Said {
    said: Part,
    /// Where it is changed at once; material sections are changed by an amendment.
    href: Option<String>,
}

/// Whether something in a section can be changed at once.
fn has_small(section: Section) -> bool {
    section.particulars().iter().any(|it| !it.is_material())
}

/// The organization, what it says now, and what the actor may do for it.
pub(super) async fn own(
    conn: &mut PgConnection,
    vault: &Vault,
    actor: &Actor,
    number: &str,
) -> Result<(Organization, Particulars, Option<TeamRole>)> {
    actor.person()?;
    let number = RegistryNumber::parse(number).map_err(|_| Error::NotFound)?;
    let found = organization::find_by_number(conn, number)
        .await?
        .ok_or(Error::NotFound)?;
    let role = team::role_of_actor(conn, found.id, actor).await?;
    let said = organization::particulars(conn, vault, found.id)
        .await?
        .ok_or(Error::NotFound)?;
    Ok((found, said, role))
}

/// `GET /home/organizations/{number}/particulars`
pub async fn index(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(number): Path<String>,
) -> Answer {
    let (vault, lang) = (conn.vault(), chrome.lang);
    let (organization, said, role) = own(&mut conn, &vault, &actor, &number).await?;
    policy::edit(&actor, &organization, role)?;
    let confirmed = organization::confirmed(&mut conn, organization.id).await?;
    let sections = parts(lang, &said, &confirmed)
        .into_iter()
        .map(|said| Said {
            href: has_small(said.section)
                .then(|| urls::my_section(organization.number, said.section)),
            said,
        })
        .collect();
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb(
            urls::my_organization(organization.number),
            organization.name.clone(),
        )
        .crumb("", say::t(lang, "amendment-title"));
    html(
        lang,
        IndexPage {
            page,
            form: Sheet::empty(),
            amendment: case::open_amendment_of(&mut conn, organization.id)
                .await?
                .map(urls::case),
            renewal: case::open_renewal_of(&mut conn, organization.id)
                .await?
                .map(urls::case),
            may_amend: cases::amend(&actor, &organization, role).is_ok(),
            sections,
            organization,
        },
    )
}

/// `GET /home/organizations/{number}/particulars/{section}`
pub async fn edit(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path((number, section)): Path<(String, Section)>,
) -> Answer {
    let vault = conn.vault();
    let (organization, said, role) = own(&mut conn, &vault, &actor, &number).await?;
    policy::edit(&actor, &organization, role)?;
    if section == Section::People || !has_small(section) {
        return see(urls::my_particulars(organization.number));
    }
    let form = Sheet::of(of_section(&fill(&said), section));
    let page = SectionPage::of_organization(&chrome, &organization, section, form);
    html(chrome.lang, page)
}

/// `POST /home/organizations/{number}/particulars/{section}`
pub async fn update(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((number, section)): Path<(String, Section)>,
    Form(sent): Form,
) -> Answer {
    let (vault, today) = (tx.vault(), tx.today());
    let (organization, said, role) = own(&mut tx, &vault, &actor, &number).await?;
    let granted = policy::edit(&actor, &organization, role)?;
    if section == Section::People || !has_small(section) {
        return see(urls::my_particulars(organization.number));
    }
    let mut own = of_section(&sent, section);
    let page = |form| SectionPage::of_organization(&chrome, &organization, section, form);
    // Rows come and go without being saved: only the one button counts.
    if super::edit::rearrange(section, sent.get("go"), &mut own) {
        return html(chrome.lang, page(Sheet::of(own)));
    }
    let mut mistakes = too_many(&sent, section);
    let mut draft = fill(&said);
    put_section(&mut draft, section, &own);
    let read = reading(&draft, today);
    if mistakes.is_empty() {
        mistakes = in_section(&read.mistakes, section);
    }
    // Whoever saw it before somebody else changed it is told, keeps what they typed, and may save it all the same.
    if mistakes.is_empty() && sent.get("revision").parse() != Ok(organization.revision) {
        mistakes = Mistakes::one(
            super::fields::field_of(section.particulars()[0]),
            "amendment-overtaken",
        );
    }
    if !mistakes.is_empty() {
        let form = Sheet::with(own, mistakes);
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return html_with(status, chrome.lang, page(form));
    }
    let fields: &[Particular] = section.particulars();
    match organization::edit(&mut tx, &granted, fields, &read.said).await? {
        Ok(()) => {
            let to = urls::my_particulars(organization.number);
            redirect_with_flash(&app, tx.commit().await?, to, "flash-amendment-saved")
        }
        Err(organization::Material(material)) => {
            let mut mistakes = Mistakes::default();
            for field in material {
                mistakes.add(super::fields::field_of(field), "amendment-is-material");
            }
            let form = Sheet::with(own, mistakes);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            html_with(status, chrome.lang, page(form))
        }
    }
}

/// `POST /home/organizations/{number}/amendments`: begins one, with what the registry says now.
pub async fn create(
    actor: Actor,
    mut tx: Tx,
    Path(number): Path<String>,
    Form(sent): Form,
) -> Answer {
    let vault = tx.vault();
    let (organization, said, role) = own(&mut tx, &vault, &actor, &number).await?;
    let granted = cases::amend(&actor, &organization, role)?;
    let (person, key) = (actor.person()?.id, Sheet::of(sent).key());
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let said = Particulars {
        people: leader::fill_in(&mut tx, &actor, &organization).await?,
        ..said
    };
    let raw = fill(&said).to_map();
    let id = case::start_change(&mut tx, granted, &raw, &said).await?;
    let to = urls::case(id);
    db::finish(&mut tx, person, key, &to).await?;
    redirect(tx.commit().await?, to)
}

/// What is wrong in one section.
fn in_section(mistakes: &Mistakes, section: Section) -> Mistakes {
    mistakes
        .iter()
        .filter(|mistake| section_of(&mistake.field) == section)
        .cloned()
        .collect()
}

/// What is wrong with a draft, as far as this kind of case asks for it.
pub fn of_kind(kind: CaseKind, mistakes: &Mistakes) -> Mistakes {
    match has_form(kind) {
        true => mistakes.clone(),
        false => Mistakes::default(),
    }
}

/// Leaves of what is wrong with a draft what counts for this case, and adds that a post types in no other country's forms.
pub fn check(actor: &Actor, case: &case::Case, read: &mut Reading) {
    read.mistakes = of_kind(case.kind, &read.mistakes);
    if read.has_host && !cases::may_send_from(actor, case, read.said.host_country) {
        read.mistakes.add("host_country", "paper-not-your-country");
    }
}

/// What is wrong with people who are said to agree and took that back themselves: nobody agrees for them again.
pub async fn taken_back(
    conn: &mut PgConnection,
    kind: CaseKind,
    draft: &Fields,
) -> crate::Result<Vec<String>> {
    if !matches!(kind, CaseKind::Amendment | CaseKind::Renewal) {
        return Ok(Vec::new());
    }
    let agree: Vec<(OfficeId, String)> = draft
        .rows(PEOPLE.name)
        .into_iter()
        .map(|row| (row, PEOPLE.field(row, "consents")))
        .filter(|(_, field)| draft.has(field, YES))
        .filter_map(|(row, field)| {
            Some((draft.get(&PEOPLE.field(row, "office")).parse().ok()?, field))
        })
        .collect();
    let offices: Vec<OfficeId> = agree.iter().map(|(office, _)| *office).collect();
    let taken = leader::not_to_be_shown(conn, &offices).await?;
    Ok(agree
        .into_iter()
        .filter(|(office, _)| taken.contains(office))
        .map(|(_, field)| field)
        .collect())
}

/// What is said of them.
pub const TOOK_BACK: &str = "registration-person-took-back";

/// Whether this kind of case has a form that says what an organization is. A claim has evidence, and no form.
pub const fn has_form(kind: CaseKind) -> bool {
    !matches!(kind, CaseKind::Claim)
}

/// What the registry says today, its people in office among it, if a case is to change it.
pub async fn registered(
    conn: &mut PgConnection,
    vault: &Vault,
    today: chrono::NaiveDate,
    case: &case::Case,
) -> crate::Result<Option<Particulars>> {
    let Some(id) = case.organization else {
        return Ok(None);
    };
    match case.kind {
        CaseKind::Renewal | CaseKind::Amendment => {
            Ok(leader::registered(conn, vault, id, today).await?)
        }
        _ => Ok(None),
    }
}
