//! What happened in the sample registry and when, in order. History is written in the order of time, so the past is planned
//! before anything is written.

use std::collections::HashMap;

use chrono::{DateTime, Months, NaiveDate, TimeDelta, Utc};

use super::days::Present;
use super::files::{CaseRow, Files, GroupRow, InitiativeRow, LeaderRow, OrganizationRow};
use super::renewals::{self, Renewal};
use crate::case::StageCode;
use crate::group::Joining;
use crate::values::{GroupKind, GroupRole, InitiativeRole, SigningOffice, Standing};

/// The group that meets.
const MEETS: &str = "council-teachers";

/// Something that happened. Groups, initiatives and cases are known by their places in the files.
pub(super) enum Happening<'a> {
    Registered(&'a OrganizationRow),
    StandingChanged {
        organization: &'a str,
        to: Standing,
        until: Option<NaiveDate>,
        why: &'static str,
    },
    Renewed {
        organization: &'a str,
        until: NaiveDate,
    },
    LeaderKnown(&'a LeaderRow),
    Assigned {
        organization: &'a str,
        seed: usize,
    },
    GroupCreated(usize, &'a GroupRow),
    /// A group has its first members, becomes a part of another, and says how further ones come in.
    GroupSettled {
        group: usize,
        parent: Option<usize>,
        joining: Joining,
    },
    /// A group is called to a meeting on a day.
    MeetingCalled {
        group: usize,
        day: NaiveDate,
    },
    /// The last meeting that was called is held.
    MeetingHeld,
    Joined {
        group: usize,
        organization: &'a str,
        role: GroupRole,
        /// The office that its seat is bound to.
        seat: Option<SigningOffice>,
    },
    InitiativeCreated(usize, &'a InitiativeRow),
    InitiativePublished(usize),
    Carried {
        initiative: usize,
        organization: &'a str,
        role: InitiativeRole,
    },
    Case(usize, &'a CaseRow, Move),
    Renewal(&'static Renewal, Move),
    Flagged(&'static Flagged),
}

/// Something that the desk looks at about an organization.
pub(super) struct Flagged {
    pub organization: &'static str,
    pub words: &'static str,
    /// When it was raised.
    days_ago: u64,
    /// Until when it is to be looked at, from today on; of one that is late, so many days ago.
    pub due: i64,
}

/// Flags, the first of them overdue.
const FLAGGED: &[Flagged] = &[
    Flagged {
        organization: "lyon-nairi",
        words: "The post says that the hall was sold. Ask where they meet now.",
        days_ago: 21,
        due: -3,
    },
    Flagged {
        organization: "beirut-aragats",
        words: "Letters to the general address come back.",
        days_ago: 8,
        due: 9,
    },
    Flagged {
        organization: "turin-iyoba",
        words: "A journalist asks about the funding of 2024. See the accounts before the renewal is accepted.",
        days_ago: 4,
        due: 20,
    },
];

/// What happened in a case.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Move {
    Started,
    Submitted,
    Taken,
    Released,
    Answered,
    Appealed,
    Withdrawn,
    Reminded,
    Expired,
}

/// The past, in order.
pub(super) struct Plan<'a> {
    present: Present,
    registered: HashMap<&'a str, NaiveDate>,
    happened: Vec<(DateTime<Utc>, Happening<'a>)>,
}

impl<'a> Plan<'a> {
    /// Spreads what the files say over the years until now.
    pub(super) fn of(files: &'a Files, present: Present) -> Vec<(DateTime<Utc>, Happening<'a>)> {
        let registered = files
            .organizations
            .iter()
            .map(|row| (row.key.as_str(), present.moved(row.registered_on)))
            .collect();
        let mut plan = Self {
            present,
            registered,
            happened: Vec::new(),
        };
        for (n, row) in files.organizations.iter().enumerate() {
            plan.organization(n, row);
        }
        for (n, row) in files.leaders.iter().enumerate() {
            plan.leader(n, row);
        }
        let leads = files.leaders.iter().filter_map(|row| {
            let office = row.leads()?;
            Some((row.organization.as_str(), office))
        });
        let leads = leads.collect();
        for (n, row) in files.groups.iter().enumerate() {
            plan.group(n, row, &leads);
            let parent = row.parent.as_deref();
            let parent = parent.and_then(|key| files.groups.iter().position(|it| it.key == key));
            // All are there by then.
            let settled = Happening::GroupSettled {
                group: n,
                parent,
                joining: row.joining,
            };
            plan.add(plan.present.ago(20), n, settled);
        }
        if let Some(group) = files.groups.iter().position(|it| it.key == MEETS) {
            let (held, next) = (present.ago(12), present.ahead(14));
            plan.add(
                present.ago(17),
                group,
                Happening::MeetingCalled { group, day: held },
            );
            plan.add(present.ago(11), group, Happening::MeetingHeld);
            plan.add(
                present.ago(3),
                group,
                Happening::MeetingCalled { group, day: next },
            );
        }
        for (n, row) in files.initiatives.iter().enumerate() {
            plan.initiative(n, row);
        }
        for (n, row) in files.cases.iter().enumerate() {
            plan.case(n, row);
        }
        for (n, renewal) in renewals::ALL.iter().enumerate() {
            plan.renewal(n, renewal);
        }
        for (n, flagged) in FLAGGED.iter().enumerate() {
            let day = present.ago(flagged.days_ago);
            plan.add(day, n, Happening::Flagged(flagged));
        }
        // Stable: what happened at the same moment stays in the order in which it was planned.
        plan.happened.sort_by_key(|(at, _)| *at);
        plan.happened
    }

    fn add(&mut self, day: NaiveDate, seed: usize, what: Happening<'a>) {
        self.happened.push((self.present.at(day, seed), what));
    }

    /// The day on which an organization was registered. The files name none that they do not have.
    fn day_of(&self, organization: &str) -> NaiveDate {
        let known = self.registered.get(organization).copied();
        known.unwrap_or_else(|| self.present.today())
    }

    fn organization(&mut self, n: usize, row: &'a OrganizationRow) {
        let day = self.day_of(&row.key);
        self.add(day, n, Happening::Registered(row));
        self.renewals(n, row);
        self.standing(n, row);
        // Nobody looks after the newest yet, nor after what is no more.
        let is_new = day > self.present.ago(90);
        if !is_new && row.standing != Standing::StruckOff && !n.is_multiple_of(9) {
            let organization = &row.key;
            let assigned = Happening::Assigned {
                organization,
                seed: n,
            };
            self.add(day + TimeDelta::days(12), n, assigned);
        }
    }

    /// Renewals, each some weeks before the end of a term of three years; the last term of those on the ladder ended when
    /// they came there.
    fn renewals(&mut self, n: usize, row: &'a OrganizationRow) {
        use Standing::{Due, Lapsed, Notice, StruckOff};
        let last = match row.standing {
            Due => Some(self.present.ago(20)),
            Lapsed => Some(self.present.ago(150)),
            Notice => Some(self.present.ago(210)),
            _ => None,
        };
        let enough = match row.standing {
            StruckOff => self.present.ago(300),
            _ => last.unwrap_or(self.present.ahead(1)),
        };
        let later = |end: NaiveDate| end.checked_add_months(Months::new(36));
        let mut end = later(self.day_of(&row.key));
        while let Some(ended) = end.filter(|end| *end < enough) {
            let until = later(ended).map(|end| last.map_or(end, |last| end.min(last)));
            if let Some(until) = until {
                let organization = &row.key;
                let day = ended - TimeDelta::days(20);
                let renewed = Happening::Renewed {
                    organization,
                    until,
                };
                self.add(day, n + 400, renewed);
            }
            end = until;
        }
    }

    /// The rungs of the ladder down to where an organization stands.
    fn standing(&mut self, n: usize, row: &'a OrganizationRow) {
        use Standing::{Due, Lapsed, Notice, StruckOff, Suspended};
        let rungs: &[(Standing, u64)] = match row.standing {
            Due => &[(Due, 20)],
            Lapsed => &[(Due, 150), (Lapsed, 60)],
            Notice => &[(Due, 210), (Lapsed, 120), (Notice, 15)],
            Suspended => &[(Suspended, 25)],
            StruckOff => &[(StruckOff, 300)],
            _ => &[],
        };
        let mut earliest = self.day_of(&row.key);
        for (to, days) in rungs {
            earliest += TimeDelta::days(1);
            let day = self.present.ago(*days).max(earliest);
            let (until, why) = match to {
                Due => (
                    None,
                    "Three years have passed since the registration was last renewed.",
                ),
                Lapsed => (None, "The renewal did not come within ninety days."),
                Notice => (
                    Some(self.present.ahead(45)),
                    "Two reminders were not answered. The registration ends unless it is renewed in time.",
                ),
                Suspended => (
                    Some(self.present.ahead(65)),
                    "Two boards claim to speak for the organization. The registration rests until they agree.",
                ),
                _ => (
                    None,
                    "The organization has dissolved, as its last board told us.",
                ),
            };
            let changed = Happening::StandingChanged {
                organization: &row.key,
                to: *to,
                until,
                why,
            };
            self.add(day, n + 500, changed);
        }
    }

    /// A leader is known once the organization is registered and the office began.
    fn leader(&mut self, n: usize, row: &'a LeaderRow) {
        let registered = self.day_of(&row.organization) + TimeDelta::days(1);
        let since = row.since.map_or(registered, |day| self.present.moved(day));
        self.add(registered.max(since), n, Happening::LeaderKnown(row));
    }

    /// A group begins after its third member is registered; the others join as they come.
    fn group(&mut self, n: usize, row: &'a GroupRow, leads: &HashMap<&str, SigningOffice>) {
        let mut days: Vec<NaiveDate> = row
            .members
            .iter()
            .map(|(key, _)| self.day_of(key))
            .collect();
        days.sort_unstable();
        let third = days.get(2).or(days.last()).copied();
        let began = third.unwrap_or(self.present.today()) + TimeDelta::days(40);
        let began = began.min(self.present.ago(30));
        self.add(began, 0, Happening::GroupCreated(n, row));
        for (m, (organization, role)) in row.members.iter().enumerate() {
            let joined = Happening::Joined {
                group: n,
                organization,
                role: *role,
                seat: leads
                    .get(organization.as_str())
                    .copied()
                    .filter(|_| row.kind == GroupKind::Council),
            };
            let ready = self.day_of(organization) + TimeDelta::days(30);
            self.add(ready.max(began + TimeDelta::days(1)), m, joined);
        }
    }

    /// An initiative is written down two months before it starts, or once its lead is registered.
    fn initiative(&mut self, n: usize, row: &'a InitiativeRow) {
        let starts = row
            .starts_on
            .map_or(self.present.ago(40), |day| self.present.moved(day));
        let written = (starts - TimeDelta::days(60))
            .min(self.present.ago(20))
            .max(self.day_of(&row.lead) + TimeDelta::days(5));
        self.add(written, n, Happening::InitiativeCreated(n, row));
        let roles = std::iter::once((&row.lead, InitiativeRole::Lead)).chain(
            row.partners
                .iter()
                .map(|partner| (partner, InitiativeRole::Partner)),
        );
        for (m, (organization, role)) in roles.enumerate() {
            let carried = Happening::Carried {
                initiative: n,
                organization,
                role,
            };
            let ready = self.day_of(organization) + TimeDelta::days(5);
            self.add(ready.max(written + TimeDelta::days(1)), n + m, carried);
        }
        self.add(
            written + TimeDelta::days(2),
            n,
            Happening::InitiativePublished(n),
        );
    }

    /// The way of a renewal to its stage, within the weeks in which it can be begun.
    fn renewal(&mut self, n: usize, renewal: &'static Renewal) {
        use Move::{Answered, Started, Submitted, Taken};
        let days = renewal.days_ago;
        let moves: &[(Move, u64)] = match renewal.stage {
            StageCode::Submitted | StageCode::AtPost => &[(Started, days + 2), (Submitted, days)],
            StageCode::InReview => &[(Started, days + 2), (Submitted, days), (Taken, days / 2)],
            _ => &[
                (Started, days + 12),
                (Submitted, days + 10),
                (Taken, days + 2),
                (Answered, days),
            ],
        };
        for (step, (what, days)) in (0_i64..).zip(moves) {
            let at = self.present.at(self.present.ago(*days), n) + TimeDelta::minutes(step);
            self.happened.push((at, Happening::Renewal(renewal, *what)));
        }
    }

    /// The way of a case to its stage. `days_ago` is the day of its last step.
    fn case(&mut self, n: usize, row: &'a CaseRow) {
        use Move::{
            Answered, Appealed, Expired, Released, Reminded, Started, Submitted, Taken, Withdrawn,
        };
        let days = row.days_ago;
        let moves: Vec<(Move, u64)> = match row.stage {
            StageCode::Draft => vec![(Started, days)],
            StageCode::Submitted | StageCode::AtPost => {
                vec![(Started, days + 2), (Submitted, days)]
            }
            StageCode::InReview if n.is_multiple_of(4) => vec![
                (Started, days + 2),
                (Submitted, days),
                (Taken, days / 2),
                (Released, days / 3),
            ],
            StageCode::InReview => vec![(Started, days + 2), (Submitted, days), (Taken, days / 2)],
            StageCode::ChangesRequested => vec![
                (Started, days + 2),
                (Submitted, days),
                (Taken, days * 3 / 4),
                (Answered, days / 2),
            ],
            StageCode::Accepted | StageCode::AcceptedWithConditions | StageCode::Refused => vec![
                (Started, days + 30),
                (Submitted, days + 27),
                (Taken, days + 3),
                (Answered, days),
            ],
            StageCode::Appealed => vec![
                (Started, days + 30),
                (Submitted, days + 27),
                (Taken, days + 3),
                (Answered, days),
                (Appealed, days / 2),
            ],
            StageCode::Withdrawn => vec![
                (Started, days + 20),
                (Submitted, days + 18),
                (Withdrawn, days),
            ],
            // Asked, reminded on the last day, and not heard of since.
            StageCode::Expired => vec![
                (Started, days + 40),
                (Submitted, days + 38),
                (Taken, days + 33),
                (Answered, days + 31),
                (Reminded, days + 1),
                (Expired, days),
            ],
        };
        for (step, (what, days)) in moves.into_iter().enumerate() {
            let day = self.present.ago(days);
            // Steps of one day happen one after another: minutes count up with the step.
            self.happened.push((
                self.present.at(day, n) + TimeDelta::minutes(step as i64),
                Happening::Case(n, row, what),
            ));
        }
    }
}
