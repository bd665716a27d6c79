//! The tables: the same cells for the page and for its files.

use chrono::Datelike;

use crate::case::StageCode;
use crate::case::numbers::{ANSWERS, Answers, Month, Numbers, Spread};
use crate::say;
use crate::values::{Arg, Country, Lang};
use crate::web::desk::People;

/// A table: its first column names what each row is of.
pub struct Table {
    /// What addresses call it.
    pub id: &'static str,
    /// What it is of.
    pub title: String,
    /// What its reader has to know.
    pub notes: Vec<String>,
    /// What its columns are.
    pub head: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The cells of a row, each with what its column is.
    pub fn cells<'a>(&'a self, row: &'a [String]) -> impl Iterator<Item = (&'a str, &'a str)> {
        let head = self.head.iter().map(String::as_str);
        head.zip(row.iter().map(String::as_str))
    }
}

/// What stands where there is no number.
const NONE: &str = "–";

/// All of them.
pub fn all(lang: Lang, numbers: &Numbers, people: &People, is_own: bool) -> Vec<Table> {
    let mut tables = vec![
        months(lang, numbers),
        answers(lang, numbers),
        ages(lang, numbers),
        waits(lang, numbers),
        hosts(lang, numbers),
    ];
    tables.extend(of_people(lang, numbers, people, is_own));
    tables
}

/// A month as people say it.
pub fn month_name(lang: Lang, month: Month) -> String {
    let first = month.first_day();
    let name = say::t(lang, &format!("month-{}", first.month()));
    format!("{name} {}", first.year())
}

fn words(lang: Lang, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| say::t(lang, key)).collect()
}

fn days(days: Option<i64>) -> String {
    days.map_or_else(|| NONE.to_owned(), |days| days.to_string())
}

fn halves(spread: &Spread) -> [String; 2] {
    [days(spread.median()), days(spread.nine_of_ten())]
}

fn each(answers: &Answers) -> impl Iterator<Item = String> {
    ANSWERS.iter().map(|stage| answers.of(*stage).to_string())
}

fn months(lang: Lang, numbers: &Numbers) -> Table {
    let mut head = words(lang, &["numbers-month", "numbers-arrived"]);
    head.extend(ANSWERS.iter().map(|stage| say::t(lang, stage.key())));
    head.extend(words(lang, &["numbers-board-half", "numbers-board-nine"]));
    Table {
        id: "months",
        title: say::t(lang, "numbers-months"),
        notes: words(lang, &["numbers-months-text"]),
        head,
        rows: numbers
            .months
            .iter()
            .map(|it| {
                let mut row = vec![month_name(lang, it.month), it.arrived.to_string()];
                row.extend(each(&it.answers));
                row.extend(halves(&it.board));
                row
            })
            .collect(),
    }
}

fn answers(lang: Lang, numbers: &Numbers) -> Table {
    Table {
        id: "answers",
        title: say::t(lang, "numbers-answers"),
        notes: words(lang, &["numbers-answers-text"]),
        head: words(lang, &["numbers-answer", "numbers-count"]),
        rows: ANSWERS
            .iter()
            .map(|stage| {
                let count = numbers.answered(*stage);
                vec![say::t(lang, stage.key()), count.to_string()]
            })
            .collect(),
    }
}

/// The names of the parts that ages are cut into.
pub fn parts() -> Vec<String> {
    let cuts = crate::case::numbers::CUTS;
    let mut from = 0;
    let mut names = Vec::new();
    for cut in cuts {
        names.push(format!("{from}–{cut}"));
        from = cut + 1;
    }
    names.push(format!("{from}+"));
    names
}

