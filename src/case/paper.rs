//! Forms filled in on paper: who signed one, how they are reached, and the record's way into the hands of its own people.

use chrono::NaiveDate;
use serde_json::json;
use sqlx::PgConnection;

use super::policy::{CanEdit, CanRead, CanTypeIn};
use super::typist::typists;
use super::{Case, draft, save};
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, CaseId, OrganizationId};
use crate::notice::{self, Letter, Recipient};
use crate::values::{Country, Email, Lang, Line, Phone, RegistryNumber, Role, TrackingNumber};
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// Where the names of those who signed are sealed.
const SIGNER: &str = "case_papers.signer";
/// Where their addresses are sealed.
const EMAIL: &str = "case_papers.email";
/// Where their telephone numbers are sealed.
const PHONE: &str = "case_papers.phone";

/// What stands on a paper form of whoever filled it in. `Debug` shows none of it.
#[derive(Clone, PartialEq, Eq)]
pub struct NewPaper {
    /// Who signed it.
    pub signer: Line,
    /// Where they are written to.
    pub email: Option<Email>,
    /// Where they are called.
    pub phone: Option<Phone>,
    /// The day on it.
    pub signed_on: NaiveDate,
    /// The language in which they are written to.
    pub lang: Lang,
}

/// The same as it was typed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// What stands on it.
    pub says: NewPaper,
    /// Whether a post typed it in, rather than the board.
    pub by_post: bool,
    /// Where the organization works, as far as the case knows.
    pub host: Option<Country>,
}

impl std::fmt::Debug for NewPaper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NewPaper({})", self.signed_on)
    }
}

/// Starts a registration on behalf of whoever filled in a paper form.
pub async fn type_in(tx: &mut Tx, granted: CanTypeIn, new: &NewPaper) -> Result<CaseId> {
    let host = granted.host();
    let start = granted.into_start();
    let person = start.by().clone();
    let id = draft::start(tx, start).await?;
    sqlx::query!(
        "update cases set typed_by = applicant_id, host_country = $2 where id = $1",
        id as _,
        host as _,
    )
    .execute(&mut **tx)
    .await?;
    let (signer, email, phone) = seal(&tx.vault(), id, new)?;
    sqlx::query!(
        "insert into case_papers (case_id, signer_sealed, email_sealed, phone_sealed, signed_on, lang, by_post)
         values ($1, $2, $3, $4, $5, $6, $7)",
        id as _,
        signer as _,
        email as _,
        phone as _,
        new.signed_on,
        new.lang as _,
        person.role == Role::PostOfficer,
    )
    .execute(&mut **tx)
    .await?;
    let subject = Subject::case(id, None).of_case(id);
    let event = Event::new(Act::CaseTypedIn, subject)
        .after(json!({ "host_country": host, "signed_on": new.signed_on, "lang": new.lang }));
    history::record(tx, &Actor::Person(person), event).await?;
    Ok(id)
}

/// Puts right what was typed of the paper itself, as long as the form can be written in.
pub async fn revise(tx: &mut Tx, granted: CanEdit, says: &NewPaper) -> Result<()> {
    let case = granted.case();
    save::lock(tx, case).await?;
    let (signer, email, phone) = seal(&tx.vault(), case.id, says)?;
    let revised = sqlx::query!(
        "update case_papers set signer_sealed = $2, email_sealed = $3, phone_sealed = $4, signed_on = $5, lang = $6
         where case_id = $1",
        case.id as _,
        signer as _,
        email as _,
        phone as _,
        says.signed_on,
        says.lang as _,
    )
    .execute(&mut **tx)
    .await?;
    if revised.rows_affected() == 0 {
        return Err(Error::NotFound);
    }
    let event = Event::new(Act::CasePaperCorrected, save::subject(case))
        .after(json!({ "signed_on": says.signed_on, "lang": says.lang }));
    history::record(tx, granted.by(), event).await
}

type SealedPaper = (Sealed, Option<Sealed>, Option<Sealed>);

fn seal(vault: &Vault, id: CaseId, says: &NewPaper) -> Result<SealedPaper> {
    let email = says.email.as_ref();
    let phone = says.phone.as_ref();
    Ok((
        vault.seal_text(SIGNER, id, &says.signer)?,
        email
            .map(|email| vault.seal_text(EMAIL, id, email.as_str()))
            .transpose()?,
        phone
            .map(|phone| vault.seal_text(PHONE, id, phone.as_str()))
            .transpose()?,
    ))
}

