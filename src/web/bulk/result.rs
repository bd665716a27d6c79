//! What became of each organization, as a file that is safe to open in any spreadsheet.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;

use crate::actor::Actor;
use crate::bulk::{self, MOST, Which};
use crate::db::Tx;
use crate::ids::BulkId;
use crate::roster::write::CellWriter;
use crate::say;
use crate::web::{Answer, Chrome, Error, Path};

/// `GET /desk/bulk/{id}/result.csv`
pub(super) async fn show(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(id): Path<BulkId>,
) -> Answer {
    let (vault, lang) = (tx.vault(), chrome.lang);
    let act = bulk::find(&mut tx, &vault, &actor, id).await?;
    let which = Which {
        most: i64::try_from(MOST).unwrap_or(i64::MAX),
        ..Which::default()
    };
    let rows = bulk::rows(&mut tx, &actor, &act, which).await?;
    // That it left is on record before it leaves.
    bulk::taken_away(&mut tx, &actor, &act).await?;
    let _ = tx.commit().await?;
    let broken = |error: std::io::Error| Error::Internal(error.to_string());
    let mut writer = CellWriter::new(Vec::new(), true).map_err(broken)?;
    let header = [
        "bulk-col-number",
        "bulk-col-name",
        "bulk-col-host",
        "bulk-col-fate",
    ];
    writer
        .write(header.map(|key| say::t(lang, key)))
        .map_err(broken)?;
    for row in rows {
        let cells = [
            row.number.to_string(),
            row.name,
            row.host_country.name(lang).to_owned(),
            say::t(lang, row.fate.key()),
        ];
        writer.write(cells).map_err(broken)?;
    }
    let file = writer.finish().map_err(broken)?;
    Ok((
        [
            (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
            (
                CONTENT_DISPOSITION,
                format!("attachment; filename=\"bulk-{id}.csv\""),
            ),
        ],
        file,
    )
        .into_response())
}
