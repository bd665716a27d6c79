//! Small charts of bars, drawn here as SVG. What they show stands in the tables; a chart says where to look.

use super::tables::parts;
use crate::case::numbers::Numbers;
use crate::say;
use crate::values::Lang;

/// The drawing, in units of its own: half as many points at 360 wide.
const WIDTH: i64 = 720;
const HEIGHT: i64 = 340;
const LEFT: i64 = 70;
const RIGHT: i64 = 8;
const TOP: i64 = 14;
const BOTTOM: i64 = 40;

/// How wide a label is at most.
const LABEL: i64 = 96;

/// A chart of bars.
pub struct Chart {
    /// What its parts are called in the page.
    pub id: &'static str,
    /// What it shows.
    pub title: String,
    /// The same in a sentence, with where the numbers stand.
    pub text: String,
    /// Its bars.
    pub bars: Vec<Bar>,
    /// What stands beneath them.
    pub labels: Vec<(i64, String)>,
    /// Lines across, and the number of each.
    pub lines: Vec<(i64, i64)>,
    /// Which bars are what, where there are several sorts.
    pub legend: Vec<(usize, String)>,
}

/// A bar.
pub struct Bar {
    /// Of which sort.
    pub sort: usize,
    /// Where it is.
    pub x: i64,
    /// Its upper end.
    pub y: i64,
    /// How wide it is.
    pub width: i64,
    /// How high.
    pub height: i64,
}

impl Chart {
    /// What arrived and what was answered, by month.
    pub fn months(lang: Lang, numbers: &Numbers) -> Self {
        let groups = numbers
            .months
            .iter()
            .map(|it| (it.month.to_string(), vec![it.arrived, it.answers.all()]))
            .collect();
        let mut chart = Self::of("chart-months", groups);
        chart.title = say::t(lang, "numbers-chart-months");
        chart.text = say::t(lang, "numbers-chart-months-text");
        chart.legend = vec![
            (0, say::t(lang, "numbers-arrived")),
            (1, say::t(lang, "numbers-answered")),
        ];
        chart
    }

    /// How old what is open is.
    pub fn ages(lang: Lang, numbers: &Numbers) -> Self {
        let cut = numbers.all_ages().cut();
        let groups = parts()
            .into_iter()
            .zip(cut)
            .map(|(name, count)| (name, vec![count]))
            .collect();
        let mut chart = Self::of("chart-ages", groups);
        chart.title = say::t(lang, "numbers-chart-ages");
        chart.text = say::t(lang, "numbers-chart-ages-text");
        chart
    }

    fn of(id: &'static str, groups: Vec<(String, Vec<i64>)>) -> Self {
        let (across, up) = (WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
        let most = groups.iter().flat_map(|(_, values)| values).max();
        let step = step(most.copied().unwrap_or_default());
        let top = step * 4;
        let height = |value: i64| up * value / top;
        let count = i64::try_from(groups.len()).unwrap_or(1).max(1);
        let (mut bars, mut labels) = (Vec::new(), Vec::new());
        // As many labels as there is room for.
        let every = usize::try_from(((count * LABEL + across - 1) / across).max(1)).unwrap_or(1);
        for (nth, (name, values)) in groups.into_iter().enumerate() {
            let at = i64::try_from(nth).unwrap_or_default();
            let (from, to) = (across * at / count, across * (at + 1) / count);
            let sorts = i64::try_from(values.len()).unwrap_or(1).max(1);
            let width = ((to - from) * 8 / 10 / sorts).max(1);
            let begin = LEFT + from + (to - from - width * sorts) / 2;
            for (sort, value) in values.into_iter().enumerate() {
                let height = height(value);
                bars.push(Bar {
                    sort,
                    x: begin + width * i64::try_from(sort).unwrap_or_default(),
                    y: TOP + up - height,
                    width,
                    height,
                });
            }
            if nth % every == 0 {
                labels.push((LEFT + i64::midpoint(from, to), name));
            }
        }
        Self {
            id,
            title: String::new(),
            text: String::new(),
            bars,
            labels,
            lines: (0..=4)
                .map(|nth| (TOP + up - height(step * nth), step * nth))
                .collect(),
            legend: Vec::new(),
        }
    }

    /// How high the drawing is.
    pub const fn height(&self) -> i64 {
        HEIGHT
    }

    /// How wide it is.
    pub const fn width(&self) -> i64 {
        WIDTH
    }

    /// Where lines across begin.
    pub const fn left(&self) -> i64 {
        LEFT
    }
}

/// A quarter of the scale: the least of 1, 2, 5, 10, 20, 50 … of which four reach so far.
fn step(most: i64) -> i64 {
    let mut power = 1;
    loop {
        for times in [1, 2, 5] {
            if times * power * 4 >= most {
                return times * power;
            }
        }
        power *= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_numbers_that_people_read() {
        let steps = [0, 1, 4, 5, 8, 9, 20, 21, 1_000, 100_000].map(step);
        assert_eq!(steps, [1, 1, 1, 2, 2, 5, 5, 10, 500, 50_000]);
    }

    #[test]
    fn bars_stand_within_the_drawing_and_apart() {
        for count in [1, 6, 12, 60] {
            let groups = (0..count)
                .map(|nth| (format!("2026-{nth:02}"), vec![nth, 100 - nth]))
                .collect();
            let chart = Chart::of("chart", groups);
            assert_eq!(chart.bars.len(), usize::try_from(count).unwrap() * 2);
            for bar in &chart.bars {
                assert!(
                    bar.x >= LEFT && bar.x + bar.width <= WIDTH - RIGHT,
                    "{}",
                    bar.x
                );
                assert!(
                    bar.y >= TOP && bar.y + bar.height == HEIGHT - BOTTOM,
                    "{}",
                    bar.y
                );
            }
            for pair in chart.bars.windows(2) {
                assert!(pair[0].x + pair[0].width <= pair[1].x, "{count}");
            }
            for pair in chart.labels.windows(2) {
                assert!(pair[1].0 - pair[0].0 >= LABEL - 12, "{count}");
            }
            assert_eq!(chart.lines.last(), Some(&(TOP, 200)));
        }
    }
}
