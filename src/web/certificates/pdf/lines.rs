//! Lines of text: broken where it does not fit, each in the order in which it is seen.

use std::ops::Range;

use krilla::text::{Font, KrillaGlyph};
use unicode_bidi::{BidiInfo, Level};

use super::NotDrawn;
use super::fonts::{Fonts, Weight};

/// Glyphs of one font.
pub struct Run {
    /// The font.
    pub font: Font,
    /// What is read and copied.
    pub text: String,
    /// What is seen, from left to right.
    pub glyphs: Vec<KrillaGlyph>,
    /// How wide it is at size 1.
    pub wide: f32,
}

/// A line, from left to right.
pub struct Line {
    /// Its parts.
    pub runs: Vec<Run>,
    /// How wide it is at size 1.
    pub wide: f32,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub struct Style {
    /// In points.
    pub size: f32,
    /// How heavy its letters are.
    pub weight: Weight,
    /// The direction of the whole; that of its first letter, where nothing is said.
    pub is_rtl: Option<bool>,
}

/// Sets a text in lines that are at most so wide.
pub fn lines(fonts: &Fonts, text: &str, style: Style, most: f32) -> Result<Vec<Line>, NotDrawn> {
    let level = style.is_rtl.map(|rtl| match rtl {
        true => Level::rtl(),
        false => Level::ltr(),
    });
    let bidi = BidiInfo::new(text, level);
    let mut lines = Vec::new();
    for paragraph in &bidi.paragraphs {
        for range in broken(fonts, text, paragraph.range.clone(), style, most)? {
            let (levels, runs) = bidi.visual_runs(paragraph, range);
            let mut line = Line {
                runs: Vec::new(),
                wide: 0.0,
            };
            for run in runs {
                let is_rtl = levels.get(run.start).is_some_and(Level::is_rtl);
                let part = &text[run];
                let mut items = fonts.items(part)?;
                if is_rtl {
                    items.reverse();
                }
                for item in items {
                    let own = &part[item.range];
                    let (glyphs, wide) = fonts.shape(item.font, style.weight, own, is_rtl)?;
                    line.wide += wide;
                    line.runs.push(Run {
                        font: fonts.font(item.font, style.weight)?,
                        text: own.to_owned(),
                        glyphs,
                        wide,
                    });
                }
            }
            lines.push(line);
        }
    }
    Ok(lines)
}

/// Where the lines are: between words, and within one that is wider than a line.
fn broken(
    fonts: &Fonts,
    text: &str,
    all: Range<usize>,
    style: Style,
    most: f32,
) -> Result<Vec<Range<usize>>, NotDrawn> {
    let most = most / style.size;
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut line: Option<(Range<usize>, f32)> = None;
    for (start, word) in words(&text[all.clone()]) {
        let start = all.start + start;
        let range = start..start + word.len();
        let wide = width(fonts, word, style.weight)?;
        let gap = width(fonts, " ", style.weight)?;
        match &mut line {
            Some((open, so_far)) if *so_far + gap + wide <= most => {
                open.end = range.end;
                *so_far += gap + wide;
            }
            _ => {
                lines.extend(line.take().map(|(open, _)| open));
                let (last, wide) = split(fonts, text, range, style, most, &mut lines)?;
                line = Some((last, wide));
            }
        }
    }
    lines.extend(line.map(|(open, _)| open));
    Ok(lines)
}

/// Gives whole lines of a long word away, and what is left of it.
fn split(
    fonts: &Fonts,
    text: &str,
    word: Range<usize>,
    style: Style,
    most: f32,
    lines: &mut Vec<Range<usize>>,
) -> Result<(Range<usize>, f32), NotDrawn> {
    let mut start = word.start;
    let mut wide = width(fonts, &text[word.clone()], style.weight)?;
    if wide <= most {
        return Ok((word, wide));
    }
    wide = 0.0;
    for (at, letter) in text[word.clone()].char_indices() {
        let at = word.start + at;
        let own = width(fonts, letter.encode_utf8(&mut [0; 4]), style.weight)?;
        if wide + own > most && at > start {
            lines.push(start..at);
            start = at;
            wide = 0.0;
        }
        wide += own;
    }
    Ok((start..word.end, wide))
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace()
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// How wide a text is at size 1.
fn width(fonts: &Fonts, text: &str, weight: Weight) -> Result<f32, NotDrawn> {
    let mut wide = 0.0;
    for item in fonts.items(text)? {
        let bidi = BidiInfo::new(&text[item.range.clone()], None);
        let is_rtl = bidi.paragraphs.first().is_some_and(|it| it.level.is_rtl());
        wide += fonts.shape(item.font, weight, &text[item.range], is_rtl)?.1;
    }
    Ok(wide)
}

#[cfg(test)]
#[path = "lines_test.rs"]
mod lines_test;
