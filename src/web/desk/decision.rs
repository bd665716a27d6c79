//! Deciding a case.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::decision_form::{CONDITIONS_MOST, condition_names, note_name, read};
use super::findings;
use super::overtaken::{Acting, or_overtaken};
use super::phrases::{self, DECISION, Offered};
use super::view::{People, Title};
use crate::actor::Actor;
use crate::calendar::{self, Clock};
use crate::case::{self, Case, Outcome, Way, policy};
use crate::criterion::{self, Assessed, FindingOutcome};
use crate::db::Tx;
use crate::ids::{CaseId, CriterionId};
use crate::organization::Particular;
use crate::values::{CaseKind, Lang, Prose};
use crate::web::{
    Answer, App, Chrome, Fields, Form, Mistakes, Page, Path, Sheet, filters, html_with,
    particulars, urls,
};
use crate::{outcome, say};

/// The longest reason for accepting although something is open.
const DESPITE_MAX: usize = 10_000;

#[derive(Template)]
#[template(path = "desk/decision.html")]
struct NewPage {
    page: Page,
    case: Case,
    title: Title,
    number: String,
    /// Who works on it, if that is a colleague.
    held_by: Option<String>,
    answers: Vec<(&'static str, String)>,
    /// What the board says often.
    phrases: Offered,
    fields: Vec<Noted>,
    has_notes: bool,
    /// The criteria that stand open or are not met, each with how it is and whether it is required.
    open: Vec<Open>,
    /// How many these are of all.
    open_text: String,
    /// Whether accepting asks for a reason because of them.
    asks_why: bool,
    /// The further conditions, each by the names of its fields.
    more: Vec<(String, String)>,
    /// Whether one of them is begun.
    has_more: bool,
    form: Sheet,
}

/// A criterion that stands open or is not met.
struct Open {
    href: String,
    title: String,
    outcome: FindingOutcome,
    required: bool,
}

impl Open {
    /// The tone of how it is.
    const fn tone(&self) -> &'static str {
        findings::tone(self.outcome)
    }
}

/// A field of the particulars, to which a note can be written.
struct Noted {
    field: Particular,
    name: String,
    said: String,
}

/// `GET /desk/cases/{id}/decision`
pub async fn new(chrome: Chrome, actor: Actor, Path(id): Path<CaseId>, mut tx: Tx) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let _ = policy::decide(&actor, &case)?;
    // The day that the calendar gives applicants; the board may name another.
    let (calendar, today) = (calendar::calendar(&mut tx).await?, tx.today());
    let due = calendar.until(Clock::Changes, today);
    let parts = [("day", "%-d"), ("month", "%-m"), ("year", "%Y")];
    let known = parts.map(|(part, form)| {
        let value = due.format(form).to_string();
        (format!("changes_due-{part}"), value)
    });
    let form = Sheet::of(known.into_iter().collect());
    page(StatusCode::OK, &chrome, &actor, tx, case, form).await
}

