//! What became of a file.

use askama::Template;

use super::urls;
use crate::actor::Actor;
use crate::db::Read;
use crate::ids::ImportId;
use crate::organization::likeness::{self, LikenessVerdict, Pair};
use crate::roster::import::{self, Line, Lines, Shown};
use crate::roster::policy;
use crate::values::Arg;
use crate::web::{Answer, Chrome, Error, Fields, Page, Path, Query, filters, html, say};

/// How many lines of the report a page shows.
const PER_PAGE: usize = 50;
/// How many likely duplicates it shows: the next come as these are settled.
const PAIRS: i64 = 50;

#[derive(Template)]
#[template(path = "imports/show.html")]
struct ShowPage {
    page: Page,
    import: Shown,
    running: bool,
    reasons: Vec<Reason>,
    lines: Vec<Told>,
    next: String,
    report: String,
    /// What looks like something that is there, and is not settled.
    pairs: Vec<Pair>,
    /// How many of these there are.
    open: i64,
    back: String,
}

impl ShowPage {
    fn is_unsure(&self, pair: &Pair) -> bool {
        pair.verdict == Some(LikenessVerdict::Unsure)
    }

    /// Whether a verdict would say something new.
    fn offers(&self, pair: &Pair, verdict: &str) -> bool {
        pair.verdict.is_none_or(|said| said.code() != verdict)
    }

    fn verdicts(&self, pair: &Pair) -> String {
        urls::desk_organization_part(pair.there.number, "likenesses")
    }
}

/// A reason and how often it was given.
struct Reason {
    refused: bool,
    field_key: &'static str,
    sentence: String,
    times: u64,
}

/// A line of the report.
struct Told {
    line: i64,
    refused: bool,
    field_key: &'static str,
    text: String,
    sentence: String,
}

pub(super) async fn show(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Path(id): Path<ImportId>,
    Query(fields): Query,
) -> Answer {
    let granted = policy::import(&actor)?;
    let lang = chrome.lang;
    // Asked before the row is read: an import that ends in between would be shown as it was, and as over.
    let runs = import::is_running(&mut read).await?;
    let import = import::find(&mut read, &granted, id)
        .await?
        .ok_or(Error::NotFound)?;
    let running = runs && import.finished_at.is_none();
    let which = Lines {
        after: after(&fields),
        most: PER_PAGE as i64 + 1,
    };
    let vault = read.vault();
    let mut lines = import::lines(&mut read, &vault, &granted, id, which).await?;
    let more = lines.len() > PER_PAGE;
    lines.truncate(PER_PAGE);
    let next = match lines.last().filter(|_| more) {
        Some(last) => format!(
            "{}?after={}-{}#lines",
            urls::import(id),
            last.line,
            last.position
        ),
        None => String::new(),
    };
    let (_, open) = likeness::count_of_import(&mut read, id).await?;
    let pairs = likeness::of_import(&mut read, id, PAIRS).await?;
    let mut reasons: Vec<Reason> = import
        .counts
        .reasons
        .iter()
        .map(|(why, times)| Reason {
            refused: why.refused,
            field_key: field_key(why.field),
            sentence: summary(lang, &why.key, import.samples.get(why)),
            times: *times,
        })
        .collect();
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.times));
    html(
        lang,
        ShowPage {
            page: chrome
                .page()
                .crumb("/imports", say::t(lang, "import-title")),
            report: urls::import_report(id),
            back: format!("{}#pairs", urls::import(id)),
            pairs,
            open,
            running,
            reasons,
            lines: lines.iter().map(|line| told(lang, line)).collect(),
            next,
            import,
        },
    )
}

/// Where the page of the report begins: `after=LINE-POSITION`.
fn after(fields: &Fields) -> (i64, i16) {
    let read = |text: &str| {
        let (line, position) = text.split_once('-')?;
        Some((line.parse().ok()?, position.parse().ok()?))
    };
    read(fields.get("after")).unwrap_or((-1, 0))
}

fn field_key(field: Option<crate::roster::RosterField>) -> &'static str {
    field.map_or("import-row", |field| field.key())
}

/// A reason that was given often, without the one line that an instance of it mentions.
fn summary(lang: crate::values::Lang, key: &str, sample: Option<&Vec<(String, Arg)>>) -> String {
    match key {
        "roster-duplicate-of" => say::t(lang, "import-why-duplicate-of"),
        "roster-looks-like" => say::t(lang, "import-why-looks-like"),
        "roster-looks-like-case" => say::t(lang, "import-why-looks-like-case"),
        "roster-gave-way" => say::t(lang, "import-why-gave-way"),
        _ => said(lang, key, sample.map_or(&[], Vec::as_slice)),
    }
}

/// The sentence of a reason.
pub(super) fn said(lang: crate::values::Lang, key: &str, args: &[(String, Arg)]) -> String {
    const NAMES: &[&str] = &["max", "min", "most", "found", "line", "number", "to"];
    let args: Vec<(&'static str, Arg)> = args
        .iter()
        .filter_map(|(name, arg)| {
            let name = NAMES.iter().find(|known| *known == name)?;
            Some((*name, arg.clone()))
        })
        .collect();
    say::plain(lang, key, &args)
}

fn told(lang: crate::values::Lang, line: &Line) -> Told {
    Told {
        line: line.line,
        refused: line.refused,
        field_key: field_key(line.field),
        text: line.text.clone(),
        sentence: said(lang, &line.key, &line.args),
    }
}
