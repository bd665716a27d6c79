//! The table of cities: sorted lines that `bin/assets` wrote, looked up by halves without a copy of them.

/// Every spelling (`kiev⇥UA⇥703448`) and every city (`UA-703448⇥548.2,73.7⇥Kyiv`), in the order of their bytes.
static TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/cities.tsv"));

/// What stands behind this beginning in each of the lines that have it, in their order.
pub(super) fn behind(beginning: &str) -> impl Iterator<Item = &'static str> {
    within(TABLE, beginning)
}

fn within<'a>(table: &'a str, beginning: &str) -> impl Iterator<Item = &'a str> {
    let begins = first(table.as_bytes(), beginning.as_bytes());
    let lines = table.get(begins..).unwrap_or_default().lines();
    lines.map_while(move |line| line.strip_prefix(beginning))
}

/// Where the first line begins that stands not before this one.
fn first(table: &[u8], line: &[u8]) -> usize {
    let (mut from, mut to) = (0, table.len());
    while from < to {
        let middle = from + (to - from) / 2;
        let begins = table[from..middle]
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(from, |at| from + at + 1);
        let ends = table[middle..to]
            .iter()
            .position(|byte| *byte == b'\n')
            .map_or(to, |at| middle + at);
        if &table[begins..ends] < line {
            from = (ends + 1).min(to);
        } else {
            to = begins;
        }
    }
    from
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the program was built with its assets.
    fn is_there() -> bool {
        !TABLE.is_empty()
    }

    #[test]
    fn lines_are_found_wherever_they_stand() {
        let table = "A-1\tx\na\tA\t1\na\tB\t2\nab\tA\t3\nб\tA\t4\n";
        let all = |beginning: &str| within(table, beginning).collect::<Vec<_>>();
        assert_eq!(all("a\t"), ["A\t1", "B\t2"]);
        assert_eq!(all("a\tB\t"), ["2"]);
        assert_eq!(all("A-1\t"), ["x"]);
        assert_eq!(all("б\t"), ["A\t4"]);
        for missing in ["0", "aa\t", "z", "я", "б\tB\t"] {
            assert!(all(missing).is_empty(), "{missing}");
        }
        assert_eq!(within("", "a\t").count(), 0);
    }

    #[test]
    fn the_table_is_in_order_and_not_too_large() {
        let lines: Vec<&str> = TABLE.lines().collect();
        assert!(lines.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(!is_there() || lines.len() > 200_000);
        assert!(TABLE.len() <= 8_000_000, "{}", TABLE.len());
    }

    /// Both folds are one, and each city is found by its own name, unless a larger one of its country is called so.
    #[test]
    fn every_city_is_found_by_its_name() {
        let mut cities = 0;
        for line in TABLE.lines().step_by(7) {
            let Some((country, rest)) = line.split_once('-').filter(|(code, _)| code.len() == 2)
            else {
                continue;
            };
            let name = rest.rsplit('\t').next().unwrap();
            let spelling = super::super::fold::fold(name);
            assert_eq!(
                behind(&format!("{spelling}\t{country}\t")).count(),
                1,
                "{line}"
            );
            cities += 1;
        }
        assert!(!is_there() || cities > 8_000, "{cities}");
    }
}
