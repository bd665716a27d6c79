//! Everything that is kept of a leader as a file, for themselves: they may take it with them.

use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse as _;
use serde_json::json;

use super::themselves::whose;
use crate::actor::Actor;
use crate::db::Tx;
use crate::leader;
use crate::web::{Answer, Error, Path};

/// `POST /consents/{token}/file`. A form sends it, because that it was taken is on record.
pub async fn create(actor: Actor, mut tx: Tx, Path(token): Path<String>) -> Answer {
    let vault = tx.vault();
    let (id, can) = whose(&mut tx, &vault, &actor, &token).await?;
    let can = can.profile().ok_or(Error::NotFound)?;
    let known = leader::take_file(&mut tx, &can, id).await?;
    let offices = leader::offices(&mut tx, id).await?;
    let consents = leader::past(&mut tx, id).await?;
    let day = tx.today();
    let _ = tx.commit().await?;
    let sources = known.sources.iter().map(|(field, it)| {
        let number = it.organization.map(|(_, number)| number);
        let said = json!({ "by": it.keeper, "organization": number, "at": it.at });
        (field.code().to_owned(), said)
    });
    let offices = offices.iter().map(|(office, of)| {
        json!({
            "title": office.title,
            "office": office.office,
            "acting": office.acting,
            "since": office.since,
            "until": office.until,
            "by_mistake": office.is_mistaken,
            "organization": { "number": of.number, "name": of.name },
        })
    });
    let file = json!({
        "id": id,
        "entered_at": known.created_at,
        "known": known.facts,
        "said_by": sources.collect::<serde_json::Map<_, _>>(),
        "offices": offices.collect::<Vec<_>>(),
        "consents": consents,
    });
    let text = format!("{file:#}\n");
    Ok((
        [
            (CACHE_CONTROL, "no-store".to_owned()),
            (CONTENT_TYPE, "application/json".to_owned()),
            (
                CONTENT_DISPOSITION,
                format!("attachment; filename=\"concord-{day}.json\""),
            ),
        ],
        text,
    )
        .into_response())
}
