//! Nothing is lost and nothing is sent twice, wherever the worker is killed. Against a real server of a few lines.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::PgPool;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::sync::Notify;

use super::delivery::CLAIM;
use super::*;
use crate::db::{Clock, Db};
use crate::values::{Email, Lang};
use crate::vault::Vault;

/// Where the server stops and says nothing more, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stall {
    Never,
    Greeting,
    Hello,
    Sender,
    Recipient,
    Data,
    /// The letter is there whole, and the answer is not given.
    Answer,
}

/// What the server does and has.
#[derive(Clone)]
struct Server {
    url: String,
    inner: Arc<Inner>,
}

struct Inner {
    stall: Mutex<Stall>,
    stalled: Notify,
    go_on: Notify,
    /// What it answers to a recipient.
    recipient: Mutex<&'static str>,
    /// Letters that it took, each with its `250`.
    taken: Mutex<Vec<String>>,
}

impl Server {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let inner = Arc::new(Inner {
            stall: Mutex::new(Stall::Never),
            stalled: Notify::new(),
            go_on: Notify::new(),
            recipient: Mutex::new("250 ok"),
            taken: Mutex::new(Vec::new()),
        });
        let served = inner.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let inner = served.clone();
                tokio::spawn(async move {
                    // The client went away: that is what these tests are about.
                    let _ = inner.talk(stream).await;
                });
            }
        });
        Self { url, inner }
    }

    fn stall_at(&self, stall: Stall) {
        *self.inner.stall.lock().unwrap() = stall;
    }

    fn taken(&self) -> Vec<String> {
        self.inner.taken.lock().unwrap().clone()
    }

    /// How often each letter was taken, by its `Message-ID`.
    fn counts(&self) -> HashMap<String, usize> {
        let mut counts = HashMap::new();
        for letter in self.taken() {
            *counts.entry(header(&letter, "Message-ID")).or_insert(0) += 1;
        }
        counts
    }

    fn office(&self) -> PostOffice {
        let transport = Transport::smtp(&self.url.clone().into()).unwrap();
        PostOffice::new(
            transport,
            "Concord <concord@board.example>",
            "https://concord.example/",
        )
        .unwrap()
    }
}

impl Inner {
    async fn talk(&self, stream: tokio::net::TcpStream) -> std::io::Result<()> {
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        self.pass(Stall::Greeting).await;
        write.write_all(b"220 test\r\n").await?;
        while let Some(line) = lines.next_line().await? {
            let word = line
                .split([' ', ':'])
                .next()
                .unwrap_or_default()
                .to_ascii_uppercase();
            let answer = match word.as_str() {
                "EHLO" => {
                    self.pass(Stall::Hello).await;
                    "250-test\r\n250 8BITMIME"
                }
                "MAIL" => {
                    self.pass(Stall::Sender).await;
                    "250 ok"
                }
                "RCPT" => {
                    self.pass(Stall::Recipient).await;
                    *self.recipient.lock().unwrap()
                }
                "DATA" => {
                    self.pass(Stall::Data).await;
                    write.write_all(b"354 go on\r\n").await?;
                    let mut letter = String::new();
                    while let Some(line) = lines.next_line().await? {
                        if line == "." {
                            break;
                        }
                        letter.push_str(&line);
                        letter.push('\n');
                    }
                    self.pass(Stall::Answer).await;
                    self.taken.lock().unwrap().push(letter);
                    "250 taken"
                }
                "QUIT" => {
                    write.write_all(b"221 bye\r\n").await?;
                    return Ok(());
                }
                _ => "250 ok",
            };
            write.write_all(format!("{answer}\r\n").as_bytes()).await?;
        }
        Ok(())
    }

    /// Stops here, if it is where the server is to stop, until it is told to go on.
    async fn pass(&self, here: Stall) {
        if *self.stall.lock().unwrap() == here {
            self.stalled.notify_one();
            self.go_on.notified().await;
        }
    }
}

fn header(letter: &str, name: &str) -> String {
    let start = format!("{name}: ");
    letter
        .lines()
        .find_map(|line| line.strip_prefix(start.as_str()))
        .unwrap_or_default()
        .to_owned()
}

fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).unwrap()
}

