//! The form as a list of its sections: how far each is, what the board asks where, and the way to what is missing.

use askama::Template;

use super::asked::{Asked, asked};
use super::own::asks;
use super::status::{SectionState, Status, statuses};
use crate::actor::Actor;
use crate::case::{self, policy};
use crate::db::Read;
use crate::document;
use crate::ids::CaseId;
use crate::organization::Section;
use crate::say;
use crate::values::CaseKind;
use crate::web::papers::{Typed, typed};
use crate::web::{Answer, Chrome, Fields, Page, Path, filters, html, see, urls};

#[derive(Template)]
#[template(path = "registrations/tasks.html")]
struct TasksPage {
    page: Page,
    case: CaseId,
    again: bool,
    asked: Option<Asked>,
    needed: Vec<Task>,
    more: Vec<Task>,
    /// How far the documents are.
    papers: document::Progress,
    /// How many of those that are needed are done, the documents among them.
    done: usize,
    /// The paper that it is typed in from.
    typed: Option<Typed>,
    /// The first that wants something.
    next: Option<(Section, String)>,
}

/// A section in the list.
struct Task {
    section: Section,
    href: String,
    state_key: &'static str,
    tone: &'static str,
    is_asked: bool,
}

impl TasksPage {
    /// What a task says below its name.
    fn hint(&self, task: &Task) -> String {
        match task.is_asked {
            true => say::t(self.page.lang, "registration-task-asked"),
            false => String::new(),
        }
    }

    fn name(&self, task: &Task) -> String {
        self.title(task.section)
    }

    fn title(&self, section: Section) -> String {
        say::t(self.page.lang, section.key())
    }

    /// How many sections are needed; the documents are one more.
    fn all(&self) -> usize {
        self.needed.len() + 1
    }

    fn papers_tone(&self) -> &'static str {
        match (self.papers.is_complete(), self.papers.there) {
            (true, _) => "green",
            (false, 0) => "grey",
            (false, _) => "blue",
        }
    }

    fn state(&self, task: &Task) -> String {
        say::t(self.page.lang, task.state_key)
    }
}

/// The list of sections.
pub async fn index(actor: Actor, chrome: Chrome, mut conn: Read, Path(id): Path<CaseId>) -> Answer {
    let case = case::find(&mut conn, &actor, id).await?;
    if case.kind == CaseKind::Claim {
        return see(urls::case_evidence(id));
    }
    match policy::edit(&actor, &case) {
        Ok(_) => {}
        // It was sent already: what happens with it now is on its own page.
        Err(crate::Error::Overtaken) => return see(urls::case(id)),
        Err(error) => return Err(error.into()),
    }
    let (vault, lang) = (conn.vault(), chrome.lang);
    let granted = policy::read(&actor, &case)?;
    let draft = Fields::from_map(case::draft(&mut conn, &vault, &granted).await?);
    let asked = asked(&mut conn, &vault, &actor, &case, lang).await?;
    let mut all = statuses(&draft, conn.today());
    all.retain(|status| asks(case.kind, status.section));
    let (more, needed): (Vec<&Status>, Vec<&Status>) =
        all.iter().partition(|status| status.section.is_optional());
    let next = all.iter().find(|status| !status.is_done());
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb(urls::case(id), super::show::title(lang, &case))
        .crumb("", say::t(lang, "registration-form-title"));
    let papers = document::progress(&mut conn, &case).await?;
    let task = |status: &&Status| task(id, status, asked.as_ref());
    html(
        lang,
        TasksPage {
            page,
            case: id,
            again: case.number.is_some(),
            done: needed.iter().filter(|status| status.is_done()).count()
                + usize::from(papers.is_complete()),
            papers,
            typed: typed(&mut conn, &vault, lang, &granted).await?,
            next: next.map(|status| (status.section, href(id, status))),
            needed: needed.iter().map(task).collect(),
            more: more.iter().map(task).collect(),
            asked,
        },
    )
}

fn task(id: CaseId, status: &Status, asked: Option<&Asked>) -> Task {
    let notes = asked.map_or(&[][..], |asked| &asked.notes);
    Task {
        section: status.section,
        href: href(id, status),
        state_key: status.state.key(),
        tone: match status.state {
            SectionState::NotStarted => "grey",
            SectionState::InProgress => "blue",
            SectionState::Unreadable => "amber",
            SectionState::Complete => "green",
            SectionState::Optional => "quiet",
        },
        is_asked: notes.iter().any(|note| note.section() == status.section),
    }
}

/// Straight to the field that wants something; of a section that nobody began, to its beginning.
fn href(id: CaseId, status: &Status) -> String {
    let section = urls::case_section(id, status.section);
    match (&status.wants, status.state) {
        (Some(field), SectionState::InProgress | SectionState::Unreadable) => {
            format!("{section}#{field}")
        }
        _ => section,
    }
}
