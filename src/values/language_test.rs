//! Tags come out canonical, with a name, a script and a direction.

use super::*;

fn tag(text: &str) -> LanguageTag {
    LanguageTag::parse(text).unwrap_or_else(|problem| panic!("{text}: {problem}"))
}

#[test]
fn tags_come_out_canonical() {
    for (typed, kept) in [
        ("hy", "hy"),
        (" HY ", "hy"),
        ("en_gb", "en-GB"),
        ("ZH-hant-tw", "zh-Hant-TW"),
        ("iw", "he"),
        ("eng", "en"),
        ("hyw", "hyw"),
        ("sr-cyrl", "sr-Cyrl"),
        ("de-1996", "de-1996"),
        ("mo", "ro"),
    ] {
        assert_eq!(tag(typed).as_str(), kept, "{typed}");
    }
}

#[test]
fn what_is_no_language_is_refused() {
    for typed in [
        "xx",
        "english",
        "und",
        "mul",
        "zxx",
        "e",
        "en-",
        "hy!",
        "en-u-ca-buddhist",
        "en-x-mine",
        "x-mine",
        "12",
        "фр",
    ] {
        assert_eq!(
            LanguageTag::parse(typed),
            Err(Problem::UnknownLanguage),
            "{typed}"
        );
    }
    assert_eq!(LanguageTag::parse(" "), Err(Problem::Required));
}

#[test]
fn every_common_language_is_canonical_and_has_a_name_in_english() {
    assert!(LanguageTag::COMMON.is_sorted());
    for listed in LanguageTag::common() {
        assert_eq!(tag(&listed), listed);
        assert_ne!(listed.name(Lang::En), listed.as_str());
    }
}

#[test]
fn hardly_a_common_language_lacks_a_name_elsewhere() {
    for lang in [Lang::Ru, Lang::Ar] {
        let nameless: Vec<_> = LanguageTag::common()
            .filter(|it| it.name(lang) == it.as_str())
            .collect();
        assert!(nameless.is_empty(), "{lang}: {nameless:?}");
    }
}

#[test]
fn names_are_in_the_reader_s_language() {
    assert_eq!(tag("hy").name(Lang::En), "Armenian");
    assert_eq!(tag("hy").name(Lang::Ru), "армянский");
    assert_eq!(tag("hy").name(Lang::Ar), "الأرمنية");
    assert_eq!(tag("sr-Latn").name(Lang::En), "Serbian (Latin)");
}

#[test]
fn a_language_is_found_by_its_names() {
    for (name, code) in [
        ("Armenian", "hy"),
        ("армянский", "hy"),
        ("العربية", "ar"),
        ("KURDISH", "ku"),
        ("de", "de"),
    ] {
        assert_eq!(LanguageTag::from_name(name), Some(tag(code)), "{name}");
    }
    assert_eq!(LanguageTag::from_name("Klingonese"), None);
}

#[test]
fn direction_follows_the_script() {
    for code in [
        "ar", "he", "fa", "ur", "ckb", "dv", "syr", "yi", "ps", "ug", "az-Arab", "ku-Arab", "arc",
    ] {
        assert_eq!(tag(code).direction(), Direction::RightToLeft, "{code}");
    }
    for code in ["en", "hy", "ru", "ku", "az", "zh", "ar-Latn", "am", "hyw"] {
        assert_eq!(tag(code).direction(), Direction::LeftToRight, "{code}");
    }
    assert_eq!(Direction::RightToLeft.code(), "rtl");
}

#[test]
fn a_script_is_said_or_likely() {
    for (code, script) in [
        ("hy", "Armn"),
        ("ru", "Cyrl"),
        ("sr-Latn", "Latn"),
        ("zh-TW", "Hant"),
        ("ckb", "Arab"),
        ("hyw", "Armn"),
    ] {
        assert_eq!(tag(code).script().as_deref(), Some(script), "{code}");
    }
}

#[test]
fn pickers_list_languages_in_the_order_of_their_readers() {
    for lang in Lang::ALL {
        assert_eq!(LanguageTag::sorted(*lang).len(), LanguageTag::COMMON.len());
    }
    assert_eq!(LanguageTag::sorted(Lang::Ru)[0].1, "абхазский");
    assert_eq!(LanguageTag::sorted(Lang::En)[0].1, "Abkhazian");
}
