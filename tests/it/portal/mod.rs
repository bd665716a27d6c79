//! The portal as its users meet it: the real router on a real database, under a clock that the test holds.
//!
//! ```ignore
//! #[sqlx::test(migrator = "concord::db::MIGRATOR")]
//! async fn a_draft_is_kept_as_it_was_typed(pool: PgPool) {
//!     let portal = Portal::new(pool);
//!     let ani = portal.member("Ani").await;
//!     let page = ani.get("/registrations/new").await.is(200);
//!     let page = page.submit(&[("city", "Yerevan")]).await.is(303).follow().await.is(200);
//!     assert_eq!(page.value("city"), "Yerevan");
//! }
//! ```
//!
//! Three things are checked without being asked for. Each page that comes by is sound: one heading, labels, no inline
//! script, links of the error summary that lead somewhere ([`sound`]). No answer is a fault of ours (500), unless the
//! test says [`Browser::expecting_faults`]. And no letter is left unread: whoever causes one looks at it with
//! [`Portal::letters`], or says [`Portal::ignore_letters`].

mod browser;
mod form;
mod letters;
mod page;
mod people;
mod sound;

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use chrono::{DateTime, TimeDelta, Utc};
use concord::config::WebConfig;
use concord::db::{Clock, Db, Tx};
use concord::document::Storage;
use concord::vault::Vault;
use concord::web::{self, App};
use sqlx::PgPool;

pub use browser::{Browser, File};
pub use letters::Letter;
pub use page::Page;
pub use people::PASSWORD;
pub use sound::faults_of;

/// Where people reach it.
pub const URL: &str = "http://127.0.0.1:8080";

/// A portal with nobody in it yet.
pub struct Portal {
    pool: PgPool,
    db: Db,
    router: Router,
    url: String,
    /// Where documents lie; gone when the portal is.
    home: tempfile::TempDir,
    people: Mutex<HashMap<String, people::Known>>,
    read: Arc<Mutex<letters::Read>>,
    ignores_letters: AtomicBool,
}

impl Portal {
    /// A portal at ten in the morning of 24 November 2026.
    pub fn new(pool: PgPool) -> Self {
        Self::at(pool, WebConfig::at(URL))
    }

    /// The same, configured otherwise.
    pub fn at(pool: PgPool, mut config: WebConfig) -> Self {
        tell_faults();
        let keys = Vault::fresh_keys().expect("random bytes");
        let vault = Vault::parse(&keys).expect("keys of our own making");
        let clock = Clock::fixed("2026-11-24T10:00:00Z".parse().expect("a time"));
        let db = Db::new(pool.clone(), clock, vault);
        let url = config.url.clone();
        let home = tempfile::tempdir().expect("a folder");
        config.home = home.path().to_owned();
        let documents = Storage::open(None, home.path()).expect("a place for documents");
        Self {
            router: web::router(App::new(db.clone(), documents, config)),
            home,
            pool,
            db,
            url,
            people: Mutex::default(),
            read: Arc::default(),
            ignores_letters: AtomicBool::new(false),
        }
    }

    /// What it stands on, for arranging through the domain's own verbs.
    pub const fn db(&self) -> &Db {
        &self.db
    }

    /// A transaction for arranging; `.commit().await` it.
    pub async fn tx(&self) -> Tx {
        self.db.begin().await.expect("a transaction")
    }

    /// The pool, for helpers that bypass the domain (`db_…`) and for looking at rows.
    pub const fn db_pool(&self) -> &PgPool {
        &self.pool
    }

    /// The router, for tests that need a listener of their own.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// The clock, which stands until it is set.
    pub const fn clock(&self) -> &Clock {
        self.db.clock()
    }

    /// Where documents lie.
    pub fn documents(&self) -> Storage {
        Storage::open(None, self.home.path()).expect("a place for documents")
    }

    /// The folder for everything that is not in the database.
    pub fn home(&self) -> &std::path::Path {
        self.home.path()
    }

    /// What the clock says.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock().now()
    }

    /// Lets time pass.
    pub fn wait(&self, time: TimeDelta) {
        self.clock().set(self.now() + time);
    }

    /// Letters are not what this test is about.
    pub fn ignore_letters(&self) {
        self.ignores_letters.store(true, Ordering::Relaxed);
    }
}

impl Drop for Portal {
    /// Dropping cannot wait for a connection of the pool, whose runtime stands still meanwhile: another thread asks over a
    /// connection of its own.
    fn drop(&mut self) {
        if std::thread::panicking() || self.ignores_letters.load(Ordering::Relaxed) {
            return;
        }
        let unread = letters::unread(&self.pool, &self.read);
        assert!(
            unread.is_empty(),
            "letters that nobody looked at: {unread:?}; read them with portal.letters().await"
        );
    }
}

/// What the portal writes of its own faults is shown when a test fails.
fn tell_faults() {
    // Only the first test of a process sets it.
    let _ = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::ERROR)
        .with_test_writer()
        .try_init();
}
