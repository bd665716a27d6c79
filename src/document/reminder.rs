//! The ladder before a document's last day: thirty days, seven, and the day itself. Each step is told once, by letter.

use chrono::NaiveDate;

use crate::Result;
use crate::db::Tx;
use crate::ids::{AccountId, CaseId, DocumentId};
use crate::notice::{self, Letter, OfDocument, Recipient};
use crate::values::{InEveryLanguage, RegistryNumber};

/// How many are told of in one transaction.
const BATCH: i64 = 50;

struct Row {
    id: DocumentId,
    case_id: Option<CaseId>,
    number: Option<RegistryNumber>,
    name: Option<String>,
    title: Option<String>,
    days: i16,
    expires_on: NaiveDate,
    title_en: String,
    title_ru: String,
    title_ar: String,
    people: Vec<AccountId>,
}

/// Tells of documents that end soon or have ended; how many. Told are those who can add a newer one: owners and editors of the
/// organization, or the applicant while the case is open. A step that lay behind when the document was added is left out.
pub async fn remind(tx: &mut Tx) -> Result<usize> {
    let (today, now) = (tx.today(), tx.now());
    let rows = sqlx::query_as!(
        Row,
        r#"select d.id, d.case_id, o.number as "number?", o.name as "name?", c.title as "title?", step.days as "days!",
            d.expires_on as "expires_on!", i.title_en, i.title_ru, i.title_ar,
            case when o.id is not null then array(select t.account_id from organization_team t
                    where t.organization_id = o.id and t.until is null and t.role in ('owner', 'editor'))
                else array[c.applicant_id] end as "people!: Vec<AccountId>"
         from documents d
         join checklist_items i on i.id = d.item_id and i.version = d.item_version
         left join organizations o on o.id = d.organization_id
         left join cases c on c.id = d.case_id and d.organization_id is null
         cross join lateral (select (case when d.expires_on <= $1 then 0
            when d.expires_on <= $1 + 7 then 7 else 30 end)::smallint as days) step
         where d.superseded_at is null and d.expires_on <= $1 + 30
            and (o.standing not in ('struck_off', 'merged')
                or c.stage in ('draft', 'submitted', 'at_post', 'in_review', 'changes_requested', 'appealed'))
            and (d.added_at at time zone 'UTC')::date < d.expires_on - step.days
            and not exists (select from document_reminders r where r.document_id = d.id and r.days <= step.days)
         order by d.expires_on, d.id limit $2
         for update of d skip locked"#,
        today,
        BATCH,
    )
    .fetch_all(&mut **tx)
    .await?;
    for row in &rows {
        sqlx::query!(
            "insert into document_reminders (document_id, days, told_at) values ($1, $2, $3)",
            row.id as _,
            row.days,
            now
        )
        .execute(&mut **tx)
        .await?;
        let of = OfDocument {
            case: row.case_id.filter(|_| row.number.is_none()),
            organization: row.number,
            title: row.name.clone().or(row.title.clone()).unwrap_or_default(),
            item: InEveryLanguage {
                en: row.title_en.clone(),
                ru: row.title_ru.clone(),
                ar: row.title_ar.clone(),
            },
            expires_on: row.expires_on,
        };
        for account in &row.people {
            let letter = match row.days {
                0 => Letter::DocumentExpired(of.clone()),
                _ => Letter::DocumentExpiring(of.clone()),
            };
            notice::post(tx, Recipient::Account(*account), letter).await?;
        }
    }
    Ok(rows.len())
}
