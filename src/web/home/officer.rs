//! What waits at the desk, for those who work there.

use chrono::NaiveDate;

use super::item::{Item, day, title};
use crate::case::{AtDesk, StageCode, Waits};
use crate::say;
use crate::values::{Arg, Lang};
use crate::web::urls;

/// The few that are named, one sentence each; where there are more, a sentence with their number.
pub fn items(lang: Lang, today: NaiveDate, waiting: &[AtDesk]) -> Vec<Item> {
    waiting
        .chunk_by(|one, other| one.why == other.why)
        .flat_map(|sort| match sort[0].why {
            Waits::Late | Waits::Untaken => vec![counted(lang, sort[0].why, sort[0].of)],
            why => {
                let named = i64::try_from(sort.len()).unwrap_or(i64::MAX);
                let more = sort[0].of.saturating_sub(named);
                let rest = (more > 0).then(|| counted(lang, why, more));
                let named = sort.iter().map(|case| one(lang, today, case));
                named.chain(rest).collect()
            }
        })
        .collect()
}

fn one(lang: Lang, today: NaiveDate, case: &AtDesk) -> Item {
    let called = title(lang, &case.title);
    let since = case.since.date_naive();
    let (sentence, act, date, is_pressing) = match case.why {
        Waits::Opinion => {
            let due = case.due_on.unwrap_or(since);
            (
                "home-desk-opinion",
                "home-desk-opinion-act",
                due,
                due <= today,
            )
        }
        Waits::Condition => {
            let due = case.due_on.unwrap_or(since);
            let sentence = match due < today {
                true => "home-desk-condition-passed",
                false => "home-desk-condition",
            };
            (sentence, "home-desk-condition-act", due, due < today)
        }
        Waits::Appeal => ("home-desk-appeal", "home-desk-appeal-act", since, false),
        _ => ("home-desk-held", "home-desk-held-act", since, false),
    };
    let args = [
        ("title", Arg::Text(called.clone())),
        ("date", day(lang, date)),
    ];
    let href = match case.why {
        Waits::Opinion => urls::desk_case_opinion(case.id),
        _ => urls::desk_case(case.id),
    };
    let mut item = Item::new(lang, sentence, &args, act, href).about(called);
    item.is_pressing = is_pressing;
    item
}

/// So many of a sort, and the list that has them.
fn counted(lang: Lang, why: Waits, count: i64) -> Item {
    let queue = |filter: String| format!("{}{filter}", urls::DESK_CASES);
    let stage = |stage: StageCode| queue(format!("?stage={stage}"));
    let (sentence, act, href) = match why {
        Waits::Held => (
            "home-desk-held-more",
            "home-desk-more-act",
            urls::DESK.to_owned(),
        ),
        Waits::Opinion => (
            "home-desk-opinion-more",
            "home-desk-more-act",
            stage(StageCode::AtPost),
        ),
        Waits::Appeal => (
            "home-desk-appeal-more",
            "home-desk-more-act",
            stage(StageCode::Appealed),
        ),
        Waits::Condition => (
            "home-desk-condition-more",
            "home-desk-more-act",
            stage(StageCode::AcceptedWithConditions),
        ),
        Waits::Late => ("home-desk-late", "home-desk-late-act", queue(String::new())),
        Waits::Untaken => (
            "home-desk-untaken",
            "home-desk-untaken-act",
            urls::DESK.to_owned(),
        ),
    };
    let mut item = Item::new(lang, sentence, &[("count", Arg::Number(count))], act, href);
    item.is_pressing = why == Waits::Late;
    item
}

/// What to say where nothing waits.
pub fn nothing(lang: Lang, reads_only: bool) -> String {
    match reads_only {
        true => say::t(lang, "home-desk-reads"),
        false => say::t(lang, "home-desk-nothing"),
    }
}
