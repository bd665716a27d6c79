//! Letters in the order in which they are seen, and joined as their readers join them.

use super::*;

fn fonts() -> Fonts {
    Fonts::new(|name| crate::web::assets::bytes(&format!("fonts/{name}.woff2")))
}

fn set(text: &str, is_rtl: Option<bool>, most: f32) -> Vec<Line> {
    let style = Style {
        size: 10.0,
        weight: Weight::Plain,
        is_rtl,
    };
    lines(&fonts(), text, style, most).unwrap()
}

/// The parts of a line as they are seen from left to right.
fn texts(line: &Line) -> Vec<&str> {
    line.runs.iter().map(|run| run.text.trim()).collect()
}

#[test]
fn arabic_is_drawn_from_its_last_letter_on_and_joined() {
    let fonts = fonts();
    let shape = |text| {
        let (glyphs, wide) = fonts
            .shape("noto-sans-arabic", Weight::Plain, text, true)
            .unwrap();
        assert!(wide > 0.0);
        glyphs
    };
    let word = shape("ببب");
    let starts: Vec<_> = word.iter().map(|glyph| glyph.text_range.start).collect();
    assert!(
        starts.is_sorted_by(|left, right| left >= right),
        "{starts:?}"
    );
    // The same letter has another shape at the end, in the middle, at the beginning, and alone.
    let shapes = |glyphs: &[KrillaGlyph], start: usize| -> Vec<u32> {
        let own = glyphs
            .iter()
            .filter(|glyph| glyph.text_range.start == start);
        own.map(|glyph| glyph.glyph_id.to_u32()).collect()
    };
    let alone = shapes(&shape("ب"), 0);
    let of: Vec<_> = [0, 2, 4].map(|start| shapes(&word, start)).into();
    assert!(of[0] != of[1] && of[1] != of[2] && of[0] != of[2], "{of:?}");
    assert!(!of.contains(&alone), "{of:?} {alone:?}");
    // Alef leans on the lam before it, and does not after other letters.
    let (lam, beh) = (shape("لا"), shape("با"));
    assert_eq!(lam[0].text_range, 2..4);
    assert!(shapes(&lam, 2) != shapes(&beh, 2) || shapes(&lam, 0) != shapes(&shape("لب"), 0));
}

#[test]
fn directions_are_ordered_within_a_line() {
    let line = set("بيت Köln 12", Some(true), 500.0).remove(0);
    let seen = texts(&line);
    assert_eq!(seen.first(), Some(&"Köln 12"), "{seen:?}");
    assert_eq!(seen.last(), Some(&"بيت"), "{seen:?}");
    let line = set("Köln بيت", None, 500.0).remove(0);
    assert_eq!(texts(&line), ["Köln", "بيت"]);
}

#[test]
fn each_script_has_its_font() {
    let line = set("Հայ Тун ქართული", None, 500.0).remove(0);
    assert_eq!(texts(&line), ["Հայ", "Тун", "ქართული"]);
}

#[test]
fn lines_are_broken_between_words_and_in_words_without_end() {
    let broken = set("one two three four five six", None, 60.0);
    assert!(broken.len() > 1);
    let all: Vec<_> = broken.iter().flat_map(texts).collect();
    assert_eq!(all.join(" "), "one two three four five six");
    assert!(broken.iter().all(|line| line.wide * 10.0 <= 60.0));
    let broken = set(&"a".repeat(200), None, 60.0);
    assert!(broken.len() > 3);
    assert!(broken.iter().all(|line| line.wide * 10.0 <= 61.0));
}

#[test]
fn a_letter_that_no_font_has_is_told() {
    let style = Style {
        size: 10.0,
        weight: Weight::Plain,
        is_rtl: None,
    };
    let told = lines(&fonts(), "Union 漢字", style, 500.0).err();
    assert_eq!(told, Some(NotDrawn::Letter('漢')));
}