/// The paper that a case was typed in from, if it was.
pub async fn paper(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanRead,
) -> Result<Option<Paper>> {
    load(conn, vault, granted.case().id).await
}

async fn load(conn: &mut PgConnection, vault: &Vault, id: CaseId) -> Result<Option<Paper>> {
    const BROKEN: Error = Error::Contradiction("a paper with what nobody could have typed");
    let row = sqlx::query!(
        r#"select p.signer_sealed as "signer: Sealed", p.email_sealed as "email: Sealed",
            p.phone_sealed as "phone: Sealed", p.signed_on, p.lang as "lang: Lang", p.by_post,
            c.host_country as "host: Country"
         from case_papers p join cases c on c.id = p.case_id where p.case_id = $1"#,
        id as _
    )
    .fetch_optional(conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let open = |place, sealed: Option<Sealed>| -> Result<Option<String>> {
        Ok(sealed
            .map(|sealed| vault.open_text(place, id, &sealed))
            .transpose()?)
    };
    let signer = vault.open_text(SIGNER, id, &row.signer)?;
    let email = open(EMAIL, row.email)?.map(|email| Email::parse(&email));
    let phone = open(PHONE, row.phone)?.map(|phone| Phone::parse(&phone));
    Ok(Some(Paper {
        says: NewPaper {
            signer: Line::parse(&signer, signer.len()).map_err(|_| BROKEN)?,
            email: email.transpose().map_err(|_| BROKEN)?,
            phone: phone.transpose().map_err(|_| BROKEN)?,
            signed_on: row.signed_on,
            lang: row.lang,
        },
        by_post: row.by_post,
        host: row.host,
    }))
}

/// Writes to whoever signed the paper what their typist is written, if they gave an address. They have no account: the letter
/// says it in its own words, and leads nowhere.
pub(super) async fn tell(tx: &mut Tx, case: &Case, letter: Letter) -> Result<()> {
    let vault = tx.vault();
    let Some(paper) = load(tx, &vault, case.id).await? else {
        return Err(Error::Contradiction("typed in from no paper"));
    };
    let Some(email) = paper.says.email else {
        return Ok(());
    };
    let to = Recipient::Address {
        email,
        lang: paper.says.lang,
        account: None,
    };
    let post = paper.host.filter(|_| paper.by_post);
    let letter = Letter::OnPaper {
        letter: Box::new(letter),
        post,
    };
    notice::post(tx, to, letter).await
}

/// The case from which an organization came that was typed in and that nobody took over.
pub async fn typed_for(
    conn: &mut PgConnection,
    organization: OrganizationId,
) -> Result<Option<CaseId>> {
    Ok(sqlx::query_scalar!(
        "select id from cases where organization_id = $1 and typed_by is not null and applicant_id = typed_by
         order by created_at limit 1",
        organization as _
    )
    .fetch_optional(conn)
    .await?)
}

/// The record is somebody's own from now on: the applicant's place is theirs, whoever typed it in writes in it no more, and is
/// told. Nothing happens where the record is not, or not any more, in a typist's hands. Hold the team before.
pub async fn take_over(
    tx: &mut Tx,
    by: &Actor,
    (case, organization): (CaseId, Option<(OrganizationId, RegistryNumber)>),
    account: AccountId,
) -> Result<bool> {
    let taken = sqlx::query!(
        r#"update cases set applicant_id = $2, revision = revision + 1
         where id = $1 and applicant_id = typed_by and typed_by <> $2
         returning typed_by as "typed_by!: AccountId", number as "number: TrackingNumber", title"#,
        case as _,
        account as _,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(taken) = taken else { return Ok(false) };
    let mut subject = Subject::case(case, taken.number).of_case(case);
    if let Some((organization, _)) = organization {
        subject = subject.of_organization(organization);
    }
    let event = Event::new(Act::RecordHandedOver, subject)
        .before(json!({ "account": taken.typed_by }))
        .after(json!({ "account": account }));
    history::record(tx, by, event).await?;
    let letter = Letter::RecordHandedOver {
        title: taken.title,
        case: taken.number.map(|_| case),
        organization: organization.map(|(_, number)| number),
    };
    let along = typists(tx, case).await?;
    for typist in std::iter::once(taken.typed_by).chain(along) {
        notice::post(tx, Recipient::Account(typist), letter.clone()).await?;
    }
    Ok(true)
}
