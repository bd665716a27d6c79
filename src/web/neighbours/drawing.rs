//! A drawing of neighbours: what is asked about on one side, its neighbours one below the other, and a line to each. The same
//! neighbours are always drawn alike, no label lies on another, and it is read at the width of a telephone.

use crate::neighbour::{Sort, Tie};

/// The width of the drawing; its height grows with the neighbours.
const WIDTH: i32 = 360;
/// How far apart neighbours stand.
const ROW: i32 = 32;
/// Where the first stands, below the title.
const TOP: i32 = 26;
/// How far the one in the middle stands from its edge.
const MIDDLE: i32 = 22;
/// How far neighbours stand from the same edge.
const NEIGHBOURS: i32 = 96;
/// How many Latin letters of a name fit beside it.
const LETTERS: usize = 26;

/// A drawing.
#[derive(Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Its height.
    pub height: i32,
    /// Where the one in the middle stands.
    pub middle: (i32, i32),
    /// The neighbours.
    pub nodes: Vec<Node>,
    /// Which sorts there are, for the legend.
    pub sorts: Vec<Sort>,
    /// Which lines there are, for the legend.
    pub lines: Vec<&'static str>,
}

/// A neighbour in the drawing.
#[derive(Debug, PartialEq, Eq)]
pub struct Node {
    /// Its name, as far as it fits.
    pub label: String,
    /// Its shape.
    pub shape: String,
    /// Its sort, for its colour.
    pub sort: Sort,
    /// The line to it.
    pub line: String,
    /// How the line is drawn.
    pub tie: &'static str,
    /// Where the label begins.
    pub label_at: (i32, i32),
}

/// What a neighbour is drawn from.
pub struct Drawn<'a> {
    pub(super) sort: Sort,
    pub(super) name: &'a str,
    pub(super) tie: Option<Tie>,
}

impl Drawing {
    /// Draws neighbours from the side on which the page begins.
    pub fn new(drawn: &[Drawn<'_>], is_rtl: bool) -> Self {
        let across = |x: i32| if is_rtl { WIDTH - x } else { x };
        let rows = i32::try_from(drawn.len()).unwrap_or_default();
        let height = TOP + rows.max(1) * ROW;
        let middle = (across(MIDDLE), TOP + (rows.max(1) - 1) * ROW / 2);
        let nodes: Vec<Node> = drawn
            .iter()
            .zip(0..)
            .map(|(it, row)| {
                let (x, y) = (across(NEIGHBOURS), TOP + row * ROW);
                let (bend, back) = (across(MIDDLE + 34), across(NEIGHBOURS - 34));
                Node {
                    label: label(it.name),
                    shape: shape(it.sort, x, y),
                    sort: it.sort,
                    line: format!(
                        "M{} {}C{bend} {} {back} {y} {x} {y}",
                        middle.0, middle.1, middle.1
                    ),
                    tie: line_of(it.tie),
                    label_at: (across(NEIGHBOURS + 14), y + 5),
                }
            })
            .collect();
        let mut sorts: Vec<Sort> = nodes.iter().map(|it| it.sort).collect();
        sorts.dedup();
        let mut lines: Vec<&'static str> = nodes.iter().map(|it| it.tie).collect();
        lines.sort_unstable();
        lines.dedup();
        Self {
            height,
            middle,
            nodes,
            sorts,
            lines,
        }
    }

    /// Its width.
    pub const fn width(&self) -> i32 {
        WIDTH
    }

    /// The shape of a sort, for the legend.
    pub fn key(sort: &Sort) -> String {
        shape(*sort, 8, 8)
    }
}

/// How a line is drawn, and the key of what it means.
const fn line_of(tie: Option<Tie>) -> &'static str {
    match tie {
        Some(Tie::Member(_) | Tie::Groups(_)) => "member",
        Some(Tie::Linked(..)) => "linked",
        Some(Tie::Leaders(_)) => "leader",
        Some(Tie::Organizations(_)) => "shared",
        Some(Tie::Carries(_) | Tie::Initiatives(_)) | None => "carries",
    }
}

/// Each sort has a shape of its own, so that nobody has to tell colours apart.
fn shape(sort: Sort, x: i32, y: i32) -> String {
    match sort {
        Sort::Organization => format!("M{} {y}a7 7 0 1 0 14 0a7 7 0 1 0 -14 0Z", x - 7),
        Sort::Initiative => format!("M{} {}h12v12h-12Z", x - 6, y - 6),
        Sort::Group => format!("M{x} {}l8 8l-8 8l-8 -8Z", y - 8),
        Sort::Country => format!("M{x} {}l8 13h-16Z", y - 7),
    }
}

