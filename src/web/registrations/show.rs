//! A case as its applicant sees it: where it is, who has it next and until when, what is asked, what was said, what was sent.

use askama::Template;
use axum::http::StatusCode;
use chrono::NaiveDate;

use super::asked::{Asked, asked_now};
use super::changed::{Row, submitted};
use super::conversation::{Said, conversation};
use super::form::reading;
use super::next::{Next, next};
use super::own::has_form;
use super::progress::{At, Step, progress};
use super::story::{Happened, story};
use super::words::key_of;
use super::{appeal, message::MESSAGE_MAX, revival};
use crate::actor::Actor;
use crate::case::{self, Case, Decision, Reach, Stage, policy};
use crate::db::Tx;
use crate::document::{self, Progress};
use crate::ids::CaseId;
use crate::organization::{self, Section};
use crate::say;
use crate::values::{Arg, Lang, RegistryNumber};
use crate::web::papers::{Typed, typed};
use crate::web::{
    Answer, Chrome, Fields, Page, Path, Result, Sheet, conditions, filters, html, html_with, see,
    urls,
};

#[derive(Template)]
#[template(path = "registrations/show.html")]
struct ShowPage {
    page: Page,
    case: Case,
    title: String,
    stage_key: &'static str,
    now: String,
    steps: Vec<Step>,
    next: Option<Next>,
    asked: Option<Asked>,
    words: Option<Words>,
    conditions: Vec<conditions::Shown>,
    appeal_until: Option<NaiveDate>,
    organization: Option<(RegistryNumber, String)>,
    may: May,
    messages: Vec<Said>,
    story: Vec<Happened>,
    submitted: Vec<Row>,
    evidence: Option<String>,
    form: Sheet,
    papers: Progress,
    /// The paper that it was typed in from.
    typed: Option<Typed>,
}

/// What the reader may do here, by the same questions that the acts ask.
struct May {
    edit: bool,
    withdraw: bool,
    appeal: bool,
    revive: bool,
    write: bool,
    /// Whether conditions can be answered.
    meet: bool,
    team: bool,
    hand_over: bool,
}

/// What the board wrote with its answer.
struct Words {
    title: String,
    paragraphs: Vec<String>,
}

impl ShowPage {
    /// The key of a sentence, as this kind of case says it.
    fn key(&self, key: &str) -> String {
        key_of(self.case.kind, key)
    }

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

    fn sent_again(&self) -> bool {
        self.submitted.iter().any(|row| row.before.is_some())
    }
}

/// The case; who works on it at the desk goes there. What stands on the page is read by then.
pub async fn show(actor: Actor, chrome: Chrome, mut tx: Tx, Path(id): Path<CaseId>) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    if !case.is_own(actor.person()?.id) {
        return see(urls::desk_case(id));
    }
    let page = load(&mut tx, &actor, &chrome, &case, Sheet::empty()).await?;
    let _ = tx.commit().await.map_err(crate::Error::from)?;
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
    let page = load(tx, actor, chrome, case, form).await?;
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}

/// What a case is called while nobody named the organization.
pub fn title(lang: Lang, case: &Case) -> String {
    if case.title.is_empty() {
        say::t(lang, "registration-untitled")
    } else {
        case.title.clone()
    }
}

