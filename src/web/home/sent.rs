//! What somebody sent: where it is, who has it, by when an answer is expected; and what is over.

use chrono::NaiveDate;

use super::item::{Item, by_day, day, of};
use crate::case::{Mine, StageCode, answer_expected};
use crate::values::{Arg, Lang};
use crate::web::urls;

/// A case that is over, in the list of those.
pub struct Over {
    /// The case.
    pub case: Mine,
    /// Where it is.
    pub href: String,
    /// What it is called.
    pub title: String,
}

impl Over {
    /// The language of its title, as HTML writes it.
    pub fn lang(&self) -> &str {
        self.case.title_language.as_deref().unwrap_or_default()
    }
}

/// What the board has now, the nearest answer first.
pub fn sent(lang: Lang, today: NaiveDate, cases: &[Mine]) -> Vec<Item> {
    let mut items: Vec<_> = cases
        .iter()
        .filter_map(|case| one(lang, today, case))
        .collect();
    by_day(&mut items);
    items
}

fn one(lang: Lang, today: NaiveDate, case: &Mine) -> Option<Item> {
    let expected = answer_expected(case.stage, case.answer_by, case.due_on)?;
    let is_late = expected < today;
    let sentence = match case.stage {
        StageCode::AtPost => "home-sent-post",
        StageCode::Appealed if is_late => "home-sent-chair-late",
        StageCode::Appealed => "home-sent-chair",
        _ if is_late => "home-sent-board-late",
        _ => "home-sent-board",
    };
    let number = case.number.map(|number| number.to_string());
    let args = [
        ("title", Arg::Text(of(lang, case))),
        ("number", Arg::Text(number.unwrap_or_default())),
        ("date", day(lang, expected)),
    ];
    let item = Item::new(lang, sentence, &args, "home-sent-act", urls::case(case.id));
    Some(item.about(of(lang, case)).on(expected, false))
}

/// What is over: decided for good, or taken back.
pub fn over(lang: Lang, cases: Vec<Mine>) -> Vec<Over> {
    cases
        .into_iter()
        .filter(|case| {
            matches!(
                case.stage,
                StageCode::Accepted
                    | StageCode::AcceptedWithConditions
                    | StageCode::Refused
                    | StageCode::Withdrawn
                    | StageCode::Expired
            )
        })
        .map(|case| Over {
            href: urls::case(case.id),
            title: of(lang, &case),
            case,
        })
        .collect()
}
