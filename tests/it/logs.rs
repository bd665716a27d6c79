//! The log knows that something was asked, and never what somebody typed.

use std::io;
use std::sync::{Arc, Mutex};

use sqlx::PgPool;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

use crate::portal::Portal;

/// What was written.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;
    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// Everything that this thread writes from now on, small things too.
fn listen() -> (Log, tracing::subscriber::DefaultGuard) {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        // Somebody who looks for a fault: `CONCORD_LOG=debug,concord=trace`.
        .with_env_filter(EnvFilter::new("debug,concord=trace"))
        .with_ansi(false)
        .with_writer(log.clone())
        .finish();
    (log, tracing::subscriber::set_default(subscriber))
}

const PERSON: &str = "gayane.sarkisyan@example.org";
const SECRET: &str = "a-lamp-that-nobody-lit";

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_somebody_types_into_forms_and_addresses_stays_out_of_the_log(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (log, _guard) = listen();
    let visitor = portal.visitor().expecting_faults();
    let member = portal.member("Gayane Sarkisyan").await;
    let fields = [
        ("email", PERSON),
        ("name", "Gayane Sarkisyan"),
        ("password", SECRET),
        ("back", "/?q=gayane.sarkisyan"),
        ("q", "gayane.sarkisyan"),
    ];
    for path in [
        "/sign-up",
        "/sign-in",
        "/password-reset",
        "/language",
        "/registrations",
        "/no-such-page",
    ] {
        visitor.post(path, &fields).await;
        member.post(path, &fields).await;
        visitor
            .get(format!("{path}?email={PERSON}&q=gayane.sarkisyan"))
            .await;
        member.get(format!("{path}/{PERSON}")).await;
    }
    visitor.get(format!("/confirmation/{SECRET}")).await;
    visitor.get("/directory?q=gayane.sarkisyan").await;

    let log = log.text();
    assert!(
        log.contains("answered") && log.contains("/language"),
        "{log}"
    );
    for word in ["gayane", "sarkisyan", SECRET, &member.cookies()] {
        let line = log.lines().find(|line| line.to_lowercase().contains(word));
        assert_eq!(line, None, "{word}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_fault_of_the_database_is_told_without_its_values(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (log, _guard) = listen();
    // Whatever is written into a sign-up, PostgreSQL now repeats in its error.
    sqlx::query(
        "create function spill() returns trigger language plpgsql as $$
         begin raise exception 'failing row: gayane.sarkisyan' using errcode = '23514', detail = 'gayane.sarkisyan'; end $$",
    )
    .execute(&pool)
    .await
    .unwrap();
    for table in [
        "accounts",
        "account_tokens",
        "letters",
        "attempts",
        "history",
    ] {
        let make = format!(
            "create trigger spill before insert or update on {table} for each row execute function spill()"
        );
        sqlx::query(sqlx::AssertSqlSafe(make))
            .execute(&pool)
            .await
            .unwrap();
    }
    let visitor = portal.visitor().expecting_faults();
    let page = visitor
        .post(
            "/sign-up",
            &[
                ("name", "Gayane Sarkisyan"),
                ("email", PERSON),
                ("password", "seven lamps beside the river"),
            ],
        )
        .await
        .is(500);
    let incident = page.first("main code");
    let log = log.text();
    let ours: Vec<_> = log
        .lines()
        .filter(|line| line.contains("concord"))
        .collect();
    assert!(
        ours.iter().any(|line| line.contains(&incident)),
        "{ours:#?}"
    );
    for line in ours {
        assert!(!line.to_lowercase().contains("sarkisyan"), "{line}");
    }
}
