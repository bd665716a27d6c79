//! The form: shown as it was saved last, saved as it is, and told all mistakes when its answers are to be checked.

use axum::http::StatusCode;

use super::fields::{Section, clean, draft, section};
use super::form::{glimpse, read};
use super::page::FormPage;
use crate::actor::Actor;
use crate::case::{self, policy};
use crate::db::{Read, Tx};
use crate::ids::CaseId;
use crate::values::CaseKind;
use crate::web::{
    Answer, App, Chrome, Fields, Form, Path, Sheet, html, html_with, redirect, redirect_with_flash,
    see, urls,
};
use axum::extract::State;

/// What a button of the form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Go {
    Save,
    Check,
    Add(Section),
    Remove(Section, usize),
}

impl Go {
    fn of(button: &str) -> Self {
        let mut words = button.split('-');
        let section = |word: Option<&str>| word.and_then(section);
        match words.next() {
            Some("check") => Self::Check,
            Some("add") => section(words.next()).map_or(Self::Save, Self::Add),
            Some("remove") => section(words.next())
                .zip(words.next().and_then(|row| row.parse().ok()))
                .map_or(Self::Save, |(section, row)| Self::Remove(section, row)),
            _ => Self::Save,
        }
    }
}

/// The form as it was saved last.
pub async fn edit(actor: Actor, chrome: Chrome, mut conn: Read, Path(id): Path<CaseId>) -> Answer {
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
    let vault = conn.vault();
    let granted = policy::read(&actor, &case)?;
    let saved = Fields::from_map(case::draft(&mut conn, &vault, &granted).await?);
    let form = Sheet::of(saved);
    let page = FormPage::new(&mut conn, &vault, &chrome, &actor, &case, form, false).await?;
    html(chrome.lang, page)
}

/// Saves the form as it is, and does what the button asked for.
pub async fn update(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(id): Path<CaseId>,
    Form(sent): Form,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let granted = policy::edit(&actor, &case)?;
    let vault = tx.vault();
    let mut draft = match draft(&sent) {
        Ok(draft) => draft,
        Err(mistakes) => {
            let form = Sheet::with(clean(&sent), mistakes);
            let page = FormPage::new(&mut tx, &vault, &chrome, &actor, &case, form, false).await?;
            return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
        }
    };
    // Nothing that somebody typed is thrown away: they see it again, and may save it over the other's.
    if sent.get("revision").parse() != Ok(case.revision) {
        let form = Sheet::of(draft);
        let page = FormPage::new(&mut tx, &vault, &chrome, &actor, &case, form, true).await?;
        return html_with(StatusCode::CONFLICT, chrome.lang, page);
    }
    let go = Go::of(sent.get("go"));
    let form = urls::case_form(id);
    let to = match go {
        Go::Add(section) => match section.add(&mut draft) {
            Some(row) => format!("{form}#{}", section.field(row, section.parts[0])),
            None => form,
        },
        Go::Remove(section, row) => {
            section.remove(&mut draft, row);
            format!("{form}#part-{}", section.name)
        }
        Go::Check => urls::case_answers(id),
        Go::Save => form,
    };
    case::save_draft(&mut tx, granted, &draft.to_map(), &glimpse(&draft)).await?;
    if go == Go::Check
        && let Err(mistakes) = read(&draft, tx.today())
    {
        let case = case::find(&mut tx, &actor, id).await?;
        let form = Sheet::with(draft, mistakes);
        let page = FormPage::new(&mut tx, &vault, &chrome, &actor, &case, form, false).await?;
        drop(tx.commit().await?);
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
    }
    let committed = tx.commit().await?;
    match go {
        Go::Save => redirect_with_flash(&app, committed, to, "flash-registration-saved"),
        _ => redirect(committed, to),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fields::NAMES;
    use super::*;

    #[test]
    fn buttons_are_understood_and_any_other_saves() {
        assert_eq!(Go::of("check"), Go::Check);
        assert_eq!(Go::of("add-names"), Go::Add(NAMES));
        assert_eq!(Go::of("remove-names-3"), Go::Remove(NAMES, 3));
        for other in [
            "",
            "save",
            "add",
            "add-passwords",
            "remove-names",
            "remove-names-x",
            "submit",
        ] {
            assert_eq!(Go::of(other), Go::Save, "{other}");
        }
    }
}
