//! Saying what is known of a leader: whoever may says it, history notes in which fields, and they themselves are told.

use serde_json::json;
use sqlx::PgConnection;

use super::link::{consent_token, spoken, tell_later};
use super::policy::CanKeepProfile;
use super::profile::{Facts, Keeper, Known, known};
use super::{ConsentField, address, consent, lock, mark, source};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::LeaderId;
use crate::notice::{self, Letter, LetterToLeader, Recipient};
use crate::values::Line;
use crate::{Error, Result};

/// What is known of a leader, as far as whoever keeps it sees it, and history says who looked. `NotFound` where they are
/// none of the organization.
pub async fn view(tx: &mut Tx, can: &CanKeepProfile, leader: LeaderId) -> Result<Known> {
    if !is_theirs(tx, can, leader).await? {
        return Err(Error::NotFound);
    }
    let vault = tx.vault();
    let whole = known(tx, &vault, leader).await?.ok_or(Error::NotFound)?;
    let subject = consent::subject(tx, leader).await?;
    let event = Event::new(Act::PersonalDataViewed, subject).after(json!({ "leaders": 1 }));
    history::record(tx, can.by(), event).await?;
    let sees = |field| can.sees(field, whole.sources.get(&field));
    Ok(Known {
        facts: whole.facts.only(sees),
        ..whole
    })
}

/// All that is known of a leader, for the file that they take with them; history says that it was taken.
pub async fn take_file(tx: &mut Tx, can: &CanKeepProfile, leader: LeaderId) -> Result<Known> {
    if can.keeper() != Keeper::Themselves {
        return Err(Error::NotFound);
    }
    let vault = tx.vault();
    let known = known(tx, &vault, leader).await?.ok_or(Error::NotFound)?;
    let subject = consent::subject(tx, leader).await?;
    history::record(tx, can.by(), Event::new(Act::LeaderFileTaken, subject)).await?;
    Ok(known)
}

/// The fields of which marks are made.
const MARKED: [ConsentField; 4] = [
    ConsentField::Name,
    ConsentField::Contact,
    ConsentField::Areas,
    ConsentField::Countries,
];

/// What became of what somebody said of a leader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// In which fields something else is known now.
    pub fields: Vec<ConsentField>,
    /// What became of another address that they say themselves.
    pub address: Option<address::Asking>,
}

/// Says what is known of a leader, in the fields that whoever says it may change; the others stay. Another address that leaders say
/// themselves counts when whoever reads it has confirmed. `Overtaken` if somebody changed it since it was seen, `NotFound` where they are none of the organization.
pub async fn keep_profile(
    tx: &mut Tx,
    can: &CanKeepProfile,
    leader: LeaderId,
    seen: i32,
    said: &Facts,
) -> Result<Kept> {
    if !is_theirs(tx, can, leader).await? {
        return Err(Error::NotFound);
    }
    lock(tx, leader).await?;
    let vault = tx.vault();
    let there = known(tx, &vault, leader).await?.ok_or(Error::NotFound)?;
    if there.revision != seen {
        return Err(Error::Overtaken);
    }
    let mut facts = there.facts.clone();
    let may_change = |field: &ConsentField| can.changes(*field, there.sources.get(field));
    for field in ConsentField::of_profile().filter(may_change) {
        facts.take(field, said);
    }
    let is_own = can.keeper() == Keeper::Themselves;
    let other_email = facts.email != there.facts.email;
    let asked = facts.email.clone().filter(|_| is_own && other_email);
    if asked.is_some() {
        facts.email.clone_from(&there.facts.email);
    }
    let changed: Vec<ConsentField> = ConsentField::of_profile()
        .filter(|field| facts.differ(&there.facts, *field))
        .collect();
    // Somebody with another name is somebody else, who comes by an amendment; nobody goes without a name.
    let first = |of: &Facts| of.names.first().map(|it| it.text.clone());
    let is_renamed = first(&facts) != first(&there.facts);
    if facts.names.is_empty() || (can.keeper() == Keeper::Organization && is_renamed) {
        return Err(Error::Denied(crate::actor::Denied::Forbidden));
    }
    let address = match asked {
        Some(email) => Some(address::ask(tx, can.by(), &there, email).await?),
        None if is_own && other_email => {
            address::leave(tx, can.by(), &there).await?;
            None
        }
        None if other_email => {
            address::prove(tx, leader).await?;
            None
        }
        None => None,
    };
    if changed.is_empty() {
        return Ok(Kept {
            fields: changed,
            address,
        });
    }
    write(tx, leader, &facts).await?;
    if changed.iter().any(|field| MARKED.contains(field)) {
        mark(tx, leader, &facts).await?;
    }
    source::write(tx, leader, (can.keeper(), can.organization()), &changed).await?;
    let subject = match can.organization() {
        Some(organization) => Subject::leader(leader).of_organization(organization),
        None => consent::subject(tx, leader).await?,
    };
    // Which fields, and never what they say.
    let fields: Vec<&str> = changed.iter().map(|field| field.code()).collect();
    let event = Event::new(Act::LeaderProfileChanged, subject).after(json!({ "fields": fields }));
    history::record(tx, can.by(), event).await?;
    if can.keeper() != Keeper::Themselves {
        tell_of_change(tx, &there).await?;
        if there.facts.email.is_none() && facts.email.is_some() {
            tell_later(tx, leader).await?;
        }
    }
    Ok(Kept {
        fields: changed,
        address,
    })
}

