//! A scale of few steps, each of which stands for so many times more than the one before: a few have nearly all.

/// The scale from one to the most.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    pub most: u64,
    pub steps: u32,
}

/// How many organizations a step stands for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Range {
    pub step: u32,
    pub from: u64,
    pub to: u64,
}

impl Scale {
    /// The step of a count; 0 for none.
    pub(super) fn step(self, count: u64) -> u32 {
        (1..=self.steps)
            .rev()
            .find(|step| count >= self.least(*step))
            .unwrap_or_default()
    }

    /// The fewest that a step stands for.
    fn least(self, step: u32) -> u64 {
        let part = f64::from(step - 1) / f64::from(self.steps);
        ((self.most as f64).powf(part).ceil() as u64).max(u64::from(step))
    }

    /// The ranges of the steps that one of these counts has.
    pub(super) fn ranges_of(self, counts: &[u64]) -> Vec<Range> {
        let mut ranges = self.ranges();
        ranges.retain(|range| counts.iter().any(|count| self.step(*count) == range.step));
        ranges
    }

    /// The ranges of the steps that there can be.
    fn ranges(self) -> Vec<Range> {
        (1..=self.steps)
            .map(|step| Range {
                step,
                from: self.least(step),
                to: match step == self.steps {
                    true => self.most,
                    false => (self.least(step + 1) - 1).min(self.most),
                },
            })
            .filter(|range| range.from <= range.to)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_count_has_the_step_that_the_legend_says() {
        for most in [1, 2, 3, 7, 40, 1_000, 98_765, 1_000_000] {
            for steps in [4, 5] {
                let scale = Scale { most, steps };
                let legend = scale.ranges();
                assert_eq!((legend[0].from, legend.last().unwrap().to), (1, most));
                for count in (1..=most)
                    .step_by(usize::try_from(most / 500 + 1).unwrap())
                    .chain([most])
                {
                    let range = legend
                        .iter()
                        .find(|range| (range.from..=range.to).contains(&count))
                        .unwrap();
                    assert_eq!(scale.step(count), range.step, "{count} of {most}");
                }
                assert_eq!(scale.step(0), 0);
            }
        }
        assert!(Scale { most: 0, steps: 5 }.ranges().is_empty());
    }

    #[test]
    fn a_step_that_nothing_has_is_not_in_the_legend() {
        let scale = Scale { most: 40, steps: 5 };
        let legend = scale.ranges_of(&[40, 39, 3]);
        let steps: Vec<u32> = legend.iter().map(|range| range.step).collect();
        assert_eq!(steps, [scale.step(3), 5]);
        assert!(scale.ranges_of(&[]).is_empty());
    }
}
