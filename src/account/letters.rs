//! Which letters somebody wants: chosen on their own page, or stopped from a letter.

use serde_json::{Value, json};

use super::policy::Own;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::AccountId;
use crate::notice::{self, LetterKind, Preferences};

/// Changes which letters come, and when.
pub async fn choose_letters(tx: &mut Tx, own: &Own, chosen: &Preferences) -> crate::Result<()> {
    change(tx, &own.by(), own.person().id, |_| chosen.clone()).await
}

/// Stops the letters that a link from a letter stops; which kind the letter was of. Whoever has the link is not known.
pub async fn stop_letters(tx: &mut Tx, token: &str) -> crate::Result<Option<LetterKind>> {
    let vault = tx.vault();
    let Some((account, kind)) = notice::read_unsubscribe(&vault, token) else {
        return Ok(None);
    };
    let is_open = sqlx::query_scalar!(
        "select true from accounts where id = $1 and closed_at is null",
        account as _
    )
    .fetch_optional(&mut **tx)
    .await?;
    // To a closed account nothing is sent anyhow.
    if is_open.is_some() {
        change(tx, &Actor::Visitor, account, |before| {
            let mut muted = before.muted.clone();
            muted.extend(kind.stops());
            Preferences {
                muted,
                pace: before.pace,
            }
        })
        .await?;
    }
    Ok(Some(kind))
}

async fn change(
    tx: &mut Tx,
    by: &Actor,
    account: AccountId,
    to: impl FnOnce(&Preferences) -> Preferences,
) -> crate::Result<()> {
    let before = notice::lock_preferences(tx, account).await?;
    let mut after = to(&before);
    after.muted.sort_unstable();
    after.muted.dedup();
    if before == after {
        return Ok(());
    }
    notice::prefer(tx, account, &after).await?;
    let event = Event::new(Act::AccountLettersChanged, Subject::account(account))
        .before(words(&before))
        .after(words(&after));
    history::record(tx, by, event).await
}

fn words(chosen: &Preferences) -> Value {
    json!({ "muted": chosen.muted, "pace": chosen.pace })
}