fn ages(lang: Lang, numbers: &Numbers) -> Table {
    let mut head = words(
        lang,
        &[
            "desk-col-waits",
            "numbers-open",
            "numbers-half",
            "numbers-nine",
        ],
    );
    head.extend(parts());
    let row = |name: String, spread: &Spread| {
        let mut row = vec![name, spread.count().to_string()];
        row.extend(halves(spread));
        row.extend(spread.cut().iter().map(ToString::to_string));
        row
    };
    let mut rows: Vec<_> = numbers
        .ages
        .iter()
        .map(|it| row(say::t(lang, it.party.key()), &it.days))
        .collect();
    rows.push(row(say::t(lang, "numbers-all"), &numbers.all_ages()));
    let today = say::day(lang, numbers.today);
    Table {
        id: "ages",
        title: say::t(lang, "numbers-ages"),
        notes: vec![say::t1(lang, "numbers-ages-text", "date", today)],
        head,
        rows,
    }
}

fn waits(lang: Lang, numbers: &Numbers) -> Table {
    let waits = &numbers.waits;
    let mut notes = vec![say::t1(lang, "numbers-waits-text", "count", waits.ended)];
    for (count, key) in [
        (waits.unknown, "numbers-waits-unknown"),
        (waits.reckoned, "numbers-waits-reckoned"),
    ] {
        if count > 0 {
            notes.push(say::with(lang, key, &[("count", Arg::Number(count))]));
        }
    }
    Table {
        id: "waits",
        title: say::t(lang, "numbers-waits"),
        notes,
        head: words(
            lang,
            &[
                "desk-col-waits",
                "numbers-cases",
                "numbers-half",
                "numbers-nine",
            ],
        ),
        rows: waits
            .parties
            .iter()
            .map(|(party, spread)| {
                let mut row = vec![say::t(lang, party.key()), spread.count().to_string()];
                row.extend(halves(spread));
                row
            })
            .collect(),
    }
}

fn hosts(lang: Lang, numbers: &Numbers) -> Table {
    let mut hosts: Vec<_> = numbers.hosts.iter().collect();
    let order = Country::sorted(lang);
    hosts.sort_by_key(|it| order.iter().position(|host| *host == it.host));
    Table {
        id: "hosts",
        title: say::t(lang, "numbers-hosts"),
        notes: words(lang, &["numbers-hosts-text"]),
        head: words(
            lang,
            &[
                "desk-filter-host",
                "numbers-arrived",
                "numbers-answered",
                "numbers-open",
                "numbers-at-post",
                "numbers-post-half",
                "numbers-post-nine",
            ],
        ),
        rows: hosts
            .into_iter()
            .map(|it| {
                let mut row = vec![
                    it.host.name(lang).to_owned(),
                    it.arrived.to_string(),
                    it.answers.all().to_string(),
                    it.open.to_string(),
                    it.post.count().to_string(),
                ];
                row.extend(halves(&it.post));
                row
            })
            .collect(),
    }
}

/// What one person can answer: cases are withdrawn by others.
const BY_PEOPLE: &[StageCode] = &[
    StageCode::Accepted,
    StageCode::AcceptedWithConditions,
    StageCode::Refused,
    StageCode::ChangesRequested,
];

fn of_people(lang: Lang, numbers: &Numbers, people: &People, is_own: bool) -> Option<Table> {
    let mut head = words(lang, &["numbers-person"]);
    head.extend(BY_PEOPLE.iter().map(|stage| say::t(lang, stage.key())));
    head.extend(words(lang, &["numbers-answered", "numbers-holds"]));
    let mut rows: Vec<Vec<String>> = numbers
        .people
        .as_ref()?
        .iter()
        .map(|it| {
            let mut row = vec![people.name(it.account)];
            row.extend(
                BY_PEOPLE
                    .iter()
                    .map(|stage| it.answers.of(*stage).to_string()),
            );
            row.extend([it.answers.all().to_string(), it.holds.to_string()]);
            row
        })
        .collect();
    rows.sort();
    let mut notes = words(lang, &["numbers-people-text"]);
    if is_own {
        notes.extend(words(lang, &["numbers-people-own"]));
    }
    Some(Table {
        id: "people",
        title: say::t(lang, "numbers-people"),
        notes,
        head,
        rows,
    })
}
