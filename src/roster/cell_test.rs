//! What spreadsheets would calculate is disarmed, and every text comes back.

use proptest::prelude::*;

use super::*;

#[test]
fn dangerous_starts_get_an_apostrophe() {
    for text in [
        "=cmd()",
        "=cmd|' /C calc'!A0",
        "+374 10 123456",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        "﹦1",
        "  =1",
        "\u{A0}=1",
        "\u{200B}=1",
        "\u{FEFF}=1",
        "\u{3000}=1",
        "\u{202E}=1",
        "\u{1}=1",
        "'=1",
        "''  =1",
    ] {
        assert_eq!(protect(text), format!("'{text}"), "{text:?}");
    }
}

#[test]
fn inner_lines_are_cells_to_somebody() {
    assert_eq!(protect("a\n=1\r\n @b\rc"), "a\n'=1\r\n' @b\rc");
    assert_eq!(protect("a\u{2028}=1\u{85}-2"), "a\u{2028}'=1\u{85}'-2");
    assert_eq!(protect("x;=1+1;y\t=2"), "x;'=1+1;y\t'=2");
    assert_eq!(protect("\n=1"), "'\n'=1");
}

#[test]
fn ordinary_texts_stay_as_they_are() {
    for text in [
        "",
        "'",
        "'t Huis",
        "Cross-border",
        "a = b",
        "info@example.org",
        "x\n\ny",
        "x\ty; z",
        "«=»",
        "１＋１",
    ] {
        assert!(matches!(protect(text), Cow::Borrowed(_)), "{text:?}");
        assert_eq!(unprotect(text), text, "{text:?}");
    }
}

/// Texts in which nearly every character matters here.
fn nasty() -> impl Strategy<Value = String> {
    let signs = "=+-@＝＋－＠﹦\t\r\n;' \u{A0}\u{200B}\u{FEFF}\u{2028}\u{85}\u{B}|\\,\"ab";
    let signs: Vec<char> = signs.chars().collect();
    proptest::collection::vec(proptest::sample::select(signs), 0..24)
        .prop_map(|chars| chars.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn every_text_comes_back(text in prop_oneof![nasty(), any::<String>()]) {
        let protected = protect(&text);
        prop_assert_eq!(unprotect(&protected), text.as_str());
    }

    #[test]
    fn nothing_protected_is_calculated(text in prop_oneof![nasty(), any::<String>()]) {
        let protected = protect(&text);
        for part in protected.split(['\n', '\r', '\t', ';', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}']) {
            let seen = part.trim_start_matches(is_unseen);
            prop_assert!(!seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫']), "{:?}", protected);
        }
        prop_assert!(!protected.starts_with(['\t', '\r', '\n']));
    }
}
