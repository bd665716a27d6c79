//! What proves an office, in forms: a document of the organization, or the address of a page.

use chrono::NaiveDate;
use sqlx::PgConnection;

use crate::actor::Actor;
use crate::document;
use crate::leader::{Evidence, Unfit};
use crate::organization::{Organization, team};
use crate::values::{Lang, Problem, WebAddress};
use crate::vault::Vault;
use crate::web::{Fields, Mistakes, Reader, Result, urls};

/// The documents of an organization from which one is chosen: what each answers, and what it is called.
pub async fn documents(
    conn: &mut PgConnection,
    (vault, lang, today): (&Vault, Lang, NaiveDate),
    actor: &Actor,
    organization: &Organization,
) -> Result<Vec<(String, String)>> {
    let own = team::role_of_actor(conn, organization.id, actor).await?;
    let listed = document::policy::list_of_organization(actor, organization, own)?;
    let slots = document::shelf(conn, vault, &listed, today).await?;
    let labelled = slots.iter().flat_map(|slot| {
        let title = slot.item.asks.title.of(lang);
        let current = slot.current.iter();
        current.map(move |one| {
            (
                one.id.to_string(),
                format!("{title}: {}", one.name.shown(one.kind)),
            )
        })
    });
    Ok(labelled.collect())
}

/// What proves it, if anything is said to.
pub fn read(reader: &mut Reader<'_>) -> Option<Evidence> {
    let address = reader.optional("evidence_address", WebAddress::parse);
    let document = reader.optional("evidence_document", |text| {
        text.trim().parse().map_err(|_| Problem::UnknownCode)
    });
    match (document, address) {
        (Some(_), Some(_)) => {
            reader.mistake("evidence_address", "leaders-evidence-both");
            None
        }
        (Some(document), None) => Some(Evidence::Document(document)),
        (None, Some(address)) => Some(Evidence::Address(address)),
        (None, None) => None,
    }
}

/// The same, as a form begins with it.
pub fn fill(fields: &mut Fields, evidence: Option<&Evidence>) {
    match evidence {
        Some(Evidence::Document(id)) => fields.set("evidence_document", id.to_string()),
        Some(Evidence::Address(address)) => fields.set("evidence_address", address.as_str()),
        None => {}
    }
}

/// Where it can be read; empty where there is nothing.
pub fn href(evidence: Option<&Evidence>) -> String {
    match evidence {
        Some(Evidence::Document(id)) => urls::desk_document(*id),
        Some(Evidence::Address(address)) => address.to_string(),
        None => String::new(),
    }
}

/// A day, as the three fields of a form begin with it.
pub fn fill_day(fields: &mut Fields, field: &str, day: Option<NaiveDate>) {
    use chrono::Datelike as _;
    let Some(day) = day else { return };
    fields.set(&format!("{field}-day"), day.day().to_string());
    fields.set(&format!("{field}-month"), day.month().to_string());
    fields.set(&format!("{field}-year"), day.year().to_string());
}

/// Why something does not fit, at the field where it can be put right.
pub fn unfit(why: Unfit, last: &'static str, first: &'static str) -> Mistakes {
    match why {
        Unfit::EndsBeforeItBegins => Mistakes::one(last, "leaders-ends-before"),
        Unfit::Overlaps => Mistakes::one(first, "leaders-overlaps"),
        Unfit::NoLastDay => Mistakes::one(last, "leaders-day-missing"),
        Unfit::Already => Mistakes::one("successor", "leaders-already"),
        Unfit::NotThem => Mistakes::one("successor", "leaders-not-them"),
        Unfit::NotItsDocument => Mistakes::one("evidence_document", Problem::UnknownCode.key()),
    }
}
