//! What every page must be, whatever it shows: read by a machine, and by somebody who does not see it.

use std::collections::HashSet;

use scraper::{ElementRef, Html};

use super::page::{css, text_of};

/// What is wrong with a page; nothing, if it is sound.
pub fn faults_of(body: &str) -> Vec<String> {
    let html = Html::parse_document(body);
    let mut faults = Faults {
        html: &html,
        found: Vec::new(),
    };
    faults.frame();
    faults.policy();
    faults.ids();
    faults.labels();
    faults.names();
    faults.found
}

struct Faults<'a> {
    html: &'a Html,
    found: Vec<String>,
}

impl<'a> Faults<'a> {
    fn all(&self, selector: &str) -> Vec<ElementRef<'a>> {
        self.html.select(&css(selector)).collect()
    }

    fn count(&mut self, selector: &str, expected: usize) {
        let count = self.all(selector).len();
        if count != expected {
            self.found
                .push(format!("{count} × {selector}, not {expected}"));
        }
    }

    /// Adds whatever fits.
    fn none(&mut self, selector: &str, why: &str) {
        for element in self.all(selector) {
            self.found.push(format!("{why}: {}", tag(element)));
        }
    }

    /// One heading, one `<main>`, a title, a language with its direction.
    fn frame(&mut self) {
        self.count("h1", 1);
        self.count("main", 1);
        let title = self.all("title").first().map(|title| text_of(*title));
        if title.is_none_or(|title| title.is_empty() || title.starts_with('–')) {
            self.found.push("no title".to_owned());
        }
        let root = self.html.root_element();
        let expected = match root.attr("lang") {
            Some("ar") => "rtl",
            Some("en" | "ru") => "ltr",
            other => {
                self.found.push(format!("the language is {other:?}"));
                return;
            }
        };
        if root.attr("dir") != Some(expected) {
            self.found
                .push(format!("the direction is {:?}", root.attr("dir")));
        }
    }

    /// Nothing that the content security policy would refuse.
    fn policy(&mut self) {
        self.none("[style]", "style on an element");
        self.none("style", "style in the page");
        self.none(
            "script:not([src]):not([type='application/ld+json'])",
            "script in the page",
        );
        for element in self.all("*") {
            for (name, value) in element.value().attrs() {
                let is_address = matches!(name, "href" | "src" | "action");
                let foreign = value.starts_with("//") || value.starts_with("http");
                let loads = name == "src" || element.value().name() == "link" && name == "href";
                let is_canonical = element.attr("rel") == Some("canonical")
                    || element.attr("rel") == Some("alternate");
                if name.starts_with("on") {
                    self.found
                        .push(format!("a handler {name}: {}", tag(element)));
                } else if is_address && value.trim_start().starts_with("javascript:") {
                    self.found
                        .push(format!("a script as address: {}", tag(element)));
                } else if loads && foreign && !is_canonical {
                    self.found
                        .push(format!("loaded from elsewhere: {}", tag(element)));
                }
            }
        }
    }

    /// Ids are there once, and what refers to one finds it.
    fn ids(&mut self) {
        let mut ids = HashSet::new();
        for element in self.all("[id]") {
            let id = element.attr("id").unwrap_or_default();
            if id.is_empty() || id.contains(char::is_whitespace) || !ids.insert(id) {
                self.found
                    .push(format!("the id “{id}” is empty or not alone"));
            }
        }
        for name in [
            "for",
            "aria-describedby",
            "aria-labelledby",
            "aria-controls",
        ] {
            for element in self.all(&format!("[{name}]")) {
                for id in element.attr(name).unwrap_or_default().split_whitespace() {
                    if !ids.contains(id) {
                        self.found
                            .push(format!("{name} leads nowhere: {}", tag(element)));
                    }
                }
            }
        }
        for link in self.all("a[href^='#']") {
            let to = link
                .attr("href")
                .unwrap_or_default()
                .trim_start_matches('#');
            if !ids.contains(to) {
                self.found
                    .push(format!("a link to no place: {}", tag(link)));
            }
        }
    }

    /// What is filled in says what it is for.
    fn labels(&mut self) {
        let named: HashSet<&str> = self
            .all("label[for]")
            .into_iter()
            .filter(|label| !text_of(*label).is_empty())
            .filter_map(|label| label.attr("for"))
            .collect();
        for control in self.all("input, select, textarea") {
            let kind = control.attr("type").unwrap_or_default();
            if matches!(kind, "hidden" | "submit" | "button") {
                continue;
            }
            let by_id = control.attr("id").is_some_and(|id| named.contains(id));
            let by_aria = ["aria-label", "aria-labelledby"]
                .iter()
                .any(|name| control.attr(name).is_some_and(|label| !label.is_empty()));
            if !by_id && !by_aria {
                self.found.push(format!("no label: {}", tag(control)));
            }
        }
        for field in self.all("fieldset") {
            if field.select(&css("legend")).next().is_none() {
                self.found.push(format!("no legend: {}", tag(field)));
            }
        }
    }

    /// Links, buttons and pictures have names; tables have headings.
    fn names(&mut self) {
        for element in self.all("a[href], button") {
            let said = !text_of(element).is_empty()
                || element
                    .attr("aria-label")
                    .is_some_and(|label| !label.is_empty())
                // A picture says what its link leads to.
                || element.select(&css("img[alt]:not([alt=''])")).next().is_some();
            if !said {
                self.found.push(format!("no text: {}", tag(element)));
            }
        }
        self.none("a[href='']", "a link without address");
        self.none("img:not([alt])", "a picture without text");
        for table in self.all("table") {
            if table.select(&css("th")).next().is_none() {
                self.found
                    .push(format!("a table without headings: {}", tag(table)));
            }
        }
        for form in self.all("form") {
            let is_post = form
                .attr("method")
                .is_some_and(|it| it.eq_ignore_ascii_case("post"));
            let files = form.select(&css("input[type=file]")).next().is_some();
            if files && (!is_post || form.attr("enctype") != Some("multipart/form-data")) {
                self.found
                    .push(format!("a file that is not sent: {}", tag(form)));
            }
        }
    }
}

/// An element without what it holds.
fn tag(element: ElementRef<'_>) -> String {
    let html = element.html();
    let end = html.find('>').map_or(html.len(), |end| end + 1);
    html[..end].to_owned()
}
