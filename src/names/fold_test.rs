//! Names of many scripts fold to comparable words.

use proptest::prelude::*;

use super::*;

#[test]
fn names_of_many_scripts_become_latin_words() {
    for (name, folded) in [
        (
            "Armenian Relief Society, Inc.",
            "armenian relief society inc",
        ),
        (
            "Society “Ararat” (Berlin) – e.V.",
            "society ararat berlin e v",
        ),
        ("O’Neill's  O'Neill", "oneills oneill"),
        ("Großmünster Straße", "grossmunster strasse"),
        ("Łódź Çelebi Ñandú Ærø", "lodz celebi nandu aero"),
        ("İstanbul Iğdır", "istanbul igdir"),
        ("Հայաստան", "hayastan"),
        ("Երևան", "erevan"),
        ("ԵՐԵՒԱՆ", "erevan"),
        ("Մուշ", "mush"),
        ("საქართველო", "sakartvelo"),
        ("Общество «Арарат»", "obshchestvo ararat"),
        ("Մխիթար 3-րդ", "mkhitar 3 rd"),
        ("Ελλάδα", "ellada"),
        ("Παπαδόπουλος", "papadopoulos"),
        ("Որբերու Տուն", "vorberu tun"),
        ("Ծառուկյան", "tsarukyan"),
        ("الجالية السورية", "aljalih alsurih"),
        ("جمعية الوطن", "jmaih alwtn"),
        ("محمود", "mhmud"),
        ("شیراز", "shiraz"),
        ("ירושלים", "yroshlim"),
        ("שלום", "shlom"),
        ("भारतीय समाज", "bharatiy samaj"),
        ("বাংলাদেশ", "bamlades"),
        ("தமிழ் சங்கம்", "tamil cankam"),
        ("👑 Crown", "crown"),
        ("C++ & Co", "c co"),
        ("ＡＢＣ１２３", "abc123"),
        ("٢٠١٩", "2019"),
    ] {
        assert_eq!(fold(name), folded, "{name}");
    }
}

#[test]
fn every_script_leaves_something() {
    for name in [
        "الجالية السورية",
        "קהילה יהודית",
        "ማኅበር",
        "भारतीय समाज",
        "বাংলা",
        "தமிழ்",
        "北京大学",
        "トヨタ",
        "한국인회",
        "สมาคม",
        "ཀུན",
        "ܐܬܘܪܝܐ",
        "ⵜⴰⵎⴰⵣⵉⵖⵜ",
        "ᠮᠣᠩᠭᠣᠯ",
    ] {
        assert!(fold(name).len() >= 3, "{name}: {}", fold(name));
    }
}

#[test]
fn marks_that_writers_leave_out_change_nothing() {
    assert_eq!(fold("مُحَمَّد"), fold("محمد"));
    assert_eq!(fold("محـــمد"), fold("محمد"));
    assert_eq!(fold("שָׁלוֹם"), fold("שלום"));
    assert_eq!(
        fold("Фонд досліджень про здоров’я"),
        fold("Фонд досліджень про здоровʼя")
    );
    assert_eq!(fold("المصرى"), fold("المصري"));
    assert_eq!(fold("مدرسه"), fold("مدرسة"));
    assert_eq!(fold("می\u{200C}خواهم"), fold("میخواهم"));
    assert_eq!(fold("οΰ"), fold("ΟΫ\u{301}"));
    assert_eq!(fold("Cafe\u{301}"), fold("CAFÉ"));
}

#[test]
fn words_are_parted_by_what_is_not_a_letter() {
    assert_eq!(
        words("Haus/Дом—Տուն & more"),
        ["haus", "dom", "tun", "more"]
    );
    assert!(words(" … ").is_empty());
}

proptest! {
    #[test]
    fn folding_gives_plain_words_and_folds_no_further(text in any::<String>()) {
        let folded = fold(&text);
        prop_assert!(folded.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b' ')), "{}", folded);
        prop_assert!(!folded.starts_with(' ') && !folded.ends_with(' ') && !folded.contains("  "), "{}", folded);
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn case_does_not_matter_to_letters_that_have_it(text in "[a-zа-яա-ֆά-ώ ]{0,30}") {
        prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
    }
}
