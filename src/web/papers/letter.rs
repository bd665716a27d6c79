//! What whoever signed the paper is told, to be printed and handed over: in their language, with all that the board wrote.

use askama::Template;

use super::shown::typist;
use crate::actor::Actor;
use crate::case::{self, Case, Decision, Paper, Stage, policy};
use crate::db::Read;
use crate::ids::CaseId;
use crate::organization;
use crate::say;
use crate::values::{Arg, Lang};
use crate::web::{Answer, Chrome, Error, Page, Path, filters, html, registrations, urls};

#[derive(Template)]
#[template(path = "papers/letter.html")]
struct LetterPage {
    page: Page,
    back: String,
    is_mailed: bool,
    said: Said,
}

/// The letter, in the language of whoever gets it.
struct Said {
    lang: Lang,
    title: String,
    rows: Vec<(String, String)>,
    greeting: String,
    paragraphs: Vec<String>,
    /// What the board wrote.
    words: Vec<String>,
    words_title: String,
    /// What it asks for, field by field.
    notes: Vec<(String, String)>,
    onward: String,
    signature: String,
}

/// `GET /cases/{id}/letter`
pub async fn show(actor: Actor, chrome: Chrome, mut conn: Read, Path(id): Path<CaseId>) -> Answer {
    let case = case::find(&mut conn, &actor, id).await?;
    policy::type_in_any(&actor)?;
    let granted = policy::read(&actor, &case)?;
    let vault = conn.vault();
    let paper = case::paper(&mut conn, &vault, &granted).await?;
    // Whoever looks after the record themselves gets letters of their own.
    let paper = paper
        .filter(|_| case.number.is_some() && case.awaits_hand_over())
        .ok_or(Error::NotFound)?;
    let decisions = case::decisions(&mut conn, &vault, &granted).await?;
    let registry = match case.organization {
        Some(id) => organization::find(&mut conn, id)
            .await?
            .map(|found| found.number.to_string()),
        None => None,
    };
    let today = conn.today();
    let lang = chrome.lang;
    let is_own = case.is_own(actor.person()?.id);
    let back = match is_own {
        true => urls::case(id),
        false => urls::desk_case(id),
    };
    let page = chrome
        .page()
        .crumb(back.clone(), registrations::title(lang, &case))
        .crumb("", say::t(lang, "paper-letter"));
    html(
        lang,
        LetterPage {
            page,
            back,
            is_mailed: paper.says.email.is_some(),
            said: said(&case, &paper, &decisions, registry, today),
        },
    )
}

fn said(
    case: &Case,
    paper: &Paper,
    decisions: &[Decision],
    registry: Option<String>,
    today: chrono::NaiveDate,
) -> Said {
    let lang = paper.says.lang;
    let t = |key| say::t(lang, key);
    let who = typist(lang, paper);
    let answered = match case.stage {
        Stage::ChangesRequested { .. }
        | Stage::Accepted { .. }
        | Stage::AcceptedWithConditions { .. }
        | Stage::Refused { .. } => decisions.last(),
        _ => None,
    };
    let number = case.number.map(|number| number.to_string());
    let mut rows = vec![
        (t("paper-letter-organization"), case.title.clone()),
        (t("registration-receipt-number"), number.unwrap_or_default()),
        (t("paper-signed-on"), say::day(lang, paper.says.signed_on)),
    ];
    if let Some(at) = case.submitted_at {
        rows.push((t("paper-letter-submitted"), say::day(lang, at.date_naive())));
    }
    if let Some(number) = registry {
        rows.push((t("certificate-registry-number"), number));
    }
    let may_appeal = matches!(case.stage, Stage::Refused { appeal_until, .. } if today <= appeal_until)
        && decisions
            .iter()
            .filter(|it| it.outcome == case::Outcome::Refused)
            .count()
            < 2;
    let args = [("who", Arg::Text(who.clone()))];
    let onward = match case.stage {
        Stage::ChangesRequested { .. } => "paper-letter-answer",
        Stage::Accepted { .. } | Stage::AcceptedWithConditions { .. } => "paper-letter-take-over",
        Stage::Refused { .. } if may_appeal => "paper-letter-appeal",
        _ => "paper-letter-wait",
    };
    Said {
        lang,
        title: match case.stage {
            Stage::Submitted { .. } | Stage::AtPost { .. } => t("paper-letter-receipt"),
            _ => t("paper-letter-title"),
        },
        rows,
        greeting: say::with(
            lang,
            "paper-letter-greeting",
            &[("name", Arg::Text(paper.says.signer.to_string()))],
        ),
        paragraphs: vec![
            say::with(lang, "paper-letter-typed", &args),
            registrations::now(lang, case, may_appeal, today),
        ],
        words: answered
            .and_then(|it| it.words.as_ref())
            .into_iter()
            .flat_map(|words| words.paragraphs())
            .map(str::to_owned)
            .collect(),
        words_title: t("registration-words-of-board"),
        notes: answered
            .into_iter()
            .flat_map(|it| &it.notes)
            .map(|note| (t(note.field.key()), note.note.to_string()))
            .collect(),
        onward: say::with(lang, onward, &args),
        signature: say::with(
            lang,
            "paper-letter-signature",
            &[
                ("who", Arg::Text(who)),
                ("date", Arg::Text(say::day(lang, today))),
            ],
        ),
    }
}
