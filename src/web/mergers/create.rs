//! Merging: first what it will do, worked out by doing it and taking it back at once, then the act.

use axum::extract::State;
use axum::http::StatusCode;

use super::both;
use super::new::{NewPage, read, seats, seen_now};
use super::preview::PreviewPage;
use crate::actor::Actor;
use crate::db::{self, Tx};
use crate::merger;
use crate::organization::likeness;
use crate::values::RegistryNumber;
use crate::web::{
    Answer, App, Chrome, Error, Form, KEY, Path, Sheet, html_with, redirect_with_flash, see, urls,
};

/// `POST /desk/organizations/{number}/mergers`: without `confirmed` it shows what will be done.
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
    Form(mut fields): Form,
) -> Answer {
    let (survivor, _) = super::seen(&mut tx, &actor, number).await?;
    let own = crate::organization::team::role_of_actor(&mut tx, survivor.id, &actor).await?;
    crate::organization::policy::sort_out(&actor, &survivor, own)?;
    let with = RegistryNumber::parse(fields.get("with")).map_err(|_| Error::NotFound)?;
    let granted = both(&mut tx, &actor, (number, with)).await?;
    let (vault, lang, person) = (tx.vault(), chrome.lang, actor.person()?.id);
    let team = seats(&mut tx, &vault, lang, (granted.survivor(), granted.other())).await?;
    let (is_confirmed, is_back) = (
        fields.get("confirmed") == "yes",
        fields.get("confirmed") == "no",
    );
    fields.remove("confirmed");
    let pair = (granted.survivor().id, granted.other().id);
    let told_apart = likeness::told_apart(&mut tx, pair.0, pair.1).await?;
    let wanted = match read(&fields, &team, told_apart.is_some()) {
        Ok(wanted) => wanted,
        Err(mistakes) => {
            let form = Sheet::with(fields, mistakes);
            let page = NewPage::load(&mut tx, &vault, &chrome, &granted, form).await?;
            return html_with(StatusCode::UNPROCESSABLE_ENTITY, lang, page);
        }
    };
    if is_back {
        let page = NewPage::load(&mut tx, &vault, &chrome, &granted, Sheet::of(fields)).await?;
        return html_with(StatusCode::OK, lang, page);
    }
    let key = Sheet::of(fields.clone()).key();
    if is_confirmed && let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let preview = match is_confirmed {
        true => None,
        false => Some(PreviewPage::begin(&mut tx, &vault, &chrome, &granted, &wanted, team).await?),
    };
    match merger::merge(&mut tx, &granted, &wanted).await? {
        Err(obstacles) => {
            // What stands in the way may be what somebody else did meanwhile: the page shows what is so now.
            fields.set(
                "seen",
                seen_now(&both(&mut tx, &actor, (number, with)).await?),
            );
            fields.remove(KEY);
            let page = NewPage::load(&mut tx, &vault, &chrome, &granted, Sheet::of(fields)).await?;
            html_with(StatusCode::CONFLICT, lang, page.told(lang, &obstacles))
        }
        Ok(id) => match preview {
            // The transaction is dropped, and with it everything that was done to see what it comes to.
            Some(preview) => {
                let page = preview.end(&mut tx, &vault, id, fields).await?;
                html_with(StatusCode::OK, lang, page)
            }
            None => {
                let to = urls::merger(id);
                db::finish(&mut tx, person, key, &to).await?;
                redirect_with_flash(&app, tx.commit().await?, to, "flash-merged")
            }
        },
    }
}
