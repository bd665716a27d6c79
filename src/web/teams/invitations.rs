//! Inviting people into the team of an organization.

use axum::extract::State;

use super::{own, show};
use crate::actor::Actor;
use crate::db::{self, Tx};
use crate::ids::InvitationId;
use crate::invitation::{self, NotInvited, policy};
use crate::values::{Email, Lang, TeamRole};
use crate::web::{
    Answer, App, Chrome, Fields, Form, Mistakes, Path, Sheet, redirect_with_flash, see, urls,
};

/// Whom to invite, as what, and in which language.
pub(super) type Wanted = (Email, TeamRole, Lang);

/// Reads the form.
pub(super) fn read(sent: &Fields) -> Result<Wanted, Mistakes> {
    let mut reader = sent.reader();
    let email = reader.required("email", Email::parse);
    let role = reader.required("role", TeamRole::parse);
    let lang = reader.required("lang", Lang::parse);
    let mistakes = reader.done();
    match (email, role, lang) {
        (Some(email), Some(role), Some(lang)) => Ok((email, role, lang)),
        _ => Err(mistakes.err().unwrap_or_default()),
    }
}

/// Why somebody was not invited, at the field with the address.
pub(super) fn mistake(why: NotInvited) -> Mistakes {
    let key = match why {
        NotInvited::Waits => "team-invite-waits",
        NotInvited::IsThere => "team-invite-is-there",
        NotInvited::TooMany => "team-invite-too-many",
        NotInvited::TooOften => "team-invite-too-often",
    };
    Mistakes::one("email", key)
}

/// `POST /home/organizations/{number}/team/invitations`
pub async fn create(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(number): Path<String>,
    Form(sent): Form,
) -> Answer {
    let (organization, own) = own(&mut tx, &actor, &number).await?;
    let granted = policy::to_organization(&actor, &organization, own)?;
    let to = urls::my_team(organization.number);
    let mistakes = match read(&sent) {
        Ok((email, role, lang)) => {
            let (person, key) = (actor.person()?.id, Sheet::of(sent.clone()).key());
            if let Some(there) = db::claim(&mut tx, person, key).await? {
                return see(there);
            }
            match invitation::invite(&mut tx, &granted, (&email, role, lang)).await? {
                Ok(_) => {
                    db::finish(&mut tx, person, key, &to).await?;
                    let done = tx.commit().await?;
                    return redirect_with_flash(&app, done, to, "flash-team-invited");
                }
                Err(why) => mistake(why),
            }
        }
        Err(mistakes) => mistakes,
    };
    // Nothing of it is kept, so that the same form can be sent again.
    drop(tx);
    let mut tx = app.db.begin().await?;
    let form = Sheet::with(sent, mistakes);
    show::answer(&mut tx, &chrome, (&actor, own), organization, form).await
}

/// `POST /home/organizations/{number}/team/invitations/{id}/resending`
pub async fn resend(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((number, id)): Path<(String, InvitationId)>,
) -> Answer {
    let (organization, own) = own(&mut tx, &actor, &number).await?;
    let granted = policy::to_organization(&actor, &organization, own)?;
    match invitation::resend(&mut tx, &granted, id).await? {
        Ok(()) => {
            let to = urls::my_team(organization.number);
            redirect_with_flash(&app, tx.commit().await?, to, "flash-team-invited")
        }
        Err(why) => {
            let form = Sheet::with(Default::default(), mistake(why));
            show::answer(&mut tx, &chrome, (&actor, own), organization, form).await
        }
    }
}

/// `POST /home/organizations/{number}/team/invitations/{id}/withdrawal`
pub async fn destroy(
    State(app): State<App>,
    actor: Actor,
    mut tx: Tx,
    Path((number, id)): Path<(String, InvitationId)>,
) -> Answer {
    let (organization, own) = own(&mut tx, &actor, &number).await?;
    let granted = policy::to_organization(&actor, &organization, own)?;
    invitation::withdraw(&mut tx, &granted, id).await?;
    let to = urls::my_team(organization.number);
    redirect_with_flash(
        &app,
        tx.commit().await?,
        to,
        "flash-team-invitation-withdrawn",
    )
}
