//! Inviting somebody by a form, writing the letter again, taking it back: the same wherever people are let in.

use axum::response::Response;

use crate::db::{self, Tx};
use crate::ids::InvitationId;
use crate::invitation::policy::CanInvite;
use crate::invitation::{self, NotInvited};
use crate::values::{Email, Lang, TeamRole};
use crate::web::{Answer, App, Fields, Mistakes, Result, Sheet, redirect_with_flash, see};

/// Whom to invite, as what, and in which language.
type Wanted = (Email, TeamRole, Lang);

/// Reads the form. Whoever takes a record over becomes its owner: nobody is asked as what.
fn read(sent: &Fields, hands_over: bool) -> std::result::Result<Wanted, Mistakes> {
    let mut reader = sent.reader();
    let email = reader.required("email", Email::parse);
    let role = match hands_over {
        true => Some(TeamRole::Owner),
        false => reader.required("role", TeamRole::parse),
    };
    let lang = reader.required("lang", Lang::parse);
    let mistakes = reader.done();
    match (email, role, lang) {
        (Some(email), Some(role), Some(lang)) => Ok((email, role, lang)),
        _ => Err(mistakes.err().unwrap_or_default()),
    }
}

/// Why somebody was not invited, at the field with the address.
fn mistake(why: NotInvited) -> Mistakes {
    let key = match why {
        NotInvited::Waits => "team-invite-waits",
        NotInvited::IsThere => "team-invite-is-there",
        NotInvited::TooMany => "team-invite-too-many",
        NotInvited::TooOften => "team-invite-too-often",
    };
    Mistakes::one("email", key)
}

/// Invites whom the form says, or gives the form back. Of one that comes back nothing is kept, so that it can be sent again.
pub async fn invite(
    app: &App,
    mut tx: Tx,
    granted: &CanInvite,
    sent: Fields,
    to: &str,
) -> Result<std::result::Result<Response, Sheet>> {
    let (email, role, lang) = match read(&sent, granted.hands_over()) {
        Ok(wanted) => wanted,
        Err(mistakes) => return Ok(Err(Sheet::with(sent, mistakes))),
    };
    let (person, key) = (granted.actor().person()?.id, Sheet::of(sent.clone()).key());
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return Ok(Ok(see(there)?));
    }
    match invitation::invite(&mut tx, granted, (&email, role, lang)).await? {
        Ok(_) => {
            db::finish(&mut tx, person, key, to).await?;
            let done = tx.commit().await?;
            Ok(Ok(redirect_with_flash(
                app,
                done,
                to,
                "flash-team-invited",
            )?))
        }
        Err(why) => Ok(Err(Sheet::with(sent, mistake(why)))),
    }
}

/// Writes the letter again, or says at the form why not.
pub async fn resend(
    app: &App,
    mut tx: Tx,
    granted: &CanInvite,
    id: InvitationId,
    to: String,
) -> Result<std::result::Result<Response, Sheet>> {
    match invitation::resend(&mut tx, granted, id).await? {
        Ok(()) => {
            let done = tx.commit().await?;
            Ok(Ok(redirect_with_flash(
                app,
                done,
                to,
                "flash-team-invited",
            )?))
        }
        Err(why) => Ok(Err(Sheet::with(Fields::default(), mistake(why)))),
    }
}

/// Takes an invitation back.
pub async fn withdraw(
    app: &App,
    mut tx: Tx,
    granted: &CanInvite,
    id: InvitationId,
    to: String,
) -> Answer {
    invitation::withdraw(&mut tx, granted, id).await?;
    redirect_with_flash(
        app,
        tx.commit().await?,
        to,
        "flash-team-invitation-withdrawn",
    )
}
