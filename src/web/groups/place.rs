//! Saying something else of a member's place in a group: their role, seat and term.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::Datelike;

use super::members::{office, sentence, term_until};
use crate::actor::Actor;
use crate::db::Tx;
use crate::group::policy::CanGroup;
use crate::group::{self, Changed, Entry, Place, Who, policy};
use crate::ids::{GroupId, MembershipId};
use crate::organization;
use crate::say;
use crate::values::{GroupRole, Lang, SigningOffice};
use crate::web::coordination::{Spoken, choices, term};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Result, Sheet, filters,
    html_with, redirect_with_flash, see, urls,
};

#[derive(Template)]
#[template(path = "groups/place.html")]
struct EditPage {
    page: Page,
    form: Sheet,
    group: Spoken,
    /// Which organization; nothing for a leader, whom the desk of a group does not name.
    member: Option<Spoken>,
    has_seat: bool,
    roles: Vec<(&'static str, String)>,
    offices: Vec<(&'static str, String)>,
    action: String,
    back: String,
    /// What somebody else made of it since it was seen; nothing where nobody did.
    now: Option<String>,
}

/// A place in the group, for whoever may say something else of it.
async fn seen(
    tx: &mut Tx,
    actor: &Actor,
    (id, membership): (GroupId, MembershipId),
) -> Result<(CanGroup, Place)> {
    let granted = policy::group(actor)?;
    group::find(tx, id).await?.ok_or(Error::NotFound)?;
    let place = group::place(tx, membership).await?.ok_or(Error::NotFound)?;
    match place.group == id {
        true => Ok((granted, place)),
        false => Err(Error::NotFound),
    }
}

async fn page(
    status: StatusCode,
    tx: &mut Tx,
    chrome: &Chrome,
    place: &Place,
    form: Sheet,
) -> Answer {
    let lang = chrome.lang;
    let found = group::find(tx, place.group).await?.ok_or(Error::NotFound)?;
    let group = Spoken::of(&found.said.names, lang);
    let roles = match place.who {
        Who::Organization(_) => group::roles(found.said.kind),
        Who::Leader(_) => group::roles_of_leaders(),
    };
    let member = match place.who {
        Who::Organization(id) => organization::mention(tx, id).await?,
        Who::Leader(_) => None,
    };
    let back = urls::desk_group(place.group);
    let page = chrome
        .page()
        .crumb(urls::DESK_GROUPS, say::t(lang, "nav-groups"))
        .crumb(back.clone(), group.text.clone())
        .crumb("", say::t(lang, "groups-place"));
    html_with(
        status,
        lang,
        EditPage {
            page,
            form,
            group,
            has_seat: member.is_some(),
            member: member.as_ref().map(Spoken::organization),
            roles: choices(lang, roles, GroupRole::code, GroupRole::key),
            offices: choices(
                lang,
                &group::offices(),
                SigningOffice::code,
                SigningOffice::key,
            ),
            action: urls::desk_group_member(place.group, place.id),
            back,
            now: (status == StatusCode::CONFLICT).then(|| in_words(lang, &place.entry)),
        },
    )
}

/// A place in words.
fn in_words(lang: Lang, entry: &Entry) -> String {
    let mut parts = vec![say::t(lang, entry.role.key())];
    parts.extend(entry.seat.map(|seat| say::t(lang, seat.key())));
    let until = term(lang, None, entry.until);
    parts.extend((!until.is_empty()).then_some(until));
    parts.join(" · ")
}

/// What is there, for the form.
fn fill(place: &Place) -> Fields {
    let mut known = Fields::default();
    known.set("version", place.version.to_string());
    known.set("role", place.entry.role.code());
    known.set("seat", place.entry.seat.map_or("", SigningOffice::code));
    if let Some(day) = place.entry.until {
        known.set("until-day", day.day().to_string());
        known.set("until-month", day.month().to_string());
        known.set("until-year", day.year().to_string());
    }
    known
}

/// `GET /desk/groups/{id}/members/{membership}`
pub async fn edit(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(of): Path<(GroupId, MembershipId)>,
) -> Answer {
    let (_, place) = seen(&mut tx, &actor, of).await?;
    let form = Sheet::of(fill(&place));
    page(StatusCode::OK, &mut tx, &chrome, &place, form).await
}

/// `POST /desk/groups/{id}/members/{membership}`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(of): Path<(GroupId, MembershipId)>,
    Form(fields): Form,
) -> Answer {
    let (granted, place) = seen(&mut tx, &actor, of).await?;
    // Whoever saw another place is shown the one that is, and sends again what they meant.
    if fields.get("version") != place.version.to_string() {
        let mut again = fields;
        again.set("version", place.version.to_string());
        let form = Sheet::of(again);
        return page(StatusCode::CONFLICT, &mut tx, &chrome, &place, form).await;
    }
    let mut reader = fields.reader();
    let role = reader.required("role", GroupRole::parse);
    let seat = match place.who {
        Who::Organization(_) => reader.optional("seat", office),
        Who::Leader(_) => None,
    };
    let until = term_until(&mut reader, tx.today());
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let (Some(role), true) = (role, mistakes.is_empty()) {
        let entry = Entry { role, seat, until };
        match group::change_place(&mut tx, &granted, &place, &entry).await? {
            Ok(Changed::Nothing) => return see(urls::desk_group(of.0)),
            Ok(changed) => {
                let (done, to) = (tx.commit().await?, urls::desk_group(of.0));
                let said = match changed {
                    Changed::Asked => "flash-group-place-asked",
                    _ => "flash-group-place-changed",
                };
                return redirect_with_flash(&app, done, to, said);
            }
            Err(why) => mistakes = Mistakes::one("role", sentence(why)),
        }
    }
    let form = Sheet::with(fields, mistakes);
    let unfit = StatusCode::UNPROCESSABLE_ENTITY;
    page(unfit, &mut tx, &chrome, &place, form).await
}
