//! Meetings of a group in the sample: one that was held, with minutes and a recommendation that waits for the board, and one to come.

use chrono::{NaiveDate, NaiveTime};

use super::SampleError;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{GroupId, MeetingId};
use crate::meeting::{self, MeetingItemKind, MeetingResult, Settled, policy};
use crate::sitting::Appointment;
use crate::values::{Line, Prose};

/// What is on the agenda of each.
const AGENDA: [&str; 3] = [
    "Examinations in spring",
    "Exchange of teachers",
    "Textbooks for small languages",
];

/// Calls a meeting of a group on a day.
pub(super) async fn call(
    tx: &mut Tx,
    board: &Actor,
    group: GroupId,
    day: NaiveDate,
) -> Result<MeetingId, SampleError> {
    let granted = policy::call(board, group).map_err(crate::Error::from)?;
    let at = Appointment {
        starts_local: day.and_time(NaiveTime::MIN + chrono::TimeDelta::hours(16)),
        zone: "Europe/Paris".to_owned(),
        lasts_minutes: 120,
        place: line("Hall of the weekend school, 12 rue des Tilleuls, Marseille")?,
    };
    let mut agenda = Vec::new();
    for title in AGENDA {
        agenda.push(line(title)?);
    }
    let called = meeting::call(tx, &granted, &at, &agenda).await?;
    called.map_err(|_| SampleError::Missing("a day on which a group can meet"))
}

/// Holds it: most members come, one thing is resolved and one recommended.
pub(super) async fn hold(tx: &mut Tx, board: &Actor, id: MeetingId) -> Result<(), SampleError> {
    let vault = tx.vault();
    let found = meeting::find(tx, &vault, id)
        .await?
        .ok_or(SampleError::Missing("a meeting"))?;
    let granted = policy::keep(board, &found)?;
    let all = meeting::attendees(tx, &found).await?;
    let present: Vec<_> = all.iter().skip(1).map(|it| it.id).collect();
    meeting::note_presence(tx, &granted, &present, found.presence_version).await?;
    let came = [
        (
            MeetingItemKind::Resolution,
            "The examinations are held on the second weekend of May, in all schools on the same papers.",
        ),
        (
            MeetingItemKind::Talk,
            "Four schools offer a place for a year. The vice-chair collects what others need.",
        ),
        (
            MeetingItemKind::Recommendation,
            "The council asks the board to pay for the printing of textbooks in languages with fewer than ten schools.",
        ),
    ];
    for (item, (kind, words)) in found.items.iter().zip(came) {
        let result = match kind {
            MeetingItemKind::Talk => None,
            _ => Some(MeetingResult::Adopted),
        };
        let words = Prose::parse(words, 1_000).map_err(|_| SampleError::Missing("words"))?;
        let said = Settled {
            kind,
            result,
            words: Some(words),
        };
        meeting::settle(tx, &granted, item, (&said, item.version)).await?;
    }
    Ok(meeting::close(tx, &granted).await?)
}

fn line(text: &str) -> Result<Line, SampleError> {
    Line::parse(text, 300).map_err(|_| SampleError::Missing("a line"))
}
