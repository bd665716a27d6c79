//! Contributions as a file, sent as it is made and safe to open in any spreadsheet.

use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use bytes::Bytes;
use futures_util::{StreamExt, TryStreamExt, stream};
use tokio::sync::mpsc;

use crate::actor::Actor;
use crate::contribution::policy::CanExport;
use crate::contribution::{self, Listed, Whose, policy};
use crate::db::{Db, Tx};
use crate::organization;
use crate::roster::export::ExportError;
use crate::roster::write::CellWriter;
use crate::say;
use crate::values::{Lang, RegistryNumber};
use crate::web::teams::own as own_organization;
use crate::web::{Answer, App, Chrome, Error, Path, Query};

/// How many rows are collected before they go on.
const PART: usize = 100;
/// The keys of the headers.
const HEADER: [&str; 13] = [
    "contributions-day",
    "coordination-number",
    "coordination-organization",
    "initiatives-caption",
    "contributions-homeland",
    "contributions-kind",
    "contributions-amount",
    "contributions-measure",
    "contributions-evidence",
    "contributions-review",
    "contributions-public",
    "contributions-words",
    "contributions-id",
];

/// `GET /desk/contributions.csv`: of everybody, of one `organization`, or to one `initiative`.
pub async fn all(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Query(fields): Query,
) -> Answer {
    let whose = match (fields.get("organization"), fields.get("initiative")) {
        ("", "") => Whose::All,
        ("", id) => Whose::Initiative(id.parse().map_err(|_| Error::NotFound)?),
        (number, _) => {
            policy::see_all(&actor)?;
            let number = RegistryNumber::parse(number).map_err(|_| Error::NotFound)?;
            let found = organization::find_by_number(&mut tx, number).await?;
            Whose::Organization(found.ok_or(Error::NotFound)?.id)
        }
    };
    let granted = policy::export(&actor, whose)?;
    send(&app, tx, chrome.lang, granted).await
}

/// `GET /home/organizations/{number}/contributions.csv`
pub async fn own(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(number): Path<String>,
) -> Answer {
    let (organization, role) = own_organization(&mut tx, &actor, &number).await?;
    let granted = policy::export_own(&actor, &organization, role)?;
    send(&app, tx, chrome.lang, granted).await
}

/// The file. That it left is on record before it leaves; one that breaks off has no end, so no browser takes it for whole.
async fn send(app: &App, mut tx: Tx, lang: Lang, granted: CanExport) -> Answer {
    contribution::taken_away(&mut tx, &granted).await?;
    let _ = tx.commit().await?;
    let (to, from) = mpsc::channel(4);
    let db = app.db.clone();
    tokio::spawn(async move {
        if let Err(error) = parts(&db, lang, granted.whose(), &to).await {
            let _ = to.send(Err(error)).await;
        }
    });
    // Compression asks once more after the end.
    let parts = stream::unfold(from, async |mut from| {
        let part = from.recv().await?;
        Some((part, from))
    })
    .fuse();
    let day = app.db.clock().now().date_naive();
    Ok((
        [
            (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
            (
                CONTENT_DISPOSITION,
                format!("attachment; filename=\"contributions-{day}.csv\""),
            ),
        ],
        Body::from_stream(parts),
    )
        .into_response())
}

async fn parts(
    db: &Db,
    lang: Lang,
    whose: Whose,
    to: &mpsc::Sender<Result<Bytes, ExportError>>,
) -> Result<(), ExportError> {
    let mut read = db.read().await?;
    let mut rows = contribution::rows(&mut read, whose);
    let mut writer = CellWriter::new(Vec::new(), true)?;
    writer.write(HEADER.map(|key| say::t(lang, key)))?;
    let mut pending = 0;
    while let Some(row) = rows.try_next().await? {
        writer.write(cells(lang, &row))?;
        pending += 1;
        if pending == PART {
            pending = 0;
            let part = Bytes::from(writer.finish()?);
            to.send(Ok(part)).await.map_err(|_| ExportError::Gone)?;
            writer = CellWriter::new(Vec::new(), false)?;
        }
    }
    let part = Bytes::from(writer.finish()?);
    to.send(Ok(part)).await.map_err(|_| ExportError::Gone)
}

fn cells(lang: Lang, row: &Listed) -> [String; 13] {
    let yes_or_no = match row.is_for_public {
        true => "contributions-yes",
        false => "contributions-no",
    };
    [
        row.given_on.to_string(),
        row.organization.to_string(),
        row.name.to_string(),
        row.title.as_deref().unwrap_or_default().to_owned(),
        row.homeland.map_or("", |it| it.name(lang)).to_owned(),
        say::t(lang, row.kind.key()),
        row.amount.plain(),
        row.amount.measure.code().to_owned(),
        say::t(lang, row.evidence.key()),
        say::t(lang, row.review.key()),
        say::t(lang, yes_or_no),
        row.words.as_deref().unwrap_or_default().to_owned(),
        row.id.to_string(),
    ]
}
