//! A list in pages: which page is asked for, and the ways to the one before it and the next.

use super::Fields;

/// How many things stand on a page.
pub const PER_PAGE: i64 = 25;

/// A page of a list.
pub struct Pages {
    /// How many things stand on the pages before it.
    pub offset: i64,
    /// The way to the page before it; empty of the first.
    pub previous: String,
    /// The way to the next page; empty of the last.
    pub next: String,
}

impl Pages {
    /// The page that a query asks for, of a list with so many things at this address; the last one where it asks for one after it.
    pub fn of(here: &str, query: &Fields, count: i64) -> Self {
        let last = (count - 1).max(0) / PER_PAGE + 1;
        let number: i64 = query.get("page").parse().unwrap_or(1).clamp(1, last);
        let to = |number: i64, there: bool| match there {
            true => {
                let number = number.to_string();
                format!("{here}?{}", query.query_with(&[("page", Some(&number))]))
            }
            false => String::new(),
        };
        Self {
            offset: (number - 1) * PER_PAGE,
            previous: to(number - 1, number > 1),
            next: to(number + 1, number < last),
        }
    }

    /// Whether it is the first.
    pub const fn is_first(&self) -> bool {
        self.offset == 0
    }
}
