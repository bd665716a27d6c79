//! What came back.

use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};
use scraper::{ElementRef, Html, Selector};

use super::Browser;

/// An answer, with what tests ask of it.
pub struct Page {
    /// Method and address of the request.
    pub asked: String,
    /// The status; `assert_eq!(page.status, 422)` works.
    pub status: StatusCode,
    /// Where it leads, if it is a redirect.
    pub location: Option<String>,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as text.
    pub body: String,
    /// The body as it came.
    pub bytes: Vec<u8>,
    pub(super) browser: Browser,
}

impl Page {
    /// Fails with what the page says, unless it has this status.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(
            self.status,
            status,
            "{} (leads to {:?}) says: {}",
            self.asked,
            self.location,
            self.text()
        );
        self
    }

    /// Where it leads.
    #[track_caller]
    pub fn location(&self) -> &str {
        self.location
            .as_deref()
            .unwrap_or_else(|| panic!("{} leads nowhere: {}", self.asked, self.text()))
    }

    /// The page to which it leads.
    pub async fn follow(&self) -> Self {
        self.browser.get(self.location()).await
    }

    /// A header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("a header"))
    }

    /// Whether it is a page at all.
    pub fn is_html(&self) -> bool {
        self.header(CONTENT_TYPE.as_str()).starts_with("text/html")
    }

    /// The document.
    pub fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// What a person reads in `<main>`; of anything else the whole body.
    pub fn text(&self) -> String {
        if !self.is_html() {
            return self.body.clone();
        }
        let html = self.html();
        let main = html.select(&css("main")).next();
        main.map_or_else(|| self.body.clone(), text_of)
    }

    /// Whether anything fits.
    pub fn has(&self, selector: &str) -> bool {
        self.html().select(&css(selector)).next().is_some()
    }

    /// The texts of everything that fits.
    pub fn select(&self, selector: &str) -> Vec<String> {
        self.html().select(&css(selector)).map(text_of).collect()
    }

    /// The text of the first that fits.
    #[track_caller]
    pub fn first(&self, selector: &str) -> String {
        let found = self.select(selector).into_iter().next();
        found.unwrap_or_else(|| panic!("{} has no {selector}: {}", self.asked, self.text()))
    }

    /// An attribute of everything that fits.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        self.html()
            .select(&css(selector))
            .filter_map(|element| element.attr(name).map(str::to_owned))
            .collect()
    }

    /// An attribute of the first that fits.
    #[track_caller]
    pub fn attribute(&self, selector: &str, name: &str) -> String {
        let found = self.attributes(selector, name).into_iter().next();
        found.unwrap_or_else(|| panic!("{} has no {selector} with {name}", self.asked))
    }

    /// Where the link with this text leads.
    #[track_caller]
    pub fn link(&self, text: &str) -> String {
        let html = self.html();
        let found = html
            .select(&css("a[href]"))
            .find(|link| text_of(*link) == text);
        let found = found.and_then(|link| link.attr("href"));
        found
            .unwrap_or_else(|| panic!("{} has no link “{text}”: {}", self.asked, self.text()))
            .to_owned()
    }

    /// The mistakes of the error summary: the field and the sentence.
    pub fn mistakes(&self) -> Vec<(String, String)> {
        self.html()
            .select(&css(".govuk-error-summary__list a[href]"))
            .map(|link| {
                let field = link
                    .attr("href")
                    .unwrap_or_default()
                    .trim_start_matches('#');
                (field.to_owned(), text_of(link))
            })
            .collect()
    }

    /// The fields of the error summary.
    pub fn wrong_fields(&self) -> Vec<String> {
        self.mistakes()
            .into_iter()
            .map(|(field, _)| field)
            .collect()
    }
}

/// A selector.
pub(super) fn css(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|_| panic!("not a selector: {selector}"))
}

/// What a person reads in it: spaces as they are shown, marks of direction left out.
pub(super) fn text_of(element: ElementRef<'_>) -> String {
    let text: String = element
        .text()
        .collect::<String>()
        .replace(['\u{2068}', '\u{2069}'], "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
