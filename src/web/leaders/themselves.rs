//! A leader's own consents, behind the link of the letter that told them that they were entered. No account is needed. Programs
//! that look through mail follow its links, so only buttons act. Whoever claimed the entry comes without the link: the id of
//! the entry stands for it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::IntoResponse as _;
use sqlx::PgConnection;

use super::consents::{Agreed, Open, agreed, means_to_themselves, open, read, would_show};
use crate::actor::Actor;
use crate::db::Tx;
use crate::group;
use crate::ids::LeaderId;
use crate::leader::{self, ClaimState, Consent, ConsentMeans, Given, Withdrawn, policy};
use crate::meeting;
use crate::vault::Vault;
use crate::web::meetings::Secret;
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, Result, Sheet, filters, html_with,
    redirect_with_flash, urls,
};

#[derive(Template)]
#[template(path = "leaders/consents.html")]
pub(super) struct ShowPage {
    page: Page,
    form: Sheet,
    agreed: Vec<Agreed>,
    open: Vec<Open>,
    action: String,
    withdrawal: String,
    profile: String,
    /// Their places in groups; nothing by a link that is another's now.
    groups: String,
    way: Way,
    claim: String,
    sign_in: String,
    /// Their calendar; nothing by a link that is another's now.
    pub(super) calendar: Option<Secret>,
    /// Their link; nothing by a link that is another's now.
    link: Option<Link>,
}

/// The link of a leader's letter, which they end.
struct Link {
    action: String,
    version: i32,
    /// Whether there is an address to which another goes.
    has_email: bool,
}

/// Whose link it is, or whose entry was claimed, and that whoever comes by it speaks for themselves.
pub async fn whose(
    conn: &mut PgConnection,
    vault: &Vault,
    actor: &Actor,
    key: &str,
) -> Result<(LeaderId, policy::CanKeepConsents)> {
    let Ok(id) = key.parse::<LeaderId>() else {
        return Ok(leader::follow_link(conn, vault, actor, key).await?);
    };
    let own = leader::own_entry(conn, actor, id).await?;
    own.map(|can| (id, can)).ok_or(Error::NotFound)
}

/// How somebody and an entry stand to each other.
enum Way {
    /// Nobody is signed in.
    SignedOut,
    /// They may say that it is theirs.
    Open,
    /// They said so, and it waits for an answer.
    Waiting,
    /// It is theirs.
    Own,
}

async fn way(conn: &mut PgConnection, actor: &Actor, id: LeaderId) -> Result<Way> {
    let Some(account) = actor.account() else {
        return Ok(Way::SignedOut);
    };
    let claims = leader::claims(conn, &[id]).await?;
    let own = claims.iter().find(|it| it.account == account);
    Ok(match own.map(|it| it.state) {
        Some(ClaimState::Confirmed) => Way::Own,
        Some(_) => Way::Waiting,
        None => Way::Open,
    })
}

async fn consents(conn: &mut PgConnection, id: LeaderId) -> Result<Vec<Consent>> {
    let found = leader::consents(conn, &[id]).await?;
    Ok(found.into_iter().map(|(_, consent)| consent).collect())
}

/// The page of whoever came by this key. It shows what each consent would let out, so that history says who looked.
pub(super) async fn load(
    tx: &mut Tx,
    (actor, chrome): (&Actor, &Chrome),
    (token, id, can): (&str, LeaderId, &policy::CanKeepConsents),
    form: Sheet,
) -> Result<ShowPage> {
    let lang = chrome.lang;
    let consents = consents(tx, id).await?;
    let (mut known, mut offices) = (None, Vec::new());
    if let Some(own) = can.profile() {
        known = Some(leader::view(tx, &own, id).await?);
        offices = leader::offices(tx, id).await?;
    }
    let today = tx.today();
    let held: Vec<&leader::Office> = offices
        .iter()
        .map(|(office, _)| office)
        .filter(|office| office.is_held(today))
        .collect();
    let values = known.as_ref().map(|it| would_show(lang, &it.facts, &held));
    let groups = match known {
        Some(_) => urls::leader_groups_from(&group::token(tx, id).await?, token),
        // By the link of an entry that gave way.
        None => String::new(),
    };
    let calendar = match meeting::policy::follow_themselves(can, id) {
        Ok(own) => Some(Secret {
            text_key: "calendar-address-leader",
            is_there: meeting::has_feed(tx, own.of()).await?,
            address: None,
            make: urls::consents_part(token, "calendar"),
            revoke: urls::consents_part(token, "calendar/revocation"),
        }),
        // By the link of an entry that gave way.
        Err(_) => None,
    };
    Ok(ShowPage {
        profile: urls::consents_part(token, "profile"),
        groups,
        claim: urls::consents_part(token, "claim"),
        sign_in: urls::sign_in_then(&urls::consents(token)),
        way: way(tx, actor, id).await?,
        page: chrome.page(),
        form,
        agreed: agreed(&consents, means_to_themselves),
        open: match can.may_agree() {
            true => open(lang, &consents, values.as_ref()),
            false => Vec::new(),
        },
        action: urls::consents(token),
        withdrawal: urls::consents_withdrawal(token),
        calendar,
        link: known.map(|it| Link {
            action: urls::consents_part(token, "link"),
            version: it.link_version,
            has_email: it.facts.email.is_some(),
        }),
    })
}

/// `GET /consents/{token}`
pub async fn show(actor: Actor, chrome: Chrome, mut tx: Tx, Path(token): Path<String>) -> Answer {
    let vault = tx.vault();
    let (id, can) = whose(&mut tx, &vault, &actor, &token).await?;
    let of = (token.as_str(), id, &can);
    let page = load(&mut tx, (&actor, &chrome), of, Sheet::empty()).await?;
    let _ = tx.commit().await?;
    let answer = html_with(StatusCode::OK, chrome.lang, page)?;
    Ok(([(CACHE_CONTROL, "no-store")], answer).into_response())
}

/// `POST /consents/{token}`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(token): Path<String>,
    Form(fields): Form,
) -> Answer {
    let vault = tx.vault();
    let (id, granted) = whose(&mut tx, &vault, &actor, &token).await?;
    let there = consents(&mut tx, id).await?;
    let mut reader = fields.reader();
    let agreements = read(&mut reader, &there, "leaders-yours-none");
    if let Err(mistakes) = reader.done() {
        let of = (token.as_str(), id, &granted);
        let sheet = Sheet::with(fields, mistakes);
        let page = load(&mut tx, (&actor, &chrome), of, sheet).await?;
        let _ = tx.commit().await?;
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
    }
    let given = Given {
        agreements,
        means: ConsentMeans::Themselves,
        given_on: tx.today(),
        spoken_to: None,
    };
    let said = match leader::give_consent(&mut tx, &granted, id, &given).await? {
        0 => "flash-leader-consent-there",
        _ => "flash-leader-consent-given",
    };
    redirect_with_flash(&app, tx.commit().await?, urls::consents(&token), said)
}

/// `POST /consents/{token}/withdrawal`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(token): Path<String>,
    Form(fields): Form,
) -> Answer {
    let vault = tx.vault();
    let (id, granted) = whose(&mut tx, &vault, &actor, &token).await?;
    let what = Withdrawn::parse(fields.get("what")).map_err(|_| Error::NotFound)?;
    leader::withdraw_consent(&mut tx, &granted.withdrawing(), id, what).await?;
    redirect_with_flash(
        &app,
        tx.commit().await?,
        urls::consents(&token),
        "flash-leader-consent-withdrawn",
    )
}
