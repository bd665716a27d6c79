//! Letting a file in: it is opened while somebody waits, and read while they look at its page.

use axum::extract::{Request, State};
use axum::http::StatusCode;

use super::upload::Upload;
use super::{columns, new, urls};
use crate::actor::Actor;
use crate::roster::import::{self, ImportError, Order};
use crate::roster::{ColumnMap, OpenError, policy};
use crate::values::Arg;
use crate::web::{Answer, App, Chrome, Error, Mistakes, Result, Sheet, see};

pub(super) async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    request: Request,
) -> Answer {
    let granted = policy::import(&actor)?;
    let mut upload = Upload::take(&app, request).await?;
    let map = map(&mut upload);
    if upload.file.is_none() && upload.mistakes.iter().all(|one| one.field != "file") {
        upload.mistakes.add("file", "import-file-missing");
    }
    if !upload.mistakes.is_empty() {
        upload.lost();
    }
    let has_map = upload.map.is_some();
    let (Some((file_name, file)), Some(map), true) = (upload.file, map, upload.mistakes.is_empty())
    else {
        let form = Sheet::with(upload.fields, upload.mistakes);
        return new::page(&chrome, StatusCode::UNPROCESSABLE_ENTITY, form);
    };
    let order = Order {
        file_name,
        map,
        dry_run: upload.fields.has("dry_run", "yes"),
    };
    let started = match import::start(&app.db, granted, file, order).await {
        Ok(started) => started,
        Err(error) => {
            let mut mistakes = refused(error)?;
            if has_map {
                mistakes.lost("map");
            }
            let form = Sheet::with(upload.fields, mistakes);
            return new::page(&chrome, StatusCode::UNPROCESSABLE_ENTITY, form);
        }
    };
    let id = started.id;
    tokio::spawn(async move {
        if let Err(error) = started.run(None).await {
            tracing::warn!(import = %id, key = error.key(), "an import did not reach its end");
        }
    });
    see(urls::import(id))
}

/// The column map that was chosen: `Some(None)` for Concord's own columns, nothing if it cannot be used.
fn map(upload: &mut Upload) -> Option<Option<ColumnMap>> {
    let chosen = upload.fields.get("columns").to_owned();
    let read = match chosen.as_str() {
        columns::OWN => return Some(None),
        columns::UPLOAD => {
            let Some(bytes) = &upload.map else {
                if upload.mistakes.iter().all(|one| one.field != "map") {
                    upload.mistakes.add("map", "import-map-missing");
                }
                return None;
            };
            ColumnMap::parse(&String::from_utf8_lossy(bytes))
        }
        code => match columns::shipped(code) {
            Some(read) => read,
            None => {
                upload.mistakes.add("columns", "import-columns-missing");
                return None;
            }
        },
    };
    match read {
        Ok(map) => Some(Some(map)),
        Err(error) => {
            let why = vec![("why", Arg::Text(error.to_string()))];
            upload.mistakes.add_with("map", "roster-bad-map", why);
            None
        }
    }
}

/// Why the file cannot be read, at its field; whatever is our own fault is none of the form's.
fn refused(error: ImportError) -> Result<Mistakes> {
    let mut mistakes = Mistakes::default();
    match error {
        ImportError::Open(OpenError::Columns(columns)) => {
            for column in columns {
                mistakes.add_with("file", column.key(), column.args());
            }
        }
        ImportError::Open(error) => mistakes.add_with("file", error.key(), error.args()),
        ImportError::Busy => mistakes.add("file", "import-busy"),
        ImportError::Registry(error) => return Err(error.into()),
        other => return Err(Error::Internal(other.to_string())),
    }
    Ok(mistakes)
}
