//! Every problem and every term has its words in every language.

use fluent_templates::fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

use super::*;

/// The catalogues of one language that speak of values.
fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![lang.langid().clone()]);
    bundle.set_use_isolating(false);
    for file in ["problems", "terms"] {
        let path = format!("{}/locales/{lang}/{file}.ftl", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).unwrap();
        let resource = FluentResource::try_new(text)
            .unwrap_or_else(|(_, errors)| panic!("{path}: {errors:?}"));
        bundle
            .add_resource(resource)
            .unwrap_or_else(|errors| panic!("{path}: {errors:?}"));
    }
    bundle
}

fn say(bundle: &FluentBundle<FluentResource>, key: &str, args: Vec<(&'static str, Arg)>) -> String {
    let message = bundle
        .get_message(key)
        .unwrap_or_else(|| panic!("{key} is missing"));
    let args: FluentArgs = args.into_iter().collect();
    let mut errors = Vec::new();
    let said = bundle
        .format_pattern(message.value().unwrap(), Some(&args), &mut errors)
        .into_owned();
    assert!(errors.is_empty(), "{key}: {errors:?}");
    said
}

const PROBLEMS: [Problem; 21] = [
    Problem::Required,
    Problem::TooLong { max: 200 },
    Problem::TooShort { min: 3 },
    Problem::ControlCharacter,
    Problem::BidiControl,
    Problem::InvisibleCharacter,
    Problem::BrokenText,
    Problem::NotOnOneLine,
    Problem::UnknownCountry,
    Problem::UnknownLanguage,
    Problem::UnknownCode,
    Problem::BadYear {
        min: 1000,
        max: 2026,
    },
    Problem::BadEmail,
    Problem::BadPhone,
    Problem::BadWebAddress,
    Problem::BadDate,
    Problem::BadNumber,
    Problem::BadIdentifier,
    Problem::InTheFuture,
    Problem::BadFormat {
        example: "W751234567",
    },
    Problem::BadCheckDigit,
];

#[test]
fn every_problem_can_be_said_in_every_language() {
    for lang in Lang::ALL {
        let bundle = bundle(*lang);
        for problem in PROBLEMS {
            assert!(!say(&bundle, problem.key(), problem.args()).is_empty());
        }
    }
}

#[test]
fn numbers_agree_with_their_nouns() {
    let too_long = |lang, max| {
        say(
            &bundle(lang),
            "problem-too-long",
            Problem::TooLong { max }.args(),
        )
    };
    assert_eq!(too_long(Lang::En, 1), "Enter 1 character or fewer");
    assert_eq!(too_long(Lang::En, 200), "Enter 200 characters or fewer");
    assert_eq!(too_long(Lang::Ru, 21), "Введите не больше 21 символа");
    assert_eq!(too_long(Lang::Ru, 200), "Введите не больше 200 символов");
    assert_eq!(too_long(Lang::Ar, 2), "يرجى ألّا يزيد النص على حرفين");
    assert_eq!(too_long(Lang::Ar, 10), "يرجى ألّا يزيد النص على 10 أحرف");
    assert_eq!(too_long(Lang::Ar, 30), "يرجى ألّا يزيد النص على 30 حرفًا");
    assert_eq!(too_long(Lang::Ar, 200), "يرجى ألّا يزيد النص على 200 حرف");
}

#[test]
fn years_are_not_grouped() {
    let problem = Problem::BadYear {
        min: 1000,
        max: 2026,
    };
    let said = say(&bundle(Lang::En), problem.key(), problem.args());
    assert_eq!(said, "Enter a year from 1000 to 2026, in four digits");
}

macro_rules! keys {
    ($($list:ty),+ $(,)?) => {
        [$(<$list>::ALL.iter().map(|it| it.key()).collect::<Vec<_>>()),+].concat()
    };
}

#[test]
fn every_term_has_a_name_in_every_language() {
    let keys = keys![
        Kind,
        NameRole,
        ContactChannel,
        ContactPurpose,
        PlaceRole,
        PlaceShown,
        FundingBand,
        Standing,
        GroupKind,
        GroupRole,
        InitiativeStage,
        InitiativeRole,
        Need,
        Role,
        TeamRole,
        SigningOffice,
        CaseKind,
        Lang,
        DateForm,
    ];
    for lang in Lang::ALL {
        let bundle = bundle(*lang);
        for key in &keys {
            assert!(!say(&bundle, key, Vec::new()).is_empty(), "{key}");
        }
    }
    let path = format!("{}/locales/en/terms.ftl", env!("CARGO_MANIFEST_DIR"));
    let terms = std::fs::read_to_string(path).unwrap();
    let named = terms.lines().filter(|line| line.contains(" = ")).count();
    assert_eq!(named, keys.len(), "a term that no list has");
}

#[test]
fn keys_and_codes_are_words_of_their_lists() {
    assert_eq!(Kind::CulturalCentre.key(), "kind-cultural-centre");
    assert_eq!(NameRole::Legal.key(), "name-role-legal");
    assert_eq!(Standing::StruckOff.key(), "standing-struck-off");
    assert_eq!(Standing::StruckOff.code(), "struck_off");
    assert_eq!(Role::PostOfficer.key(), "role-post-officer");
}

#[test]
fn codes_are_read_leniently_from_people_and_strictly_from_machines() {
    for typed in ["struck_off", "Struck-Off", " STRUCK OFF "] {
        assert_eq!(Standing::parse(typed), Ok(Standing::StruckOff), "{typed}");
    }
    assert_eq!(Standing::parse("struckoff"), Err(Problem::UnknownCode));
    assert_eq!(Standing::parse(""), Err(Problem::Required));
    assert_eq!(
        serde_json::from_str::<Standing>("\"struck_off\"").unwrap(),
        Standing::StruckOff
    );
    assert!(serde_json::from_str::<Standing>("\"Struck-off\"").is_err());
    assert_eq!(
        serde_json::to_string(&Kind::CulturalCentre).unwrap(),
        "\"cultural-centre\""
    );
}

#[test]
fn a_revived_registration_is_good_and_in_force() {
    let good: Vec<_> = Standing::ALL
        .iter()
        .filter(|it| it.counts_as_good())
        .collect();
    assert_eq!(good, [&Standing::Good, &Standing::Revived]);
    let in_force: Vec<_> = Standing::ALL.iter().filter(|it| it.in_force()).collect();
    assert_eq!(
        in_force,
        [&Standing::Good, &Standing::Due, &Standing::Revived]
    );
}
