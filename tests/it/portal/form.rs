//! Forms as a browser fills them in: what the page put there is sent along.

use scraper::{ElementRef, Html};

use super::Page;
use super::page::css;

/// A form of a page.
pub struct FormOnPage {
    /// Where it is sent.
    pub action: String,
    /// Whether it sends files.
    pub is_multipart: bool,
    /// What it would send as it stands.
    pub fields: Vec<Field>,
}

/// A field of a form.
pub struct Field {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Whether somebody types into it.
    pub is_text: bool,
}

impl Page {
    /// The forms that fit.
    pub fn forms(&self, selector: &str) -> Vec<FormOnPage> {
        let here = self.asked.split(' ').nth(1).unwrap_or("/");
        let html = self.html();
        html.select(&css(selector))
            .map(|form| FormOnPage {
                action: form.attr("action").unwrap_or(here).to_owned(),
                is_multipart: form.attr("enctype") == Some("multipart/form-data"),
                fields: controls(form)
                    .into_iter()
                    .map(|(name, value)| Field {
                        is_text: is_text(form, &name),
                        name,
                        value,
                    })
                    .collect(),
            })
            .collect()
    }

    /// What a field holds.
    #[track_caller]
    pub fn value(&self, name: &str) -> String {
        let found = self
            .fields("main form")
            .into_iter()
            .find(|(known, _)| known == name);
        found
            .map(|(_, value)| value)
            .unwrap_or_else(|| panic!("{} has no field {name}", self.asked))
    }

    /// The idempotency key of the form.
    pub fn form_key(&self) -> String {
        self.value("idempotency_key")
    }

    /// What a form would send as it stands, without its buttons.
    pub fn fields(&self, form: &str) -> Vec<(String, String)> {
        let html = self.html();
        html.select(&css(form)).flat_map(controls).collect()
    }

    /// Fills in the form of `<main>` and sends it. Where there are several, `submit_to` says which.
    pub async fn submit(&self, fields: &[(&str, &str)]) -> Self {
        self.submit_form("main form[method=post]", fields).await
    }

    /// Fills in the form that leads to this address and sends it.
    pub async fn submit_to(&self, action: &str, fields: &[(&str, &str)]) -> Self {
        self.submit_form(&format!("form[action='{action}']"), fields)
            .await
    }

    /// Fills in the first form that fits and sends it. A name that is given replaces all values that the page had for it.
    pub async fn submit_form(&self, form: &str, fields: &[(&str, &str)]) -> Self {
        let (action, mut pairs) = {
            let html = self.html();
            let form = first(&html, form, self);
            let here = self.asked.split(' ').nth(1).unwrap_or("/");
            let action = form.attr("action").filter(|action| !action.is_empty());
            (action.unwrap_or(here).to_owned(), controls(form))
        };
        pairs.retain(|(name, _)| !fields.iter().any(|(given, _)| given == name));
        let mut all: Vec<(&str, &str)> = pairs
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        all.extend_from_slice(fields);
        self.browser.post(action, &all).await
    }
}

fn first<'a>(html: &'a Html, form: &str, page: &Page) -> ElementRef<'a> {
    html.select(&css(form))
        .next()
        .unwrap_or_else(|| panic!("{} has no form {form}: {}", page.asked, page.text()))
}

fn is_text(form: ElementRef<'_>, name: &str) -> bool {
    form.select(&css("input, textarea")).any(|control| {
        let kind = control.attr("type").unwrap_or("text");
        let is_typed = !matches!(kind, "hidden" | "checkbox" | "radio");
        control.attr("name") == Some(name) && is_typed
    })
}

/// Names and values of what a form would send (HTML, "constructing the entry list"), in the order of the page.
fn controls(form: ElementRef<'_>) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for control in form.select(&css("input[name], textarea[name], select[name]")) {
        let name = control.attr("name").unwrap_or_default().to_owned();
        if control.attr("disabled").is_some() {
            continue;
        }
        match control.value().name() {
            "textarea" => {
                let text: String = control.text().collect();
                // The line break behind the tag is not part of the text.
                let text = text.strip_prefix('\n').unwrap_or(&text);
                pairs.push((name, text.replace('\n', "\r\n")));
            }
            "select" => {
                let options = css("option");
                let chosen = control
                    .select(&options)
                    .find(|option| option.attr("selected").is_some())
                    .or_else(|| control.select(&options).next());
                if let Some(option) = chosen {
                    let text: String = option.text().collect();
                    let value = option.attr("value").map_or(text, str::to_owned);
                    pairs.push((name, value));
                }
            }
            _ => match control.attr("type").unwrap_or("text") {
                "submit" | "button" | "image" | "reset" | "file" => {}
                "checkbox" | "radio" => {
                    if control.attr("checked").is_some() {
                        let value = control.attr("value").unwrap_or("on");
                        pairs.push((name, value.to_owned()));
                    }
                }
                _ => pairs.push((name, control.attr("value").unwrap_or_default().to_owned())),
            },
        }
    }
    pairs
}
