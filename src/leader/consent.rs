//! Consents: what of a leader may be used for what, since when, and how we know. Given or withdrawn, they work at once
//! everywhere: whoever reads asks the database's `agrees`, and nobody keeps an answer.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use serde_json::json;
use sqlx::PgConnection;

use super::person::{LeaderName, NAMES};
use super::policy::{CanKeepConsents, CanWithdraw};
use crate::actor::{Actor, Denied};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{ConsentId, LeaderId, OfficeId};
use crate::values::{Line, Problem, codes};
use crate::{Error, Result};

codes! {
    /// What a leader agrees to.
    pub enum ConsentPurpose {
        PublicPage = "public_page",
        Invitations = "invitations",
        Sharing = "sharing",
    }

    /// What of a leader they agree about. Without the name nothing else is shown of anybody.
    pub enum ConsentField {
        Name = "name",
        Office = "office",
        Languages = "languages",
        Contact = "contact",
        Areas = "areas",
        Countries = "countries",
        Honours = "honours",
        Statements = "statements",
        Engagements = "engagements",
    }

    /// How we know that they agreed.
    pub enum ConsentMeans {
        Registration = "registration",
        Letter = "letter",
        InPerson = "in-person",
        Themselves = "themselves",
    }
}

/// The version of the words that leaders agree to today.
const WORDS: &str = "2026-11";

/// The table of consents, for whoever looks at whole rows of it. Whether one is in force is asked with `agrees`.
pub const CONSENTS: &str = "leader_consents";

/// Where it is sealed to whom somebody said that they agree.
const SPOKEN_TO: &str = "leader_consents.spoken_to";

/// One thing that somebody agrees to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Agreement {
    /// For what.
    pub purpose: ConsentPurpose,
    /// What of them.
    pub field: ConsentField,
}

/// What is withdrawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withdrawn {
    /// All of it.
    Everything,
    /// All that was for a purpose.
    Purpose(ConsentPurpose),
    /// One thing. Whoever withdraws the name withdraws the purpose.
    One(Agreement),
}

/// A consent to record.
#[derive(Clone, Debug)]
pub struct Given {
    /// To what.
    pub agreements: Vec<Agreement>,
    /// How we know.
    pub means: ConsentMeans,
    /// The day on which they agreed.
    pub given_on: NaiveDate,
    /// To whom they said it, where it was said.
    pub spoken_to: Option<Line>,
}

/// A consent in force.
#[derive(Clone, Debug)]
pub struct Consent {
    /// To what.
    pub agreement: Agreement,
    /// In which version of the words.
    pub words: String,
    /// How we know.
    pub means: ConsentMeans,
    /// Since which day.
    pub given_on: NaiveDate,
}

impl Agreement {
    /// Everything that can be agreed to, by purpose.
    pub fn all() -> impl Iterator<Item = Self> {
        ConsentPurpose::ALL.iter().flat_map(|purpose| {
            ConsentField::ALL.iter().map(|field| Self {
                purpose: *purpose,
                field: *field,
            })
        })
    }

    /// The word that stands for it in forms.
    pub fn code(self) -> String {
        format!("{}.{}", self.purpose, self.field)
    }

    /// Reads that word.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let (purpose, field) = text.split_once('.').ok_or(Problem::UnknownCode)?;
        Ok(Self {
            purpose: ConsentPurpose::from_code(purpose).ok_or(Problem::UnknownCode)?,
            field: ConsentField::from_code(field).ok_or(Problem::UnknownCode)?,
        })
    }
}

impl Withdrawn {
    /// Reads what a form says: `everything`, a purpose, or an agreement.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        if text == "everything" {
            return Ok(Self::Everything);
        }
        match ConsentPurpose::from_code(text) {
            Some(purpose) => Ok(Self::Purpose(purpose)),
            None => Agreement::parse(text).map(Self::One),
        }
    }

    /// The purpose and the field, where it is not about all.
    const fn parts(self) -> (Option<ConsentPurpose>, Option<ConsentField>) {
        match self {
            Self::Everything => (None, None),
            Self::Purpose(purpose) => (Some(purpose), None),
            Self::One(Agreement { purpose, field }) => match field {
                ConsentField::Name => (Some(purpose), None),
                field => (Some(purpose), Some(field)),
            },
        }
    }
}

/// The consents of some leaders that are in force, by purpose.
pub async fn consents(
    conn: &mut PgConnection,
    leaders: &[LeaderId],
) -> Result<Vec<(LeaderId, Consent)>> {
    let rows = sqlx::query!(
        "select leader_id, purpose, field, text_version, means, given_on
         from leader_consents where leader_id = any($1) and withdrawn_at is null
         order by array_position(array['public_page', 'invitations', 'sharing'], purpose),
            array_position(array['name', 'office', 'languages', 'contact', 'areas', 'countries', 'honours', 'statements',
                'engagements'], field)",
        leaders as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let consent = Consent {
                agreement: Agreement {
                    purpose: row.purpose,
                    field: row.field,
                },
                words: row.text_version,
                // Older words for it: it came with a form.
                means: ConsentMeans::from_code(&row.means).unwrap_or(ConsentMeans::Registration),
                given_on: row.given_on,
            };
            (row.leader_id, consent)
        })
        .collect())
}

