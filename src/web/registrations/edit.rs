//! A section of the form: shown as it was saved last, saved as it is, and told its mistakes when somebody wants to go on.

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;

use super::confirmation::seen as seen_there;
use super::conflict::{ConflictPage, settle};
use super::fields::{
    Part, field_of_all, of_section, part_of, put_section, same_section, section_of, too_many,
};
use super::filled::fill;
use super::form::{glimpse, reading};
use super::in_office::bring_up;
use super::own::{TOOK_BACK, check, registered, taken_back};
use super::page::SectionPage;
use super::renewed;
use super::status::{Status, of_case};
use crate::actor::Actor;
use crate::case::{self, Case, policy};
use crate::db::{Committed, Read, Tx};
use crate::ids::CaseId;
use crate::organization::{Particulars, Section, sections_of};
use crate::values::CaseKind;
use crate::web::{
    Answer, App, Chrome, Fields, Form, Mistakes, Path, Sheet, html, html_with, redirect,
    redirect_with_flash, see, urls,
};

/// What a button of a section asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Go {
    /// To the list of sections.
    Save,
    /// To the next section that wants something.
    Continue,
    /// Nowhere: a script saves while somebody types.
    Autosave,
    Add(Part),
    Remove(Part, usize),
}

impl Go {
    fn of(section: Section, button: &str) -> Self {
        let mut words = button.split('-');
        let part = |word: Option<&str>| word.and_then(|word| part_of(section, word));
        match words.next() {
            Some("continue") => Self::Continue,
            Some("autosave") => Self::Autosave,
            Some("add") => part(words.next()).map_or(Self::Save, Self::Add),
            Some("remove") => part(words.next())
                .zip(words.next().and_then(|row| row.parse().ok()))
                .map_or(Self::Save, |(part, row)| Self::Remove(part, row)),
            _ => Self::Save,
        }
    }
}

/// The section as it was saved last.
pub async fn edit(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path((id, section)): Path<(CaseId, Section)>,
) -> Answer {
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
    let (vault, today) = (conn.vault(), conn.today());
    let granted = policy::read(&actor, &case)?;
    let draft = Fields::from_map(case::draft(&mut conn, &vault, &granted).await?);
    let saved = case::saved_sections(&mut conn, &granted).await?;
    let revision = saved.get(&section).map_or(0, |saved| saved.revision);
    let mut own = of_section(&draft, section);
    // What nobody touched is shown as the registry has it today, not as it was when the renewal was begun.
    if case.kind == CaseKind::Renewal
        && let Some(base) = case::base(&mut conn, &vault, &granted).await?
        && let Some(now) = registered(&mut conn, &vault, today, &case).await?
    {
        match same_section(&own, &fill(&base), section) {
            true => own = of_section(&fill(&now), section),
            false if section == Section::People => bring_up(&mut own, &base.people, &now),
            false => {}
        }
    }
    let form = Sheet::of(own);
    let page =
        SectionPage::new(&mut conn, &chrome, (&actor, &case), section, form, revision).await?;
    html(chrome.lang, page)
}

