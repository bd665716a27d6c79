//! Files that are not taken: each is answered by a sentence at its field, and nothing of it is kept.

use sqlx::PgPool;

use super::files::{docx, docx_bomb, jpeg_with_place, odt, pdf, pdf_with, png, png_of, webp, zip};
use super::{STATUTES, TAX, acts, add, send};
use crate::cases::draft;
use crate::portal::Portal;

const OTHER: &str = "none of the kinds";
const DISGUISED: &str = "not what its name says";
const BROKEN: &str = "damaged";
const LOCKED: &str = "password";
const ACTIVE: &str = "holds a program";
const BOMB: &str = "too much packed";
const HUGE: &str = "too many dots";

fn glued(one: &[u8], other: &[u8]) -> Vec<u8> {
    [one, other].concat()
}

/// A PDF that is a zip archive too: the directory of the archive has the end of the PDF as its comment.
fn pdf_and_zip() -> Vec<u8> {
    let pdf = pdf("Two in one");
    let archive = zip(&[("a.txt", b"a")]);
    let end = b"\nstartxref\n9\n%%EOF\n";
    let mut out = glued(&pdf, &archive);
    let at = out.len() - 2;
    out[at..].copy_from_slice(&(end.len() as u16).to_le_bytes());
    glued(&out, end)
}

fn half(bytes: &[u8]) -> Vec<u8> {
    bytes[..bytes.len() / 2].to_vec()
}

fn cases() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let html = b"<!DOCTYPE html><script>alert(1)</script>".to_vec();
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".to_vec();
    let mut exe = b"MZ\x90\0".to_vec();
    exe.resize(4096, 0);
    let mut ole = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    ole.resize(4096, 0);
    let many: Vec<(String, Vec<u8>)> = (0..3_100)
        .map(|at| (format!("word/{at}"), Vec::new()))
        .collect();
    let many: Vec<(&str, &[u8])> = many
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    let template: &[u8] = b"<Relationship Type=\"attachedTemplate\" Target=\"http://example.org/a.dotm\" TargetMode=\"External\"/>";
    vec![
        ("nothing.pdf", Vec::new(), "is empty"),
        ("words.txt", b"Just words.".to_vec(), OTHER),
        ("table.csv", b"a,b\n1,2\n".to_vec(), OTHER),
        ("archive.zip", zip(&[("a.txt", b"a")]), OTHER),
        ("photo.gif", b"GIF89a\x01\0\x01\0\0\0\0;".to_vec(), OTHER),
        ("page.png", html.clone(), DISGUISED),
        ("page.pdf", html, DISGUISED),
        ("drawing.png", svg, DISGUISED),
        ("program.pdf", exe, DISGUISED),
        ("archive.docx", zip(&[("a.txt", b"a")]), DISGUISED),
        (
            "glued.pdf",
            glued(&pdf("A"), &zip(&[("a.txt", b"a")])),
            DISGUISED,
        ),
        (
            "behind.pdf",
            glued(&pdf("A"), b"#!/bin/sh\nrm -rf /\n"),
            DISGUISED,
        ),
        ("both.pdf", pdf_and_zip(), DISGUISED),
        ("before.pdf", glued(b"#!/bin/sh\n", &pdf("A")), BROKEN),
        ("half.pdf", half(&pdf("A")), BROKEN),
        ("half.jpg", half(&jpeg_with_place()), BROKEN),
        ("half.png", half(&png()), BROKEN),
        ("half.webp", half(&webp()), BROKEN),
        ("half.docx", half(&docx(&[])), BROKEN),
        ("comment.docx", glued(&docx(&[]), b"more"), BROKEN),
        ("head.png", png()[..40].to_vec(), BROKEN),
        ("locked.pdf", pdf_with("A", "/Encrypt 5 0 R "), LOCKED),
        ("locked.odt", odt(b"<manifest:encryption-data/>"), LOCKED),
        ("old.doc", ole, LOCKED),
        (
            "script.pdf",
            pdf_with("A", "/OpenAction << /S /JavaScript /JS (app.alert(1)) >> "),
            ACTIVE,
        ),
        (
            "hidden.pdf",
            pdf_with("A", "/OpenAction << /S /J#61vaScr#69pt >> "),
            ACTIVE,
        ),
        ("launch.pdf", pdf_with("A", "/AA << /S /Launch >> "), ACTIVE),
        (
            "macro.docx",
            docx(&[("word/vbaProject.bin", b"macro")]),
            ACTIVE,
        ),
        (
            "macro.odt",
            zip(&[
                ("mimetype", b"application/vnd.oasis.opendocument.text"),
                ("content.xml", b"<a/>"),
                ("Basic/Standard/Module1.xml", b"Sub Main"),
            ]),
            ACTIVE,
        ),
        (
            "within.docx",
            docx(&[("word/embeddings/oleObject1.bin", b"MZ")]),
            ACTIVE,
        ),
        (
            "template.docx",
            docx(&[("word/_rels/settings.xml.rels", template)]),
            ACTIVE,
        ),
        ("bomb.docx", docx_bomb(), BOMB),
        ("many.docx", docx(&many), BOMB),
        ("wide.png", png_of(60_000, 60_000), HUGE),
        ("long.png", png_of(12_000, 12_000), HUGE),
    ]
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn each_is_refused_by_a_sentence_at_its_field(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = draft(&portal, &ani).await;
    let mut wrong = Vec::new();
    for (name, bytes, sentence) in cases() {
        let page = add(&ani, case, STATUTES, name, &bytes).await;
        let mistakes = page.mistakes();
        let is_told = page.status == 422
            && mistakes.len() == 1
            && mistakes[0].0 == "file"
            && mistakes[0].1.contains(sentence);
        if !is_told {
            wrong.push(format!(
                "{name}: {} {mistakes:?}, not {sentence}",
                page.status
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(acts(&portal, "document_added").await, 0);
    // Neither the place of documents nor the way there holds anything.
    for folder in ["documents", "uploads"] {
        let left = std::fs::read_dir(portal.home().join(folder))
            .unwrap()
            .count();
        assert_eq!(left, 0, "{folder}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_bad_file_loses_nothing_else_of_the_form(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = draft(&portal, &ani).await;
    let form = ani
        .get(format!("/cases/{case}/documents/{TAX}"))
        .await
        .is(200);
    let date = [
        ("expires-day", "31"),
        ("expires-month", "12"),
        ("expires-year", "2027"),
    ];
    let page = send(&ani, &form, &date, "a.txt", b"words").await.is(422);
    assert_eq!(page.wrong_fields(), ["file"]);
    for (name, value) in date {
        assert_eq!(page.value(name), value);
    }
    assert_eq!(page.form_key(), form.form_key());
    // All mistakes at once, in the order of the form.
    let bad = [
        ("expires-day", "31"),
        ("expires-month", "2"),
        ("expires-year", "2027"),
    ];
    let page = send(&ani, &form, &bad, "", b"").await.is(422);
    assert_eq!(page.wrong_fields(), ["expires", "file"]);
    let past = [
        ("expires-day", "1"),
        ("expires-month", "2"),
        ("expires-year", "2020"),
    ];
    let page = send(&ani, &form, &past, "a.pdf", &pdf("A")).await.is(422);
    assert_eq!(page.wrong_fields(), ["expires", "file"]);
    assert!(page.text().contains("Choose the file again"));
    // The same form, put right, is taken.
    send(&ani, &page, &date, "a.pdf", &pdf("A")).await.is(303);
}
