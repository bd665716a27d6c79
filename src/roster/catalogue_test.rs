//! Every reason, every error and every column has its words in every language.

use std::collections::BTreeSet;

use fluent_templates::fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

use super::header::NoColumn;
use super::table::TableError;
use super::*;
use crate::values::{Arg, Lang, RegistryNumber, TrackingNumber};

const REASONS: [Reason; 22] = [
    Reason::UnclosedQuote,
    Reason::TextAfterQuote,
    Reason::AfterBrokenQuote,
    Reason::CutShort,
    Reason::TooManyCells {
        most: 20,
        found: 21,
    },
    Reason::TooManyColumns { max: 1_000 },
    Reason::RowTooLong { max: 1024 * 1024 },
    Reason::NulByte,
    Reason::EmptyRow,
    Reason::RepeatedHeader,
    Reason::LeftOut,
    Reason::NotTagged,
    Reason::TooManyItems { max: 200 },
    Reason::NotAPlace,
    Reason::DuplicateOf { line: 1_234 },
    Reason::Ambiguous,
    Reason::NoSuchNumber,
    Reason::NotMerged,
    Reason::LooksLike {
        number: RegistryNumber::from_sequence(1),
    },
    Reason::LooksLikeCase {
        number: TrackingNumber::from_sequence(1),
    },
    Reason::StandingKept,
    Reason::GaveWay {
        number: RegistryNumber::from_sequence(2),
        to: RegistryNumber::from_sequence(1),
    },
];

/// Everything that this feature says, with what it mentions.
fn sentences() -> Vec<(&'static str, Vec<(&'static str, Arg)>)> {
    let columns = [
        NoColumn::Missing {
            wanted: "a".to_owned(),
            nearest: Some("b".to_owned()),
        },
        NoColumn::Missing {
            wanted: "a".to_owned(),
            nearest: None,
        },
        NoColumn::Ambiguous {
            wanted: "a".to_owned(),
            count: 2,
        },
    ];
    let errors = [
        OpenError::Io(std::io::Error::other("gone")),
        OpenError::Workbook,
        OpenError::Table(TableError::Empty),
        OpenError::Table(TableError::Header {
            line: 1_234,
            reason: Reason::EmptyRow,
        }),
        OpenError::NeedsMap,
        OpenError::Columns(Vec::new()),
    ];
    let why = vec![("why", Arg::Text("x".to_owned()))];
    let mut all = vec![("roster-bad-map", why)];
    all.extend(REASONS.map(|reason| (reason.key(), reason.args())));
    all.extend(columns.iter().map(|column| (column.key(), column.args())));
    all.extend(errors.iter().map(|error| (error.key(), error.args())));
    all.extend(
        RosterField::ALL
            .iter()
            .map(|field| (field.key(), Vec::new())),
    );
    all
}

fn catalogue(lang: Lang) -> String {
    let path = format!("{}/locales/{lang}/rosters.ftl", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

fn say(lang: Lang, key: &str, args: Vec<(&'static str, Arg)>) -> String {
    let mut bundle = FluentBundle::new(vec![lang.langid().clone()]);
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(catalogue(lang))
        .unwrap_or_else(|(_, errors)| panic!("{lang}: {errors:?}"));
    bundle.add_resource(resource).unwrap();
    let message = bundle
        .get_message(key)
        .unwrap_or_else(|| panic!("{key} is missing in {lang}"));
    let args: FluentArgs<'_> = args.into_iter().collect();
    let mut errors = Vec::new();
    let said = bundle
        .format_pattern(message.value().unwrap(), Some(&args), &mut errors)
        .into_owned();
    assert!(errors.is_empty(), "{key} in {lang}: {errors:?}");
    said
}

#[test]
fn everything_can_be_said_in_every_language() {
    for lang in Lang::ALL {
        for (key, args) in sentences() {
            assert!(!say(*lang, key, args).is_empty(), "{key}");
        }
    }
}

#[test]
fn no_catalogue_has_a_sentence_that_nobody_says() {
    let said: BTreeSet<&str> = sentences().iter().map(|(key, _)| *key).collect();
    for lang in Lang::ALL {
        let text = catalogue(*lang);
        let keys: BTreeSet<&str> = text
            .lines()
            .filter(|line| line.starts_with("roster-"))
            .filter_map(|line| line.split(" = ").next())
            .collect();
        assert_eq!(keys, said, "{lang}");
    }
}

#[test]
fn numbers_agree_with_their_nouns() {
    let cells = |lang, found| {
        let reason = Reason::TooManyCells { most: 1, found };
        say(lang, reason.key(), reason.args())
    };
    assert_eq!(
        cells(Lang::En, 3),
        "The row has 3 cells, more than the header names: 1"
    );
    assert_eq!(
        cells(Lang::Ru, 22),
        "В строке 22 ячейки, больше, чем столбцов в заголовке: 1"
    );
    assert_eq!(
        cells(Lang::Ru, 25),
        "В строке 25 ячеек, больше, чем столбцов в заголовке: 1"
    );
    assert_eq!(
        cells(Lang::Ar, 2),
        "في الصف خليتان، وهذا أكثر من عدد أعمدة الترويسة: 1"
    );
    assert_eq!(
        cells(Lang::Ar, 11),
        "في الصف 11 خلية، وهذا أكثر من عدد أعمدة الترويسة: 1"
    );
}