/// A name as far as it fits, apart from the text around it.
fn label(name: &str) -> String {
    let mut room = LETTERS * LATIN;
    let mut text = String::new();
    for letter in name.chars() {
        let Some(left) = room.checked_sub(width(letter)) else {
            text.truncate(text.trim_end().len());
            text.push('…');
            break;
        };
        room = left;
        text.push(letter);
    }
    format!("\u{2068}{text}\u{2069}")
}

/// How wide a letter is, in tenths of a common Latin one.
const LATIN: usize = 10;

/// Roughly: what is as wide as it is high (Unicode Standard Annex 11, wide), scripts with broader letters than Latin, and capitals.
fn width(letter: char) -> usize {
    match letter {
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{20000}'.. => 2 * LATIN,
        '\u{0531}'..='\u{058f}' | '\u{10a0}'..='\u{10ff}' | '\u{0400}'..='\u{052f}' => 13,
        _ if letter.is_uppercase() => 13,
        _ => LATIN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::{GroupRole, InitiativeRole};

    fn drawn<'a>(names: &[&'a str]) -> Vec<Drawn<'a>> {
        let one = |name: &&'a str| Drawn {
            sort: Sort::Organization,
            name,
            tie: Some(Tie::Carries(InitiativeRole::Lead)),
        };
        names.iter().map(one).collect()
    }

    #[test]
    fn neighbours_stand_apart_within_the_drawing_and_alike_each_time() {
        let names: Vec<String> = (0..18).map(|n| format!("Verein {n}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let drawing = Drawing::new(&drawn(&names), false);
        for pair in drawing.nodes.windows(2) {
            assert!(pair[1].label_at.1 - pair[0].label_at.1 >= 24);
        }
        assert!(
            drawing
                .nodes
                .iter()
                .all(|it| (0..drawing.height).contains(&it.label_at.1))
        );
        assert!((TOP..drawing.height).contains(&drawing.middle.1));
        assert_eq!(drawing, Drawing::new(&drawn(&names), false));
    }

    #[test]
    fn it_begins_on_the_side_on_which_the_page_begins() {
        let (ltr, rtl) = (
            Drawing::new(&drawn(&["Haus"]), false),
            Drawing::new(&drawn(&["Haus"]), true),
        );
        assert_eq!(ltr.middle.0 + rtl.middle.0, WIDTH);
        assert_eq!(ltr.nodes[0].label_at.0 + rtl.nodes[0].label_at.0, WIDTH);
    }

    #[test]
    fn long_names_are_cut_by_letters_and_never_amid_one() {
        let label = |name: &str| {
            let drawing = Drawing::new(&drawn(&[name]), false);
            let label = drawing.nodes[0].label.clone();
            assert!(label.ends_with("…\u{2069}"));
            label.chars().count() - 3
        };
        let (latin, armenian) = (
            label(&"verein ".repeat(30)),
            label(&"հայ դպրոց ".repeat(30)),
        );
        assert!(latin <= LETTERS && armenian < latin - 3 && armenian > LETTERS / 2);
        assert_eq!(label(&"ếẽ".repeat(30)), LETTERS);
        let drawing = Drawing::new(&drawn(&["瓯江商会", &"商".repeat(40)]), false);
        assert_eq!(drawing.nodes[0].label, "\u{2068}瓯江商会\u{2069}");
        assert_eq!(drawing.nodes[1].label.chars().count(), LETTERS / 2 + 3);
    }

    #[test]
    fn ties_and_sorts_are_told_apart_without_colour() {
        let mut all = drawn(&["Haus", "Verein"]);
        all[1].sort = Sort::Group;
        all[1].tie = Some(Tie::Member(GroupRole::Chair));
        let drawing = Drawing::new(&all, false);
        assert_eq!(drawing.lines, ["carries", "member"]);
        assert_eq!(drawing.sorts, [Sort::Organization, Sort::Group]);
        assert_ne!(
            Drawing::key(&Sort::Organization),
            Drawing::key(&Sort::Group)
        );
        let empty = Drawing::new(&[], false);
        assert!(empty.nodes.is_empty() && empty.height > 0);
    }
}
