//! A sentence for the next page, such as "The draft is saved". It travels by key, so that nobody can put words into our mouth.

use axum::http::HeaderMap;

use super::{cookies, say};
use crate::values::Lang;

/// A sentence on top of a page.
#[derive(Clone, Debug)]
pub struct Flash {
    /// `success` or `error`.
    pub kind: &'static str,
    /// The sentence.
    pub text: String,
}

impl Flash {
    /// What the page before left, if it is one of our sentences.
    pub fn read(headers: &HeaderMap, lang: Lang) -> Option<Self> {
        let key = cookies::get(headers, cookies::FLASH)?;
        let kind = if key.starts_with("flash-error-") {
            "error"
        } else {
            "success"
        };
        (key.starts_with("flash-") && say::knows(key)).then(|| Self {
            kind,
            text: say::t(lang, key),
        })
    }
}
