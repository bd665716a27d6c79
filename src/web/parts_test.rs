//! The parts of pages: whole in each language, with and without mistakes, and with every reference leading somewhere.

use std::collections::BTreeSet;

use askama::Template;
use scraper::{Html, Selector};

use super::filters::{self, Reading};
use super::flash::Flash;
use super::page::{Crumb, NavLink, Page};
use super::{Fields, Mistakes, Sheet, say};
use crate::actor::Person;
use crate::ids::{AccountId, SessionId};
use crate::values::{Lang, Role};

#[derive(Template)]
#[template(path = "ui/every.html")]
struct Every {
    page: Page,
    form: Sheet,
    kinds: Vec<(String, String)>,
}

const LANGS: [Lang; 3] = [Lang::En, Lang::Ru, Lang::Ar];

fn every(lang: Lang, mistakes: Mistakes) -> Html {
    let person = Person {
        id: AccountId::fresh(),
        session: SessionId::fresh(),
        name: "Nino <Kapanadze>".to_owned(),
        role: Role::Coordinator,
        hosts: Vec::new(),
    };
    let page = Page {
        lang,
        path: "/every?q=1&after=2".to_owned(),
        signed_in: Some(person),
        nav: vec![NavLink {
            href: "/desk",
            text_key: "nav-desk",
            current: true,
        }],
        flash: Some(Flash {
            kind: "success",
            text: say::t(lang, "ui-done"),
        }),
        is_demo: true,
        crumbs: vec![
            Crumb {
                href: "/desk".to_owned(),
                text: say::t(lang, "nav-desk"),
            },
            Crumb {
                href: String::new(),
                text: "C-4821-7".to_owned(),
            },
        ],
    };
    let typed = [
        ("name", "A \"quoted\" <name>"),
        ("kind", "school"),
        ("country", "school"),
        ("group", "school"),
        ("areas", "school"),
        ("areas", "youth"),
        ("consent", "yes"),
        ("due-day", "27"),
        ("password", "what nobody may see again"),
        ("about", "\nfirst line"),
    ];
    let kinds = ["association", "school", "youth"]
        .map(|kind| (kind.to_owned(), say::t(lang, &format!("kind-{kind}"))));
    let page = Every {
        page,
        form: Sheet::with(typed.into_iter().collect::<Fields>(), mistakes),
        kinds: kinds.into(),
    };
    Html::parse_document(&page.render_with_values(&Reading(lang)).unwrap())
}

/// A mistake at every field that the page has.
fn all_wrong() -> Mistakes {
    let mut mistakes = Mistakes::default();
    for field in [
        "name", "founded", "email", "password", "about", "note", "kind", "country", "group",
        "areas", "consent", "due", "file",
    ] {
        mistakes.problem(field, crate::values::Problem::Required);
    }
    mistakes
}

fn attributes<'a>(page: &'a Html, name: &'a str) -> impl Iterator<Item = &'a str> {
    page.tree
        .nodes()
        .filter_map(|node| node.value().as_element())
        .filter_map(move |element| element.attr(name))
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    page.select(&Selector::parse(selector).unwrap())
        .map(|element| {
            let words = element.text().collect::<String>();
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect()
}

#[test]
fn every_reference_leads_to_one_element() {
    for (lang, mistakes) in LANGS
        .into_iter()
        .flat_map(|lang| [(lang, Mistakes::default()), (lang, all_wrong())])
    {
        let page = every(lang, mistakes);
        let mut ids = BTreeSet::new();
        for id in attributes(&page, "id") {
            assert!(ids.insert(id), "{id} is there twice");
        }
        let described = attributes(&page, "aria-describedby").flat_map(str::split_whitespace);
        let labelled = attributes(&page, "for").chain(attributes(&page, "aria-controls"));
        let linked = attributes(&page, "href").filter_map(|href| href.strip_prefix('#'));
        let mut references = 0;
        for reference in described.chain(labelled).chain(linked) {
            assert!(ids.contains(reference), "nothing is called {reference}");
            references += 1;
        }
        assert!(references > 30, "{references}");
    }
}

#[test]
fn each_mistake_is_told_on_top_and_at_its_field() {
    let page = every(Lang::En, all_wrong());
    let summary = texts(&page, ".govuk-error-summary__list li");
    assert_eq!(summary.len(), 13);
    assert_eq!(texts(&page, ".govuk-error-message").len(), 13);
    assert_eq!(attributes(&page, "aria-invalid").count(), 13);
    let well = every(Lang::En, Mistakes::default());
    assert!(texts(&well, ".govuk-error-summary").is_empty());
    assert_eq!(attributes(&well, "aria-invalid").count(), 0);
}

#[test]
fn a_form_remembers_and_a_secret_does_not() {
    let page = every(Lang::En, all_wrong());
    let value = |selector: &str| {
        let selector = Selector::parse(selector).unwrap();
        let element = page.select(&selector).next().unwrap();
        element.attr("value").map(str::to_owned)
    };
    assert_eq!(value("#name").as_deref(), Some("A \"quoted\" <name>"));
    assert_eq!(value("#due-day").as_deref(), Some("27"));
    assert_eq!(value("#password"), None);
    assert_eq!(value("#kind option[selected]").as_deref(), Some("school"));
    let checked = Selector::parse("input[checked]").unwrap();
    let checked: Vec<_> = page
        .select(&checked)
        .filter_map(|element| Some((element.attr("name")?, element.attr("value")?)))
        .collect();
    assert_eq!(
        checked,
        [
            ("group", "school"),
            ("areas", "school"),
            ("areas", "youth"),
            ("consent", "yes")
        ]
    );
    let about = page
        .select(&Selector::parse("#about").unwrap())
        .flat_map(|element| element.text())
        .collect::<String>();
    assert_eq!(about, "\nfirst line");
}

#[test]
fn every_language_says_all_of_it_in_its_direction() {
    for lang in LANGS {
        let page = every(lang, all_wrong());
        let root = page.root_element();
        assert_eq!(root.attr("lang"), Some(lang.code()));
        assert_eq!(root.attr("dir"), Some(lang.dir()));
        let sheet = Selector::parse("link[rel=stylesheet]").unwrap();
        let sheet = page
            .select(&sheet)
            .next()
            .and_then(|link| link.attr("href"));
        let wanted = if lang == Lang::Ar {
            "app.rtl.css"
        } else {
            "app.css"
        };
        assert_eq!(sheet, Some(super::assets::url(wanted)));
        let words: String = page.root_element().text().collect();
        for prefix in ["ui-", "nav-", "kind-", "stage-", "standing-", "name-role-"] {
            assert!(
                !words.contains(prefix),
                "{lang}: a key beginning {prefix} is shown"
            );
        }
        // Only the language that one reads in has no button.
        assert_eq!(texts(&page, ".app-languages__button").len(), 2);
    }
}

#[test]
fn nothing_on_a_page_needs_what_the_policy_forbids() {
    let page = every(Lang::En, all_wrong());
    assert_eq!(attributes(&page, "style").count(), 0);
    assert!(texts(&page, "style").is_empty());
    assert!(texts(&page, "script").iter().all(String::is_empty));
    let handlers = page
        .tree
        .nodes()
        .filter_map(|node| node.value().as_element())
        .flat_map(|element| element.attrs())
        .filter(|(name, _)| name.starts_with("on"))
        .count();
    assert_eq!(handlers, 0);
}
