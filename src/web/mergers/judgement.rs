//! What somebody says of two organizations that look alike: two, or not known yet.

use axum::extract::State;

use super::seen;
use crate::actor::Actor;
use crate::db::Tx;
use crate::organization::likeness::{self, LikenessVerdict};
use crate::organization::{self, Asked, Weighed, policy, team};
use crate::values::RegistryNumber;
use crate::web::{Answer, App, Error, Form, Path, redirect_with_flash, urls};

/// `POST /desk/organizations/{number}/likenesses`
pub async fn create(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
    Form(fields): Form,
) -> Answer {
    let (one, _) = seen(&mut tx, &actor, number).await?;
    let own = team::role_of_actor(&mut tx, one.id, &actor).await?;
    policy::sort_out(&actor, &one, own)?;
    let with = RegistryNumber::parse(fields.get("with")).map_err(|_| Error::NotFound)?;
    let verdict = LikenessVerdict::from_code(fields.get("verdict")).ok_or(Error::NotFound)?;
    let (other, _) = seen(&mut tx, &actor, with).await?;
    if one.id == other.id {
        return Err(Error::NotFound);
    }
    let theirs = team::role_of_actor(&mut tx, other.id, &actor).await?;
    let granted = policy::judge(&actor, (&one, own), (&other, theirs))?;
    let vault = tx.vault();
    let said = organization::particulars(&mut tx, &vault, one.id).await?;
    let alike = match said {
        Some(said) => organization::alike(&mut tx, &Asked::at_desk(&vault, &said), 50).await?,
        None => Vec::new(),
    };
    let weighed = alike.into_iter().find(|it| it.organization.id == other.id);
    let weighed = weighed.map_or_else(Weighed::nothing, |it| it.weighed);
    likeness::judge(&mut tx, &granted, &weighed, verdict).await?;
    let to = match urls::local(fields.get("back")) {
        Some(back) => back.to_owned(),
        None => urls::desk_organization_part(number, "mergers"),
    };
    let flash = match verdict {
        LikenessVerdict::Different => "flash-likeness-different",
        LikenessVerdict::Unsure => "flash-likeness-unsure",
    };
    redirect_with_flash(&app, tx.commit().await?, to, flash)
}
