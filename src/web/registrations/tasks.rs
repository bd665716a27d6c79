//! The form as a list of its sections: how far each is, what the board asks where, and the way to what is missing.

use askama::Template;

use super::asked::{Asked, asked};
use super::form::reading;
use super::own::of_kind;
use super::signatures::signing;
use super::status::{SectionState, Status, of_case};
use super::words::key_of;
use crate::actor::Actor;
use crate::case::{self, policy};
use crate::db::Read;
use crate::document;
use crate::ids::CaseId;
use crate::organization::Section;
use crate::say;
use crate::signing::Signing;
use crate::values::CaseKind;
use crate::web::papers::{Typed, typed};
use crate::web::{Answer, Chrome, Fields, Page, Path, filters, html, see, urls};

#[derive(Template)]
#[template(path = "registrations/tasks.html")]
struct TasksPage {
    page: Page,
    case: CaseId,
    kind: CaseKind,
    /// Whether the reader may send it.
    may_send: bool,
    again: bool,
    asked: Option<Asked>,
    needed: Vec<Task>,
    more: Vec<Task>,
    /// How far the documents are.
    papers: document::Progress,
    /// How far the signatures are, where some are asked for.
    signatures: Option<Signatures>,
    /// Whether it can be signed although nobody asks for it.
    may_sign: bool,
    /// How many of those that are needed are done, the documents among them.
    done: usize,
    /// The paper that it is typed in from.
    typed: Option<Typed>,
    /// The first that wants something.
    next: Option<(Section, String)>,
}

/// How far the signatures are.
struct Signatures {
    done: usize,
    of: usize,
    is_complete: bool,
    /// Whether somebody signed what is not so any more.
    has_stale: bool,
}

/// A section in the list.
struct Task {
    section: Section,
    href: String,
    state_key: &'static str,
    tone: &'static str,
    is_asked: bool,
}

impl Signatures {
    fn tone(&self) -> &'static str {
        match (self.is_complete, self.has_stale) {
            (true, _) => "green",
            (false, true) => "amber",
            (false, false) => "grey",
        }
    }
}

impl TasksPage {
    /// The key of a sentence, as this kind of case says it.
    fn key(&self, key: &str) -> String {
        key_of(self.kind, key)
    }

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
        self.needed.len() + 1 + usize::from(self.signatures.is_some())
    }

    fn signed_hint(&self, signatures: &Signatures) -> String {
        match signatures.has_stale {
            true => say::t(self.page.lang, "signatures-task-stale"),
            false => String::new(),
        }
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
    let today = conn.today();
    let all = of_case(&mut conn, &vault, &granted, &case, (&draft, today)).await?;
    // A renewal asks of every section whether it is still true.
    let (more, needed): (Vec<&Status>, Vec<&Status>) = all
        .iter()
        .partition(|status| case.kind != CaseKind::Renewal && status.section.is_optional());
    let next = all.iter().find(|status| !status.is_done());
    let (now, mut read) = (conn.now(), reading(&draft, conn.today()));
    read.mistakes = of_kind(case.kind, &read.mistakes);
    let person = actor.person()?.id;
    let signing = signing(&mut conn, &vault, now, (&granted, &case), &read).await?;
    let may_sign = signing.as_ref().is_some_and(|signing| !signing.is_there());
    let signatures = signing.filter(Signing::is_there).map(|signing| Signatures {
        done: signing.count(person),
        of: signing.asked.people.max(signing.signatories.len()),
        is_complete: signing.is_complete(person),
        has_stale: signing.has_stale(),
    });
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb(urls::case(id), super::show::title(lang, &case))
        .crumb(
            "",
            say::t(lang, &key_of(case.kind, "registration-form-title")),
        );
    let papers = document::progress(&mut conn, &case, today).await?;
    let task = |status: &&Status| task(id, status, asked.as_ref());
    html(
        lang,
        TasksPage {
            page,
            case: id,
            kind: case.kind,
            may_send: policy::submit(&actor, &case).is_ok(),
            again: case.number.is_some(),
            done: needed.iter().filter(|status| status.is_done()).count()
                + usize::from(papers.is_complete())
                + usize::from(signatures.as_ref().is_some_and(|it| it.is_complete)),
            signatures,
            may_sign,
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
        tone: status.state.tone(),
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
