//! What somebody says of a case and what looks like it: two, or not known yet.

use axum::extract::State;

use crate::actor::Actor;
use crate::case::{self, Case, policy};
use crate::db::Tx;
use crate::ids::CaseId;
use crate::organization::likeness::{self, LikenessVerdict};
use crate::organization::{self, Asked, Weighed, team};
use crate::values::{CaseKind, RegistryNumber};
use crate::web::desk_organizations::seen;
use crate::web::{Answer, App, Error, Form, Path, Result, redirect_with_flash, urls};

/// `POST /desk/cases/{id}/likenesses`
pub async fn create(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<CaseId>,
    Form(fields): Form,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let granted = policy::tell_apart(&actor, &case)?;
    let verdict = LikenessVerdict::from_code(fields.get("verdict")).ok_or(Error::NotFound)?;
    if fields.sent("with") {
        let with = RegistryNumber::parse(fields.get("with")).map_err(|_| Error::NotFound)?;
        organization(&mut tx, &actor, (&case, granted), with, verdict).await?;
    } else {
        let with: CaseId = fields.get("case").parse().map_err(|_| Error::NotFound)?;
        let other = case::find(&mut tx, &actor, with).await?;
        // One that was accepted is told apart as the organization that came of it.
        let is_asking = other.kind == CaseKind::Registration && other.organization.is_none();
        if with == id || !is_asking {
            return Err(Error::NotFound);
        }
        let theirs = policy::tell_apart(&actor, &other)?;
        case::judge_cases(&mut tx, &granted, &theirs, verdict).await?;
    }
    let flash = match verdict {
        LikenessVerdict::Different => "flash-likeness-different",
        LikenessVerdict::Unsure => "flash-likeness-unsure",
    };
    let to = format!("{}#alike", urls::desk_case(id));
    redirect_with_flash(&app, tx.commit().await?, to, flash)
}

/// Of a registration it is kept with the case; of a case about an organization with that.
async fn organization(
    tx: &mut Tx,
    actor: &Actor,
    (case, granted): (&Case, policy::CanTellApart),
    with: RegistryNumber,
    verdict: LikenessVerdict,
) -> Result<()> {
    let (other, _) = seen(tx, actor, with).await?;
    let theirs = team::role_of_actor(tx, other.id, actor).await?;
    organization::policy::sort_out(actor, &other, theirs)?;
    let Some(about) = case.organization else {
        case::judge_organization(tx, &granted, &other, verdict).await?;
        return Ok(());
    };
    if about == other.id {
        return Err(Error::NotFound);
    }
    let one = organization::find(tx, about)
        .await?
        .ok_or(Error::NotFound)?;
    let own = team::role_of_actor(tx, about, actor).await?;
    let granted = organization::policy::judge(actor, (&one, own), (&other, theirs))?;
    let vault = tx.vault();
    let alike = match organization::particulars(tx, &vault, about).await? {
        Some(said) => organization::alike(tx, &Asked::at_desk(&vault, &said), 50).await?,
        None => Vec::new(),
    };
    let weighed = alike.into_iter().find(|it| it.organization.id == other.id);
    let weighed = weighed.map_or_else(Weighed::nothing, |it| it.weighed);
    likeness::judge(tx, &granted, &weighed, verdict).await?;
    Ok(())
}