/// A consent of whatever time.
#[derive(Clone, Debug, Serialize)]
pub struct Past {
    /// For what.
    pub purpose: ConsentPurpose,
    /// What of them.
    pub field: ConsentField,
    /// In which version of the words.
    pub words: String,
    /// How we know.
    pub means: String,
    /// Since which day.
    pub given_on: NaiveDate,
    /// When it ended.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

/// Every consent that a leader ever gave, the oldest first.
pub async fn past(conn: &mut PgConnection, leader: LeaderId) -> Result<Vec<Past>> {
    Ok(sqlx::query_as!(
        Past,
        "select purpose, field, text_version as words, means, given_on, withdrawn_at
         from leader_consents where leader_id = $1 order by given_at, id",
        leader as _
    )
    .fetch_all(conn)
    .await?)
}

/// Records consents. How many were not in force already. Where it is not the leader who gives them, what they took back themselves is
/// not among them, unless they agreed to it on a later day; and they are told.
pub async fn give_consent(
    tx: &mut Tx,
    can: &CanKeepConsents,
    leader: LeaderId,
    given: &Given,
) -> Result<usize> {
    if !can.may_agree() {
        return Err(Denied::Forbidden.into());
    }
    let written = write(tx, can.by(), leader, given).await?;
    if written > 0 && given.means != ConsentMeans::Themselves {
        tell_later(tx, leader).await?;
    }
    Ok(written)
}

/// What a leader took back themselves and did not agree to since, and on which day.
pub async fn taken_back(
    conn: &mut PgConnection,
    leader: LeaderId,
) -> Result<Vec<(Agreement, NaiveDate)>> {
    let (mut purposes, mut fields) = (Vec::new(), Vec::new());
    for Agreement { purpose, field } in Agreement::all() {
        purposes.push(purpose.code().to_owned());
        fields.push(field.code().to_owned());
    }
    let rows = sqlx::query!(
        r#"select asked.purpose as "purpose!: ConsentPurpose", asked.field as "field!: ConsentField",
            took_back($1, asked.field, asked.purpose) as day
         from unnest($2::text[], $3::text[]) as asked (purpose, field)"#,
        leader as _,
        &purposes,
        &fields
    )
    .fetch_all(conn)
    .await?;
    let taken = |(purpose, field, day): (_, _, Option<NaiveDate>)| {
        day.map(|day| (Agreement { purpose, field }, day))
    };
    Ok(rows
        .into_iter()
        .filter_map(|row| taken((row.purpose, row.field, row.day)))
        .collect())
}

/// Of these offices, those whose holder took back themselves that their name is shown to anybody.
pub async fn not_to_be_shown(
    conn: &mut PgConnection,
    offices: &[OfficeId],
) -> Result<Vec<OfficeId>> {
    Ok(sqlx::query_scalar!(
        "select id from leader_offices
         where id = any($1) and mistaken_at is null and took_back(leader_id, 'name', 'public_page') is not null",
        offices as _
    )
    .fetch_all(conn)
    .await?)
}

/// Marks a leader of whom others recorded that they agree: a letter tells them so, where an address of theirs is known.
async fn tell_later(tx: &mut Tx, leader: LeaderId) -> Result<()> {
    sqlx::query!(
        "update leaders set consents_to_be_told = true where id = $1 and private_sealed is not null",
        leader as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Records that consents were withdrawn: from this moment on nobody is shown what they allowed. `Overtaken` where none of
/// them was in force.
pub async fn withdraw_consent(
    tx: &mut Tx,
    can: &CanWithdraw,
    leader: LeaderId,
    what: Withdrawn,
) -> Result<()> {
    match end(tx, (can.by(), can.is_their_word()), leader, what).await? {
        0 => Err(Error::Overtaken),
        _ => Ok(()),
    }
}

/// Ends consents, and notes whether that is the leader's own word. How many were in force.
pub(super) async fn end(
    tx: &mut Tx,
    (by, is_their_word): (&Actor, bool),
    leader: LeaderId,
    what: Withdrawn,
) -> Result<usize> {
    names_for_update(tx, leader).await?;
    let now = tx.now();
    let (purpose, field) = what.parts();
    let ended = sqlx::query!(
        "update leader_consents set withdrawn_at = $4, withdrawn_by_themselves = $5
         where leader_id = $1 and ($2::text is null or purpose = $2) and ($3::text is null or field = $3)
            and withdrawn_at is null
         returning purpose, field",
        leader as _,
        purpose.map(ConsentPurpose::code),
        field.map(ConsentField::code),
        now,
        is_their_word
    )
    .fetch_all(&mut **tx)
    .await?;
    if ended.is_empty() {
        return Ok(0);
    }
    sqlx::query!(
        "update leaders set public_names = case when agrees(id, 'name', 'public_page') then public_names end, updated_at = $2
         where id = $1",
        leader as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    let codes: Vec<String> = ended
        .iter()
        .map(|it| {
            let (purpose, field) = (it.purpose, it.field);
            Agreement { purpose, field }.code()
        })
        .collect();
    let subject = subject(tx, leader).await?;
    let event = Event::new(Act::LeaderConsentWithdrawn, subject).before(json!({ "to": codes }));
    history::record(tx, by, event).await?;
    Ok(ended.len())
}

/// Writes what a form says with its one mark: that somebody agreed to be shown with name and office, and with the languages
/// that they speak where it says them.
pub(super) async fn write_shown(
    tx: &mut Tx,
    by: &Actor,
    leader: LeaderId,
    means: ConsentMeans,
    with_languages: bool,
) -> Result<usize> {
    let fields = [ConsentField::Name, ConsentField::Office].into_iter();
    let purpose = ConsentPurpose::PublicPage;
    let given = Given {
        agreements: fields
            .chain(with_languages.then_some(ConsentField::Languages))
            .map(|field| Agreement { purpose, field })
            .collect(),
        means,
        given_on: tx.today(),
        spoken_to: None,
    };
    write(tx, by, leader, &given).await
}

/// The same, of somebody whom the registry knows: they are told.
pub(super) async fn write_shown_again(tx: &mut Tx, by: &Actor, leader: LeaderId) -> Result<()> {
    if write_shown(tx, by, leader, ConsentMeans::Registration, false).await? > 0 {
        tell_later(tx, leader).await?;
    }
    Ok(())
}

async fn write(tx: &mut Tx, by: &Actor, leader: LeaderId, given: &Given) -> Result<usize> {
    let names = names_for_update(tx, leader).await?;
    let (now, vault) = (tx.now(), tx.vault());
    let mut written = Vec::new();
    // At most some two dozen, in one form.
    for Agreement { purpose, field } in &given.agreements {
        let id = ConsentId::fresh();
        let spoken_to = given
            .spoken_to
            .as_ref()
            .map(|to| vault.seal_text(SPOKEN_TO, id, to.as_str()))
            .transpose()?;
        let rows = sqlx::query!(
            "insert into leader_consents (id, leader_id, purpose, field, text_version, means, given_at, given_on,
                spoken_to_sealed)
             select $1, $2, $3, $4, $5, $6, $7, $8, $9
             where $6 = 'themselves' or took_back($2, $4, $3) is null or $6 <> 'registration' and took_back($2, $4, $3) < $8
             on conflict (leader_id, field, purpose) where withdrawn_at is null do nothing",
            id as _,
            leader as _,
            purpose.code(),
            field.code(),
            WORDS,
            given.means.code(),
            now,
            given.given_on,
            spoken_to as _
        )
        .execute(&mut **tx)
        .await?
        .rows_affected();
        if rows == 1 {
            written.push(format!("{purpose}.{field}"));
        }
    }
    if written.is_empty() {
        return Ok(0);
    }
    sqlx::query!(
        "update leaders set public_names = case when agrees(id, 'name', 'public_page') then $2::jsonb end, updated_at = $3
         where id = $1",
        leader as _,
        json!(names),
        now
    )
    .execute(&mut **tx)
    .await?;
    let subject = subject(tx, leader).await?;
    let after =
        json!({ "to": written, "means": given.means.code(), "words": WORDS, "on": given.given_on });
    let event = Event::new(Act::LeaderConsentGiven, subject).after(after);
    history::record(tx, by, event).await?;
    Ok(written.len())
}

/// Leaves one of two entries the consents that both gave, and the other none: of two that become one, the stricter counts.
pub async fn narrow_consents(tx: &mut Tx, survivor: LeaderId, other: LeaderId) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update leader_consents c set withdrawn_at = $3
         where c.withdrawn_at is null and (c.leader_id = $2
            or c.leader_id = $1 and not agrees($2, c.field, c.purpose)
            or c.leader_id = $1 and not agrees($2, 'name', c.purpose))",
        survivor as _,
        other as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update leaders set public_names = case when agrees(id, 'name', 'public_page') then public_names end
         where id = $1",
        survivor as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The leader's names; nobody else changes this leader's consents until the transaction ends.
async fn names_for_update(tx: &mut Tx, leader: LeaderId) -> Result<Vec<LeaderName>> {
    let sealed = sqlx::query_scalar!(
        "select names_sealed from leaders where id = $1 for update",
        leader as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::NotFound)?;
    Ok(tx.vault().open_json(NAMES, leader, &sealed)?)
}

/// The leader, on the page of the organization where they hold or last held office.
pub(super) async fn subject(tx: &mut Tx, leader: LeaderId) -> Result<Subject> {
    let organization = sqlx::query_scalar!(
        "select organization_id from leader_offices where leader_id = $1 order by mistaken_at is not null, until desc nulls first, id limit 1",
        leader as _
    )
    .fetch_optional(&mut **tx)
    .await?;
    let subject = Subject::leader(leader);
    Ok(match organization {
        Some(organization) => subject.of_organization(organization),
        None => subject,
    })
}
