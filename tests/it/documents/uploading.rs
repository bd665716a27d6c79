//! Adding documents: what is taken, how it is kept, and what takes whose place.

use sqlx::{PgPool, Row as _};

use super::files::{docx, jpeg_with_place, odt, pdf, png, webp};
use super::{IDENTITY, STATUTES, acts, add, newest, send, supply};
use crate::cases::draft;
use crate::portal::Portal;
use crate::registrations::{FULL, case_at, start, type_in};

/// Every byte that lies under the portal's home.
fn everything(portal: &Portal) -> Vec<u8> {
    let mut all = Vec::new();
    let mut open = vec![portal.home().to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => open.push(path),
                false => all.extend(std::fs::read(path).unwrap()),
            }
        }
    }
    all
}

fn holds(all: &[u8], what: &[u8]) -> bool {
    all.windows(what.len()).any(|window| window == what)
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn every_kind_comes_back_as_it_should(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = draft(&portal, &ani).await;
    let kinds = [
        ("Устав.pdf", pdf("Statutes"), "application/pdf", true),
        (
            "a.docx",
            docx(&[]),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            true,
        ),
        (
            "a.odt",
            odt(b"<manifest/>"),
            "application/vnd.oasis.opendocument.text",
            true,
        ),
        ("a.jpg", jpeg_with_place(), "image/jpeg", false),
        ("a.png", png(), "image/png", false),
        ("a.webp", webp(), "image/jpeg", false),
        // The content decides, not the name.
        ("really-a-picture.pdf", png(), "image/png", false),
    ];
    for (name, bytes, kind, is_kept_as_it_is) in kinds {
        add(&ani, case, STATUTES, name, &bytes).await.is(303);
        let file = ani
            .get(format!("/documents/{}", newest(&portal).await))
            .await
            .is(200);
        assert_eq!(file.header("content-type"), kind, "{name}");
        assert_eq!(file.header("x-content-type-options"), "nosniff");
        assert!(
            file.header("content-disposition")
                .starts_with("attachment; filename=\"")
        );
        assert!(file.header("content-security-policy").contains("sandbox"));
        assert_eq!(file.header("content-length"), file.bytes.len().to_string());
        assert_eq!(file.bytes == bytes, is_kept_as_it_is, "{name}");
    }
    // A name of any script, with one in ASCII beside it.
    let first: String = sqlx::query_scalar("select id::text from documents order by id limit 1")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    let file = ani.get(format!("/documents/{first}")).await.is(200);
    assert_eq!(
        file.header("content-disposition"),
        "attachment; filename=\"Ustav.pdf\"; filename*=UTF-8''%D0%A3%D1%81%D1%82%D0%B0%D0%B2.pdf"
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_photograph_says_no_more_where_it_was_taken_and_stands_upright(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = draft(&portal, &ani).await;
    let sent = jpeg_with_place();
    assert!(holds(&sent, b"SECRET PLACE"));
    add(&ani, case, STATUTES, "photo.jpg", &sent).await.is(303);
    let id = newest(&portal).await;
    let file = ani.get(format!("/documents/{id}")).await.is(200);
    assert!(!holds(&file.bytes, b"SECRET") && !holds(&file.bytes, b"Exif"));
    let image = image::load_from_memory(&file.bytes).unwrap();
    assert_eq!((image.width(), image.height()), (200, 320));
    let small = ani.get(format!("/documents/{id}/thumbnail")).await.is(200);
    assert_eq!(small.header("content-type"), "image/jpeg");
    let image = image::load_from_memory(&small.bytes).unwrap();
    assert_eq!((image.width(), image.height()), (150, 240));
    let list = ani.get(format!("/cases/{case}/documents")).await.is(200);
    assert!(list.has(&format!("img[src='/documents/{id}/thumbnail'][alt='']")));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_lies_on_the_disk_and_in_the_tables_names_nobody(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = draft(&portal, &ani).await;
    let words = "Passport of Ani Sarkissian";
    add(
        &ani,
        case,
        IDENTITY,
        "Ani Sarkissian passport.pdf",
        &pdf(words),
    )
    .await
    .is(303);
    let all = everything(&portal);
    assert!(all.len() > 400 && !holds(&all, words.as_bytes()) && !holds(&all, b"%PDF"));
    // An object is named by what is stored, so that anybody can prove it whole without a key.
    let row = sqlx::query("select object, thumbnail, personal from documents")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    let object: String = row.get("object");
    let stored = std::fs::read(
        portal
            .home()
            .join("documents")
            .join(&object[..2])
            .join(&object),
    );
    let hash: String = <sha2::Sha256 as sha2::Digest>::digest(stored.unwrap())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(hash, object);
    assert!(row.get::<bool, _>("personal") && row.get::<Option<String>, _>("thumbnail").is_none());
    // The whole database as text: neither table nor history has the name of the file.
    for table in ["documents", "history", "cases", "once"] {
        let query = format!("select coalesce(string_agg(t::text, ' '), '') from {table} t");
        let text: String = sqlx::query_scalar(sqlx::AssertSqlSafe(query))
            .fetch_one(portal.db_pool())
            .await
            .unwrap();
        assert!(
            !text.contains("Sarkissian") && !text.contains("passport"),
            "{table}"
        );
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_personal_paper_is_warned_about_and_has_no_picture(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = draft(&portal, &ani).await;
    let form = ani
        .get(format!("/cases/{case}/documents/{IDENTITY}"))
        .await
        .is(200);
    assert!(
        form.first(".govuk-warning-text")
            .contains("only if the person concerned knows")
    );
    let other = ani
        .get(format!("/cases/{case}/documents/{STATUTES}"))
        .await
        .is(200);
    assert!(!other.has(".govuk-warning-text"));
    send(&ani, &form, &[], "id.png", &png()).await.is(303);
    let id = newest(&portal).await;
    ani.get(format!("/documents/{id}/thumbnail")).await.is(404);
    assert!(
        !ani.get(format!("/cases/{case}/documents"))
            .await
            .has("main img")
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_newer_one_takes_the_place_and_the_older_stays(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = draft(&portal, &ani).await;
    add(&ani, case, STATUTES, "page-1.pdf", &pdf("1"))
        .await
        .is(303);
    let form = ani
        .get(format!("/cases/{case}/documents/{STATUTES}"))
        .await
        .is(200);
    send(&ani, &form, &[("way", "beside")], "page-2.pdf", &pdf("2"))
        .await
        .is(303);
    let list = ani.get(format!("/cases/{case}/documents")).await.is(200);
    assert_eq!(
        list.select(".app-shelf__slot > .app-papers .app-paper__facts > a"),
        ["page-2.pdf", "page-1.pdf"]
    );
    let form = ani
        .get(format!("/cases/{case}/documents/{STATUTES}"))
        .await
        .is(200);
    send(&ani, &form, &[("way", "newer")], "whole.pdf", &pdf("3"))
        .await
        .is(303);
    let list = ani.get(format!("/cases/{case}/documents")).await.is(200);
    assert_eq!(
        list.select(".app-shelf__slot > .app-papers .app-paper__facts > a"),
        ["whole.pdf"]
    );
    assert_eq!(
        list.select("details .app-paper__facts > a"),
        ["page-2.pdf", "page-1.pdf"]
    );
    for href in list.attributes("details .app-paper__facts > a", "href") {
        ani.get(href).await.is(200);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn pressing_twice_adds_once_and_leaves_nothing_behind(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = draft(&portal, &ani).await;
    let form = ani
        .get(format!("/cases/{case}/documents/{STATUTES}"))
        .await
        .is(200);
    let bytes = pdf("Once");
    let (one, other) = tokio::join!(
        send(&ani, &form, &[], "a.pdf", &bytes),
        send(&ani, &form, &[], "a.pdf", &bytes)
    );
    assert_eq!(one.is(303).location(), other.is(303).location());
    assert_eq!(acts(&portal, "document_added").await, 1);
    let folders = std::fs::read_dir(portal.home().join("documents")).unwrap();
    let objects: usize = folders
        .map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap().count())
        .sum();
    assert_eq!(objects, 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nothing_is_submitted_while_a_needed_paper_is_missing(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let case = case_at(&start(&ani).await);
    type_in(&ani, &case, FULL).await;
    let answers = ani.get(format!("{case}/answers")).await.is(200);
    let refused = answers.submit(&[]).await.is(422);
    let mistakes = refused.mistakes();
    assert_eq!(mistakes.len(), 7, "{mistakes:?}");
    assert!(
        mistakes[0]
            .1
            .contains("before you submit: Founding deed and statutes")
    );
    let page = ani.get(&case).await.is(200);
    assert!(
        page.text().contains("that are there: 0 of 7"),
        "{}",
        page.text()
    );
    supply(&ani, &case).await;
    let page = ani.get(&case).await.is(200);
    assert!(
        page.text().contains("that are there: 7 of 7"),
        "{}",
        page.text()
    );
    answers.submit(&[]).await.is(303);
}
