//! Whatever is done to the list, by any number of steps: two levels, and every record finds what it said.

use super::*;

/// Numbers that look like chance, the same in every run (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % most as u64).unwrap()
    }
}

/// Every record says areas of the list alone, none of them merged; and what it said before is found by it still.
async fn holds(pool: &PgPool, first: &[(String, Vec<String>)], tree: &Tree) {
    let levels: i64 = sqlx::query_scalar(
        "select count(*) from areas a join areas b on b.code = a.parent where b.parent is not null or b.merged_into is not null",
    )
    .fetch_one(pool)
    .await
    .unwrap();
    assert_eq!(levels, 0, "a third level");
    let areas = Areas::now();
    for ((number, now), (_, then)) in said(pool).await.iter().zip(first) {
        assert!(!now.is_empty(), "{number} says nothing any more");
        for code in now {
            let kept = tree.find(area_of(code)).expect("an area of the list");
            assert!(kept.merged_into.is_none(), "{number} says {code}");
        }
        for code in then {
            let became = areas.find(code).expect("an old code");
            assert!(now.contains(&became.to_string()), "{number} said {code}");
            let under = areas.under(areas.top_of(became));
            assert!(under.contains(&became) && under.contains(&area_of(code)));
        }
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn no_series_of_changes_makes_a_third_level_or_loses_what_a_record_says(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let roster = ROSTER
        .replace(",culture | language,", ",music | theatre | sports | chess,")
        .replace(",culture,", ",arts | religion,")
        .replacen(",education,", ",festivals | worship | youth,", 1);
    arrange(&portal, &roster).await;
    let first = said(&pool).await;
    let actor = portal.admin().await.actor().await;
    let granted = policy::keep(&actor).unwrap();
    let mut dice = Dice(7);
    let (mut done, mut refused) = (0, 0);
    for step in 0..160 {
        let mut tx = portal.tx().await;
        let tree = area::tree(&mut tx).await.unwrap();
        let living: Vec<_> = tree
            .tops()
            .flat_map(|top| std::iter::once(top).chain(tree.children(top.area)))
            .cloned()
            .collect();
        let any = |dice: &mut Dice| living[dice.below(living.len())].clone();
        let (one, other) = (any(&mut dice), any(&mut dice));
        let outcome: Result<(), Refusal> = match dice.below(6) {
            0 => {
                let names = InEveryLanguage {
                    en: format!("Step {step}"),
                    ru: format!("Шаг {step}"),
                    ar: format!("خطوة {step}"),
                };
                let parent = (dice.below(10) < 6).then_some(other.area);
                let added = area::add(&mut tx, &granted, None, &Terms { names, parent }).await;
                added.unwrap().map(drop)
            }
            1 => {
                let names = one.names.clone();
                let parent = (dice.below(10) < 7).then_some(other.area);
                area::write(&mut tx, &granted, &one, &Terms { names, parent })
                    .await
                    .unwrap()
            }
            2 => area::retire(&mut tx, &granted, &one).await.unwrap(),
            3 => area::bring_back(&mut tx, &granted, &one).await.unwrap(),
            4 => {
                let way = [area::Way::Up, area::Way::Down][dice.below(2)];
                area::place(&mut tx, &granted, &one, way).await.unwrap();
                Ok(())
            }
            _ => {
                let merged = area::merge(&mut tx, &granted, &one, other.area).await;
                merged.unwrap().map(drop)
            }
        };
        match outcome {
            Ok(()) => {
                let _ = tx.commit().await.unwrap();
                done += 1;
            }
            Err(_) => refused += 1,
        }
        let mut read = portal.db().read().await.unwrap();
        let tree = area::tree(&mut read).await.unwrap();
        holds(&pool, &first, &tree).await;
    }
    assert!(done > 60 && refused > 10, "{done} done, {refused} refused");
    let merged: i64 =
        sqlx::query_scalar("select count(*) from areas where merged_into is not null")
            .fetch_one(&pool)
            .await
            .unwrap();
    assert!(merged > 8, "{merged}");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_database_itself_refuses_a_third_level_and_what_is_not_on_the_list(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    arrange(&portal, ROSTER).await;
    for statement in [
        "update areas set parent = 'music' where code = 'dance'",
        "update areas set parent = 'culture' where code = 'arts'",
        "update areas set parent = 'arts' where code = 'arts'",
        "insert into areas (code, parent, position) values ('new', 'music', 1)",
        "insert into areas (code, position) values ('Not a code', 1)",
        "insert into area_names values ('dance', 'en', 'MUSIC') on conflict (area_code, language) do update set text = 'MUSIC'",
        "update organizations set areas = '{piracy}'",
        "delete from areas where code = 'arts'",
    ] {
        assert!(
            sqlx::query(statement).execute(&pool).await.is_err(),
            "{statement}"
        );
    }
    // A change behind the server's back is known to the next request.
    sqlx::query(
        "update area_names set text = 'Kultura' where area_code = 'culture' and language = 'en'",
    )
    .execute(&pool)
    .await
    .unwrap();
    let page = portal
        .visitor()
        .get("/organizations/CR-0000001-5")
        .await
        .is(200);
    assert!(page.text().contains("Kultura"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn every_name_of_the_first_list_is_read_back_as_its_area(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.db().read().await.unwrap();
    let areas = Areas::now();
    let (tops, own): (Vec<_>, Vec<_>) = areas.offered().into_iter().unzip();
    assert_eq!(tops.len(), 21);
    let parts: Vec<usize> = own.iter().map(Vec::len).collect();
    assert!(parts.iter().filter(|many| (4..=8).contains(*many)).count() >= 12);
    for term in areas.terms() {
        let names = &term.names;
        for text in [&names.en, &names.ru, &names.ar, &term.area.to_string()] {
            assert_eq!(areas.parse(text), Ok(term.area), "{text}");
        }
    }
}
