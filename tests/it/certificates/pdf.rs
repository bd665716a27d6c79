//! A certificate as PDF: what it says, to whom it is given, and what happens where no font has the letters.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Document, Object};
use sqlx::PgPool;

use super::{issue, registered, registered_as};
use crate::portal::{Page, Portal};

/// Where the file of a printed paper is.
fn file_of(paper: &Page) -> String {
    paper.link("Download as PDF")
}

/// What each sign of a font stands for, by the table in the file itself (`ToUnicode`).
fn signs(table: &str) -> BTreeMap<u16, String> {
    let begun = table.split("beginbfchar").skip(1);
    let lines = begun.flat_map(|part| part.split("endbfchar").next().unwrap().lines());
    lines
        .filter_map(|line| line.trim().strip_prefix('<')?.split_once("> <"))
        .map(|(sign, text)| {
            let text = text.trim_end_matches('>');
            let units = (0..text.len() / 4).map(|at| &text[at * 4..at * 4 + 4]);
            let units: Vec<_> = units
                .map(|it| u16::from_str_radix(it, 16).unwrap())
                .collect();
            let sign = u16::from_str_radix(sign, 16).unwrap();
            (sign, String::from_utf16(&units).unwrap())
        })
        .collect()
}

fn pairs(bytes: &[u8]) -> Vec<u16> {
    let pairs = bytes.chunks_exact(2);
    pairs
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
        .collect()
}

/// All letters of the file, without blanks, in the order in which they are drawn.
fn letters(pdf: &Document) -> String {
    let mut said = String::new();
    for page in pdf.page_iter() {
        let fonts: BTreeMap<_, _> = pdf
            .get_page_fonts(page)
            .unwrap()
            .into_iter()
            .map(|(name, font)| {
                let (_, table) = pdf.dereference(font.get(b"ToUnicode").unwrap()).unwrap();
                let table = table.as_stream().unwrap().decompressed_content().unwrap();
                (name, signs(std::str::from_utf8(&table).unwrap()))
            })
            .collect();
        let content = Content::decode(&pdf.get_page_content(page).unwrap()).unwrap();
        let mut font = &BTreeMap::new();
        // Of the marks that are open: whether each says itself what it stands for.
        let mut open: Vec<bool> = Vec::new();
        for drawn in &content.operations {
            match (drawn.operator.as_str(), drawn.operands.as_slice()) {
                ("Tf", [name, _]) => font = &fonts[name.as_name().unwrap()],
                ("BDC", [_, said_itself]) => {
                    let text = said_itself.as_dict().unwrap().get(b"ActualText");
                    if let Ok(text) = text {
                        let units = pairs(text.as_str().unwrap());
                        said += &String::from_utf16(&units[1..]).unwrap();
                    }
                    open.push(text.is_ok());
                }
                ("BMC", _) => open.push(false),
                ("EMC", _) => {
                    open.pop().unwrap();
                }
                ("Tj" | "TJ", [shown]) if !open.contains(&true) => {
                    let parts = match shown {
                        Object::Array(parts) => parts.as_slice(),
                        one => std::slice::from_ref(one),
                    };
                    let strings = parts.iter().filter_map(|part| part.as_str().ok());
                    for sign in strings.flat_map(pairs) {
                        said += &font[&sign];
                    }
                }
                _ => {}
            }
        }
    }
    squeezed(&said)
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_file_says_what_the_page_says(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let number = registered(&portal, &ani).await;
    let paper = issue(&ani, &number).await;
    for language in ["en", "ru", "ar"] {
        let reader = ani.clone().reading(language);
        let here = paper.asked.split(' ').nth(1).unwrap();
        let paper = reader.get(here).await.is(200);
        let own = format!("{here}/certificate.pdf");
        let file = reader.get(&own).await.is(200);
        assert_eq!(file.header("content-type"), "application/pdf");
        assert_eq!(file.header("x-content-type-options"), "nosniff");
        assert_eq!(file.header("cache-control"), "no-store");
        let name = file.header("content-disposition").to_owned();
        assert!(
            name.starts_with("attachment; filename=\"CN-0000001-"),
            "{name}"
        );
        assert!(name.ends_with(".pdf\"") && name.is_ascii(), "{name}");
        assert!(file.bytes.starts_with(b"%PDF-"));
        assert_eq!(file.bytes, reader.get(&own).await.is(200).bytes);

        let pdf = Document::load_mem(&file.bytes).unwrap();
        assert_eq!(pdf.get_pages().len(), 1);
        let catalog = pdf.catalog().unwrap();
        assert_eq!(
            catalog.get(b"Lang").unwrap().as_str().unwrap(),
            language.as_bytes()
        );
        assert!(catalog.has(b"StructTreeRoot"));
        let (_, marked) = pdf.dereference(catalog.get(b"MarkInfo").unwrap()).unwrap();
        assert_eq!(
            marked.as_dict().unwrap().get(b"Marked").unwrap(),
            &Object::Boolean(true)
        );
        let said = letters(&pdf);
        // What runs from left to right is drawn in the order in which it is read.
        let code = paper.first(".app-certificate__code");
        let address = paper.first(".app-certificate__address");
        for line in [
            "Հայ Տուն",
            number.as_str(),
            "Certificate of registration",
            "24 November 2026",
            "24 November 2027",
            "France",
            "Франция",
            "Свидетельство",
            code.as_str(),
            address.as_str(),
        ] {
            assert!(said.contains(&squeezed(line)), "{language}: {line}: {said}");
        }
        // What runs from right to left begins at its end.
        for word in ["بيت", "فرنسا"] {
            let seen: String = word.chars().rev().collect();
            assert!(said.contains(&seen), "{language}: {word}: {said}");
        }
        // No letter of the page is lost.
        for letter in paper
            .first(".app-certificate")
            .chars()
            .filter(|c| !c.is_whitespace())
        {
            assert!(said.contains(letter), "{language}: {letter}: {said}");
        }
        for hidden in ["Sarkissian", "221123456"] {
            assert!(!said.contains(hidden), "{hidden}");
        }
    }
    let list = ani
        .get(format!("/home/organizations/{number}/certificates"))
        .await
        .is(200);
    assert_eq!(
        list.attributes(".app-shelf a[href$='.pdf']", "href"),
        [file_of(&paper)]
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_may_not_see_the_page_gets_no_file(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let number = registered(&portal, &ani).await;
    let file = file_of(&issue(&ani, &number).await);
    for who in [
        portal.member("Stranger").await,
        portal.coordinator().await,
        portal.admin().await,
    ] {
        who.get(&file).await.is(404);
    }
    portal.visitor().get(&file).await.is(303);
    // One that is not of this organization is nowhere.
    let other = portal.member("Ruben").await;
    let theirs = registered(&portal, &other).await;
    other.get(file.replace(&number, &theirs)).await.is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_name_in_letters_that_we_have_no_font_for_leads_to_the_page(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let number = registered_as(&portal, &ani, "巴黎亚美尼亚之家", "zh").await;
    let paper = issue(&ani, &number).await;
    let file = file_of(&paper);
    for (language, says) in [
        ("en", "There is no PDF of this certificate"),
        ("ru", "PDF этого свидетельства нет"),
        ("ar", "لا يوجد ملف PDF لهذه الشهادة"),
    ] {
        let page = ani
            .clone()
            .reading(language)
            .get(&file)
            .await
            .is(303)
            .follow()
            .await;
        let page = page.is(200);
        assert!(page.body.contains(says), "{language}: {}", page.body);
        assert!(page.body.contains("巴黎亚美尼亚之家"));
    }
}
