//! Those who write a registration together.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::show::Invited;
use super::{inviting, langs, roles};
use crate::account;
use crate::actor::Actor;
use crate::case::{self, Case};
use crate::db::{Read, Tx};
use crate::ids::{AccountId, CaseId, InvitationId};
use crate::invitation::{self, Place, policy};
use crate::say;
use crate::values::TeamRole;
use crate::vault::Vault;
use crate::web::{
    Answer, App, Chrome, Form, Page, Path, Result, Sheet, filters, html, html_with,
    redirect_with_flash, see, urls,
};

#[derive(Template)]
#[template(path = "teams/case.html")]
struct ShowPage {
    page: Page,
    form: Sheet,
    case: CaseId,
    here: String,
    keeps: bool,
    leaves: bool,
    applicant: String,
    members: Vec<Member>,
    invited: Vec<Invited>,
    roles: Vec<(&'static str, String)>,
    langs: Vec<(&'static str, &'static str)>,
}

/// Somebody who was let in.
struct Member {
    account: AccountId,
    name: String,
    role: TeamRole,
    since: DateTime<Utc>,
}

impl ShowPage {
    fn invitations(&self) -> String {
        format!("{}/invitations", self.here)
    }

    fn of_member(&self, member: &Member) -> String {
        format!("{}/{}/removal", self.here, member.account)
    }

    fn of_invitation(&self, one: &Invited, act: &str) -> String {
        format!("{}/invitations/{}/{act}", self.here, one.id)
    }
}

/// `GET /cases/{id}/team`
pub async fn show(actor: Actor, chrome: Chrome, mut conn: Read, Path(id): Path<CaseId>) -> Answer {
    let case = case::find(&mut conn, &actor, id).await?;
    if !case.is_own(actor.person()?.id) {
        return Err(crate::actor::Denied::Forbidden.into());
    }
    // Once there is an organization, its own team counts.
    if !case.has_own_team() {
        return see(urls::case(id));
    }
    let (vault, now) = (conn.vault(), conn.now());
    let form = Sheet::of([("lang", chrome.lang.code())].into_iter().collect());
    let page = load(&mut conn, &vault, &chrome, (&actor, now), &case, form).await?;
    html(chrome.lang, page)
}

async fn load(
    conn: &mut PgConnection,
    vault: &Vault,
    chrome: &Chrome,
    (actor, now): (&Actor, DateTime<Utc>),
    case: &Case,
    form: Sheet,
) -> Result<ShowPage> {
    let lang = chrome.lang;
    let keeps = case::policy::keep_team(actor, case).is_ok();
    let seats = case::team::of_case(conn, case.id).await?;
    let invited = match keeps {
        true => invitation::of_place(conn, vault, &Place::of_case(case)).await?,
        false => Vec::new(),
    };
    let accounts: Vec<AccountId> = seats
        .iter()
        .map(|seat| seat.account)
        .chain([case.applicant])
        .collect();
    let mut names = account::called(conn, vault, &accounts).await?;
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb(
            urls::case(case.id),
            match case.title.as_str() {
                "" => say::t(lang, "registration-untitled"),
                title => title.to_owned(),
            },
        )
        .crumb("", say::t(lang, "case-team-title"));
    Ok(ShowPage {
        page,
        form,
        case: case.id,
        here: urls::case_team(case.id),
        keeps,
        leaves: case::policy::leave_team(actor, case).is_ok(),
        applicant: names.remove(&case.applicant).unwrap_or_default(),
        members: seats
            .into_iter()
            .map(|seat| Member {
                name: names.remove(&seat.account).unwrap_or_default(),
                account: seat.account,
                role: seat.role,
                since: seat.since,
            })
            .collect(),
        invited: invited.iter().map(|one| Invited::of(one, now)).collect(),
        roles: roles(lang),
        langs: langs(),
    })
}

/// `POST /cases/{id}/team/invitations`
pub async fn create(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(id): Path<CaseId>,
    Form(sent): Form,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let granted = policy::to_case(&actor, &case)?;
    let to = urls::case_team(id);
    match inviting::invite(&app, tx, &granted, sent, &to).await? {
        Ok(answer) => Ok(answer),
        Err(form) => answer(&app, &chrome, &actor, &case, form).await,
    }
}

/// The page with a form that came back.
async fn answer(app: &App, chrome: &Chrome, actor: &Actor, case: &Case, form: Sheet) -> Answer {
    let mut tx = app.db.begin().await?;
    let (vault, now) = (tx.vault(), tx.now());
    let page = load(&mut tx, &vault, chrome, (actor, now), case, form).await?;
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}

/// `POST /cases/{id}/team/invitations/{invitation}/resending`
pub async fn resend(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((id, invitation)): Path<(CaseId, InvitationId)>,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let granted = policy::to_case(&actor, &case)?;
    match inviting::resend(&app, tx, &granted, invitation, urls::case_team(id)).await? {
        Ok(answer) => Ok(answer),
        Err(form) => answer(&app, &chrome, &actor, &case, form).await,
    }
}

/// `POST /cases/{id}/team/invitations/{invitation}/withdrawal`
pub async fn withdraw(
    State(app): State<App>,
    actor: Actor,
    mut tx: Tx,
    Path((id, invitation)): Path<(CaseId, InvitationId)>,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let granted = policy::to_case(&actor, &case)?;
    inviting::withdraw(&app, tx, &granted, invitation, urls::case_team(id)).await
}

/// `POST /cases/{id}/team/{account}/removal`
pub async fn remove(
    State(app): State<App>,
    actor: Actor,
    mut tx: Tx,
    Path((id, account)): Path<(CaseId, AccountId)>,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let granted = case::policy::keep_team(&actor, &case)?;
    case::team::remove(&mut tx, granted, account).await?;
    let (done, to) = (tx.commit().await?, urls::case_team(id));
    redirect_with_flash(&app, done, to, "flash-team-removed")
}

/// `POST /cases/{id}/team/leaving`
pub async fn leave(
    State(app): State<App>,
    actor: Actor,
    mut tx: Tx,
    Path(id): Path<CaseId>,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let granted = case::policy::leave_team(&actor, &case)?;
    case::team::leave(&mut tx, granted).await?;
    redirect_with_flash(&app, tx.commit().await?, urls::HOME, "flash-team-left")
}
