//! Somebody who says that they lead an organization, at the desk: the board answers where its team does not.

use axum::extract::State;

use super::seen;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::ClaimId;
use crate::leader::policy;
use crate::organization::team;
use crate::say;
use crate::values::RegistryNumber;
use crate::web::leaders::asked::Answering;
use crate::web::{Answer, App, Chrome, Form, Path, Result, urls};

async fn answering(
    tx: &mut Tx,
    (actor, chrome): (&Actor, &Chrome),
    (number, id): (RegistryNumber, ClaimId),
) -> Result<Answering> {
    let (organization, _) = seen(tx, actor, number).await?;
    let own = team::role_of_actor(tx, organization.id, actor).await?;
    let can = policy::keep_profile(actor, &organization, own)?;
    let (lang, number) = (chrome.lang, organization.number);
    let back = urls::desk_organization_part(number, "leaders");
    Ok(Answering {
        can,
        id,
        page: chrome
            .page()
            .crumb(urls::DESK, say::t(lang, "nav-desk"))
            .crumb(urls::desk_organization(number), organization.name)
            .crumb(back.clone(), say::t(lang, "leaders-title"))
            .crumb("", say::t(lang, "leaders-asked-title")),
        action: urls::desk_leader_asked(number, id),
        back,
    })
}

/// `GET /desk/organizations/{number}/leader-claims/{claim}`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(of): Path<(RegistryNumber, ClaimId)>,
) -> Answer {
    let answering = answering(&mut tx, (&actor, &chrome), of).await?;
    answering.show(tx, &actor, &chrome).await
}

/// `POST /desk/organizations/{number}/leader-claims/{claim}`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(of): Path<(RegistryNumber, ClaimId)>,
    Form(fields): Form,
) -> Answer {
    let answering = answering(&mut tx, (&actor, &chrome), of).await?;
    answering.update(tx, &app, (&actor, &chrome), fields).await
}