/// A database with a clock that stands, and so many letters in the outbox.
async fn outbox(pool: PgPool, letters: usize) -> Db {
    let vault = Vault::parse(&Vault::fresh_keys().unwrap()).unwrap();
    let db = Db::new(pool, Clock::fixed(start()), vault);
    let mut tx = db.begin().await.unwrap();
    for n in 0..letters {
        let to = Recipient::Address {
            email: Email::parse(&format!("reader{n}@example.org")).unwrap(),
            lang: Lang::ALL[n % 3],
            account: None,
        };
        let token = format!("token-{n}");
        post(&mut tx, to, Letter::ResetPassword { token })
            .await
            .unwrap();
    }
    let _ = tx.commit().await.unwrap();
    db
}

fn later(db: &Db, by: TimeDelta) {
    db.clock().set(db.clock().now() + by);
}

async fn deliver_all(db: &Db, office: &PostOffice) {
    while deliver_one(db, office).await.unwrap() {}
}

async fn states(db: &Db) -> Vec<(LetterState, i32, Option<String>)> {
    let mut read = db.read().await.unwrap();
    sqlx::query!("select state, attempts, last_error from letters order by id")
        .fetch_all(&mut *read)
        .await
        .unwrap()
        .into_iter()
        .map(|row| (row.state, row.attempts, row.last_error))
        .collect()
}

#[sqlx::test(migrator = "crate::db::MIGRATOR")]
async fn letters_leave_once_each_in_their_languages(pool: PgPool) {
    let db = outbox(pool, 3).await;
    let server = Server::start().await;
    deliver_all(&db, &server.office()).await;
    let taken = server.taken();
    assert_eq!(taken.len(), 3);
    assert_eq!(server.counts().len(), 3);
    for (n, letter) in taken.iter().enumerate() {
        assert_eq!(header(letter, "To"), format!("reader{n}@example.org"));
        assert_eq!(header(letter, "Content-Language"), Lang::ALL[n % 3].code());
        assert!(header(letter, "Message-ID").ends_with("@board.example>"));
    }
    assert!(taken[0].contains("https://concord.example/password-reset/token-0"));
    for (state, attempts, error) in states(&db).await {
        assert_eq!((state, attempts, error), (LetterState::Sent, 1, None));
    }
    assert!(!deliver_one(&db, &server.office()).await.unwrap());
}

#[sqlx::test(migrator = "crate::db::MIGRATOR")]
async fn wherever_the_worker_is_killed_nothing_is_lost_and_nothing_sent_twice(pool: PgPool) {
    let points = [
        Stall::Greeting,
        Stall::Hello,
        Stall::Sender,
        Stall::Recipient,
        Stall::Data,
    ];
    let db = outbox(pool, points.len()).await;
    let server = Server::start().await;
    for point in points {
        server.stall_at(point);
        let (worker, office) = (db.clone(), server.office());
        let killed = tokio::spawn(async move { deliver_one(&worker, &office).await });
        tokio::time::timeout(Duration::from_secs(20), server.inner.stalled.notified())
            .await
            .unwrap_or_else(|_| panic!("the worker never came to {point:?}"));
        killed.abort();
        assert!(killed.await.unwrap_err().is_cancelled());
    }
    assert_eq!(server.taken().len(), 0);
    server.stall_at(Stall::Never);
    // All letters are claimed by workers that are dead. Nobody takes them before the claims expire.
    assert!(!deliver_one(&db, &server.office()).await.unwrap());
    later(&db, CLAIM);
    deliver_all(&db, &server.office()).await;
    assert_eq!(server.counts().len(), points.len(), "nothing is lost");
    assert!(
        server.counts().values().all(|n| *n == 1),
        "nothing is sent twice"
    );
    assert!(
        states(&db)
            .await
            .iter()
            .all(|(state, ..)| *state == LetterState::Sent)
    );
}

