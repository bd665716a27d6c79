//! Placeholders of phrases, and what stands for them once a phrase is put in. Pure.

use crate::values::codes;

codes! {
    /// What a phrase can leave to be filled in.
    pub enum Placeholder {
        Organization = "organization",
        Number = "number",
        Due = "due",
        Coordinator = "coordinator",
        Country = "country",
    }
}

/// What stands for the placeholders in one case. What is not known yet is left for whoever writes: `…`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filling {
    /// The name of the organization.
    pub organization: String,
    /// The tracking number.
    pub number: String,
    /// The day by which something is to be done.
    pub due: String,
    /// Whoever writes.
    pub coordinator: String,
    /// The host country.
    pub country: String,
}

impl Placeholder {
    /// As it is written in a phrase.
    pub fn written(self) -> String {
        format!("{{{}}}", self.code())
    }
}

impl Filling {
    fn of(&self, placeholder: Placeholder) -> &str {
        let text = match placeholder {
            Placeholder::Organization => &self.organization,
            Placeholder::Number => &self.number,
            Placeholder::Due => &self.due,
            Placeholder::Coordinator => &self.coordinator,
            Placeholder::Country => &self.country,
        };
        match text.is_empty() {
            true => "…",
            false => text,
        }
    }
}

/// The parts of a text: words, and what stands between braces.
fn parts(text: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let Some(open) = rest.find('{') else {
            return Some((std::mem::take(&mut rest), None));
        };
        let (words, behind) = rest.split_at(open);
        let end = behind.find('}').map_or(behind.len(), |at| at + 1);
        let (name, after) = behind.split_at(end);
        rest = after;
        Some((words, Some(name)))
    })
}

fn known(name: &str) -> Option<Placeholder> {
    let inner = name.strip_prefix('{')?.strip_suffix('}')?;
    Placeholder::from_code(inner)
}

/// The first thing in braces that no placeholder is called, if there is one. A closing brace alone is one, too.
pub(super) fn stranger(text: &str) -> Option<&str> {
    parts(text).find_map(|(words, name)| match name {
        _ if words.contains('}') => Some("}"),
        Some(name) if known(name).is_none() => Some(name),
        _ => None,
    })
}

/// The text with everything filled in. What is filled in is never read for placeholders again.
pub fn fill(text: &str, filling: &Filling) -> String {
    let mut filled = String::with_capacity(text.len());
    for (words, name) in parts(text) {
        filled.push_str(words);
        match name.and_then(known) {
            Some(placeholder) => filled.push_str(filling.of(placeholder)),
            None => filled.push_str(name.unwrap_or_default()),
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_filled_in_and_the_rest_is_left_to_whoever_writes() {
        let filling = Filling {
            organization: "The {due} House".to_owned(),
            number: "CC-1".to_owned(),
            ..Filling::default()
        };
        assert_eq!(
            fill("{organization} ({number}) by {due}.", &filling),
            "The {due} House (CC-1) by …."
        );
        assert_eq!(fill("Ничего", &filling), "Ничего");
    }

    #[test]
    fn what_nobody_knows_is_found() {
        for (text, wrong) in [
            ("By {date}.", Some("{date}")),
            ("By {due", Some("{due")),
            ("By due}", Some("}")),
            ("By {Due}", Some("{Due}")),
            ("By {due}, {organization}", None),
            ("", None),
        ] {
            assert_eq!(stranger(text), wrong, "{text}");
        }
    }
}