/// Seals it, and keeps the names in the clear as long as anybody may see them.
pub async fn write(tx: &mut Tx, leader: LeaderId, facts: &Facts) -> Result<()> {
    let (now, vault) = (tx.now(), tx.vault());
    let (names, private, profile) = facts.seal(&vault, leader)?;
    sqlx::query!(
        "update leaders set names_sealed = $2, private_sealed = $3, profile_sealed = $4, languages = $5, updated_at = $6,
            revision = revision + 1, public_names = case when agrees(id, 'name', 'public_page') then $7::jsonb end
         where id = $1",
        leader as _,
        names as _,
        private as _,
        profile as _,
        &facts.languages as _,
        now,
        json!(facts.names)
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whether somebody is a leader of whom this may be said: a team says it of those who lead its organization now or will.
pub(super) async fn is_theirs(tx: &mut Tx, can: &CanKeepProfile, leader: LeaderId) -> Result<bool> {
    let Some(organization) = can.organization() else {
        return Ok(true);
    };
    let today = tx.today();
    let of_now = can.keeper() == Keeper::Organization;
    let there = sqlx::query_scalar!(
        r#"select exists (select from leader_offices where leader_id = $1 and organization_id = $2
            and (not $3 or (mistaken_at is null and (until is null or until >= $4)))) as "there!""#,
        leader as _,
        organization as _,
        of_now,
        today
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(there)
}

/// Tells a leader that others changed what is known of them, at the address that was known before.
pub async fn tell_of_change(tx: &mut Tx, there: &Known) -> Result<()> {
    let Some(email) = there.facts.email.clone() else {
        return Ok(());
    };
    let Some(title) = organization_of(tx, there.id).await? else {
        return Ok(());
    };
    let to = Recipient::Address {
        email,
        lang: spoken(&there.facts.languages),
        account: None,
    };
    let letter = LetterToLeader::Changed {
        token: consent_token(&tx.vault(), there.id, there.link_version),
        title: title.to_string(),
    };
    notice::post(tx, to, Letter::Leader(letter)).await
}

/// What the organization is called in which somebody holds or last held office.
pub(super) async fn organization_of(
    conn: &mut PgConnection,
    leader: LeaderId,
) -> Result<Option<Line>> {
    Ok(sqlx::query_scalar!(
        r#"select o.name as "name: Line" from leader_offices f join organizations o on o.id = f.organization_id
         where f.leader_id = $1 order by f.mistaken_at is not null, f.until desc nulls first, f.id limit 1"#,
        leader as _
    )
    .fetch_optional(conn)
    .await?)
}
