//! The form in which somebody says that they lead an organization: their names, their office, how they are reached.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::mine::unkept;
use crate::account;
use crate::actor::{Actor, Denied};
use crate::db::{self, Tx};
use crate::leader::{self, LeaderName, NotAsked, PublicOfficer, SaidOfOneself, policy};
use crate::organization::{self, Mention};
use crate::say;
use crate::values::{Email, LanguageTag, Line, RegistryNumber, SigningOffice};
use crate::web::coordination::{Spoken, choices, languages, line};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Reader, Result, Sheet, dates,
    filters, html_with, moved, redirect_with_flash, see, urls,
};

/// In how many languages the form takes a name.
const NAMES: usize = 3;

#[derive(Template)]
#[template(path = "leaders/entry.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    organization: Spoken,
    names: Vec<(bool, String, String)>,
    languages: Vec<(String, String)>,
    offices: Vec<(&'static str, String)>,
    /// Those whom everybody sees and who have a name like this one: where their entry is claimed.
    known: Vec<(Spoken, Spoken, String)>,
    action: String,
}

impl NewPage {
    fn answer(
        chrome: &Chrome,
        of: &Mention,
        known: &[PublicOfficer],
        form: Sheet,
        status: StatusCode,
    ) -> Answer {
        let lang = chrome.lang;
        let organization = Spoken::organization(of);
        let page = Self {
            page: chrome
                .page()
                .crumb(urls::organization(of.number), organization.text.clone())
                .crumb(
                    urls::organization_leaders(of.number),
                    say::t(lang, "leaders-on-title"),
                )
                .crumb("", say::t(lang, "leaders-lead-this")),
            form,
            organization,
            names: (0..NAMES)
                .map(|n| (n == 0, name_field(n, "text"), name_field(n, "language")))
                .collect(),
            languages: languages(lang),
            offices: choices(
                lang,
                SigningOffice::ALL,
                SigningOffice::code,
                SigningOffice::key,
            ),
            known: known
                .iter()
                .map(|it| {
                    (
                        Spoken::leader(&it.names, lang),
                        Spoken::office(&it.office, lang),
                        urls::leader_claim(it.id),
                    )
                })
                .collect(),
            action: urls::leader_entry_new(of.number),
        };
        Ok(unkept(html_with(status, lang, page)?))
    }
}

fn name_field(n: usize, part: &str) -> String {
    format!("name-{n}-{part}")
}

/// The organization, if it takes part in anything; one that gave way leads to its survivor.
async fn open(conn: &mut PgConnection, number: RegistryNumber) -> Result<Opened> {
    let found = organization::find_by_number(conn, number)
        .await?
        .ok_or(Error::NotFound)?;
    if let Some(into) = found.merged_into {
        let into = organization::find(conn, into)
            .await?
            .ok_or(Error::NotFound)?;
        return Ok(Opened::Moved(into.number));
    }
    let mention = organization::mention(conn, found.id)
        .await?
        .ok_or(Error::NotFound)?;
    match mention.can_join() {
        true => Ok(Opened::Here(mention)),
        false => Err(Denied::Forbidden.into()),
    }
}

enum Opened {
    Here(Mention),
    Moved(RegistryNumber),
}

/// `GET /organizations/{number}/leaders/new`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let granted = policy::claim(&actor)?;
    let of = match open(&mut tx, number).await? {
        Opened::Here(of) => of,
        Opened::Moved(to) => return moved(urls::leader_entry_new(to)),
    };
    let mut fields = Fields::default();
    fields.set(&name_field(0, "language"), chrome.lang.code());
    fields.set("title_language", chrome.lang.code());
    let vault = tx.vault();
    if let Some(account) = account::find(&mut tx, &vault, granted.account()).await? {
        fields.set("email", account.email.readable());
    }
    NewPage::answer(&chrome, &of, &[], Sheet::of(fields), StatusCode::OK)
}

/// `POST /organizations/{number}/leaders/new`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
    Form(fields): Form,
) -> Answer {
    let granted = policy::claim(&actor)?;
    let of = match open(&mut tx, number).await? {
        Opened::Here(of) => of,
        Opened::Moved(to) => return moved(urls::leader_entry_new(to)),
    };
    let unfit = StatusCode::UNPROCESSABLE_ENTITY;
    let mut reader = fields.reader();
    let said = read(&mut reader);
    let said = match (said, reader.done()) {
        (Some(said), Ok(())) => said,
        (_, done) => {
            let mistakes = done.err().unwrap_or_default();
            return NewPage::answer(&chrome, &of, &[], Sheet::with(fields, mistakes), unfit);
        }
    };
    // Whoever may have an entry that everybody sees is shown it, once.
    let looked: Vec<&str> = said.names.iter().map(|it| it.text.as_str()).collect();
    let looked = looked.join(" · ");
    if fields.get("looked") != looked {
        let today = tx.today();
        let mut known = leader::public_officers(&mut tx, of.id, today).await?;
        known.retain(|it| leader::is_alike(&said.names, &it.names));
        if !known.is_empty() {
            let mut fields = fields;
            fields.set("looked", looked);
            let mistakes = Mistakes::one(name_field(0, "text"), "leaders-entry-perhaps");
            return NewPage::answer(&chrome, &of, &known, Sheet::with(fields, mistakes), unfit);
        }
    }
    let key = Sheet::of(fields.clone()).key();
    if let Some(there) = db::claim(&mut tx, granted.account(), key).await? {
        return see(there);
    }
    match leader::ask_entry(&mut tx, &granted, &of, &said).await? {
        Ok(_) => {
            let to = urls::HOME_LEADER;
            db::finish(&mut tx, granted.account(), key, to).await?;
            redirect_with_flash(&app, tx.commit().await?, to, "flash-leader-entry-asked")
        }
        Err(why) => {
            let wrong = match why {
                NotAsked::NotRegistered => return Err(Denied::Forbidden.into()),
                NotAsked::Waiting => "leaders-entry-waits",
                NotAsked::There => "leaders-entry-there",
            };
            let mistakes = Mistakes::one(name_field(0, "text"), wrong);
            NewPage::answer(&chrome, &of, &[], Sheet::with(fields, mistakes), unfit)
        }
    }
}

fn read(reader: &mut Reader<'_>) -> Option<SaidOfOneself> {
    let names = names(reader);
    let title = reader.required("title", line);
    let title_language = reader.optional("title_language", LanguageTag::parse);
    let office = reader.required("office", SigningOffice::parse);
    let since = dates::optional(reader, "since");
    let email = reader.optional("email", Email::parse);
    Some(SaidOfOneself {
        names: Some(names).filter(|names| !names.is_empty())?,
        email,
        title: title?,
        title_language,
        office: office?,
        since,
    })
}

/// The names, the first of which has to be there.
fn names(reader: &mut Reader<'_>) -> Vec<LeaderName> {
    let mut names: Vec<LeaderName> = Vec::new();
    for n in 0..NAMES {
        let field = name_field(n, "text");
        let text: Option<Line> = match n {
            0 => reader.required(&field, line),
            _ => reader.optional(&field, line),
        };
        let language = reader.optional(&name_field(n, "language"), LanguageTag::parse);
        if let Some(text) = text {
            names.push(LeaderName { text, language });
        }
    }
    names
}
