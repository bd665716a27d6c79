//! The ladder, from the first reminder to the end of it and back.

use chrono::TimeDelta;
use concord::notice::LetterKind;
use concord::organization::standing::{self, Kept};
use concord::values::{Role, Standing};
use sqlx::PgPool;

use super::{TERM, after_days, day, down_to, found, keep, registered, stands};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_registration_that_nobody_renews_goes_down_the_ladder_and_comes_back(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let number = registered(&portal, Some(&ani), "Haus Armenien").await;
    let public = format!("/organizations/{number}");
    let visitor = portal.visitor();
    let page = visitor.get(&public).await.is(200);
    assert!(page.text().contains("Registered until 24 November 2029"));
    assert!(page.body.contains("CertificationActive"));
    assert_eq!(keep(&portal).await, Kept::default());

    // Reminders: sixty, thirty and seven days before, once each.
    let reminded = Kept {
        reminded: 1,
        ..Kept::default()
    };
    assert_eq!(after_days(&portal, TERM - 61).await, Kept::default());
    for days in [1, 30, 23] {
        assert_eq!(after_days(&portal, days).await, reminded);
        assert_eq!(keep(&portal).await, Kept::default());
        let letter = portal.letter().await;
        assert_eq!(letter.kind, LetterKind::RenewalNear);
        assert_eq!(letter.to, ani.email());
        assert!(letter.text.contains("24 November 2029"), "{}", letter.text);
        assert_eq!(
            letter.link(),
            format!("/home/organizations/{number}/renewal")
        );
        assert_eq!(after_days(&portal, 0).await, Kept::default());
    }

    // Due on the day, by itself; still in force.
    let fell = Kept {
        advanced: 1,
        ..Kept::default()
    };
    let page = portal
        .coordinator()
        .await
        .get("/desk/standing?by=month")
        .await;
    let text = page.is(200).text();
    assert!(text.contains("make 1 organization due"), "{text}");
    assert_eq!(after_days(&portal, 7).await, fell);
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::RenewalDue);
    assert!(letter.text.contains("22 February 2030"), "{}", letter.text);
    let page = visitor.get(&public).await.is(200);
    assert!(
        page.text()
            .contains("Its renewal is due. Since 24 November 2029.")
    );
    assert!(page.body.contains("CertificationActive"));
    let own = portal.member("Ani").await;
    let page = own.get(format!("/home/organizations/{number}")).await;
    assert!(page.is(200).text().contains("lapses on 22 February 2030"));

    // Lapsed ninety days later, and in force no more.
    assert_eq!(after_days(&portal, 89).await, Kept::default());
    assert_eq!(after_days(&portal, 1).await, fell);
    assert_eq!(portal.letter().await.kind, LetterKind::RegistrationLapsed);
    let page = visitor.get(&public).await.is(200);
    assert!(page.text().contains("not in force") || page.text().contains("not renewed in time"));
    assert!(page.body.contains("CertificationInactive"));

    // Nobody gets notice unless a chair has seen them.
    assert_eq!(after_days(&portal, 60).await, Kept::default());
    assert_eq!(stands(&portal, number).await, Standing::Lapsed);
    let board = portal.coordinator().await;
    let text = board.get("/desk/standing").await.is(200).text();
    assert!(text.contains("give notice to 1 organization."), "{text}");
    let page = board.get("/desk/standing/notice").await.is(200);
    assert!(page.text().contains("Haus Armenien"));
    assert!(!page.has("main form[method=post]"));
    board
        .post("/desk/standing/notice/approval", &[])
        .await
        .is(403);
    let chair = portal.chair().await;
    let page = chair.get("/desk/standing/notice").await.is(200);
    let done = page.submit(&[]).await.is(303);
    let page = done.follow().await.is(200);
    assert!(page.text().contains("No organization is on this list"));
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::NoticeGiven);
    assert!(letter.text.contains("22 June 2030"), "{}", letter.text);
    let page = visitor.get(&public).await.is(200);
    assert!(page.text().contains("22 June 2030"));

    // The last day of the notice is the organization's.
    portal.wait(TimeDelta::days(60));
    let chair = portal.chair().await;
    let text = chair.get("/desk/standing").await.is(200).text();
    assert!(
        text.contains("No organization would be struck off."),
        "{text}"
    );
    portal.wait(TimeDelta::days(1));
    assert_eq!(keep(&portal).await, Kept::default());
    let chair = portal.chair().await;
    let page = chair.get("/desk/standing/struck_off").await.is(200);
    page.submit(&[]).await.is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::StruckOff);
    let page = visitor.get(&public).await.is(200);
    assert!(page.text().contains("struck off. Since 23 June 2030."));

    // And back.
    let path = format!("/desk/organizations/{number}/standing/revival");
    let page = chair.get(&path).await.is(200);
    let fields = [("reason", "It has a new board."), ("reach", "public")];
    let page = page.submit(&fields).await.is(200);
    assert!(
        page.text().contains("valid until 23 June 2033"),
        "{}",
        page.text()
    );
    assert!(page.text().contains("1 owner gets a letter"));
    assert_eq!(stands(&portal, number).await, Standing::StruckOff);
    page.submit(&[("confirmed", "yes")]).await.is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::Revived);
    let page = visitor.get(&public).await.is(200);
    assert!(page.text().contains("It has a new board."));
    assert!(page.text().contains("Registered until 23 June 2033"));

    // Every change is there with what caused it.
    let page = chair
        .get(format!("/desk/organizations/{number}/standing"))
        .await
        .is(200);
    assert_eq!(
        page.select(".app-timeline__title"),
        [
            "Revived, in good standing",
            "Struck off",
            "Notice of striking off",
            "Lapsed",
            "Renewal due"
        ]
    );
    assert!(page.text().contains("Its day had come"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_renewal_stops_the_ladder_at_any_rung_and_loses_no_day(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    for rung in [Standing::Due, Standing::Lapsed, Standing::Notice] {
        let number = registered(&portal, None, "Haus").await;
        let registered_until = portal.now().date_naive() + chrono::Months::new(36);
        // Longer than `down_to` counts, where no leap day lies between.
        portal.wait(TimeDelta::days(
            (registered_until - portal.now().date_naive()).num_days() - TERM,
        ));
        down_to(&portal, number, rung).await;
        let seen = found(&portal, number).await;
        let mut tx = portal.tx().await;
        let today = portal.now().date_naive();
        let until = standing::renewed_until(&mut tx, &seen, today)
            .await
            .unwrap();
        assert_eq!(until, today + chrono::Months::new(36), "late: from today");
        let board = portal.coordinator().await.actor().await;
        standing::renew(&mut tx, &board, seen.id, until)
            .await
            .unwrap();
        drop(tx.commit().await.unwrap());
        let now = found(&portal, number).await;
        assert_eq!(
            (now.standing, now.standing_until),
            (Standing::Good, None),
            "{rung}"
        );
        // Renewed again before the end: what is left is added to.
        let mut tx = portal.tx().await;
        let again = standing::renewed_until(&mut tx, &now, today).await.unwrap();
        assert_eq!(again, until + chrono::Months::new(36));
        standing::renew(&mut tx, &board, now.id, again)
            .await
            .unwrap();
        drop(tx.commit().await.unwrap());
    }
    let number = registered(&portal, None, "Gone").await;
    let seen = found(&portal, number).await;
    let chair = portal.chair().await.actor().await;
    let mut tx = portal.tx().await;
    let can = concord::organization::policy::change_standing(&chair, &seen, None).unwrap();
    let why = crate::cases::prose("It dissolved.");
    standing::change(&mut tx, can, Standing::StruckOff, None, &why)
        .await
        .unwrap();
    let renewed = standing::renew(&mut tx, &chair, seen.id, day("2040-01-01")).await;
    assert!(matches!(renewed, Err(concord::Error::Overtaken)));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_falls_while_the_board_looks_at_their_renewal(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let number = registered(&portal, Some(&ani), "Haus").await;
    let seen = found(&portal, number).await;
    let case = crate::cases::submitted(&portal, &ani, "Haus", "FR").await;
    // At run time: only the kind and the stage of the case count here. The way there is in `renewals`.
    sqlx::query("update cases set kind = 'renewal', organization_id = $1 where id = $2")
        .bind(seen.id)
        .bind(case)
        .execute(portal.db_pool())
        .await
        .unwrap();
    let kept = after_days(&portal, TERM + 100).await;
    assert_eq!((kept.advanced, kept.reminded), (0, 0));
    let page = portal.chair().await.get("/desk/standing/held").await;
    assert!(page.is(200).text().contains("Waits for the board’s answer"));
    sqlx::query("update cases set stage = 'withdrawn', waits_on = null, waits_since = null, waits_until = null where id = $1")
        .bind(case)
        .execute(portal.db_pool())
        .await
        .unwrap();
    assert_eq!(keep(&portal).await.advanced, 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_delay_holds_a_step_until_the_end_of_its_day(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let number = registered(&portal, Some(&ani), "Haus").await;
    down_to(&portal, number, Standing::Lapsed).await;
    portal.wait(TimeDelta::days(60));
    let path = format!("/desk/organizations/{number}/standing/delay");
    portal.coordinator().await.get(&path).await.is(403);
    portal.member("Stranger").await.get(&path).await.is(404);
    let chair = portal.chair().await;
    let page = chair.get(&path).await.is(200);
    let wrong = page.submit(&[
        ("until-day", "31"),
        ("until-month", "2"),
        ("until-year", "2030"),
    ]);
    assert_eq!(wrong.await.is(422).wrong_fields(), ["until", "reason"]);
    let until = portal.now().date_naive() + TimeDelta::days(10);
    let parts = until.format("%d/%m/%Y").to_string();
    let parts: Vec<&str> = parts.split('/').collect();
    let fields = [
        ("until-day", parts[0]),
        ("until-month", parts[1]),
        ("until-year", parts[2]),
        ("reason", "Their treasurer is ill."),
    ];
    page.submit(&fields).await.is(303);
    let text = chair.get("/desk/standing/notice").await.is(200).text();
    assert!(text.contains("No organization is on this list"));
    let text = chair.get("/desk/standing/held").await.is(200).text();
    assert!(
        text.contains("Haus") && text.contains("delayed until"),
        "{text}"
    );
    // The row that was on the list before does not go through any more.
    let row = format!(
        "{}_{}",
        found(&portal, number).await.id,
        found(&portal, number).await.revision
    );
    let page = chair
        .post("/desk/standing/notice/approval", &[("row", &row)])
        .await
        .is(303);
    assert!(page.follow().await.body.contains("Nothing was done"));
    portal.wait(TimeDelta::days(10));
    let text = portal
        .chair()
        .await
        .get("/desk/standing")
        .await
        .is(200)
        .text();
    assert!(text.contains("No organization would be given notice."));
    portal.wait(TimeDelta::days(1));
    let text = portal
        .chair()
        .await
        .get("/desk/standing")
        .await
        .is(200)
        .text();
    assert!(text.contains("give notice to 1 organization."));

    // A delay can be ended before.
    let chair = portal.chair().await;
    let page = chair.get(&path).await.is(200);
    let until = portal.now().date_naive() + TimeDelta::days(40);
    let parts = until.format("%d/%m/%Y").to_string();
    let parts: Vec<&str> = parts.split('/').collect();
    let fields = [
        ("until-day", parts[0]),
        ("until-month", parts[1]),
        ("until-year", parts[2]),
        ("reason", "Once more."),
    ];
    let page = page.submit(&fields).await.is(303).follow().await.is(200);
    page.submit_to(&format!("{path}/ending"), &[]).await.is(303);
    let text = chair.get("/desk/standing").await.is(200).text();
    assert!(text.contains("give notice to 1 organization."));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_approval_takes_what_was_ticked_and_has_not_changed(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let chair = portal.chair().await;
    let own = registered(&portal, Some(&chair), "The chair's own").await;
    let mut others = Vec::new();
    for name in ["Ticked", "Not ticked", "Renewed"] {
        others.push(registered(&portal, None, name).await);
    }
    for days in [TERM, 90, 60] {
        after_days(&portal, days).await;
    }
    let chair = portal.chair().await;
    let page = chair.get("/desk/standing/notice").await.is(200);
    let boxes = page.attributes("main input[name=row]", "value");
    assert_eq!(boxes.len(), 3, "not the chair's own");
    assert!(page.text().contains("Your own organization"));
    let none = page.submit(&[("row", "")]).await.is(422);
    assert_eq!(none.wrong_fields(), ["row"]);

    // One is renewed while the chair looks; a second chair decides on the first one's own.
    let renewed = found(&portal, others[2]).await;
    let mut tx = portal.tx().await;
    let by = portal.coordinator().await.actor().await;
    standing::renew(&mut tx, &by, renewed.id, day("2040-01-01"))
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    let ticked = found(&portal, others[0]).await.id.to_string();
    let own_id = found(&portal, own).await;
    let own_row = format!("{}_{}", own_id.id, own_id.revision);
    let stale = boxes
        .iter()
        .find(|it| it.starts_with(&renewed.id.to_string()))
        .unwrap();
    let first = boxes.iter().find(|it| it.starts_with(&ticked)).unwrap();
    let key = page.form_key();
    let sent = [
        ("idempotency_key", key.as_str()),
        ("row", first),
        ("row", stale),
        ("row", &own_row),
    ];
    let done = chair
        .post("/desk/standing/notice/approval", &sent)
        .await
        .is(303);
    assert!(done.follow().await.body.contains("or are your own"));
    assert_eq!(stands(&portal, others[0]).await, Standing::Notice);
    assert_eq!(stands(&portal, others[1]).await, Standing::Lapsed);
    assert_eq!(stands(&portal, others[2]).await, Standing::Good);
    assert_eq!(stands(&portal, own).await, Standing::Lapsed);
    // Sent twice, it is one act.
    chair
        .post("/desk/standing/notice/approval", &sent)
        .await
        .is(303);
    let second = portal.person("Second chair", Role::Chair).await;
    let page = second.get("/desk/standing/notice").await.is(200);
    page.submit(&[]).await.is(303);
    assert_eq!(stands(&portal, own).await, Standing::Notice);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn of_two_who_delay_at_once_the_second_is_told(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let number = registered(&portal, None, "Haus").await;
    let path = format!("/desk/organizations/{number}/standing/delay");
    let (chair, admin) = (portal.chair().await, portal.admin().await);
    let (first, second) = (chair.get(&path).await, admin.get(&path).await);
    let fields = |day| {
        [
            ("until-day", day),
            ("until-month", "1"),
            ("until-year", "2027"),
            ("reason", "They are on a journey."),
        ]
    };
    let (one, two) = (fields("10"), fields("20"));
    let (first, second) = tokio::join!(first.submit(&one), second.submit(&two));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let late = if first.status == 409 { first } else { second };
    assert!(late.text().contains("delayed until"));
    assert_eq!(late.value("reason"), "They are on a journey.");
    // Having seen the other's day, one may choose another.
    late.submit(&[("until-day", "30")]).await.is(303);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_long_list_is_approved_page_by_page(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    for n in 0..103 {
        registered(&portal, None, &format!("Haus {n}")).await;
    }
    for days in [TERM, 90, 60] {
        after_days(&portal, days).await;
    }
    let chair = portal.chair().await;
    let first = chair.get("/desk/standing/notice").await.is(200);
    assert_eq!(first.select("main tbody tr").len(), 100);
    let next = first.attribute("main a[rel=next]", "href");
    let second = chair.get(&next).await.is(200);
    assert_eq!(second.select("main tbody tr").len(), 3);
    assert!(!second.has("main a[rel=next]"));
    let rows = |page: &crate::portal::Page| page.attributes("main input[name=row]", "value");
    assert!(rows(&second).iter().all(|row| !rows(&first).contains(row)));
    let text = chair.get("/desk/standing").await.is(200).text();
    assert!(text.contains("give notice to 103 organizations."), "{text}");
    first.submit(&[]).await.is(303);
    let text = chair.get("/desk/standing").await.is(200).text();
    assert!(text.contains("give notice to 3 organizations."), "{text}");
    // The page behind the first is still where it was.
    let second = chair.get(&next).await.is(200);
    assert_eq!(second.select("main tbody tr").len(), 3);
    second.submit(&[]).await.is(303);
    let text = chair.get("/desk/standing").await.is(200).text();
    assert!(text.contains("No organization would be given notice."));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_planner_looks_into_the_questions_of_the_ladder(pool: PgPool) {
    for question in [
        "standing_falls(l.registered_until, l.falls_on, l.renewing, current_date)",
        "standing_held(l.registered_until, l.planned_on, l.falls_on, l.renewing, current_date)",
    ] {
        let query = format!("explain select count(*) from standing_ladder l where {question}");
        let plan: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(query))
            .fetch_all(&pool)
            .await
            .unwrap();
        let plan = plan.join("\n");
        assert!(
            !plan.contains("standing_falls(") && !plan.contains("standing_held("),
            "{plan}"
        );
        assert!(plan.contains("registered_until <= CURRENT_DATE"), "{plan}");
    }
}
