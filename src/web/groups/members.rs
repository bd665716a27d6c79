//! Putting organizations into a group and taking them out, at the group's own page.

use axum::extract::State;
use chrono::NaiveDate;

use super::{days, show};
use crate::actor::Actor;
use crate::db::Tx;
use crate::group::{self, Added, Entry, NotAdded, policy};
use crate::ids::{GroupId, GroupInvitationId, MembershipId};
use crate::values::{GroupRole, Problem, SigningOffice};
use crate::web::coordination::organization_of;
use crate::web::{
    Answer, App, Chrome, Error, Form, Mistakes, Path, Reader, Sheet, redirect_with_flash, urls,
};

/// `POST /desk/groups/{id}/members`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<GroupId>,
    Form(fields): Form,
) -> Answer {
    let granted = policy::group(&actor)?;
    let group = group::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let mut reader = fields.reader();
    let organization = organization_of(&mut tx, &mut reader, "number").await?;
    let role = reader.required("role", GroupRole::parse);
    // A form that does not ask binds the seat as groups of this kind usually do.
    let seat = match fields.sent("seat") {
        true => reader.optional("seat", office),
        false => group::usual_seat(group.said.kind),
    };
    let until = term_until(&mut reader, tx.today());
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let (Some(organization), Some(role), true) = (organization, role, mistakes.is_empty()) {
        let entry = Entry { role, seat, until };
        match group::add(&mut tx, &granted, id, organization.id, &entry).await? {
            Ok(added) => {
                let (done, to) = (tx.commit().await?, urls::desk_group(id));
                return redirect_with_flash(&app, done, to, flash(added));
            }
            Err(why) => mistakes = Mistakes::one(field(why, "number"), sentence(why)),
        }
    }
    let (vault, now, form) = (tx.vault(), tx.now(), Sheet::with(fields, mistakes));
    show::again(&mut tx, (&vault, now), &actor, &chrome, id, form).await
}

/// What somebody is told who added one.
pub const fn flash(added: Added) -> &'static str {
    match added {
        Added::Member(_) => "flash-group-member-added",
        Added::Invited(_) => "flash-group-member-asked",
    }
}

/// The last day of a term, if there is one; not one that has passed.
pub fn term_until(reader: &mut Reader<'_>, today: NaiveDate) -> Option<NaiveDate> {
    let until = days::within(reader, "until", days::of_groups(today));
    if until.is_some_and(|day| day < today) {
        reader.mistake("until", "groups-term-past");
    }
    until
}

/// An office that a seat can be bound to.
pub(super) fn office(text: &str) -> Result<SigningOffice, Problem> {
    SigningOffice::parse(text).and_then(|it| match group::offices().contains(&it) {
        true => Ok(it),
        false => Err(Problem::UnknownCode),
    })
}

/// The field at which it is said why somebody was not added: who they are, or as what they would come.
pub const fn field(why: NotAdded, who: &'static str) -> &'static str {
    match why {
        NotAdded::Role => "role",
        _ => who,
    }
}

/// Why an organization is not in the group.
pub const fn sentence(why: NotAdded) -> &'static str {
    match why {
        NotAdded::AlreadyIn => "groups-already-in",
        NotAdded::Asked => "groups-already-asked",
        NotAdded::NotRegistered => "coordination-not-registered",
        NotAdded::Over => "groups-over",
        NotAdded::Chaired => "groups-has-chair",
        NotAdded::Role => "groups-role-of-programmes",
        NotAdded::Unreachable => "groups-leader-unreachable",
        NotAdded::Own => "groups-your-own",
    }
}

/// `POST /desk/groups/{id}/members/{membership}/ending`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((id, membership)): Path<(GroupId, MembershipId)>,
) -> Answer {
    let granted = policy::group(&actor)?;
    group::remove(&mut tx, &granted, membership).await?;
    let (done, to) = (tx.commit().await?, urls::desk_group(id));
    redirect_with_flash(&app, done, to, "flash-group-member-removed")
}

/// `POST /desk/groups/{id}/invitations/{invitation}/withdrawal`
pub async fn withdraw(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((id, invitation)): Path<(GroupId, GroupInvitationId)>,
) -> Answer {
    let granted = policy::group(&actor)?;
    group::withdraw(&mut tx, &granted, invitation).await?;
    let (done, to) = (tx.commit().await?, urls::desk_group(id));
    redirect_with_flash(&app, done, to, "flash-group-invitation-withdrawn")
}
