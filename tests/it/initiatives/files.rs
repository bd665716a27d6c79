//! Pictures and documents of initiatives: added, looked at, shown to anybody, put in order, taken out; who sees which; what is not taken.

use axum::body::Body;
use axum::http::Request;
use concord::initiative::files::erase;
use concord::notice::LetterKind;
use concord::values::TeamRole;
use sqlx::PgPool;

use super::{at_home, begun, changed, sent, waiting};
use crate::documents::files::{docx, jpeg_with_place, png, png_of, webp};
use crate::documents::{acts, pdf, send};
use crate::portal::{Browser, Page, Portal};
use crate::teams::{join, of_home};

const SINGS: [(&str, &str); 2] = [("words-0-text", "Дети поют"), ("words-0-language", "ru")];

/// Adds a picture or a document to a proposal.
async fn add(who: &Browser, path: &str, kind: &str, bytes: &[u8], words: &[(&str, &str)]) -> Page {
    let form = who.get(format!("{path}/files/{kind}")).await.is(200);
    send(who, &form, words, "file", bytes).await
}

/// Adds one of both.
pub async fn both(who: &Browser, path: &str) {
    add(who, path, "pictures", &jpeg_with_place(), &SINGS)
        .await
        .is(303);
    let called = [("words-0-text", "Report: 2025")];
    add(who, path, "documents", &pdf("Report"), &called)
        .await
        .is(303);
}

/// Where the first file of a proposal is kept.
pub async fn first(who: &Browser, path: &str) -> String {
    let page = who.get(format!("{path}/files")).await.is(200);
    page.attribute(".app-pictures__acts > a", "href")
}

/// Where the files of a page are, in their order.
fn shown(page: &Page) -> Vec<String> {
    page.attributes("main a[href^='/initiative-files/']", "href")
}

/// Lets the board publish what waits; the public page.
async fn published(portal: &Portal, path: &str) -> String {
    let board = portal.coordinator().await;
    let at_desk = format!("/desk/proposals/{}", path.rsplit('/').next().unwrap());
    let page = board.get(&at_desk).await.is(200);
    let decision = format!("{at_desk}/decision");
    let done = page.submit_to(&decision, &[("answer", "publish")]).await;
    done.is(303).location().replacen("/desk", "", 1)
}

/// Somebody's published initiative with a picture and a document: where its team's initiatives are, and its public page.
async fn with_both(portal: &Portal, ani: &Browser) -> (String, String) {
    let initiatives = at_home(portal, ani, "Nor Dprots").await;
    let path = begun(ani, &initiatives).await;
    both(ani, &path).await;
    sent(ani, &path).await.is(303);
    let public = published(portal, &path).await;
    (initiatives, public)
}

fn holds(all: &[u8], what: &[u8]) -> bool {
    all.windows(what.len()).any(|window| window == what)
}

