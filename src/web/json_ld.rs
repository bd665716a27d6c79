//! What a page says to machines: schema.org as JSON-LD inside HTML.

use serde_json::{Value, json};

use super::urls;
use crate::ids::GroupId;
use crate::values::Wording;

/// The value as it may stand inside `<script type="application/ld+json">`: nothing in it closes the element or opens
/// a comment. A template writes it with `|safe`.
///
/// What is not known or not agreed to is not there at all: nothing is null, and no list is empty.
pub fn in_html(value: &Value) -> String {
    known(value)
        .to_string()
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

/// Without what is null or empty.
fn known(value: &Value) -> Value {
    let is_there = |it: &Value| match it {
        Value::Null => false,
        Value::Array(all) => !all.is_empty(),
        _ => true,
    };
    match value {
        Value::Object(all) => {
            let all = all.iter().map(|(key, it)| (key.clone(), known(it)));
            Value::Object(all.filter(|(_, it)| is_there(it)).collect())
        }
        Value::Array(all) => all.iter().map(known).filter(is_there).collect(),
        other => other.clone(),
    }
}

/// A group, as others mention it.
pub fn group(url: &str, id: GroupId, names: &[Wording]) -> Value {
    let names = names.iter().map(|it| said(&it.text, Some(&it.language)));
    json!({
        "@type": "Organization",
        "@id": format!("{url}{}", urls::group(id)),
        "name": names.collect::<Vec<_>>(),
    })
}

/// A text in a language, as JSON-LD says it.
pub fn said(text: &str, language: Option<&str>) -> Value {
    match language {
        Some(language) => json!({ "@value": text, "@language": language }),
        None => json!(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_not_there() {
        let said = json!({ "a": null, "b": [], "c": [null, { "d": [], "e": 0 }], "f": "" });
        assert_eq!(in_html(&said), r#"{"c":[{"e":0}],"f":""}"#);
    }

    #[test]
    fn a_name_cannot_leave_the_element() {
        let html = in_html(&json!({ "name": "</script><script>alert(1)</script><!-- & -->" }));
        assert!(!html.contains(['<', '>', '&']), "{html}");
        let back: Value = serde_json::from_str(&html).unwrap();
        assert_eq!(back["name"], "</script><script>alert(1)</script><!-- & -->");
    }
}
