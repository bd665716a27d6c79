//! An end of a group that was a mistake, taken back: its meetings are held after all, whoever was asked is asked again, and whoever ended
//! it as the second loses no word.

use chrono::{NaiveDate, TimeDelta};
use concord::db::MIGRATOR;
use concord::notice::LetterKind;
use sqlx::PgPool;

use super::ending::{due, end, reopen};
use super::joining::{add, group};
use crate::leaders::somebody;
use crate::meetings::{called, club, follow};
use crate::portal::{Letter, Portal};
use crate::teams::{of_home, owned};

/// Kinds of letters and to whom, in the order of addresses.
fn told(letters: &[Letter]) -> Vec<(&str, LetterKind)> {
    let mut all: Vec<_> = letters.iter().map(|it| (it.to.as_str(), it.kind)).collect();
    all.sort_by_key(|(to, kind)| (*to, kind.code()));
    all
}

fn of(letters: &[Letter], kind: LetterKind) -> &Letter {
    letters.iter().find(|it| it.kind == kind).unwrap()
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn meetings_that_the_end_called_off_are_held_after_all_and_each_is_told(pool: PgPool) {
    let portal = Portal::new(pool);
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let club = club(&portal, &board, &ani, &[]).await;
    let at = &club.group;
    let soon = called(&board, at, &[("date-day", "2")]).await.is(303);
    let late = called(&board, at, &[("date-day", "20")]).await.is(303);
    let other = called(&board, at, &[("date-day", "21")]).await.is(303);
    let [soon, late, other] = [soon, late, other].map(|page| page.location().to_owned());
    // One that the board calls off for another reason stays so.
    let off = format!("{other}/calling-off");
    let page = board.get(&off).await.is(200);
    page.submit_to(&off, &[("words", "The hall is closed.")])
        .await
        .is(303);
    portal.letters().await;

    let today = portal.now().date_naive();
    end(&board, at, today, "It is done.").await.is(303);
    let letters = portal.letters().await;
    let off = LetterKind::MeetingCalledOff;
    assert_eq!(
        told(&letters),
        [
            (ani.email(), LetterKind::GroupEnded),
            (ani.email(), off),
            (ani.email(), off),
        ]
    );
    let cancelled = of(&letters, off).text.clone();
    // By then the first would have been.
    portal.wait(TimeDelta::days(10));
    let board = portal.coordinator().await;
    let page = board.get(at).await.is(200);
    assert!(
        page.text()
            .contains("are held after all if they are still to come")
    );
    reopen(&board, at).await.is(303);
    let letters = portal.letters().await;
    let held = LetterKind::MeetingHeldAfterAll;
    assert_eq!(
        told(&letters),
        [(ani.email(), LetterKind::GroupGoesOn), (ani.email(), held)]
    );
    let letter = of(&letters, held);
    assert!(letter.text.contains("20 December 2026"), "{}", letter.text);
    assert!(!cancelled.is_empty() && letter.text.contains("back into your calendar"));
    for (meeting, state) in [(&soon, "Called off"), (&other, "Called off")] {
        let page = board.get(meeting).await.is(200);
        assert!(page.text().contains(state), "{}", page.text());
    }
    let page = board.get(&late).await.is(200);
    assert!(!page.text().contains("Called off") && !page.text().contains("It is done."));
    let form = format!("{late}/appointment");
    let page = board.get(&form).await.is(200);
    follow(&portal).await;
    assert!(portal.letters().await.is_empty(), "they know it");
    // It is a meeting as any other.
    page.submit_to(&form, &[("time", "16:00")]).await.is(303);
    let letters = portal.letters().await;
    assert_eq!(told(&letters), [(ani.email(), LetterKind::MeetingMoved)]);
    let page = board.get(at).await.is(200);
    assert!(page.text().contains("Meeting is held after all"));
    // Calendars take the later of two for true: they dropped it and take it back.
    let sequence: i32 = sqlx::query_scalar("select max(sequence) from group_meetings")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    assert_eq!(sequence, 3);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_last_day_that_is_taken_back_brings_its_meetings_back(pool: PgPool) {
    let portal = Portal::new(pool);
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let club = club(&portal, &board, &ani, &[]).await;
    let at = &club.group;
    let meeting = called(&board, at, &[("date-day", "20")]).await.is(303);
    let meeting = meeting.location().to_owned();
    let last = NaiveDate::from_ymd_opt(2026, 12, 10).unwrap();
    end(&board, at, last, "It is done.").await.is(303);
    assert!(board.get(&meeting).await.text().contains("Called off"));
    portal.letters().await;
    reopen(&board, at).await.is(303);
    let letters = portal.letters().await;
    assert_eq!(
        told(&letters),
        [
            (ani.email(), LetterKind::GroupGoesOn),
            (ani.email(), LetterKind::MeetingHeldAfterAll),
        ]
    );
    assert!(!board.get(&meeting).await.text().contains("Called off"));
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn whoever_is_asked_hears_that_the_group_ends_and_is_asked_again(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let one = somebody(&portal).await;
    let board = &one.board;
    let visitor = portal.visitor();
    let page = visitor.get(&one.link).await.is(200);
    page.submit_to(&one.link, &[("invitations", "all")])
        .await
        .is(303);
    let levon = portal.member("Levon").await;
    let home = owned(&portal, &levon, "Dom").await;
    let (_, asked) = of_home(&portal, &home).await;
    let at = group(board, "Choirs", "consent").await;
    add(board, &at, asked, &[]).await.is(303);
    let path = format!("{}/memberships", one.desk);
    let id = at.rsplit('/').next().unwrap();
    let form = board.get(&path).await.is(200);
    form.submit(&[("group", id), ("role", "member")])
        .await
        .is(303);
    let letters = portal.letters().await;
    let link = of(&letters, LetterKind::LeaderInvited).link().to_owned();

    let last = portal.now().date_naive() + TimeDelta::days(5);
    end(board, &at, last, "The hymn book is printed.")
        .await
        .is(303);
    assert!(portal.letters().await.is_empty(), "they may still join it");
    portal.wait(TimeDelta::days(6));
    assert_eq!(due(&portal).await, 1);
    let letters = portal.letters().await;
    let over = LetterKind::GroupNotAsked;
    let email = crate::coordination::consents::EMAIL;
    assert_eq!(told(&letters), [(levon.email(), over), (email, over)]);
    for letter in &letters {
        let text = &letter.text;
        assert!(text.contains("The hymn book is printed.") && text.contains("Choirs"));
        assert!(text.contains(match letter.to == email {
            true => "вы сами",
            false => "Dom",
        }));
    }
    let page = visitor.get(&link).await.is(200);
    assert!(!page.text().contains("You are asked to join"));

    // One whose time to answer is over by then is not asked again.
    sqlx::query("insert into group_invitations (id, group_id, organization_id, role, invited_at, expires_at, answer, answered_at, ended_with_group)
        select gen_random_uuid(), i.group_id, o.id, 'member', $1, $1 + interval '1 day', 'withdrawn', $1, true
        from group_invitations i join organizations o on o.id <> i.organization_id limit 1")
        .bind(portal.now() - TimeDelta::days(3))
        .execute(&pool)
        .await
        .unwrap();
    let board = portal.coordinator().await;
    reopen(&board, &at).await.is(303);
    let letters = portal.letters().await;
    let again = LetterKind::GroupAskedAgain;
    assert_eq!(told(&letters), [(levon.email(), again), (email, again)]);
    let theirs = of(&letters, again);
    assert!(letters.iter().any(|it| it.link() == link), "{theirs:?}");
    let open: i64 =
        sqlx::query_scalar("select count(*) from group_invitations where answer is null")
            .fetch_one(&pool)
            .await
            .unwrap();
    assert_eq!(open, 2);
    let page = visitor.get(&link).await.is(200);
    assert!(page.text().contains("You are asked to join"));
    let answer = page.attribute("main form[action*='/group-invitations/']", "action");
    visitor.post(&answer, &[("answer", "join")]).await.is(303);
    let desk = board.get(&at).await.is(200);
    assert!(desk.text().contains("Not answered yet"));
    portal.letters().await;
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn whoever_cannot_be_reached_any_more_is_not_asked_again(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let one = somebody(&portal).await;
    let visitor = portal.visitor();
    let page = visitor.get(&one.link).await.is(200);
    page.submit_to(&one.link, &[("invitations", "all")])
        .await
        .is(303);
    let at = group(&one.board, "Choirs", "consent").await;
    let path = format!("{}/memberships", one.desk);
    let id = at.rsplit('/').next().unwrap();
    let form = one.board.get(&path).await.is(200);
    form.submit(&[("group", id), ("role", "member")])
        .await
        .is(303);
    end(&one.board, &at, portal.now().date_naive(), "It is done.")
        .await
        .is(303);
    let withdrawal = format!("{}/withdrawal", one.link);
    visitor
        .post(&withdrawal, &[("what", "everything")])
        .await
        .is(303);
    portal.letters().await;
    reopen(&one.board, &at).await.is(303);
    assert!(portal.letters().await.is_empty());
    let open: i64 =
        sqlx::query_scalar("select count(*) from group_invitations where answer is null")
            .fetch_one(&pool)
            .await
            .unwrap();
    assert_eq!(open, 0);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn whoever_ends_a_group_that_a_colleague_ended_first_is_told_and_loses_no_word(pool: PgPool) {
    let portal = Portal::new(pool);
    let (board, chair) = (portal.coordinator().await, portal.chair().await);
    let at = group(&board, "Choirs", "notice").await;
    let path = format!("{at}/ending");
    let page = chair.get(&path).await.is(200);
    let today = portal.now().date_naive();
    end(&board, &at, today, "The hymn book is printed.")
        .await
        .is(303);
    // Whatever else is wrong with it.
    for last in [
        &[][..],
        &[
            ("last-day", "24"),
            ("last-month", "11"),
            ("last-year", "2026"),
        ],
    ] {
        let fields = [last, &[("words", "Nobody <b>came</b> any more.")]].concat();
        let told = page.submit_to(&path, &fields).await.is(409);
        let text = told.text();
        for there in [
            "A colleague has ended this group",
            "Group ended",
            "Coordinator",
            "The hymn book is printed.",
            "What you had written",
            "Nobody <b>came</b> any more.",
        ] {
            assert!(text.contains(there), "{there} in {text}");
        }
        assert_eq!(told.link("See the group"), at);
    }
    let ended: i64 = sqlx::query_scalar("select count(*) from history where act = 'group_ended'")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    assert_eq!(ended, 1);
    // Those who may not end it learn nothing of it so.
    portal.auditor().await.post(&path, &[]).await.is(403);
    portal.member("Ani").await.post(&path, &[]).await.is(404);
}
