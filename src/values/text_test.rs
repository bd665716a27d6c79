//! What lines and texts keep, mend and refuse.

use proptest::prelude::*;

use super::*;

fn line(text: &str) -> Result<String, Problem> {
    Line::parse(text, 200).map(String::from)
}

fn prose(text: &str) -> Result<String, Problem> {
    Prose::parse(text, 200).map(String::from)
}

#[test]
fn blanks_are_trimmed_and_single() {
    assert_eq!(
        line("  Ararat \t  Society\u{A0}\u{3000}of  Berlin \n").as_deref(),
        Ok("Ararat Society of Berlin")
    );
    assert_eq!(line("Ararat Society").as_deref(), Ok("Ararat Society"));
}

#[test]
fn nothing_is_required_to_be_something() {
    for text in [
        "",
        "   ",
        "\u{A0}\t",
        "\n\n",
        "\u{FEFF}",
        "\u{AD}\u{200F} \u{AD}",
    ] {
        assert_eq!(line(text), Err(Problem::Required), "{text:?}");
        assert_eq!(prose(text), Err(Problem::Required), "{text:?}");
    }
}

#[test]
fn one_name_has_one_spelling() {
    assert_eq!(line("Cafe\u{301}").as_deref(), Ok("Café"));
    assert_eq!(line("Мои\u{306} дом").as_deref(), Ok("Мой дом"));
    // A soft hyphen between a letter and its mark must not leave them apart.
    assert_eq!(line("Cafe\u{AD}\u{301}").as_deref(), Ok("Café"));
}

#[test]
fn length_is_counted_in_characters() {
    assert_eq!(
        Line::parse("Հայաստան", 8).map(String::from).as_deref(),
        Ok("Հայաստան")
    );
    assert_eq!(Line::parse("Հայաստան", 7), Err(Problem::TooLong { max: 7 }));
    assert_eq!(
        Line::parse("  Ani  ", 3).map(String::from).as_deref(),
        Ok("Ani")
    );
    assert_eq!(Prose::parse("a\nb", 2), Err(Problem::TooLong { max: 2 }));
}

#[test]
fn what_deceives_the_eye_is_refused() {
    for (text, problem) in [
        ("Society\u{7}", Problem::ControlCharacter),
        ("a\u{0}b", Problem::ControlCharacter),
        ("\u{1B}[31mred", Problem::ControlCharacter),
        ("a\u{9F}b", Problem::ControlCharacter),
        ("gpj.\u{202E}exe", Problem::BidiControl),
        ("\u{2067}abc\u{2069}", Problem::BidiControl),
        ("Soc\u{200B}iety", Problem::InvisibleCharacter),
        ("Soc\u{2060}iety", Problem::InvisibleCharacter),
        ("Soc\u{200D}iety", Problem::InvisibleCharacter),
        ("\u{3164}", Problem::InvisibleCharacter),
        ("tag\u{E0041}", Problem::InvisibleCharacter),
        ("Soci\u{FFFD}t\u{FFFD}", Problem::BrokenText),
        ("private \u{E000}", Problem::BrokenText),
        ("nothing \u{FFFF}", Problem::BrokenText),
    ] {
        assert_eq!(line(text), Err(problem), "{text:?}");
        assert_eq!(prose(text), Err(problem), "{text:?}");
    }
}

#[test]
fn a_tower_of_marks_is_broken_text() {
    let tower = format!("a{}", "\u{301}".repeat(20));
    assert_eq!(line(&tower), Err(Problem::BrokenText));
    // Hebrew with points and accents, Tibetan and Vietnamese stacks are somebody's spelling.
    for text in ["בְּרֵאשִׁ֖ית", "བསྒྲུབས", "Tiếng Việt", "ဗမာစာ"]
    {
        assert!(line(text).is_ok(), "{text}");
    }
}

#[test]
fn joiners_stay_where_a_script_needs_them() {
    for text in [
        "می\u{200C}خواهم",
        "क्\u{200D}ष",
        "ශ්\u{200D}රී",
        "👩\u{200D}🏫",
        "👩🏽\u{200D}🏫",
    ] {
        assert_eq!(line(text).as_deref(), Ok(text), "{text}");
    }
    // Two names that look alike must be alike: a joiner at the end shows nothing.
    assert_eq!(line("می\u{200C}").as_deref(), Ok("می"));
    assert_eq!(
        line("می\u{200C}\u{200C}خواهم"),
        Err(Problem::InvisibleCharacter)
    );
}

#[test]
fn a_line_is_one_line() {
    for text in ["a\nb", "a\r\nb", "a\u{2028}b", "a\u{85}b"] {
        assert_eq!(line(text), Err(Problem::NotOnOneLine), "{text:?}");
    }
}

#[test]
fn a_text_keeps_its_lines_and_paragraphs() {
    assert_eq!(
        prose("\r\n One \r\n  two\r\rthree\n\n\n\n four\u{2028}five \n\n").as_deref(),
        Ok("One\ntwo\n\nthree\n\nfour\nfive")
    );
    let text = Prose::parse("One\ntwo\n\nthree", 200).unwrap();
    assert_eq!(text.paragraphs().collect::<Vec<_>>(), ["One\ntwo", "three"]);
}

#[test]
fn json_is_looked_at_again() {
    let name = Line::parse("Արարատ", 20).unwrap();
    let json = serde_json::to_string(&name).unwrap();
    assert_eq!(json, "\"Արարատ\"");
    assert_eq!(serde_json::from_str::<Line>(&json).unwrap(), name);
    assert!(serde_json::from_str::<Line>(r#""a\u202eb""#).is_err());
    assert!(serde_json::from_str::<Line>(r#""""#).is_err());
    assert!(serde_json::from_str::<Line>(r#""a\nb""#).is_err());
    assert!(serde_json::from_str::<Line>("7").is_err());
}

proptest! {
    #[test]
    fn what_was_taken_once_is_taken_again_unchanged(text in any::<String>()) {
        if let Ok(kept) = Line::parse(&text, Line::CEILING) {
            prop_assert_eq!(Line::parse(&kept, Line::CEILING), Ok(kept));
        }
        if let Ok(kept) = Prose::parse(&text, Prose::CEILING) {
            prop_assert_eq!(Prose::parse(&kept, Prose::CEILING), Ok(kept));
        }
    }

    #[test]
    fn marks_blanks_and_joiners_in_any_order_settle_at_once(
        text in "[a ëיِيक्\u{301}\u{323}\u{AD}\u{200C}\u{200D}\u{A0}\u{FEFF}\n👩]{0,24}"
    ) {
        if let Ok(kept) = Prose::parse(&text, Prose::CEILING) {
            prop_assert_eq!(Prose::parse(&kept, Prose::CEILING), Ok(kept));
        }
    }

    #[test]
    fn printable_ascii_takes_the_short_way_to_the_same_end(text in "[ -~]{1,40}") {
        let long_way = clean(&text).map(|text| text.trim_end().to_owned());
        match Line::parse(&text, 40) {
            Ok(kept) => prop_assert_eq!(Ok(kept.as_str().to_owned()), long_way),
            Err(problem) => prop_assert_eq!(problem, Problem::Required),
        }
    }
}
