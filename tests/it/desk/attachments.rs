//! Files that come with notes and messages, and who can open them.

use concord::values::Role;
use sqlx::PgPool;

use crate::cases::held;
use crate::documents::{acts, pdf};
use crate::portal::{Browser, File, Page, Portal};

/// Sends words with a file.
pub async fn send(
    by: &Browser,
    page: &Page,
    action: &str,
    fields: &[(&str, &str)],
    file: &[u8],
) -> Page {
    let mut all = page.fields(&format!("form[action='{action}']"));
    all.retain(|(known, _)| !fields.iter().any(|(given, _)| known == given));
    let mut all: Vec<(&str, &str)> = all.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    all.extend_from_slice(fields);
    let file = File {
        field: "file",
        name: "план.pdf",
        kind: "application/pdf",
        bytes: file,
    };
    by.post_file(action, &all, file).await
}

async fn kept(portal: &Portal) -> i64 {
    sqlx::query_scalar("select count(*) from case_attachments")
        .fetch_one(portal.db_pool())
        .await
        .unwrap()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_came_with_a_note_is_never_the_organizations_to_open(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = held(&portal, &ani, &board, "Haus").await;
    let (here, action) = (
        format!("/desk/cases/{id}"),
        format!("/desk/cases/{id}/messages"),
    );
    let page = board.get(&here).await.is(200);
    // A note, because nothing else was chosen.
    assert!(page.has("input[name=reach][value=internal][checked]"));
    let file = pdf("Within the board");
    send(&board, &page, &action, &[("body", "Odd.")], &file)
        .await
        .is(303);
    // The same form again: one note, one file.
    send(&board, &page, &action, &[("body", "Odd.")], &file)
        .await
        .is(303);
    assert_eq!(kept(&portal).await, 1);
    let page = board.get(&here).await.is(200);
    assert!(page.has(".app-message--note a[download]"));
    let note = page.attribute(".app-message--note a[download]", "href");
    let got = board.get(&note).await.is(200);
    assert_eq!(got.header("content-type"), "application/pdf");
    assert!(got.header("content-disposition").starts_with("attachment;"));
    assert!(got.body.contains("Within the board"));

    let told = [("body", "See this."), ("reach", "applicant")];
    send(&board, &page, &action, &told, &pdf("For you"))
        .await
        .is(303);
    let page = ani.get(format!("/cases/{id}")).await.is(200);
    let links = page.attributes("#conversation ~ ol a[download]", "href");
    assert_eq!(links.len(), 1, "the message's alone");
    assert!(ani.get(&links[0]).await.is(200).body.contains("For you"));
    assert!(!page.text().contains("Odd."));

    // By its id: the organization, strangers and a post elsewhere find nothing; those of the desk who see the case do.
    let (stranger, elsewhere) = (
        portal.member("Vahé").await,
        portal.post_officer(&["FR"]).await,
    );
    for who in [&ani, &stranger, &elsewhere] {
        who.get(&note).await.is(404);
    }
    for who in [&stranger, &elsewhere] {
        who.get(&links[0]).await.is(404);
    }
    portal.visitor().get(&note).await.is(303);
    for who in [
        portal.auditor().await,
        portal.admin().await,
        portal.post_officer(&["DE"]).await,
    ] {
        who.get(&note).await.is(200);
    }
    // A judge whose own case it is reads as an applicant does, by any role.
    let judge = portal.person("Judge", Role::Coordinator).await;
    sqlx::query("update cases set applicant_id = $2 where id = $1")
        .bind(id)
        .bind(judge.account())
        .execute(&pool)
        .await
        .unwrap();
    judge.get(&note).await.is(404);
    judge.get(&links[0]).await.is(200);
    assert_eq!(acts(&portal, "attachment_added").await, 2);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_file_that_cannot_be_taken_is_told_at_its_field_and_the_words_stay(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = held(&portal, &ani, &board, "Haus").await;
    for (who, here, action) in [
        (
            &board,
            format!("/desk/cases/{id}"),
            format!("/desk/cases/{id}/messages"),
        ),
        (
            &ani,
            format!("/cases/{id}"),
            format!("/cases/{id}/messages"),
        ),
    ] {
        let page = who.get(&here).await.is(200);
        let words = [("body", "Look at this.")];
        let large = vec![b'%'; 21 * 1024 * 1024];
        for file in [&b"MZ\x90\0 a program"[..], &large[..]] {
            let back = send(who, &page, &action, &words, file).await.is(422);
            assert_eq!(back.wrong_fields(), ["file"]);
            assert!(back.text().contains("Look at this."), "{}", back.text());
        }
        // A good file with words that are not: it has to be chosen again.
        let back = send(who, &page, &action, &[("body", " ")], &pdf("P"))
            .await
            .is(422);
        assert_eq!(back.wrong_fields(), ["body", "file"]);
        assert!(back.text().contains("Choose the file again"));
        assert_eq!(kept(&portal).await, 0);
    }
    // So it has where a ready-made text was put in.
    let (page, action) = (
        board.get(format!("/desk/cases/{id}")).await.is(200),
        format!("/desk/cases/{id}/messages"),
    );
    let put = [("body", "Look at this."), ("put", "body")];
    let back = send(&board, &page, &action, &put, &pdf("P")).await.is(422);
    assert_eq!(back.wrong_fields(), ["phrase_body", "file"]);
    assert!(back.text().contains("Look at this."));
    // The organization's file reaches the board.
    let page = ani.get(format!("/cases/{id}")).await.is(200);
    let action = format!("/cases/{id}/messages");
    send(&ani, &page, &action, &[("body", "Here.")], &pdf("Ours"))
        .await
        .is(303);
    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    let href = page.attribute(".app-message--theirs a[download]", "href");
    assert!(board.get(href).await.is(200).body.contains("Ours"));
    // Who may not write adds no file either.
    let auditor = portal.auditor().await;
    let action = format!("/desk/cases/{id}/messages");
    auditor.post(&action, &[("body", "Mine.")]).await.is(403);
}
