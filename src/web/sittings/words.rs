//! What several pages of sessions say alike.

use chrono::NaiveDateTime;

use crate::actor::Actor;
use crate::case::Answer;
use crate::db::Tx;
use crate::ids::SittingId;
use crate::say;
use crate::sitting::{self, ItemResult, Sitting, SittingStage, policy};
use crate::values::{Arg, Lang};
use crate::web::desk::{When, paragraphs};
use crate::web::{Error, Page, Result, urls};

/// The session, for whoever sees it.
pub async fn seen(tx: &mut Tx, actor: &Actor, id: SittingId) -> Result<Sitting> {
    let granted = policy::see(actor)?;
    let vault = tx.vault();
    let found = sitting::find(tx, &vault, &granted, id).await?;
    found.ok_or(Error::NotFound)
}

/// When a session begins, as clocks say it there, with the name of the zone.
pub fn starts(lang: Lang, at: NaiveDateTime, zone: &str) -> When {
    When {
        text: say::list(
            lang,
            &[
                say::day(lang, at.date()),
                format!("{} ({})", at.format("%H:%M"), zone.replace('_', " ")),
            ],
        ),
        iso: at.format("%Y-%m-%dT%H:%M").to_string(),
    }
}

/// What a session is called.
pub fn title(lang: Lang, number: i32) -> String {
    say::with(
        lang,
        "session-title",
        &[("number", Arg::Text(number.to_string()))],
    )
}

/// The way to a page of a session.
pub fn crumbs(page: Page, lang: Lang, sitting: &Sitting) -> Page {
    page.crumb(urls::DESK, say::t(lang, "desk-title"))
        .crumb(urls::DESK_SESSIONS, say::t(lang, "sessions-title"))
        .crumb(urls::desk_session(sitting.id), title(lang, sitting.number))
}

/// The tone of a result.
pub const fn tone(result: ItemResult) -> &'static str {
    match result {
        ItemResult::Accepted | ItemResult::AcceptedWithConditions => "green",
        ItemResult::Refused => "red",
        _ => "amber",
    }
}

/// The tone of where a session stands.
pub const fn stage_tone(stage: SittingStage) -> &'static str {
    match stage {
        SittingStage::Called => "blue",
        SittingStage::Closed => "green",
        SittingStage::CalledOff => "grey",
    }
}

/// The words and conditions of an answer.
pub struct Said {
    /// Why it is so.
    pub words: Vec<String>,
    /// What is to be done, each until a day.
    pub conditions: Vec<(Vec<String>, When)>,
}

impl Said {
    /// Of an answer.
    pub fn of(lang: Lang, answer: &Answer) -> Self {
        Self {
            words: paragraphs(answer.words()),
            conditions: answer
                .conditions()
                .iter()
                .map(|it| (paragraphs(Some(&it.words)), When::day(lang, it.due)))
                .collect(),
        }
    }
}
