//! What organizations write about themselves, and the board to them: Markdown, shown as HTML in which nothing can do harm.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::Builder;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// All that may stand in a text of theirs. No pictures: they would tell a stranger's server who reads the page.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::empty();
    cleaner
        .tags(HashSet::from([
            "p",
            "br",
            "strong",
            "em",
            "del",
            "ul",
            "ol",
            "li",
            "a",
            "h3",
            "h4",
            "blockquote",
            "code",
            "pre",
            "hr",
        ]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("ol", HashSet::from(["start"])),
        ]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .link_rel(Some("nofollow noopener external"));
    cleaner
});

/// The text as HTML that may stand in a page as it is (`|safe`).
pub fn to_html(text: &str) -> String {
    let mut events: Vec<Event<'_>> = Vec::new();
    let mut in_picture = 0_usize;
    for event in Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH) {
        events.push(match event {
            // Markup that somebody typed is text like any other.
            Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
            Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
            Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
            // A line that was begun anew stays one.
            Event::SoftBreak => Event::HardBreak,
            // The page has headings of its own above these.
            Event::Start(Tag::Heading {
                level,
                id,
                classes,
                attrs,
            }) => Event::Start(Tag::Heading {
                level: lower(level),
                id,
                classes,
                attrs,
            }),
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
            Event::Start(Tag::Image { .. }) => {
                in_picture += 1;
                continue;
            }
            Event::End(TagEnd::Image) => {
                in_picture = in_picture.saturating_sub(1);
                continue;
            }
            other => other,
        });
    }
    let mut out = String::with_capacity(text.len() * 2);
    html::push_html(&mut out, events.into_iter());
    CLEANER.clean(&out).to_string()
}

fn lower(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H3,
        _ => HeadingLevel::H4,
    }
}

/// The text without its marks: for lists, letters and machines.
pub fn to_plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for event in Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                out.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak => out.push('\n'),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => out.push('\n'),
            _ => {}
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_mark_is_shown_so() {
        let html = to_html(
            "**Choir** and *school*\nsince 1987\n\n# Us\n\n- one\n- [two](https://example.org/a?b=1&c=2)",
        );
        assert!(
            html.contains("<p><strong>Choir</strong> and <em>school</em><br>"),
            "{html}"
        );
        assert!(html.contains("<h3>Us</h3>"), "{html}");
        assert!(html.contains("<li>one</li>"), "{html}");
        assert!(
            html.contains(
                "href=\"https://example.org/a?b=1&amp;c=2\" rel=\"nofollow noopener external\""
            ),
            "{html}"
        );
    }

    #[test]
    fn nothing_in_it_can_do_harm() {
        for text in [
            "<script>alert(1)</script>",
            "a <img src=x onerror=alert(1)> b",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](data:text/html,<script>)",
            "![x](https://example.org/pixel.png)",
            "<a href='javascript:alert(1)'>x</a>",
            "<style>body{display:none}</style>",
            "<b onclick=alert(1)>x",
            "<!-- <script>alert(1)</script>",
            "```html\n<script>alert(1)</script>\n```",
            "[x](//evil.example \"onclick='alert(1)'\")",
            "<div style='position:fixed'>x</div>",
        ] {
            let html = to_html(text);
            for evil in [
                "<script",
                "<img",
                "<style",
                "<b ",
                "<div",
                "href=\"javascript",
                "href=\"data",
                "<!--",
            ] {
                assert!(!html.to_lowercase().contains(evil), "{text}: {html}");
            }
        }
    }

    #[test]
    fn markup_that_was_typed_is_read_as_text() {
        assert!(to_html("a <b>x</b>").contains("a &lt;b&gt;x&lt;/b&gt;"));
        assert_eq!(
            to_plain("**Choir** and [school](https://example.org)\n\n- <b>"),
            "Choir and school\n<b>"
        );
    }
}