/// `POST /desk/cases/{id}/decision`
pub async fn create(
    chrome: Chrome,
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<CaseId>,
    mut tx: Tx,
    Form(form): Form,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let typed = typed(&form);
    let granted = policy::decide(&actor, &case)
        .and_then(|granted| case.expect_seen(form.get("revision")).map(|()| granted));
    let granted = match granted {
        Ok(granted) => granted,
        Err(error) => return or_overtaken(error, tx, &chrome, &actor, id, Some(&typed)).await,
    };
    if form.sent("put") {
        let (status, sheet) =
            phrases::put_in(&mut tx, &actor, chrome.lang, &case, form, &DECISION).await?;
        return page(status, &chrome, &actor, tx, case, sheet).await;
    }
    let answer = match read(&form, tx.today()) {
        Ok(answer) => answer,
        Err(mistakes) => {
            let sheet = Sheet::with(form, mistakes);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(status, &chrome, &actor, tx, case, sheet).await;
        }
    };
    if let Some(key) = hindrance(&form, &case, answer.outcome()) {
        let sheet = Sheet::with(form, Mistakes::one("answer", key));
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(status, &chrome, &actor, tx, case, sheet).await;
    }
    let reason = match accepts(answer.outcome()) {
        true => why_accepted(&mut tx, &actor, &case, &form).await?,
        false => Ok(None),
    };
    let reason = match reason {
        Ok(reason) => reason,
        Err(mistakes) => {
            let sheet = Sheet::with(form, mistakes);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(status, &chrome, &actor, tx, case, sheet).await;
        }
    };
    if let Some((criteria, words)) = &reason {
        let granted = criterion::policy::assess(&actor, &case)?;
        criterion::excuse(&mut tx, &granted, criteria, words).await?;
    }
    let acting = Acting {
        app: &app,
        chrome: &chrome,
        actor: &actor,
        id,
        typed: Some(&typed),
    };
    if answer.is_final() && case.way == Way::Two {
        let done = async {
            let granted = policy::propose(&actor, &case)?;
            case::propose(&mut tx, granted, answer).await
        };
        let done = done.await;
        return acting.answer(tx, done, "flash-desk-proposed").await;
    }
    let flash = flash_of(case.kind, answer.outcome());
    let done = async {
        let verdict = case::decide(&mut tx, granted, answer).await?;
        outcome::apply(&mut tx, verdict).await
    };
    let done = done.await;
    acting.answer(tx, done, flash).await
}

const fn accepts(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Accepted | Outcome::AcceptedWithConditions)
}

/// Required criteria that are open or not met, and why a case is accepted all the same.
type Despite = (Vec<CriterionId>, Prose);

/// Which required criteria are open or not met, and why the case is accepted all the same; nothing where none is. The reason
/// belongs to this acceptance: one that was given before does not stand for it.
async fn why_accepted(
    tx: &mut Tx,
    actor: &Actor,
    case: &Case,
    form: &Fields,
) -> crate::Result<Result<Option<Despite>, Mistakes>> {
    let (vault, granted) = (tx.vault(), policy::read(actor, case)?);
    let assessed = criterion::assessed(tx, &vault, &granted).await?;
    let open: Vec<CriterionId> = assessed
        .iter()
        .filter(|it| it.hinders())
        .map(|it| it.criterion.id)
        .collect();
    if open.is_empty() {
        return Ok(Ok(None));
    }
    let text = form.get("despite").trim();
    if text.is_empty() {
        return Ok(Err(Mistakes::one("despite", "desk-despite-why")));
    }
    Ok(match Prose::parse(text, DESPITE_MAX) {
        Ok(words) => Ok(Some((open, words))),
        Err(problem) => {
            let mut mistakes = Mistakes::default();
            mistakes.problem("despite", problem);
            Err(mistakes)
        }
    })
}

/// Why an answer that decides cannot be given so: only a session may, or the rule is another one than the form said.
fn hindrance(form: &Fields, case: &Case, outcome: Outcome) -> Option<&'static str> {
    if !outcome.is_final() {
        return None;
    }
    let told = form.get("way");
    match case.way {
        Way::Session => Some("desk-way-only-session"),
        Way::One if !told.is_empty() && told != Way::One.code() => Some("desk-way-one-now"),
        Way::Two if !told.is_empty() && told != Way::Two.code() => Some("desk-way-two-now"),
        _ => None,
    }
}

/// The words of the form, so that they are not lost to whoever comes second.
fn typed(form: &Fields) -> String {
    let names = form
        .iter()
        .filter(|(name, _)| {
            matches!(*name, "reason" | "changes" | "despite")
                || name.starts_with("note-")
                || (1..=CONDITIONS_MOST).any(|nth| condition_names(nth).0 == *name)
        })
        .map(|(_, value)| value.trim())
        .filter(|value| !value.is_empty());
    names.collect::<Vec<_>>().join("\n\n")
}

