//! The first page after signing in: what waits for the person, and where everything of theirs is.

use askama::Template;

use crate::actor::Actor;
use crate::case::{self, Listed, Scope, StageCode};
use crate::db::Read;
use crate::ids::OrganizationId;
use crate::organization::Organization;
use crate::organization::team::{self, Waiting};
use crate::rescue;
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
    /// How much of what waits is about it.
    waiting: usize,
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
    let asked = team::waiting_for(&mut conn, person).await?;
    let rescues = rescue::against(&mut conn, person).await?;
    let lang = chrome.lang;
    // What could be lost stands first.
    let mut about: Vec<(Option<OrganizationId>, Task)> = Vec::new();
    for (organization, _) in &organizations {
        let id = organization.id;
        if rescues.contains(&id) {
            let task = own_task(lang, organization, "home-task-rescue", "red");
            about.push((Some(id), task));
        }
        for waits in asked.iter().filter(|waits| is_in(**waits, id)) {
            let key = match waits {
                Waiting::Request(_) => "home-task-join",
                Waiting::Offer(_) => "home-task-offer",
            };
            about.push((Some(id), own_task(lang, organization, key, "amber")));
        }
    }
    for case in &cases {
        about.extend(task(lang, case).map(|task| (case.organization_id, task)));
    }
    let count = |id| about.iter().filter(|(of, _)| *of == Some(id)).count();
    let counts: Vec<usize> = organizations
        .iter()
        .map(|(organization, _)| count(organization.id))
        .collect();
    let waiting = about.into_iter().map(|(_, task)| task).collect();
    html(
        lang,
        IndexPage {
            page: chrome.page(),
            form: Sheet::empty(),
            waiting,
            organizations: organizations
                .into_iter()
                .zip(counts)
                .map(|((organization, role), waiting)| Mine {
                    waiting,
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

fn is_in(waits: Waiting, id: OrganizationId) -> bool {
    let (Waiting::Request(of) | Waiting::Offer(of)) = waits;
    of == id
}

/// What waits in the team of an organization.
fn own_task(
    lang: Lang,
    organization: &Organization,
    key: &'static str,
    tone: &'static str,
) -> Task {
    let href = match key {
        "home-task-rescue" => urls::my_organization(organization.number),
        _ => urls::my_team(organization.number),
    };
    Task {
        href,
        name: organization.name.clone(),
        hint: String::new(),
        text: say::t(lang, key),
        tone,
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
