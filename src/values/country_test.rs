//! Every country has a code, a name in every language, a place in the list, and is found again.

use super::*;

#[test]
fn there_are_249_countries_in_order() {
    assert_eq!(Country::ALL.len(), 249);
    assert!(
        Country::ALL
            .windows(2)
            .all(|pair| pair[0].code() < pair[1].code())
    );
    for country in Country::ALL {
        assert_eq!(Country::from_code(country.code()), Some(country));
    }
}

#[test]
fn codes_are_read_in_any_case_and_others_refused() {
    assert_eq!(Country::parse(" de ").map(Country::code), Ok("DE"));
    for text in ["XX", "D", "DEU", "D E", "ÄÖ", "UK", "Germany"] {
        assert_eq!(Country::parse(text), Err(Problem::UnknownCountry), "{text}");
    }
    assert_eq!(Country::parse(""), Err(Problem::Required));
}

#[test]
fn every_country_has_a_name_of_its_own_in_every_language() {
    for lang in Lang::ALL {
        let mut seen = std::collections::HashSet::new();
        for country in Country::ALL {
            let name = country.name(*lang);
            assert_ne!(name, country.code(), "{lang}");
            assert!(seen.insert(name), "{lang}: {name} twice");
        }
    }
    let armenia = Country::parse("AM").unwrap();
    assert_eq!(armenia.name(Lang::En), "Armenia");
    assert_eq!(armenia.name(Lang::Ru), "Армения");
    assert_eq!(armenia.name(Lang::Ar), "أرمينيا");
}

#[test]
fn a_country_is_found_by_each_of_its_names() {
    for lang in Lang::ALL {
        for country in Country::ALL {
            let name = country.name(*lang);
            assert_eq!(Country::from_name(name), Some(country), "{name}");
        }
    }
    for country in Country::ALL {
        assert_eq!(
            Country::from_name(&country.code().to_lowercase()),
            Some(country)
        );
    }
}

#[test]
fn a_country_is_found_by_what_people_call_it() {
    for (name, code) in [
        ("USA", "US"),
        ("the Netherlands", "NL"),
        ("Holland", "NL"),
        ("UK", "GB"),
        ("Northern Ireland", "GB"),
        ("Turkey", "TR"),
        ("TÜRKIYE", "TR"),
        ("Côte d'Ivoire", "CI"),
        ("cote d’ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("Czech Republic", "CZ"),
        ("Russian Federation", "RU"),
        ("Korea, Republic of", "KR"),
        ("Viet Nam", "VN"),
        ("Syrian Arab Republic", "SY"),
        ("Белоруссия", "BY"),
        ("США", "US"),
        ("فلسطين", "PS"),
        ("Германия", "DE"),
    ] {
        assert_eq!(
            Country::from_name(name).map(Country::code),
            Some(code),
            "{name}"
        );
    }
    for name in ["", "Atlantis", "Europe", "n/a"] {
        assert_eq!(Country::from_name(name), None, "{name}");
    }
}

#[test]
fn every_other_name_leads_to_its_own_country() {
    for (code, said) in ALSO {
        for name in said.split(';') {
            assert_eq!(
                Country::from_name(name).map(Country::code),
                Some(*code),
                "{name}"
            );
        }
    }
}

#[test]
fn lists_are_in_the_order_of_their_readers() {
    let names = |lang| {
        Country::sorted(lang)
            .iter()
            .map(|it| it.name(lang))
            .collect::<Vec<_>>()
    };
    for lang in Lang::ALL {
        assert_eq!(names(*lang).len(), 249);
    }
    let at = |lang, name: &str| names(lang).iter().position(|it| *it == name).unwrap();
    // By code point the ring, and the Russian ё, would come after everything.
    assert!(at(Lang::En, "Åland Islands") < at(Lang::En, "Albania"));
    assert_eq!(names(Lang::En)[0], "Afghanistan");
    assert_eq!(names(Lang::Ru)[0], "Австралия");
    assert!(at(Lang::Ar, "أرمينيا") < at(Lang::Ar, "بلجيكا"));
}

#[test]
fn json_is_the_code() {
    let country = Country::parse("AM").unwrap();
    assert_eq!(serde_json::to_string(&country).unwrap(), "\"AM\"");
    assert_eq!(serde_json::from_str::<Country>("\"AM\"").unwrap(), country);
    assert!(serde_json::from_str::<Country>("\"am\"").is_err());
}