/// How many files lie in the documents' place.
pub fn stored(portal: &Portal) -> usize {
    let folders = std::fs::read_dir(portal.home().join("documents")).unwrap();
    folders
        .map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap().count())
        .sum()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_picture_is_seen_by_the_board_then_by_anybody_and_does_not_say_where_it_was_taken(
    pool: PgPool,
) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let initiatives = at_home(&portal, &ani, "Nor Dprots").await;
    let reader = join(&portal, &ani, "Vahan", TeamRole::Reader).await;
    let path = begun(&ani, &initiatives).await;
    // What was typed is kept on the way to the pictures.
    let page = ani.get(&path).await.is(200);
    let typed = [("text-0-title", "Школа"), ("act", "files")];
    let page = page.submit_to(&path, &typed).await.is(303).follow().await;
    assert!(page.is(200).text().contains("No pictures yet."));
    both(&ani, &path).await;
    let page = ani.get(&path).await.is(200);
    assert_eq!(page.value("text-0-title"), "Школа");
    assert!(page.text().contains("2 pictures and documents go with it."));
    let page = ani.get(format!("{path}/files")).await.is(200);
    let files = shown(&page);
    assert_eq!(files.len(), 2, "{}", page.text());
    let board = portal.coordinator().await;
    let everybody_else = [
        portal.visitor(),
        portal.member("Stranger").await,
        portal.post_officer(&["FR"]).await,
        portal.auditor().await,
        board.clone(),
    ];
    for file in &files {
        reader.get(file).await.is(200);
        for who in &everybody_else {
            who.get(file).await.is(404);
        }
    }
    sent(&ani, &path).await.is(303);
    let (picture, document) = (&files[0], &files[1]);
    let page = board
        .get(waiting(&board, "Воскресная школа").await)
        .await
        .is(200);
    assert_eq!(shown(&page), files);
    assert!(page.text().contains("Дети поют"), "{}", page.text());
    board.get(picture).await.is(200);
    portal.auditor().await.get(picture).await.is(200);
    for who in [portal.visitor(), portal.post_officer(&["FR"]).await] {
        who.get(picture).await.is(404);
        who.get(format!("{picture}/small")).await.is(404);
    }
    let only_theirs = board.get(picture).await.is(200);
    assert_eq!(only_theirs.header("cache-control"), "no-store");

    let public = published(&portal, &path).await;
    let page = portal.visitor().get(&public).await.is(200);
    assert_eq!(shown(&page), files);
    let image = ".app-pictures img";
    for (name, value) in [
        ("alt", "Дети поют"),
        ("lang", "ru"),
        ("loading", "lazy"),
        ("src", &format!("{picture}/small")),
        // It is 320 by 200, and to be turned.
        ("width", "200"),
        ("height", "320"),
    ] {
        assert_eq!(page.attribute(image, name), value, "{name}");
    }
    let ld = page.first("script[type='application/ld+json']");
    assert!(
        ld.contains(&format!(
            "\"contentUrl\":\"{}{picture}\"",
            crate::portal::URL
        )),
        "{ld}"
    );
    for address in [picture.clone(), format!("{picture}/small")] {
        let file = portal.visitor().get(&address).await.is(200);
        assert_eq!(file.header("content-type"), "image/jpeg");
        assert_eq!(file.header("x-content-type-options"), "nosniff");
        assert!(file.header("content-security-policy").contains("sandbox"));
        assert_eq!(file.header("cache-control"), "public, no-cache");
        for secret in [&b"SECRET PLACE"[..], b"Exif", b"50.9413"] {
            assert!(!holds(&file.bytes, secret));
        }
        let image = image::load_from_memory(&file.bytes).unwrap();
        assert_eq!((image.width(), image.height()), (200, 320));
        let known = Request::get(&address)
            .header("if-none-match", file.header("etag"))
            .body(Body::empty())
            .unwrap();
        let again = portal.visitor().ask(known).await.is(304);
        assert!(again.bytes.is_empty());
    }
    let file = portal.visitor().get(document).await.is(200);
    assert_eq!(file.bytes, pdf("Report"));
    let disposition = file.header("content-disposition");
    assert!(
        disposition.starts_with("attachment; filename=\"Report 2025.pdf\""),
        "{disposition}"
    );
    assert!(file.header("content-security-policy").contains("sandbox"));
    // A document has no small picture.
    portal
        .visitor()
        .get(format!("{document}/small"))
        .await
        .is(404);
    assert_eq!(acts(&portal, "initiative_file_added").await, 2);
    assert_eq!(acts(&portal, "initiative_files_published").await, 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_added_reordered_or_said_otherwise_later_waits_for_the_board(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let (initiatives, public) = with_both(&portal, &ani).await;
    let before = shown(&portal.visitor().get(&public).await.is(200));

    let path = changed(&ani, &initiatives).await;
    let words = [
        ("words-0-text", "Новый класс"),
        ("words-0-language", "ru"),
        ("words-1-text", "The new class"),
        ("words-1-language", "en"),
    ];
    add(&ani, &path, "pictures", &webp(), &words).await.is(303);
    let page = ani.get(format!("{path}/files")).await.is(200);
    let there = shown(&page);
    assert_eq!(there.len(), 3);
    let new = there[1].clone();
    portal.visitor().get(&new).await.is(404);
    // The new one goes up before the old one; the document is no neighbour of theirs.
    let kept = format!("{path}/files/{}", new.rsplit('/').next().unwrap());
    let place = format!("{kept}/place");
    let moved = ani.post(&place, &[("way", "up")]).await.is(303);
    assert!(moved.location().contains("#file-"));
    ani.post(&place, &[("way", "up")]).await.is(303);
    ani.post(&place, &[("way", "sideways")]).await.is(404);
    let first_of = format!("{path}/files/{}", there[0].rsplit('/').next().unwrap());
    let form = ani.get(&first_of).await.is(200);
    let nothing = form
        .submit_to(&first_of, &[("words-0-text", " ")])
        .await
        .is(422);
    assert_eq!(nothing.wrong_fields(), ["words-0-text"]);
    form.submit_to(&first_of, &[("words-0-text", "Хор")])
        .await
        .is(303);
    sent(&ani, &path).await.is(303);
    let page = portal.visitor().get(&public).await.is(200);
    assert_eq!(shown(&page), before);
    assert!(page.body.contains("Дети поют"));
    // What is with the board stays as it is.
    for action in [place.as_str(), &first_of, &format!("{kept}/removal")] {
        let fields = [("way", "down"), SINGS[0], SINGS[1]];
        ani.post(action, &fields).await.is(409);
    }
    ani.get(format!("{path}/files")).await.is(303);

    let board = portal.coordinator().await;
    let at_desk = format!("/desk/proposals/{}", path.rsplit('/').next().unwrap());
    let page = board.get(&at_desk).await.is(200);
    let changes = page.select(".app-changed").join(" ");
    assert!(
        changes.contains("Дети поют") && changes.contains("Новый класс / The new class · Хор"),
        "{changes}"
    );
    published(&portal, &path).await;
    let page = portal.visitor().get(&public).await.is(200);
    assert_eq!(
        shown(&page),
        [new.clone(), before[0].clone(), before[1].clone()]
    );
    assert_eq!(
        page.attributes(".app-pictures img", "alt"),
        ["The new class", "Хор"]
    );
    portal.visitor().get(&new).await.is(200);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_taken_out_is_gone_at_once_and_its_bytes_soon_after(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let (initiatives, public) = with_both(&portal, &ani).await;
    let files = shown(&portal.visitor().get(&public).await.is(200));
    let (picture, document) = (&files[0], &files[1]);
    let all = stored(&portal);

    // Its team, by a change that the board has not seen yet.
    let path = changed(&ani, &initiatives).await;
    let removal = format!("{}/removal", first(&ani, &path).await);
    ani.post(&removal, &[]).await.is(303);
    ani.post(&removal, &[]).await.is(404);
    let page = portal.visitor().get(&public).await.is(200);
    assert_eq!(shown(&page), std::slice::from_ref(document));
    for who in [portal.visitor(), ani.clone(), portal.coordinator().await] {
        let gone = who.get(picture).await.is(410);
        assert!(gone.text().contains("taken away"), "{}", gone.text());
        who.get(format!("{picture}/small")).await.is(410);
    }
    erase(portal.db(), &portal.documents()).await.unwrap();
    assert_eq!(stored(&portal), all - 2);
    portal.visitor().get(picture).await.is(410);

    // The board, of what anybody sees.
    let board = portal.coordinator().await;
    let page = board
        .get(public.replacen("/init", "/desk/init", 1))
        .await
        .is(200);
    let removal = page.attribute("main a[href*='/files/']", "href");
    let words = [("words", "It shows a <b>child</b>.")];
    ani.post(&removal, &words).await.is(404);
    let post = portal.post_officer(&["FR"]).await;
    post.post(&removal, &words).await.is(404);
    portal.auditor().await.post(&removal, &words).await.is(403);
    let page = board.get(&removal).await.is(200);
    let wrong = page.submit_to(&removal, &[]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["words"]);
    portal.visitor().get(document).await.is(200);
    portal.letters().await;
    let (one, other) = (
        page.submit_to(&removal, &words),
        page.submit_to(&removal, &words),
    );
    let (one, other) = tokio::join!(one, other);
    let mut both = [one.status.as_u16(), other.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 409]);
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::InitiativeFileTakenDown);
    assert_eq!(letter.to, ani.email());
    assert!(letter.text.contains("It shows a <b>child</b>."));
    portal.visitor().get(document).await.is(410);
    erase(portal.db(), &portal.documents()).await.unwrap();
    assert_eq!(stored(&portal), all - 3);
    // The change that listed it does without.
    let page = ani.get(format!("{path}/files")).await.is(200);
    assert!(shown(&page).is_empty());
    sent(&ani, &path).await.is(303);
    published(&portal, &path).await;
    assert_eq!(acts(&portal, "initiative_file_removed").await, 2);

    // What nobody ever saw is as good as not there.
    let path = begun(&ani, &initiatives).await;
    both_gone(&portal, &ani, &path).await;
}

