//! Doing what was looked at.

use axum::extract::State;

use super::new::{Came, page, whose};
use crate::actor::Actor;
use crate::db::{self, Tx};
use crate::duty::{self, Order, policy};
use crate::values::Prose;
use crate::web::{Answer, App, Chrome, Error, Form, Sheet, redirect_with_flash, see, urls};

/// The longest words.
const MOST: usize = 2_000;

/// `POST /desk/handovers`
pub(super) async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let from = whose(&actor, &sent)?;
    let (Some(from), Ok(to)) = (from, sent.get("to").parse()) else {
        drop(tx);
        let mut read = app.db.read().await?;
        return page(&mut read, &actor, &chrome, sent, Came::First).await;
    };
    let people = duty::people(&mut tx, from, to).await?;
    let (from, to) = people.ok_or(Error::NotFound)?;
    let granted = policy::hand_over(&actor, &from, &to)?;
    let mut reader = sent.reader();
    let words = |text: &str| Prose::parse(text, MOST);
    let words = match granted.is_for_another() {
        true => reader.required("words", words),
        false => reader.optional("words", words),
    };
    if let Err(mistakes) = reader.done() {
        drop(tx);
        let mut read = app.db.read().await?;
        return page(&mut read, &actor, &chrome, sent, Came::Back(mistakes)).await;
    }
    let (person, key) = (actor.person()?.id, Sheet::of(sent.clone()).key());
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let order = Order {
        seen: sent.get("seen"),
        words: words.as_ref(),
        undoes: None,
    };
    match duty::hand_over(&mut tx, &granted, order).await {
        Ok(id) => {
            let to = urls::desk_handover(id);
            db::finish(&mut tx, person, key, &to).await?;
            redirect_with_flash(&app, tx.commit().await?, to, "flash-duties-handed-over")
        }
        // Nothing was written: it is looked at again, as it is now.
        Err(crate::Error::Overtaken) => {
            drop(tx);
            let mut read = app.db.read().await?;
            page(&mut read, &actor, &chrome, sent, Came::Overtaken).await
        }
        Err(error) => Err(error.into()),
    }
}
