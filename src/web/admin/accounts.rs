//! The accounts.

use askama::Template;

use super::super::{
    Answer, Chrome, Error, Fields, Mistakes, Page, Path, Query, Sheet, filters, html, html_with,
    say, urls,
};
use crate::account::{self, Account, Wanted, policy};
use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::history::{self, Entry, SubjectKind};
use crate::ids::AccountId;
use crate::values::{Country, Email, Lang, Role};

#[derive(Template)]
#[template(path = "admin/accounts.html")]
struct IndexPage {
    page: Page,
    form: Sheet,
    roles: Vec<(&'static str, String)>,
    accounts: Vec<Account>,
    is_filtered: bool,
    next: String,
}

#[derive(Template)]
#[template(path = "admin/account.html")]
struct ShowPage {
    page: Page,
    account: Account,
    form: Sheet,
    roles: Vec<(&'static str, String)>,
    countries: Vec<(&'static str, &'static str)>,
    may_change: bool,
    history: Vec<Entry>,
}

/// The list, narrowed by address and role.
pub async fn index(actor: Actor, chrome: Chrome, Query(query): Query, mut read: Read) -> Answer {
    let granted = policy::list(&actor)?;
    let mut reader = query.reader();
    let wanted = Wanted {
        email: reader.optional("email", Email::parse),
        role: reader.optional("role", Role::parse),
        after: reader.fields().get("after").parse().ok(),
    };
    let mistakes = reader.done().err().unwrap_or_default();
    let is_bad = !mistakes.is_empty();
    let vault = read.vault();
    let (accounts, more) = match is_bad {
        true => (Vec::new(), false),
        false => account::list(&mut read, &vault, granted, &wanted).await?,
    };
    let last = accounts.last().filter(|_| more).map(|it| it.id.to_string());
    let next = last.map_or_else(String::new, |last| {
        let query = query.query_with(&[("after", Some(&last))]);
        format!("{}?{query}", urls::ADMIN_ACCOUNTS)
    });
    let page = IndexPage {
        page: chrome
            .admin_page()
            .crumb("", say::t(chrome.lang, "nav-accounts")),
        form: Sheet::with(query, mistakes),
        roles: roles(chrome.lang),
        accounts,
        is_filtered: wanted.email.is_some() || wanted.role.is_some(),
        next,
    };
    html_with(status(is_bad), chrome.lang, page)
}

/// One account. Whoever opens it leaves a row in its history.
pub async fn show(actor: Actor, chrome: Chrome, Path(id): Path<AccountId>, mut tx: Tx) -> Answer {
    let page = page(&actor, &chrome, id, None, &mut tx).await?;
    let _ = tx.commit().await?;
    html(chrome.lang, page)
}

/// The page of an account, with a form that came back.
pub(super) async fn refused(
    actor: &Actor,
    chrome: &Chrome,
    id: AccountId,
    form: Sheet,
    mut tx: Tx,
) -> Answer {
    let page = page(actor, chrome, id, Some(form), &mut tx).await?;
    let _ = tx.commit().await?;
    html_with(status(true), chrome.lang, page)
}

async fn page(
    actor: &Actor,
    chrome: &Chrome,
    id: AccountId,
    form: Option<Sheet>,
    tx: &mut Tx,
) -> Result<ShowPage, Error> {
    let granted = policy::list(actor)?;
    let vault = tx.vault();
    let account = account::view(tx, &granted, id).await?;
    let account = account.ok_or(Error::NotFound)?;
    let history = history::of_subject(tx, &vault, SubjectKind::Account, id.uuid()).await?;
    let known = || {
        let role = [("role", account.role.code())];
        let hosts = account.hosts.iter().map(|host| ("hosts", host.code()));
        role.into_iter().chain(hosts).collect::<Fields>()
    };
    let lang = chrome.lang;
    let title = say::t(lang, "admin-accounts-title");
    let may_change = policy::change_role(actor, id).is_ok() && account.closed_at.is_none();
    Ok(ShowPage {
        page: chrome.admin_page().crumb(urls::ADMIN_ACCOUNTS, title),
        form: form.unwrap_or_else(|| Sheet::with(known(), Mistakes::default())),
        account,
        roles: roles(lang),
        countries: countries(lang),
        may_change,
        history,
    })
}

fn roles(lang: Lang) -> Vec<(&'static str, String)> {
    Role::ALL
        .iter()
        .map(|role| (role.code(), say::t(lang, role.key())))
        .collect()
}

fn countries(lang: Lang) -> Vec<(&'static str, &'static str)> {
    Country::sorted(lang)
        .iter()
        .map(|it| (it.code(), it.name(lang)))
        .collect()
}

const fn status(is_bad: bool) -> axum::http::StatusCode {
    if is_bad {
        axum::http::StatusCode::UNPROCESSABLE_ENTITY
    } else {
        axum::http::StatusCode::OK
    }
}
