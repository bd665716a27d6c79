//! A case as its applicant sees it: where it stands, what is asked, what happened, what was said.

use askama::Template;
use axum::http::StatusCode;
use chrono::{DateTime, SecondsFormat, Utc};
use sqlx::PgConnection;

use super::asked::{Asked, asked};
use super::story::{Happened, story};
use super::{appeal, message::MESSAGE_MAX};
use crate::actor::Actor;
use crate::case::{self, Case, Message, Reach, Stage, policy};
use crate::db::{Read, Tx};
use crate::document::{self, Progress};
use crate::ids::CaseId;
use crate::organization;
use crate::say;
use crate::values::{Arg, Lang, RegistryNumber};
use crate::vault::Vault;
use crate::web::particulars::{Row, rows};
use crate::web::{Answer, Chrome, Page, Path, Result, Sheet, filters, html, html_with, see, urls};

#[derive(Template)]
#[template(path = "registrations/show.html")]
struct ShowPage {
    page: Page,
    case: Case,
    title: String,
    stage_key: &'static str,
    now: String,
    /// By when an answer is to be expected, in words; empty where the board has not the next step.
    expected: String,
    asked: Option<Asked>,
    words: Option<String>,
    organization: Option<(RegistryNumber, String)>,
    may: May,
    messages: Vec<Said>,
    story: Vec<Happened>,
    submitted: Vec<Row>,
    evidence: Option<String>,
    form: Sheet,
    papers: Progress,
}

/// What the reader may do here, by the same questions that the acts ask.
struct May {
    edit: bool,
    withdraw: bool,
    appeal: bool,
    write: bool,
    team: bool,
}

/// A message, as the applicant's side reads it.
struct Said {
    who: String,
    kind: String,
    at: DateTime<Utc>,
    paragraphs: Vec<String>,
}

impl Said {
    fn iso(&self) -> String {
        self.at.to_rfc3339_opts(SecondsFormat::Secs, true)
    }
}

impl ShowPage {
    fn form_url(&self) -> String {
        urls::case_form(self.case.id)
    }

    fn number(&self) -> String {
        let number = self.case.number.map(|number| number.to_string());
        number.unwrap_or_default()
    }

    fn title_lang(&self) -> &str {
        self.case.title_language.as_deref().unwrap_or_default()
    }

    fn title_dir(&self) -> &'static str {
        let language = self.case.title_language.as_ref();
        language.map_or("auto", |tag| tag.direction().code())
    }
}

/// The case; who works on it at the desk goes there.
pub async fn show(actor: Actor, chrome: Chrome, mut conn: Read, Path(id): Path<CaseId>) -> Answer {
    let case = case::find(&mut conn, &actor, id).await?;
    if !case.is_own(actor.person()?.id) {
        return see(urls::desk_case(id));
    }
    let (vault, today) = (conn.vault(), conn.today());
    let page = load(
        &mut conn,
        &vault,
        today,
        &actor,
        &chrome,
        &case,
        Sheet::empty(),
    )
    .await?;
    html(chrome.lang, page)
}

/// The same with a message that came back.
pub(super) async fn answer(
    tx: &mut Tx,
    actor: &Actor,
    chrome: &Chrome,
    case: &Case,
    form: Sheet,
) -> Answer {
    let (vault, today) = (tx.vault(), tx.today());
    let page = load(tx, &vault, today, actor, chrome, case, form).await?;
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}

/// What a case is called while nobody named the organization.
pub(super) fn title(lang: Lang, case: &Case) -> String {
    if case.title.is_empty() {
        say::t(lang, "registration-untitled")
    } else {
        case.title.clone()
    }
}

async fn load(
    conn: &mut PgConnection,
    vault: &Vault,
    today: chrono::NaiveDate,
    actor: &Actor,
    chrome: &Chrome,
    case: &Case,
    form: Sheet,
) -> Result<ShowPage> {
    let lang = chrome.lang;
    let granted = policy::read(actor, case)?;
    let submissions = case::submissions(conn, vault, &granted).await?;
    let timeline = case::timeline(conn, vault, &granted).await?;
    let messages = case::messages(conn, vault, &granted).await?;
    let decisions = case::decisions(conn, vault, &granted).await?;
    let organization = match case.organization {
        Some(id) => organization::find(conn, id)
            .await?
            .map(|it| (it.number, urls::my_organization(it.number))),
        None => None,
    };
    let expected = match case.stage {
        Stage::Submitted { .. } | Stage::AtPost { .. } | Stage::InReview { .. } => {
            say::day(lang, case::expected_by(conn, case).await?)
        }
        _ => String::new(),
    };
    let title = title(lang, case);
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb("", title.clone());
    Ok(ShowPage {
        page,
        title,
        stage_key: case.stage.key(),
        now: now(lang, case),
        expected,
        asked: asked(conn, vault, actor, case, lang).await?,
        words: decisions
            .last()
            .filter(|_| is_answered(case.stage))
            .and_then(|decision| decision.words.as_ref())
            .map(ToString::to_string),
        organization,
        may: May {
            edit: policy::edit(actor, case).is_ok(),
            withdraw: policy::withdraw(actor, case).is_ok(),
            appeal: appeal::is_open(case, today) && policy::appeal(actor, case).is_ok(),
            write: policy::write(actor, case, Reach::Applicant).is_ok(),
            team: case.has_own_team(),
        },
        messages: messages
            .iter()
            .map(|message| said(lang, actor, case, message))
            .collect(),
        story: story(lang, actor, case, &timeline, &submissions),
        evidence: submissions
            .last()
            .and_then(|last| last.words.as_ref())
            .map(ToString::to_string),
        submitted: submissions
            .last()
            .map(|last| rows(lang, &last.particulars))
            .unwrap_or_default(),
        case: case.clone(),
        form,
        papers: document::progress(conn, case).await?,
    })
}

/// Whether the board's last words are its answer to what stands here now.
const fn is_answered(stage: Stage) -> bool {
    matches!(
        stage,
        Stage::Refused { .. } | Stage::AcceptedWithConditions { .. }
    )
}

/// Where the case stands and what comes next, as a sentence.
fn now(lang: Lang, case: &Case) -> String {
    let key = case.stage.key().replacen("stage-", "registration-now-", 1);
    let date = match case.stage {
        Stage::Refused { appeal_until, .. } => Some(appeal_until),
        other => other.due(),
    };
    let date = date.map(|date| say::day(lang, date)).unwrap_or_default();
    say::with(lang, &key, &[("date", Arg::Text(date))])
}

fn said(lang: Lang, actor: &Actor, case: &Case, message: &Message) -> Said {
    let (who, kind) = if Some(message.by) == actor.account() {
        ("registration-who-you", "theirs")
    } else if case.concerns(message.by) {
        ("registration-who-colleague", "theirs")
    } else {
        ("registration-who-board", "ours")
    };
    Said {
        who: say::t(lang, who),
        kind: kind.to_owned(),
        at: message.at,
        paragraphs: message.body.paragraphs().map(str::to_owned).collect(),
    }
}
