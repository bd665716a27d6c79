//! Merging through the pages: what it says first, what it does, who may, what stands in the way, and taking it back.

use concord::actor::Actor;
use concord::group::{self, Entry};
use concord::initiative::WantSide;
use concord::notice::LetterKind;
use concord::organization::{Name, Text};
use concord::values::{
    Country, GroupKind, GroupRole, InitiativeRole, LanguageTag, NameRole, Need, RegistryNumber,
    Standing, TeamRole, Wording,
};
use concord::{assignment, organization};
use sqlx::PgPool;

use super::{at, found, id_of, judged, merged, previewed, registered, side_by_side, undone};
use crate::cases::{line, particulars, prose};
use crate::coordination::joining;
use crate::initiatives::db_carried;
use crate::portal::{Browser, Portal};
use crate::workbench::initiative;

/// Both are in one group, the second in another too, and the second has a coordinator.
async fn coordinated(portal: &Portal, board: &Browser, pair: (RegistryNumber, RegistryNumber)) {
    let (one, other) = (id_of(portal, pair.0).await, id_of(portal, pair.1).await);
    let actor = board.actor().await;
    let can = group::policy::group(&actor).unwrap();
    let mut tx = portal.tx().await;
    for (name, members) in [
        ("Council of all", vec![one, other]),
        ("Choirs", vec![other]),
    ] {
        let names = vec![Wording {
            text: line(name),
            language: LanguageTag::parse("en").unwrap(),
        }];
        let today = portal.now().date_naive();
        let new = group::Said {
            host_countries: Country::from_code("DE").into_iter().collect(),
            ..group::Said::named(GroupKind::Council, names, today)
        };
        let id = group::create(&mut tx, &can, &new).await.unwrap();
        let entry = Entry::new(GroupRole::Member, None);
        for member in members {
            group::add(&mut tx, &can, id, member, &entry)
                .await
                .unwrap()
                .unwrap();
        }
    }
    let can = assignment::policy::assign(&actor).unwrap();
    assignment::assign(&mut tx, &can, other, board.account(), None)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn two_become_one_and_are_two_again(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, levon) = (portal.member("Ani").await, portal.member("Levon").await);
    let haus = registered(&portal, Some(&ani), "Haus der Armenier").await;
    let dom = registered(&portal, Some(&levon), "Дом Армении").await;
    let board = portal.coordinator().await;
    coordinated(&portal, &board, (haus, dom)).await;
    portal.letters().await;

    // From the page of the organization to both side by side.
    let page = board
        .get(format!("/desk/organizations/{haus}"))
        .await
        .is(200);
    let page = board.get(page.link("Duplicates and mergers")).await.is(200);
    assert!(page.text().contains("Дом Армении"), "{}", page.text());
    let page = board.get(side_by_side(haus, dom)).await.is(200);
    assert!(page.text().contains("Goes by its own name"));
    let wrong = page.submit(&[("keep-names", "neither")]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["keep-names", "reason"]);
    let page = wrong
        .submit(&[("keep-names", "own"), ("reason", "One club.")])
        .await
        .is(200);
    let text = page.text();
    for said in [
        "Nothing is done yet.",
        "Group: Choirs",
        "It ends, because the survivor has one already.",
        "Coordinator: Coordinator",
        &format!("Levon: goes on reading what was written under {dom}"),
        &format!("The team of {haus}: nothing of the cases"),
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert_eq!(found(&portal, dom).await.standing, Standing::Good);
    // Back to the answers, and on.
    let page = page.submit(&[("confirmed", "no")]).await.is(200);
    assert_eq!(page.value("reason"), "One club.");
    let page = page.submit(&[]).await.is(200);
    let done = page.submit(&[("confirmed", "yes")]).await.is(303);
    // A double click is one act.
    let again = page.submit(&[("confirmed", "yes")]).await.is(303);
    assert_eq!(done.location(), again.location());
    let letters = portal.letters().await;
    let kinds: Vec<_> = letters.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [LetterKind::OrganizationMerged]);

    let visitor = portal.visitor();
    let old = visitor.get(format!("/organizations/{dom}")).await.is(308);
    let page = old.follow().await.is(200);
    assert!(
        page.text()
            .contains(&format!("{dom} was merged into this organization."))
    );
    assert!(page.text().contains("Дом Армении") && page.text().contains("Choirs"));
    let api = visitor
        .get(format!("/api/v1/organizations/{dom}"))
        .await
        .is(308);
    assert_eq!(api.location(), format!("/api/v1/organizations/{haus}"));
    let page = visitor.get("/directory?q=Дом+Армении").await.is(200);
    assert!(page.body.contains(&format!("/organizations/{haus}")));
    assert!(!page.body.contains(&format!("/organizations/{dom}")));

    // Levon reads what was written, sees nothing of the other team, and changes nothing any more.
    let home = format!("/home/organizations/{dom}");
    let page = levon.get(&home).await.is(200);
    assert!(page.text().contains(&format!("gave way to {haus}")));
    levon
        .get(format!("/home/organizations/{haus}"))
        .await
        .is(404);
    levon.get(format!("{home}/particulars")).await.is(403);
    levon.post(format!("{home}/amendments"), &[]).await.is(403);
    let page = board
        .get(format!("/desk/organizations/{haus}"))
        .await
        .is(200);
    assert!(
        page.text()
            .contains(&format!("Papers and cases written under {dom}"))
    );

    let page = board.get(done.location()).await.is(200);
    let nothing = page.submit(&[("reason", " ")]).await.is(422);
    assert_eq!(nothing.wrong_fields(), ["reason"]);
    undone(&page).await;
    assert_eq!(portal.letter().await.kind, LetterKind::OrganizationRestored);
    let page = visitor.get(format!("/organizations/{dom}")).await.is(200);
    assert!(page.text().contains("Choirs"));
    let page = visitor.get(format!("/organizations/{haus}")).await.is(200);
    assert!(!page.text().contains("Choirs") && !page.text().contains("Дом Армении"));
    let page = board.get(done.location()).await.is(200);
    assert!(page.text().contains("They are two clubs.") && !page.has("main form"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_seat_that_only_the_other_had_bound_to_an_office_comes_along(pool: PgPool) {
    let portal = Portal::new(pool);
    let haus = registered(&portal, None, "Haus der Armenier").await;
    let dom = registered(&portal, None, "Дом Армении").await;
    let board = portal.coordinator().await;
    coordinated(&portal, &board, (haus, dom)).await;
    let (one, other) = (id_of(&portal, haus).await, id_of(&portal, dom).await);
    sqlx::query("update group_members set seat = 'president' where organization_id = $1")
        .bind(other.uuid())
        .execute(portal.db_pool())
        .await
        .unwrap();
    let seat = async || -> Option<String> {
        sqlx::query_scalar(
            "select m.seat from group_members m join group_names n on n.group_id = m.group_id
             where m.organization_id = $1 and m.until is null and n.text = 'Council of all'",
        )
        .bind(one.uuid())
        .fetch_one(portal.db_pool())
        .await
        .unwrap()
    };
    assert_eq!(seat().await, None);
    let said = "The survivor is from then on: Member · President.";
    let page = previewed(&board, (haus, dom), &[]).await;
    assert!(page.text().contains(said), "{}", page.text());
    let page = merged(&board, (haus, dom), &[]).await;
    assert_eq!(seat().await.as_deref(), Some("president"));
    undone(&page).await;
    assert_eq!(seat().await, None);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_place_in_the_other_team_is_given_by_name_and_never_more_than_somebody_was(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let levon = portal.member("Levon").await;
    let haus = registered(&portal, None, "Haus").await;
    let dom = registered(&portal, None, "Haus e. V.").await;
    let mut tx = portal.tx().await;
    let of = (id_of(&portal, dom).await, dom);
    let system = concord::actor::Actor::System;
    organization::team::join(&mut tx, &system, of, levon.account(), TeamRole::Editor)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    let board = portal.coordinator().await;
    let seat = format!("seat-{}", levon.account());
    let page = board.get(side_by_side(haus, dom)).await.is(200);
    assert!(page.text().contains("The survivor has no owner now."));
    let much = page
        .submit(&[(&seat, "owner"), ("reason", "One.")])
        .await
        .is(422);
    assert_eq!(much.wrong_fields(), [seat.as_str()]);
    merged(&board, (haus, dom), &[(&seat, "reader")]).await;
    let old = levon
        .get(format!("/home/organizations/{dom}/team"))
        .await
        .is(308);
    assert_eq!(old.location(), format!("/home/organizations/{haus}/team"));
    let page = levon
        .get(format!("/home/organizations/{haus}"))
        .await
        .is(200);
    assert!(page.text().contains("Reader"));
    let old = page.link(&format!("Papers and cases written under {dom}"));
    levon.get(old).await.is(200);
    let join = portal
        .member("Ani")
        .await
        .get(format!("/organizations/{dom}/join"))
        .await;
    assert_eq!(
        join.is(308).location(),
        format!("/organizations/{haus}/join")
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn who_has_no_right_on_both_sides_merges_nothing(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let board = portal.coordinator().await;
    let haus = registered(&portal, None, "Haus").await;
    let own = registered(&portal, Some(&board), "Own").await;
    let page = side_by_side(haus, own);
    for (who, status) in [
        (portal.member("Ani").await, 404),
        (portal.post_officer(&["FR"]).await, 404),
        (portal.post_officer(&["DE"]).await, 403),
        (portal.auditor().await, 403),
    ] {
        who.get(&page).await.is(status);
        let fields = [
            ("with", &*own.to_string()),
            ("reason", "x"),
            ("confirmed", "yes"),
        ];
        who.post(at(haus, "mergers"), &fields).await.is(status);
        judged(&who, (haus, own), "different").await.is(status);
    }
    // Nobody decides on their own organization, on whichever side.
    board.get(&page).await.is(403);
    board.get(side_by_side(own, haus)).await.is(403);
    portal.chair().await.get(&page).await.is(200);
    portal.admin().await.get(&page).await.is(200);
    assert_eq!(found(&portal, own).await.standing, Standing::Good);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_the_survivor_becomes_and_says_is_told_before(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let haus = registered(&portal, None, "Haus").await;
    let dom = registered(&portal, None, "Dom").await;
    let id = initiative(&portal, "School", "DE", (WantSide::Need, Need::Money)).await;
    let mut tx = portal.tx().await;
    for (number, text, role) in [
        (haus, "We sing.", InitiativeRole::Supporter),
        (dom, "They sing.", InitiativeRole::Lead),
    ] {
        let seen = found(&portal, number).await;
        db_carried(&mut tx, id, seen.id, role).await;
        let mut said = particulars(seen.name.as_str(), "DE");
        said.about = vec![Text {
            language: LanguageTag::parse("en").unwrap(),
            text: prose(text),
        }];
        organization::update(&mut tx, &Actor::System, &seen, &said)
            .await
            .unwrap();
    }
    drop(tx.commit().await.unwrap());
    let board = portal.coordinator().await;
    let choirs = joining::group(&board, "Choirs", "consent").await;
    joining::add(&board, &choirs, dom, &[]).await.is(303);
    let page = board.get(side_by_side(haus, dom)).await.is(200);
    let words = "Both; where both have a text in one language, its own";
    assert!(page.text().contains(words), "{}", page.text());
    let page = page
        .submit(&[("keep-about", "both"), ("reason", "One club.")])
        .await
        .is(200);
    for said in [
        "The survivor is from then on: Lead",
        "1 invitation to a group or an initiative that waits for an answer",
    ] {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
    page.submit(&[("confirmed", "yes")]).await.is(303);
    let visitor = portal.visitor();
    let page = visitor.get(format!("/organizations/{haus}")).await.is(200);
    assert!(page.text().contains("We sing.") && !page.text().contains("They sing."));
    let roles: Vec<String> =
        sqlx::query_scalar("select role from initiative_partners where until is null")
            .fetch_all(portal.db_pool())
            .await
            .unwrap();
    assert_eq!(roles, ["lead"]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_stands_in_the_way_is_said_and_nothing_is_done(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let haus = registered(&portal, None, "Haus").await;
    let dom = registered(&portal, Some(&ani), "Dom").await;
    let board = portal.coordinator().await;
    let told = async |one, other| {
        let page = board.get(side_by_side(one, other)).await.is(409);
        page.first("main .govuk-notification-banner")
    };
    assert!(told(haus, haus).await.contains("one and the same record"));
    let mut tx = portal.tx().await;
    let said = particulars("Maison", "FR");
    let system = concord::actor::Actor::System;
    let (_, maison) = organization::register(&mut tx, &system, &said, None)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    assert!(
        told(haus, maison)
            .await
            .contains("different host countries")
    );
    // A claim about the other waits for the board.
    let claimed = registered(&portal, None, "Claimed").await;
    let claim = format!("/organizations/{claimed}/claim");
    let claim = crate::claims::begin(&ani, &claim, "I am its chair.").await;
    crate::claims::send(&ani, claim).await;
    assert!(told(haus, claimed).await.contains("A case is open"));
    // Nobody is the worse for what nobody can read.
    for with in ["", "CR-0000099-9", "haus", "%00"] {
        board
            .get(at(haus, &format!("mergers/new?with={with}")))
            .await
            .is(422);
    }
    board
        .post(at(haus, "mergers"), &[("with", "haus")])
        .await
        .is(404);
    judged(&board, (haus, dom), "one").await.is(404);

    // Changed while the page was open: said, and the answers are still there.
    let page = previewed(&board, (haus, dom), &[]).await;
    let mut tx = portal.tx().await;
    let seen = found(&portal, dom).await;
    let mut said = particulars("Dom", "DE");
    said.names
        .push(Name::new(line("Dom 2"), None, NameRole::Other));
    organization::update(&mut tx, &system, &seen, &said)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    let page = page.submit(&[("confirmed", "yes")]).await.is(409);
    assert!(page.text().contains("was changed while you were here"));
    assert_eq!(page.value("reason"), "They are one club.");
    let page = page.submit(&[]).await.is(200);
    page.submit(&[("confirmed", "yes")]).await.is(303);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn of_two_at_once_one_lands_and_the_other_is_told(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let haus = registered(&portal, None, "Haus").await;
    let dom = registered(&portal, None, "Dom").await;
    let (one, two) = (portal.coordinator().await, portal.chair().await);
    // Crosswise: each would let the other's survivor give way.
    let first = previewed(&one, (haus, dom), &[]).await;
    let second = previewed(&two, (dom, haus), &[]).await;
    let yes = [("confirmed", "yes")];
    let (a, b) = tokio::join!(first.submit(&yes), second.submit(&yes));
    let mut statuses = [a.status.as_u16(), b.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let late = if a.status == 409 { a } else { b };
    assert!(late.text().contains("has given way to"), "{}", late.text());
    let (haus, dom) = (found(&portal, haus).await, found(&portal, dom).await);
    assert!(haus.merged_into.is_some() != dom.merged_into.is_some());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_old_number_leads_to_the_end_of_the_chain(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let a = registered(&portal, None, "Alpha").await;
    let b = registered(&portal, None, "Beta").await;
    let c = registered(&portal, None, "Gamma").await;
    let board = portal.coordinator().await;
    let first = merged(&board, (b, a), &[]).await;
    let second = merged(&board, (c, b), &[]).await;
    let visitor = portal.visitor();
    for old in [a, b] {
        let page = visitor.get(format!("/organizations/{old}")).await.is(308);
        assert!(page.location().starts_with(&format!("/organizations/{c}")));
    }
    // The first cannot be taken back before the second.
    let page = board
        .get(first.asked.split(' ').nth(1).unwrap())
        .await
        .is(200);
    assert!(
        page.text().contains("was merged again since"),
        "{}",
        page.text()
    );
    assert!(!page.has("main form"));
    undone(&second).await;
    let page = visitor.get(format!("/organizations/{a}")).await.is(308);
    assert!(page.location().starts_with(&format!("/organizations/{b}")));
    let page = board
        .get(first.asked.split(' ').nth(1).unwrap())
        .await
        .is(200);
    undone(&page).await;
    visitor.get(format!("/organizations/{a}")).await.is(200);

    // A circle, which only a database from elsewhere can hold, leads nowhere and ends.
    sqlx::query(
        "update organizations o set standing = 'merged',
            merged_into = (select id from organizations m where m.id <> o.id and m.number = any($1))
         where number = any($1)",
    )
    .bind([a.to_string(), b.to_string()])
    .execute(&pool)
    .await
    .unwrap();
    visitor.get(format!("/organizations/{a}")).await.is(200);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_was_changed_since_stands_in_the_way_of_taking_back(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let haus = registered(&portal, None, "Haus").await;
    let dom = registered(&portal, None, "Dom").await;
    let board = portal.coordinator().await;
    coordinated(&portal, &board, (haus, dom)).await;
    let page = merged(&board, (haus, dom), &[]).await;
    // The group that came along is left.
    let seats = {
        let mut read = portal.db().read().await.unwrap();
        let id = found(&portal, haus).await.id;
        group::of_organization(&mut read, id).await.unwrap()
    };
    let can = group::policy::group(&board.actor().await).unwrap();
    let mut tx = portal.tx().await;
    for seat in seats {
        group::remove(&mut tx, &can, seat.id).await.unwrap();
    }
    drop(tx.commit().await.unwrap());
    let late = page.submit(&[("reason", "Two.")]).await.is(409);
    assert!(
        late.text()
            .contains("Places in groups that went over were changed since.")
    );
    assert_eq!(found(&portal, dom).await.standing, Standing::Merged);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn who_was_called_different_is_not_asked_about_again(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let haus = registered(&portal, None, "Haus der Armenier").await;
    let same = registered(&portal, None, "Haus der Armenier e. V.").await;
    let twin = registered(&portal, None, "Дом армян").await;
    let board = portal.coordinator().await;
    let likely = async |number| {
        let page = board.get(at(number, "mergers")).await.is(200);
        page.select("main .govuk-list--spaced bdi.app-code")
    };
    let of = likely(haus).await;
    assert!(
        of.contains(&same.to_string()) && of.contains(&twin.to_string()),
        "{of:?}"
    );
    judged(&board, (haus, twin), "different").await.is(303);
    assert_eq!(likely(haus).await, [same.to_string()]);
    let of = likely(twin).await;
    assert!(!of.contains(&haus.to_string()), "from either side");
    judged(&board, (haus, same), "unsure").await.is(303);
    assert_eq!(
        likely(haus).await,
        [same.to_string()],
        "who is unsure is shown"
    );
    // It holds for the one that it gives way to.
    merged(&board, (same, haus), &[]).await;
    assert_eq!(likely(same).await, Vec::<String>::new());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn who_looks_for_an_old_number_finds_the_survivor_everywhere(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (survivor, other) = (
        registered(&portal, None, "Haus").await,
        registered(&portal, None, "Dom").await,
    );
    registered(&portal, None, "Tun").await;
    merged(&portal.coordinator().await, (survivor, other), &[]).await;
    let visitor = portal.visitor();
    let survivor = survivor.to_string();
    for path in [
        format!("/api/v1/organizations?q={other}"),
        format!("/directory/suggestions?q={other}"),
        format!("/api/reconcile/suggest/entity?prefix={other}"),
    ] {
        let page = visitor.get(&path).await.is(200);
        assert!(page.body.contains(&survivor), "{path}: {}", page.body);
        assert!(!page.body.contains("Tun"), "{path}: {}", page.body);
    }
}
