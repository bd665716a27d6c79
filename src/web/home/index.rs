//! The first page after signing in: what waits for the person, and where everything of theirs is.

use askama::Template;

use crate::actor::Actor;
use crate::case::{self, Listed, Scope, StageCode};
use crate::db::Read;
use crate::organization::{Organization, team};
use crate::say;
use crate::values::{Arg, Lang, TeamRole};
use crate::web::{Answer, Chrome, Page, Sheet, filters, html, urls};

#[derive(Template)]
#[template(path = "home/index.html")]
struct IndexPage {
    page: Page,
    form: Sheet,
    waiting: Vec<Task>,
    organizations: Vec<Mine>,
    cases: Vec<Row>,
}

/// Something that waits for the person.
struct Task {
    href: String,
    name: String,
    hint: String,
    text: String,
    tone: &'static str,
}

/// An organization that they may act for.
struct Mine {
    organization: Organization,
    role: TeamRole,
    href: String,
}

/// A case of theirs.
struct Row {
    case: Listed,
    href: String,
    title: String,
}

impl Row {
    fn lang(&self) -> &str {
        self.case.title_language.as_deref().unwrap_or_default()
    }

    fn number(&self) -> String {
        let number = self.case.number.map(|number| number.to_string());
        number.unwrap_or_default()
    }
}

impl Mine {
    fn lang(&self) -> &str {
        let language = self.organization.name_language.as_deref();
        language.unwrap_or_default()
    }
}

/// Everything of this person's.
pub async fn index(actor: Actor, chrome: Chrome, mut conn: Read) -> Answer {
    let person = actor.person()?.id;
    let scope = Scope::of(&mut conn, &actor).await?;
    let cases = case::of_applicant(&mut conn, &scope).await?;
    let organizations = team::of_person(&mut conn, person).await?;
    let lang = chrome.lang;
    let waiting = cases.iter().filter_map(|case| task(lang, case)).collect();
    html(
        lang,
        IndexPage {
            page: chrome.page(),
            form: Sheet::empty(),
            waiting,
            organizations: organizations
                .into_iter()
                .map(|(organization, role)| Mine {
                    href: urls::my_organization(organization.number),
                    organization,
                    role,
                })
                .collect(),
            cases: cases
                .into_iter()
                .map(|case| Row {
                    href: urls::case(case.id),
                    title: title(lang, &case),
                    case,
                })
                .collect(),
        },
    )
}

fn title(lang: Lang, case: &Listed) -> String {
    if case.title.is_empty() {
        say::t(lang, "registration-untitled")
    } else {
        case.title.clone()
    }
}

/// What a case asks of its applicant, if it does.
fn task(lang: Lang, case: &Listed) -> Option<Task> {
    let (href, text, tone) = match case.stage {
        StageCode::Draft => (urls::case_form(case.id), "home-task-draft", "quiet"),
        StageCode::ChangesRequested => (urls::case_form(case.id), "home-task-changes", "amber"),
        StageCode::AcceptedWithConditions => (urls::case(case.id), "home-task-condition", "amber"),
        _ => return None,
    };
    let hint = match case.due_on {
        Some(due) => say::with(
            lang,
            "home-task-until",
            &[("date", Arg::Text(say::day(lang, due)))],
        ),
        None => say::with(
            lang,
            "home-task-saved",
            &[(
                "date",
                Arg::Text(say::day(lang, case.draft_saved_at.date_naive())),
            )],
        ),
    };
    Some(Task {
        href,
        name: title(lang, case),
        hint,
        text: say::t(lang, text),
        tone,
    })
}