async fn load(
    tx: &mut Tx,
    actor: &Actor,
    chrome: &Chrome,
    case: &Case,
    form: Sheet,
) -> Result<ShowPage> {
    let (lang, today, vault) = (chrome.lang, tx.today(), tx.vault());
    let granted = policy::read(actor, case)?;
    let submissions = case::submissions(tx, &vault, &granted).await?;
    let timeline = case::timeline(tx, &vault, &granted).await?;
    let messages = case::messages(tx, &vault, &granted).await?;
    let attachments = document::attachments(tx, &vault, &granted).await?;
    let decisions = case::decisions(tx, &vault, &granted).await?;
    let last_read = case::last_read(tx, actor, &granted).await?;
    if let Some(last) = messages.last().filter(|it| last_read != Some(it.id)) {
        case::note_reading(tx, actor, &granted, last.id).await?;
    }
    let said_now = match case.stage {
        Stage::ChangesRequested { .. } => {
            let draft = Fields::from_map(case::draft(tx, &vault, &granted).await?);
            let read = reading(&draft, today);
            read.mistakes.is_empty().then_some(read.said)
        }
        _ => None,
    };
    let organization = match case.organization {
        Some(id) => organization::find(tx, id)
            .await?
            .map(|it| (it.number, urls::my_organization(it.number))),
        None => None,
    };
    let title = title(lang, case);
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb("", title.clone());
    let may = May {
        edit: policy::edit(actor, case).is_ok(),
        withdraw: policy::withdraw(actor, case).is_ok(),
        appeal: appeal::is_open(case, today) && policy::appeal(actor, case).is_ok(),
        revive: revival::is_open(case, today) && policy::revive(actor, case).is_ok(),
        write: policy::write(actor, case, Reach::Applicant).is_ok(),
        meet: policy::answer_condition(actor, case).is_ok(),
        team: case.has_own_team(),
        hand_over: policy::hand_over(actor, case).is_ok(),
    };
    let said: Vec<Section> = submissions
        .last()
        .into_iter()
        .flat_map(|last| Section::spoken_of(&last.particulars))
        .collect();
    let conditions = case::conditions(tx, &vault, &granted).await?;
    let conditions = conditions
        .iter()
        .map(|it| conditions::shown(lang, today, it, |_| String::new()))
        .collect();
    Ok(ShowPage {
        page,
        title,
        stage_key: case.stage.key(),
        now: now(lang, case, may.appeal, today),
        steps: progress(lang, case, &timeline, &submissions, &decisions),
        next: next(
            lang,
            case,
            today,
            (may.edit || may.write, may.appeal, may.revive),
        ),
        asked: asked_now(lang, case, &decisions, &submissions, said_now.as_ref()),
        words: words(lang, case, &decisions),
        conditions,
        appeal_until: match case.stage {
            Stage::Refused { appeal_until, .. } if may.appeal => Some(appeal_until),
            _ => None,
        },
        organization,
        may,
        messages: conversation(lang, actor, case, (&messages, &attachments), last_read),
        story: story(lang, actor, case, &timeline, &submissions),
        evidence: submissions
            .last()
            .and_then(|last| last.words.as_ref())
            .map(ToString::to_string),
        submitted: submitted(lang, &submissions)
            .into_iter()
            .filter(|row| has_form(case.kind) && said.contains(&Section::of(row.field)))
            .collect(),
        case: case.clone(),
        form,
        papers: document::progress(tx, case, today).await?,
        typed: typed(tx, &vault, lang, &granted).await?,
    })
}

/// The board's reason, where it refused.
fn words(lang: Lang, case: &Case, decisions: &[Decision]) -> Option<Words> {
    if !matches!(case.stage, Stage::Refused { .. }) {
        return None;
    }
    let said = decisions.last()?.words.as_ref()?;
    Some(Words {
        title: say::t(lang, "registration-words-of-refusal"),
        paragraphs: said.paragraphs().map(str::to_owned).collect(),
    })
}

/// Where the case stands and what comes next, as a sentence.
pub fn now(lang: Lang, case: &Case, may_appeal: bool, today: NaiveDate) -> String {
    let key = match case.stage {
        Stage::Refused { .. } if !may_appeal => "registration-now-refused-for-good".to_owned(),
        Stage::Expired { until, .. } if until < today => {
            "registration-now-expired-for-good".to_owned()
        }
        Stage::ChangesRequested { due } if due < today => {
            "registration-now-changes-late".to_owned()
        }
        stage => stage.key().replacen("stage-", "registration-now-", 1),
    };
    let key = key_of(case.kind, &key);
    let date = match case.stage {
        Stage::Refused { appeal_until, .. } => Some(appeal_until),
        other => other.due(),
    };
    let date = date.map(|date| say::day(lang, date)).unwrap_or_default();
    say::with(lang, &key, &[("date", Arg::Text(date))])
}
