//! What comes due: conditions whose day is still far, and registrations that hold until a day.

use chrono::NaiveDate;

use super::item::{Item, by_day, day, of};
use super::waiting::NEAR;
use crate::case::{Mine, StageCode};
use crate::organization::Organization;
use crate::organization::standing::Ending;
use crate::values::{Arg, CaseKind, Lang, Standing};
use crate::web::urls;

/// What comes due, the nearest first. A condition nearer than two weeks waits already for those who may act.
pub fn due<'a>(
    lang: Lang,
    today: NaiveDate,
    cases: &[Mine],
    organizations: impl Iterator<Item = &'a Organization>,
    endings: &[Ending],
) -> Vec<Item> {
    // What is under way stands among what was sent or waits, and is not said twice.
    let renewing = |id| {
        let its = |case: &&Mine| case.kind == CaseKind::Renewal && case.organization_id == Some(id);
        cases.iter().filter(its).any(|case| case.stage.is_open())
    };
    let renewals = endings
        .iter()
        .filter(|ending| !renewing(ending.id))
        .map(|ending| renewal(lang, today, ending));
    let conditions = cases.iter().filter_map(|case| {
        let due = case.due_on.filter(|due| {
            let is_far = *due > today + NEAR;
            case.stage == StageCode::AcceptedWithConditions && (is_far || !case.writes)
        })?;
        let args = [
            ("title", Arg::Text(of(lang, case))),
            ("date", day(lang, due)),
        ];
        let href = urls::case(case.id);
        let item = Item::new(lang, "home-condition", &args, "home-condition-act", href);
        Some(item.about(of(lang, case)).on(due, false))
    });
    let standings = organizations.filter_map(|organization| {
        let until = organization.standing_until?;
        // Where it can be renewed, that is said below.
        let is_suspended = organization.standing == Standing::Suspended;
        if !is_suspended && endings.iter().any(|it| it.id == organization.id) {
            return None;
        }
        let sentence = match organization.standing {
            Standing::Good | Standing::Due | Standing::Revived => "home-standing",
            Standing::Lapsed | Standing::Notice => "home-standing-notice",
            Standing::Suspended => "home-standing-suspended",
            Standing::StruckOff | Standing::Merged => return None,
        };
        let args = [
            ("title", Arg::Text(organization.name.clone())),
            ("date", day(lang, until)),
        ];
        let href = urls::my_organization(organization.number);
        let item = Item::new(lang, sentence, &args, "home-standing-act", href);
        Some(
            item.about(organization.name.clone())
                .on(until, until <= today + NEAR),
        )
    });
    let mut items: Vec<_> = conditions.chain(standings).chain(renewals).collect();
    by_day(&mut items);
    items
}

/// A registration whose end is near, or behind; of one with a notice, the day on which that ends.
fn renewal(lang: Lang, today: NaiveDate, ending: &Ending) -> Item {
    let (sentence, on) = match ending.notice_until {
        Some(notice) => ("home-standing-notice", notice),
        None if ending.until < today => ("home-renewal-passed", ending.until),
        None => ("home-renewal", ending.until),
    };
    let args = [
        ("title", Arg::Text(ending.name.clone())),
        ("date", day(lang, on)),
    ];
    let href = urls::my_renewal(ending.number);
    let item = Item::new(lang, sentence, &args, "renewal-title", href);
    item.about(ending.name.clone()).on(on, on <= today + NEAR)
}
