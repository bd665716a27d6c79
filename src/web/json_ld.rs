//! What a page says to machines: schema.org as JSON-LD inside HTML.

use serde_json::{Value, json};

/// The value as it may stand inside `<script type="application/ld+json">`: nothing in it closes the element or opens
/// a comment. A template writes it with `|safe`.
pub fn in_html(value: &Value) -> String {
    value
        .to_string()
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
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
    fn a_name_cannot_leave_the_element() {
        let html = in_html(&json!({ "name": "</script><script>alert(1)</script><!-- & -->" }));
        assert!(!html.contains(['<', '>', '&']), "{html}");
        let back: Value = serde_json::from_str(&html).unwrap();
        assert_eq!(back["name"], "</script><script>alert(1)</script><!-- & -->");
    }
}