const fn flash_of(kind: CaseKind, outcome: Outcome) -> &'static str {
    match (outcome, kind) {
        (Outcome::Accepted, CaseKind::Amendment) => "flash-desk-amendment-accepted",
        (Outcome::Accepted, _) => "flash-desk-accepted",
        (Outcome::AcceptedWithConditions, CaseKind::Amendment) => {
            "flash-desk-amendment-accepted-with-conditions"
        }
        (Outcome::AcceptedWithConditions, _) => "flash-desk-accepted-with-conditions",
        (Outcome::Refused, _) => "flash-desk-refused",
        (Outcome::ChangesRequested, _) => "flash-desk-changes-requested",
    }
}

async fn page(
    status: StatusCode,
    chrome: &Chrome,
    actor: &Actor,
    mut tx: Tx,
    case: Case,
    form: Sheet,
) -> Answer {
    let (vault, lang) = (tx.vault(), chrome.lang);
    let granted = policy::read(actor, &case)?;
    // The form repeats what was submitted beside each note: whoever opens it has looked at personal data.
    case::note_viewing(&mut tx, actor, &case).await?;
    case::note_presence(&mut tx, actor, &case).await?;
    let mut submissions = case::submissions(&mut tx, &vault, &granted).await?;
    let said = submissions.pop();
    let assessed = criterion::assessed(&mut tx, &vault, &granted).await?;
    let offered = Offered::of(&mut tx, lang, &case, &DECISION).await?;
    let colleague = case
        .stage
        .holding()
        .map(|held| held.by)
        .filter(|holder| Some(*holder) != actor.account());
    let people = People::of(&mut tx, &vault, colleague).await?;
    let _ = tx.commit().await?;
    let fields: Vec<Noted> = Particular::ALL
        .iter()
        .map(|&field| Noted {
            field,
            name: note_name(field),
            said: said.as_ref().map_or_else(String::new, |said| {
                particulars::one_line(lang, &said.particulars.said(field))
            }),
        })
        .collect();
    let more: Vec<(String, String)> = (2..=CONDITIONS_MOST).map(condition_names).collect();
    let number = case.number.map(|it| it.to_string()).unwrap_or_default();
    html_with(
        status,
        lang,
        NewPage {
            page: chrome
                .page()
                .crumb(urls::DESK, say::t(lang, "desk-title"))
                .crumb(urls::desk_case(case.id), number.clone())
                .crumb("", say::t(lang, "desk-decision-title")),
            title: Title::of_case(lang, &case),
            number,
            held_by: colleague.map(|colleague| people.name(colleague)),
            phrases: offered,
            answers: answers(lang, case.way),
            open_text: findings::open(lang, &assessed),
            asks_why: case.way != Way::Session && assessed.iter().any(Assessed::hinders),
            open: assessed
                .iter()
                .filter(|it| !it.outcome().is_settled())
                .map(|it| Open {
                    href: urls::desk_case_criterion(case.id, it.criterion.id),
                    title: it.criterion.terms.title.of(lang).to_owned(),
                    outcome: it.outcome(),
                    required: it.criterion.terms.required,
                })
                .collect(),
            has_more: more
                .iter()
                .any(|(name, due)| !form.get(name).is_empty() || form.mistake(due).is_some()),
            more,
            has_notes: fields.iter().any(|it| !form.get(&it.name).is_empty()),
            fields,
            form,
            case,
        },
    )
}

/// What can be answered, as the one who decides says it.
fn answers(lang: Lang, way: Way) -> Vec<(&'static str, String)> {
    Outcome::ALL
        .iter()
        .filter(|outcome| way != Way::Session || !outcome.is_final())
        .map(|outcome| {
            let key = match outcome {
                Outcome::Accepted => "desk-decision-accept",
                Outcome::AcceptedWithConditions => "desk-decision-accept-with-conditions",
                Outcome::Refused => "desk-decision-refuse",
                Outcome::ChangesRequested => "desk-decision-request-changes",
            };
            (outcome.code(), say::t(lang, key))
        })
        .collect()
}
