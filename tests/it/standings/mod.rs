//! Standings: how long a registration lasts, what follows when nobody renews it, and what the chair does by hand.

mod board;
mod job;
mod ladder;
mod rules;

use chrono::{NaiveDate, TimeDelta};
use concord::actor::Actor;
use concord::organization::standing::{self, Kept};
use concord::organization::{self, Organization};
use concord::values::{RegistryNumber, Standing};

use crate::cases::particulars;
use crate::portal::{Browser, Portal};

/// An organization in Germany that was registered today, with this owner.
pub async fn registered(portal: &Portal, owner: Option<&Browser>, name: &str) -> RegistryNumber {
    let mut tx = portal.tx().await;
    let owner = owner.map(Browser::account);
    let said = particulars(name, "DE");
    let (_, number) = organization::register(&mut tx, &Actor::System, &said, owner)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    number
}

/// The organization as it is now.
pub async fn found(portal: &Portal, number: RegistryNumber) -> Organization {
    let mut read = portal.db().read().await.unwrap();
    organization::find_by_number(&mut read, number)
        .await
        .unwrap()
        .unwrap()
}

/// Where it stands.
pub async fn stands(portal: &Portal, number: RegistryNumber) -> Standing {
    found(portal, number).await.standing
}

/// A run of the job.
pub async fn keep(portal: &Portal) -> Kept {
    standing::keep(portal.db()).await.unwrap()
}

/// Lets days pass, and the job run.
pub async fn after_days(portal: &Portal, days: i64) -> Kept {
    portal.wait(TimeDelta::days(days));
    keep(portal).await
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Days from a registration on 24 November 2026 until its end.
pub const TERM: i64 = 1096;

/// Down to a rung, with a chair's approval where it needs one.
pub async fn down_to(portal: &Portal, number: RegistryNumber, rung: Standing) {
    for (standing, days) in [
        (Standing::Due, TERM),
        (Standing::Lapsed, 90),
        (Standing::Notice, 60),
        (Standing::StruckOff, 61),
    ] {
        after_days(portal, days).await;
        if let Standing::Notice | Standing::StruckOff = standing {
            let path = format!("/desk/standing/{standing}");
            let page = portal.chair().await.get(path).await.is(200);
            page.submit(&[]).await.is(303);
        }
        assert_eq!(stands(portal, number).await, standing);
        if standing == rung {
            return;
        }
    }
}
