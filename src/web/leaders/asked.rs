//! Somebody who says that they lead an organization, as those see it who answer: its team, and the board.

use askama::Template;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::mine::unkept;
use crate::account;
use crate::actor::{Actor, Denied};
use crate::db::Tx;
use crate::ids::{ClaimId, LeaderId, OrganizationId};
use crate::leader::policy::CanKeepProfile;
use crate::leader::{self, AskedEntry, EntryAnswer};
use crate::say;
use crate::values::{Problem, Prose};
use crate::vault::Vault;
use crate::web::coordination::{Spoken, term};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Mistakes, Page, Result, Sheet, filters, html_with,
    redirect_with_flash,
};

/// What the form calls somebody who has no entry so far.
const NEW: &str = "new";
/// The longest that is said why not.
const REASON_MOST: usize = 2_000;

#[derive(Template)]
#[template(path = "leaders/asked.html")]
struct ShowPage {
    page: Page,
    form: Sheet,
    /// What their account is called.
    account: String,
    organization: Spoken,
    names: Vec<Spoken>,
    title: Spoken,
    office_key: &'static str,
    dates: String,
    email: String,
    /// Who holds that office today, and since when.
    holders: Vec<(Spoken, String)>,
    /// Who they may be; nobody, where no entry of the organization is like theirs.
    people: Vec<(String, String)>,
    /// Whether whoever looks is they themselves: others answer.
    is_own: bool,
    action: String,
    back: String,
}

/// Who says that they lead an organization: what their accounts are called, and where that is answered.
pub async fn waiting(
    conn: &mut PgConnection,
    vault: &Vault,
    organization: OrganizationId,
    to: impl Fn(ClaimId) -> String,
) -> Result<Vec<(String, String)>> {
    let asked = leader::asked_at(conn, organization).await?;
    let accounts: Vec<_> = asked.iter().map(|it| it.1).collect();
    let mut names = account::called(conn, vault, &accounts).await?;
    Ok(asked
        .into_iter()
        .map(|(id, account)| (names.remove(&account).unwrap_or_default(), to(id)))
        .collect())
}

/// The right to answer, and what stands around the form.
pub struct Answering {
    pub can: CanKeepProfile,
    pub id: ClaimId,
    pub page: Page,
    /// Where the form is sent.
    pub action: String,
    /// Where whoever is done goes.
    pub back: String,
}

impl Answering {
    /// What they say, with the form that answers it. That somebody looked is kept.
    pub async fn show(self, mut tx: Tx, actor: &Actor, chrome: &Chrome) -> Answer {
        let asked = leader::look_at_asked(&mut tx, &self.can, self.id).await?;
        let form = Sheet::empty();
        self.page(tx, (actor, chrome), &asked, form, StatusCode::OK)
            .await
    }

    /// Answers it, or shows the form again with its mistakes.
    pub async fn update(
        self,
        mut tx: Tx,
        app: &App,
        (actor, chrome): (&Actor, &Chrome),
        fields: Fields,
    ) -> Answer {
        let asked = leader::look_at_asked(&mut tx, &self.can, self.id).await?;
        // There is no form for them that could come back.
        if actor.account() == Some(asked.account) {
            return Err(Denied::Forbidden.into());
        }
        match read(&fields, &asked)? {
            Ok(answer) => {
                leader::answer_asked(&mut tx, &self.can, self.id, &answer).await?;
                let done = tx.commit().await?;
                redirect_with_flash(app, done, self.back, "flash-leader-claim-answered")
            }
            Err(mistakes) => {
                let form = Sheet::with(fields, mistakes);
                let unfit = StatusCode::UNPROCESSABLE_ENTITY;
                self.page(tx, (actor, chrome), &asked, form, unfit).await
            }
        }
    }

    async fn page(
        self,
        mut tx: Tx,
        (actor, chrome): (&Actor, &Chrome),
        asked: &AskedEntry,
        form: Sheet,
        status: StatusCode,
    ) -> Answer {
        let (lang, vault) = (chrome.lang, tx.vault());
        let mut accounts = account::called(&mut tx, &vault, &[asked.account]).await?;
        let _ = tx.commit().await?;
        let said = &asked.said;
        let mut people = Vec::new();
        if !asked.alike.is_empty() {
            people.push((NEW.to_owned(), say::t(lang, "leaders-asked-new")));
        }
        for (id, names, office) in &asked.alike {
            let name = Spoken::leader(names, lang).text;
            let label = match office {
                Some(office) => say::list(lang, &[name, Spoken::office(office, lang).text]),
                None => name,
            };
            people.push((id.to_string(), label));
        }
        let page = ShowPage {
            page: self.page,
            form,
            account: accounts.remove(&asked.account).unwrap_or_default(),
            organization: Spoken::organization(&asked.organization),
            names: said
                .names
                .iter()
                .map(|it| Spoken::new(it.text.as_str(), it.language.as_ref()))
                .collect(),
            title: Spoken::new(said.title.as_str(), said.title_language.as_ref()),
            office_key: said.office.key(),
            dates: term(lang, said.since, None),
            email: said
                .email
                .as_ref()
                .map(|email| email.readable())
                .unwrap_or_default(),
            holders: asked
                .holders
                .iter()
                .map(|(names, since)| (Spoken::leader(names, lang), term(lang, *since, None)))
                .collect(),
            people,
            is_own: actor.account() == Some(asked.account),
            action: self.action,
            back: self.back,
        };
        Ok(unkept(html_with(status, lang, page)?))
    }
}

/// What the form answers. Whoever confirms says whose entry it is, where there may be one; whoever refuses says why.
fn read(fields: &Fields, asked: &AskedEntry) -> Result<std::result::Result<EntryAnswer, Mistakes>> {
    let mut reader = fields.reader();
    let answer = match fields.get("answer") {
        "confirm" if asked.alike.is_empty() => Some(EntryAnswer::New),
        "confirm" => reader.required("who", |text| match text.trim() {
            NEW => Ok(EntryAnswer::New),
            "" => Err(Problem::Required),
            id => id
                .parse::<LeaderId>()
                .map(EntryAnswer::Is)
                .map_err(|_| Problem::UnknownCode),
        }),
        "refuse" => reader
            .required("reason", |text| Prose::parse(text, REASON_MOST))
            .map(EntryAnswer::Refuse),
        _ => return Err(Error::NotFound),
    };
    Ok(match (answer, reader.done()) {
        (Some(answer), Ok(())) => Ok(answer),
        (_, done) => Err(done.err().unwrap_or_default()),
    })
}
