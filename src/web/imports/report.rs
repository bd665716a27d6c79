//! The report of an import as a file.

use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use bytes::Bytes;
use futures_util::stream;

use super::show::said;
use crate::actor::Actor;
use crate::db::{Db, Tx};
use crate::ids::ImportId;
use crate::roster::import::{self, Lines};
use crate::roster::policy::{self, CanImport};
use crate::roster::write::CellWriter;
use crate::values::Lang;
use crate::web::{Answer, App, Chrome, Error, Path, Result, say};

/// The lines of one part.
const PART: i64 = 1_000;

/// A report that is being sent.
struct Sending {
    db: Db,
    granted: CanImport,
    id: ImportId,
    lang: Lang,
    after: (i64, i16),
    begun: bool,
}

pub(super) async fn show(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<ImportId>,
) -> Answer {
    let granted = policy::import(&actor)?;
    import::find(&mut tx, &granted, id)
        .await?
        .ok_or(Error::NotFound)?;
    // The texts of rows may name people: that somebody took them away is on record before they leave.
    import::report_taken(&mut tx, &granted, id).await?;
    let _ = tx.commit().await?;
    let sending = Sending {
        db: app.db.clone(),
        granted,
        id,
        lang: chrome.lang,
        after: (-1, 0),
        begun: false,
    };
    let parts = stream::try_unfold(Some(sending), async |sending| match sending {
        Some(sending) => sending.part().await,
        None => Ok(None),
    });
    Ok((
        [
            (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
            (
                CONTENT_DISPOSITION,
                format!("attachment; filename=\"import-{id}.csv\""),
            ),
        ],
        Body::from_stream(parts),
    )
        .into_response())
}

impl Sending {
    /// The next part, and what is left to send after it.
    async fn part(mut self) -> Result<Option<(Bytes, Option<Self>)>> {
        let mut read = self.db.read().await?;
        let vault = read.vault();
        let which = Lines {
            after: self.after,
            most: PART,
        };
        let lines = import::lines(&mut read, &vault, &self.granted, self.id, which).await?;
        drop(read);
        let broken = |error: std::io::Error| Error::Internal(error.to_string());
        let mut writer = CellWriter::new(Vec::new(), !self.begun).map_err(broken)?;
        let lang = self.lang;
        if !self.begun {
            let header = [
                "import-line",
                "import-fate",
                "import-field",
                "import-text",
                "import-reason",
            ];
            writer
                .write(header.map(|key| say::t(lang, key)))
                .map_err(broken)?;
        }
        for line in &lines {
            let fate = if line.refused {
                "import-fate-refused"
            } else {
                "import-fate-in"
            };
            let field = line.field.map_or("import-row", |field| field.key());
            writer
                .write([
                    line.line.to_string(),
                    say::t(lang, fate),
                    say::t(lang, field),
                    line.text.clone(),
                    said(lang, &line.key, &line.args),
                ])
                .map_err(broken)?;
        }
        let bytes = Bytes::from(writer.finish().map_err(broken)?);
        let last = lines.last().map(|line| (line.line, line.position));
        self.begun = true;
        Ok(match last {
            Some(last) if lines.len() as i64 == PART => {
                self.after = last;
                Some((bytes, Some(self)))
            }
            _ => Some((bytes, None)),
        })
    }
}