/// Saves the section as it is, and does what the button asked for.
pub async fn update(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((id, section)): Path<(CaseId, Section)>,
    Form(sent): Form,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let granted = policy::edit(&actor, &case)?;
    let (vault, today) = (tx.vault(), tx.today());
    let go = Go::of(section, sent.get("go"));
    let (raw, saved) = case::lock_draft(&mut tx, &granted, section).await?;
    let mut draft = Fields::from_map(raw);
    let mut own = of_section(&sent, section);
    let seen: Option<i32> = sent.get("revision").parse().ok();

    let flood = too_many(&sent, section);
    if !flood.is_empty() {
        let form = Sheet::with(own, flood);
        let page = SectionPage::new(
            &mut tx,
            &chrome,
            (&actor, &case),
            section,
            form,
            saved.revision,
        )
        .await?;
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
    }
    // Nothing that somebody typed is thrown away: they see both, and say which shall stay.
    if seen != Some(saved.revision) {
        if go == Go::Autosave {
            return Ok((StatusCode::CONFLICT, "").into_response());
        }
        let theirs = of_section(&draft, section);
        let page = ConflictPage::new(
            &mut tx, &vault, &chrome, &case, section, own, &theirs, saved,
        )
        .await?;
        return html_with(StatusCode::CONFLICT, chrome.lang, page);
    }
    let now = match case.kind {
        CaseKind::Renewal => registered(&mut tx, &vault, today, &case).await?,
        _ => None,
    };
    // What is written differs from what they saw of the registry, which somebody changed since: they see that, and what
    // they typed.
    if let Some(now) = &now
        && sent.sent("registry")
        && sent.get("registry") != seen_there(id, section, now)?.to_string()
    {
        if go == Go::Autosave {
            return Ok((StatusCode::CONFLICT, "").into_response());
        }
        if section == Section::People
            && let Some(base) = case::base(&mut tx, &vault, &policy::read(&actor, &case)?).await?
        {
            bring_up(&mut own, &base.people, now);
        }
        let first = field_of_all(section);
        let form = Sheet::with(own, Mistakes::one(first, "renewal-overtaken-typed"));
        let revision = saved.revision;
        let page =
            SectionPage::new(&mut tx, &chrome, (&actor, &case), section, form, revision).await?;
        return html_with(StatusCode::CONFLICT, chrome.lang, page);
    }
    settle(&sent, &of_section(&draft, section), &mut own, section);
    let here = urls::case_section(id, section);
    let mut to = here.clone();
    match go {
        Go::Add(part) => {
            if let Some(row) = part.add(&mut own) {
                to = format!("{here}#{}", part.field(row, part.fields[0]));
            }
        }
        Go::Remove(part, row) => {
            part.remove(&mut own, row);
            to = format!("{here}#part-{}", part.name);
        }
        Go::Save => to = urls::case_form(id),
        Go::Continue | Go::Autosave => {}
    }
    put_section(&mut draft, section, &own);
    if let Some(now) = &now {
        case::see_section(&mut tx, &granted, section, now).await?;
    }
    let revision = case::save_section(
        &mut tx,
        granted,
        section,
        saved.revision,
        &draft.to_map(),
        &glimpse(&draft),
    )
    .await?;
    if go == Go::Continue {
        let mut mistakes = mistakes_of(&actor, &case, &draft, today, section);
        if section == Section::People {
            for field in taken_back(&mut tx, case.kind, &draft).await? {
                mistakes.add(field, TOOK_BACK);
            }
        }
        if mistakes.is_empty()
            && !saved.confirmed
            && is_unchanged(now.as_ref(), &draft, today, section)
        {
            let first = field_of_all(section);
            mistakes = Mistakes::one(first, "renewal-nothing-changed");
        }
        if !mistakes.is_empty() {
            let form = Sheet::with(own, mistakes);
            let page = SectionPage::new(&mut tx, &chrome, (&actor, &case), section, form, revision)
                .await?;
            drop(tx.commit().await?);
            return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
        }
        let may_read = policy::read(&actor, &case)?;
        let all = of_case(&mut tx, &vault, &may_read, &case, (&draft, today)).await?;
        to = next(&actor, &case, all, section);
    }
    let committed = tx.commit().await?;
    match go {
        Go::Save => redirect_with_flash(&app, committed, to, "flash-registration-saved"),
        Go::Autosave => Ok(saved_as(committed, revision)),
        _ => redirect(committed, to),
    }
}

/// Adds or takes away a row of what somebody types, if that is what the button asks for.
pub(super) fn rearrange(section: Section, button: &str, own: &mut Fields) -> bool {
    match Go::of(section, button) {
        Go::Add(part) => {
            part.add(own);
            true
        }
        Go::Remove(part, row) => {
            part.remove(own, row);
            true
        }
        Go::Save | Go::Continue | Go::Autosave => false,
    }
}

/// What a script needs to know of what it saved.
fn saved_as(_: Committed, revision: i32) -> axum::response::Response {
    let body = format!("{{\"revision\":{revision}}}");
    ([(CONTENT_TYPE, "application/json")], body).into_response()
}

/// What is wrong in one section.
pub(super) fn mistakes_of(
    actor: &Actor,
    case: &Case,
    draft: &Fields,
    today: chrono::NaiveDate,
    section: Section,
) -> Mistakes {
    let mut read = reading(draft, today);
    check(actor, case, &mut read);
    read.mistakes
        .iter()
        .filter(|mistake| section_of(&mistake.field) == section)
        .cloned()
        .collect()
}

/// Whether a section of a renewal says what the registry says.
fn is_unchanged(
    now: Option<&Particulars>,
    draft: &Fields,
    today: chrono::NaiveDate,
    section: Section,
) -> bool {
    let said = reading(draft, today).said;
    now.is_some_and(|now| !sections_of(&renewed::changes(now, &said, today)).contains(&section))
}

/// Where to go on: the next section that wants something, from here round; at the end the answers, for whoever may send them.
pub(super) fn next(actor: &Actor, case: &Case, all: Vec<Status>, here: Section) -> String {
    let id = case.id;
    let at = all.iter().position(|it| it.section == here).unwrap_or(0);
    let (before, after) = all.split_at(at);
    after
        .iter()
        .chain(before)
        .find(|status| !status.is_done())
        .map_or_else(
            || match policy::submit(actor, case) {
                Ok(_) => urls::case_answers(id),
                Err(_) => urls::case_form(id),
            },
            |it| urls::case_section(id, it.section),
        )
}

#[cfg(test)]
mod tests {
    use super::super::fields::NAMES;
    use super::*;

    #[test]
    fn buttons_are_understood_and_any_other_saves() {
        let of = |button| Go::of(Section::Names, button);
        assert_eq!(of("continue"), Go::Continue);
        assert_eq!(of("autosave"), Go::Autosave);
        assert_eq!(of("add-names"), Go::Add(NAMES));
        assert_eq!(of("remove-names-3"), Go::Remove(NAMES, 3));
        for other in [
            "",
            "save",
            "add",
            "add-passwords",
            "add-people",
            "remove-names",
            "remove-names-x",
            "submit",
        ] {
            assert_eq!(of(other), Go::Save, "{other}");
        }
    }
}
