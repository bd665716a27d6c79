//! What waits for somebody: what the board sent back, what it wrote, what can be appealed, what is not finished.

use chrono::{Days, NaiveDate};

use super::item::{Item, by_day, day, of};
use crate::case::{Mine, StageCode};
use crate::values::{Arg, CaseKind, Lang};
use crate::web::urls;

/// A day this near is pressing.
pub const NEAR: Days = Days::new(14);

/// What waits, the nearest day first.
pub fn waiting<'a>(
    lang: Lang,
    today: NaiveDate,
    cases: impl IntoIterator<Item = &'a Mine>,
) -> Vec<Item> {
    let mut items: Vec<_> = cases
        .into_iter()
        .flat_map(|case| {
            [
                unread(lang, case),
                asked(lang, today, case),
                condition(lang, today, case),
                appeal(lang, today, case),
                revivable(lang, today, case),
                draft(lang, case),
            ]
        })
        .flatten()
        .collect();
    by_day(&mut items);
    items
}

/// The condition of a case, if its day is near or has passed.
fn condition(lang: Lang, today: NaiveDate, case: &Mine) -> Option<Item> {
    let due = case.due_on.filter(|due| {
        case.writes && case.stage == StageCode::AcceptedWithConditions && *due <= today + NEAR
    })?;
    let sentence = match due < today {
        true => "home-condition-passed",
        false => "home-condition",
    };
    let args = [
        ("title", Arg::Text(of(lang, case))),
        ("date", day(lang, due)),
    ];
    let item = Item::new(
        lang,
        sentence,
        &args,
        "home-condition-act",
        urls::case(case.id),
    );
    Some(item.about(of(lang, case)).on(due, true))
}

fn asked(lang: Lang, today: NaiveDate, case: &Mine) -> Option<Item> {
    let due = case
        .due_on
        .filter(|_| case.writes && case.stage == StageCode::ChangesRequested)?;
    let sentence = match due < today {
        true => "home-asked-passed",
        false => "home-asked",
    };
    let args = [
        ("title", Arg::Text(of(lang, case))),
        ("date", day(lang, due)),
    ];
    let item = Item::new(lang, sentence, &args, "home-asked-act", urls::case(case.id));
    Some(item.about(of(lang, case)).on(due, due <= today + NEAR))
}

fn unread(lang: Lang, case: &Mine) -> Option<Item> {
    if case.unread == 0 {
        return None;
    }
    let args = [
        ("title", Arg::Text(of(lang, case))),
        ("count", Arg::Number(case.unread)),
    ];
    let href = format!("{}#conversation", urls::case(case.id));
    let item = Item::new(lang, "home-unread", &args, "home-unread-act", href);
    Some(item.about(of(lang, case)))
}

fn appeal(lang: Lang, today: NaiveDate, case: &Mine) -> Option<Item> {
    let until = case.appeal_until.filter(|until| {
        case.stage == StageCode::Refused && case.writes && case.refusals < 2 && today <= *until
    })?;
    let args = [
        ("title", Arg::Text(of(lang, case))),
        ("date", day(lang, until)),
    ];
    let item = Item::new(
        lang,
        "home-appeal",
        &args,
        "home-appeal-act",
        urls::case(case.id),
    );
    Some(item.about(of(lang, case)).on(until, until <= today + NEAR))
}

fn revivable(lang: Lang, today: NaiveDate, case: &Mine) -> Option<Item> {
    let until = case
        .due_on
        .filter(|until| case.stage == StageCode::Expired && case.writes && today <= *until)?;
    let args = [
        ("title", Arg::Text(of(lang, case))),
        ("date", day(lang, until)),
    ];
    let item = Item::new(
        lang,
        "home-expired",
        &args,
        "home-expired-act",
        urls::case(case.id),
    );
    Some(item.about(of(lang, case)).on(until, until <= today + NEAR))
}

fn draft(lang: Lang, case: &Mine) -> Option<Item> {
    if case.stage != StageCode::Draft {
        return None;
    }
    let saved = ("date", day(lang, case.draft_saved_at.date_naive()));
    let named = [("title", Arg::Text(of(lang, case))), saved.clone()];
    let (sentence, args) = match case.title.is_empty() {
        true => ("home-draft-untitled", &[saved][..]),
        false if case.kind == CaseKind::Renewal => ("home-renewal-draft", &named[..]),
        false => ("home-draft", &named[..]),
    };
    // Who only reads finds it all the same, and is not asked to go on with it.
    let (act, href) = match case.writes {
        true => ("home-draft-act", urls::case_form(case.id)),
        false => ("home-sent-act", urls::case(case.id)),
    };
    let item = Item::new(lang, sentence, args, act, href);
    Some(item.about(of(lang, case)))
}