/// Drops a draft with files in it.
async fn both_gone(portal: &Portal, ani: &Browser, path: &str) {
    both(ani, path).await;
    let files = shown(&ani.get(format!("{path}/files")).await.is(200));
    let all = stored(portal);
    ani.post(format!("{path}/withdrawal"), &[]).await.is(303);
    for file in files {
        ani.get(file).await.is(404);
    }
    erase(portal.db(), &portal.documents()).await.unwrap();
    assert_eq!(stored(portal), all - 3);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_no_picture_is_told_at_its_field_and_nothing_that_was_typed_is_lost(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let initiatives = at_home(&portal, &ani, "Nor Dprots").await;
    let path = begun(&ani, &initiatives).await;
    let script = b"#!/bin/sh\necho gone\n".to_vec();
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".to_vec();
    let photo = jpeg_with_place();
    let half = photo[..photo.len() / 2].to_vec();
    let mut large = photo.clone();
    large.resize(20 * 1024 * 1024 + 1, 0);
    for (kind, bytes, sentence) in [
        ("pictures", script, "none of the kinds"),
        ("pictures", svg, "none of the kinds"),
        ("pictures", pdf("Report"), "This file is a document"),
        ("pictures", half, "damaged"),
        ("pictures", png_of(60_000, 60_000), "too many dots"),
        ("pictures", large, "larger than 20 MB"),
        ("pictures", Vec::new(), "is empty"),
        ("documents", photo.clone(), "This file is a picture"),
        (
            "documents",
            docx(&[("word/vbaProject.bin", b"x")]),
            "holds a program",
        ),
    ] {
        let page = add(&ani, &path, kind, &bytes, &SINGS).await.is(422);
        let told = page.mistakes();
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(
            told[0].0 == "file" && told[0].1.contains(sentence),
            "{told:?}"
        );
        assert_eq!(page.value("words-0-text"), "Дети поют");
    }
    let no_words = add(&ani, &path, "pictures", &photo, &[("words-0-text", "")]).await;
    assert_eq!(no_words.is(422).wrong_fields(), ["words-0-text", "file"]);
    assert_eq!(stored(&portal), 0);
    assert_eq!(acts(&portal, "initiative_file_added").await, 0);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_double_click_is_one_picture_and_no_more_than_twelve_are_taken(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let initiatives = at_home(&portal, &ani, "Nor Dprots").await;
    let reader = join(&portal, &ani, "Vahan", TeamRole::Reader).await;
    let path = begun(&ani, &initiatives).await;
    let form = ani.get(format!("{path}/files/pictures")).await.is(200);
    let bytes = png();
    let (one, other) = tokio::join!(
        send(&ani, &form, &SINGS, "file", &bytes),
        send(&ani, &form, &SINGS, "file", &bytes)
    );
    assert_eq!(one.is(303).location(), other.is(303).location());
    let there = ani.get(format!("{path}/files")).await.is(200);
    assert_eq!(shown(&there).len(), 1);
    assert_eq!(stored(&portal), 2);
    for _ in 1..12 {
        add(&ani, &path, "pictures", &webp(), &SINGS).await.is(303);
    }
    let page = send(&ani, &form, &SINGS, "file", &webp()).await;
    // The form was sent before, and led there.
    page.is(303);
    let form = ani.get(format!("{path}/files/pictures")).await.is(200);
    let full = send(&ani, &form, &SINGS, "file", &webp()).await.is(422);
    assert!(full.mistakes()[0].1.contains("12 pictures"));
    assert_eq!(stored(&portal), 24);
    // Readers read; nobody else finds the way.
    let adding = format!("{path}/files/documents");
    reader.get(&adding).await.is(403);
    for who in [
        portal.member("Stranger").await,
        portal.coordinator().await,
        portal.post_officer(&["FR"]).await,
    ] {
        who.get(&adding).await.is(404);
        who.get(format!("{path}/files")).await.is(404);
        who.post(format!("{}/removal", first(&ani, &path).await), &[])
            .await
            .is(404);
    }
    // Another team's address does not lead to this file.
    let vahe = portal.member("Vahe").await;
    let others = at_home(&portal, &vahe, "Hay Tun").await;
    let theirs = begun(&vahe, &others).await;
    let file = first(&ani, &path).await;
    let file = file.rsplit('/').next().unwrap();
    for action in ["", "/place", "/removal"] {
        let fields = [("way", "up"), SINGS[0], SINGS[1]];
        vahe.post(format!("{theirs}/files/{file}{action}"), &fields)
            .await
            .is(404);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn files_go_over_with_their_initiative_when_organizations_are_merged(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, vahe) = (portal.member("Ani").await, portal.member("Vahe").await);
    let (initiatives, public) = with_both(&portal, &ani).await;
    let survivors = at_home(&portal, &vahe, "Hay Tun").await;
    let files = shown(&portal.visitor().get(&public).await.is(200));
    let (_, other) = of_home(&portal, &initiatives).await;
    let (_, survivor) = of_home(&portal, &survivors).await;
    let board = portal.coordinator().await;
    crate::mergers::merged(&board, (survivor, other), &[]).await;
    let page = portal.visitor().get(&public).await.is(200);
    assert_eq!(shown(&page), files);
    portal.visitor().get(&files[0]).await.is(200);
    let path = changed(&vahe, &survivors).await;
    let page = vahe.get(format!("{path}/files")).await.is(200);
    assert_eq!(shown(&page), files);
    let removal = format!("{}/removal", first(&vahe, &path).await);
    vahe.post(&removal, &[]).await.is(303);
    portal.visitor().get(&files[0]).await.is(410);
}
