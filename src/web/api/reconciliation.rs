//! Reading a batch of reconciliation queries: what is asked, within bounds, or a sentence that says what is wrong.

use serde_json::Value;

use crate::search::{Filter, Sought};
use crate::values::Identifier;

/// The only type that there is: what schema.org calls an organization like ours.
pub(super) const TYPE: &str = "NGO";

/// The most queries at once. OpenRefine sends ten.
pub(super) const MOST: usize = 50;

/// The most candidates of one.
const CANDIDATES: u64 = 25;

/// How many, where nothing is said.
const USUAL: u64 = 5;

/// The property for a number in whichever register, ours too. One in a register that it names has the register's code.
const IDENTIFIER: &str = "identifier";

/// The most numbers of one query.
const NUMBERS: usize = 5;

/// One query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// Who is looked for; nothing where nothing can be found.
    pub sought: Option<Sought>,
    /// The most candidates.
    pub limit: usize,
}

/// Reads `{"q0": {"query": "…", "type": "…", "limit": 5, "properties": [{"pid": "host", "v": "DE"}]}, …}`.
pub(super) fn queries(text: &str) -> Result<Vec<(String, Asked)>, String> {
    let batch = match serde_json::from_str(text) {
        Ok(Value::Object(batch)) => batch,
        Ok(_) => return Err("“queries” is a JSON object with a query under each key".to_owned()),
        Err(error) => return Err(format!("“queries” is no JSON: {error}")),
    };
    if batch.len() > MOST {
        return Err(format!("“queries” has more than {MOST} queries"));
    }
    batch
        .into_iter()
        .map(|(key, query)| {
            let asked =
                asked(&query).ok_or_else(|| format!("the query “{key}” has no text “query”"))?;
            Ok((key, asked))
        })
        .collect()
}

fn asked(query: &Value) -> Option<Asked> {
    let text = query.get("query")?.as_str()?;
    let limit = query.get("limit").and_then(Value::as_u64).unwrap_or(USUAL);
    let of_another_type = match query.get("type") {
        Some(Value::String(one)) => one != TYPE,
        Some(Value::Array(some)) => !some.iter().any(|one| one.as_str() == Some(TYPE)),
        _ => false,
    };
    let mut pairs = vec![(Filter::TEXT.to_owned(), text.to_owned())];
    let mut sought = Sought::default();
    let properties = query.get("properties").and_then(Value::as_array);
    for property in properties.into_iter().flatten() {
        let Some(name) = property.get("pid").and_then(Value::as_str) else {
            continue;
        };
        for value in values(property) {
            if name == IDENTIFIER {
                sought.numbers.push(value);
            } else if let Ok(identifier) = Identifier::parse(name, &value) {
                sought.identifiers.push(identifier);
            } else if name != Filter::TEXT {
                pairs.push((name.to_owned(), value));
            }
        }
    }
    sought.numbers.truncate(NUMBERS);
    sought.identifiers.truncate(NUMBERS);
    // Properties that the directory does not know are no reason to find nothing.
    sought.filter = Filter::of_pairs(
        pairs
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str())),
    );
    let says_something = !sought.filter.text.is_empty()
        || !sought.numbers.is_empty()
        || !sought.identifiers.is_empty();
    Some(Asked {
        sought: Some(sought).filter(|_| says_something && !of_another_type),
        limit: usize::try_from(limit.clamp(1, CANDIDATES)).unwrap_or(1),
    })
}

/// The values of a property, which may be entities with an id, or numbers.
fn values(property: &Value) -> Vec<String> {
    let values = match property.get("v") {
        Some(Value::Array(values)) => values.iter().collect(),
        Some(value) => vec![value],
        None => Vec::new(),
    };
    values
        .into_iter()
        .filter_map(|value| match value.get("id").unwrap_or(value) {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        })
        .filter(|value| !value.trim().is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_query_is_read_with_its_properties() {
        let read = queries(
            r#"{"q0": {"query": "Hay Tun", "type": "NGO", "limit": 3, "properties": [
                {"pid": "host", "v": "DE"}, {"pid": "area", "v": [{"id": "culture", "name": "Culture"}]}, {"pid": "x", "v": 1},
                {"pid": "DE-CR", "v": "VR 1"}, {"pid": "identifier", "v": "0123"}]}}"#,
        )
        .unwrap();
        let filter = Filter::parse("q=Hay+Tun&host=DE&area=culture").unwrap();
        assert_eq!(
            read,
            [(
                "q0".to_owned(),
                Asked {
                    sought: Some(Sought {
                        filter,
                        identifiers: vec![Identifier::parse("DE-CR", "VR 1").unwrap()],
                        numbers: vec!["0123".to_owned()],
                    }),
                    limit: 3
                }
            )]
        );
        let read =
            queries(r#"{"q0": {"query": "Hay Tun", "type": ["Person"]}, "q1": {"query": ""}}"#)
                .unwrap();
        assert!(read.iter().all(|(_, asked)| asked.sought.is_none()));
    }

    #[test]
    fn what_is_wrong_is_said() {
        for text in [
            "",
            "[]",
            "7",
            "{",
            r#"{"q0": 1}"#,
            r#"{"q0": {"query": 5}}"#,
        ] {
            assert!(queries(text).is_err(), "{text}");
        }
        let many: Vec<String> = (0..51)
            .map(|n| format!(r#""q{n}": {{"query": "x"}}"#))
            .collect();
        assert!(queries(&format!("{{{}}}", many.join(","))).is_err());
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in any::<String>(), query in any::<String>(), limit in any::<u64>()) {
            let _ = queries(&text);
            let batch = serde_json::json!({ "a": { "query": query, "limit": limit, "properties": [{ "pid": text, "v": query }] } });
            let read = queries(&batch.to_string()).unwrap();
            prop_assert!((1..=25).contains(&read[0].1.limit));
        }
    }
}