#[sqlx::test(migrator = "crate::db::MIGRATOR")]
async fn a_kill_between_the_last_line_and_the_mark_repeats_the_letter_under_the_same_id(
    pool: PgPool,
) {
    let db = outbox(pool, 1).await;
    let server = Server::start().await;
    server.stall_at(Stall::Answer);
    let (worker, office) = (db.clone(), server.office());
    let killed = tokio::spawn(async move { deliver_one(&worker, &office).await });
    server.inner.stalled.notified().await;
    killed.abort();
    let _ = killed.await;
    server.stall_at(Stall::Never);
    server.inner.go_on.notify_one();
    later(&db, CLAIM);
    deliver_all(&db, &server.office()).await;
    while server.taken().len() < 2 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    assert_eq!(server.counts().len(), 1, "both copies carry one Message-ID");
    assert!(!deliver_one(&db, &server.office()).await.unwrap());
}

#[sqlx::test(migrator = "crate::db::MIGRATOR")]
async fn several_workers_at_once_send_each_letter_once(pool: PgPool) {
    let db = outbox(pool, 12).await;
    let server = Server::start().await;
    let workers: Vec<_> = (0..4)
        .map(|_| {
            let (db, office) = (db.clone(), server.office());
            tokio::spawn(async move { deliver_all(&db, &office).await })
        })
        .collect();
    for worker in workers {
        worker.await.unwrap();
    }
    assert_eq!(server.counts().len(), 12);
    assert_eq!(server.taken().len(), 12);
}

#[sqlx::test(migrator = "crate::db::MIGRATOR")]
async fn a_server_that_is_busy_is_tried_again_with_growing_pauses_and_then_no_more(pool: PgPool) {
    let db = outbox(pool, 1).await;
    let server = Server::start().await;
    *server.inner.recipient.lock().unwrap() = "451 reader0@example.org is busy";
    assert!(deliver_one(&db, &server.office()).await.unwrap());
    assert!(
        !deliver_one(&db, &server.office()).await.unwrap(),
        "not before the pause is over"
    );
    assert_eq!(
        states(&db).await,
        [(LetterState::Waiting, 1, Some("smtp 451".to_owned()))],
        "the code is kept, and not the address"
    );
    for _ in 0..20 {
        later(&db, TimeDelta::hours(25));
        deliver_all(&db, &server.office()).await;
    }
    assert_eq!(
        states(&db).await,
        [(LetterState::Failed, 9, Some("smtp 451".to_owned()))]
    );
    *server.inner.recipient.lock().unwrap() = "250 ok";
    assert_eq!(server.taken().len(), 0);
}

#[sqlx::test(migrator = "crate::db::MIGRATOR")]
async fn an_address_that_the_server_refuses_for_good_is_not_tried_again(pool: PgPool) {
    let db = outbox(pool, 1).await;
    let server = Server::start().await;
    *server.inner.recipient.lock().unwrap() = "550 nobody here";
    assert!(deliver_one(&db, &server.office()).await.unwrap());
    assert_eq!(
        states(&db).await,
        [(LetterState::Failed, 1, Some("smtp 550".to_owned()))]
    );
}

#[sqlx::test(migrator = "crate::db::MIGRATOR")]
async fn a_worker_that_is_asked_to_stop_finishes_the_letter_in_hand(pool: PgPool) {
    let db = outbox(pool, 5).await;
    let server = Server::start().await;
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let worker = tokio::spawn(deliver_forever(db.clone(), server.office(), async {
        let _ = stopped.await;
    }));
    while server.taken().is_empty() {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    stop.send(()).unwrap();
    worker.await.unwrap();
    let sent = states(&db)
        .await
        .iter()
        .filter(|(state, ..)| *state == LetterState::Sent)
        .count();
    assert_eq!(sent, server.taken().len(), "what was taken is marked");
    assert!(
        states(&db)
            .await
            .iter()
            .all(|(state, ..)| *state != LetterState::Sending)
    );
}

#[sqlx::test(migrator = "crate::db::MIGRATOR")]
async fn a_folder_holds_each_letter_as_one_file(pool: PgPool) {
    let db = outbox(pool, 2).await;
    let folder = tempfile::tempdir().unwrap();
    let transport = Transport::Folder(folder.path().join("mail"));
    let office = PostOffice::new(transport, "concord@board.example", "http://localhost").unwrap();
    deliver_all(&db, &office).await;
    let names: Vec<_> = std::fs::read_dir(folder.path().join("mail"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names.len(), 2);
    assert!(names.iter().all(|name| name.ends_with(".eml")), "{names:?}");
}
