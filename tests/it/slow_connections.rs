//! Those who send too slowly are let go, and everybody else is answered meanwhile.

use std::time::{Duration, Instant};

use concord::web::serve::serve;
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use sqlx::PgPool;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinSet;

use crate::portal::Portal;

/// How many of each kind.
const MANY: usize = 300;
/// By when all must be gone.
const GONE: Duration = Duration::from_secs(30);

/// Both ends of every connection are open files of this process.
fn allow_many_files() {
    let (_, most) = getrlimit(Resource::RLIMIT_NOFILE).unwrap();
    setrlimit(Resource::RLIMIT_NOFILE, most.min(4096), most).unwrap();
}

/// A server that listens; drop the sender and it stops.
async fn listen(portal: &Portal, most: usize) -> (String, oneshot::Sender<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let (stop, stopped) = oneshot::channel::<()>();
    let router = portal.router();
    tokio::spawn(async move {
        serve(listener, router, most, async {
            let _ = stopped.await;
        })
        .await;
    });
    (address, stop)
}

/// Sends what it is given at once and then byte after byte, and says when the other side had enough, and what it said then.
async fn drip(mut stream: TcpStream, first: &'static str, then: u8) -> (Duration, String) {
    let began = Instant::now();
    stream.write_all(first.as_bytes()).await.unwrap();
    let (mut reader, mut writer) = stream.split();
    let mut answer = Vec::new();
    let sending = async {
        while writer.write_all(&[then]).await.is_ok() {
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    };
    tokio::select! {
        () = sending => {}
        // An end, or an error: the other side closed.
        _ = reader.read_to_end(&mut answer) => {}
    }
    (
        began.elapsed(),
        String::from_utf8_lossy(&answer).into_owned(),
    )
}

/// How long a page takes.
async fn page(address: &str) -> Duration {
    let began = Instant::now();
    let mut stream = TcpStream::connect(address).await.unwrap();
    let ask = "GET /no-such-page HTTP/1.1\r\nHost: portal\r\nConnection: close\r\n\r\n";
    stream.write_all(ask.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 404 "), "{answer}");
    began.elapsed()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn six_hundred_slow_connections_are_gone_within_half_a_minute_while_pages_answer(
    pool: PgPool,
) {
    let portal = Portal::new(pool);
    allow_many_files();
    let (address, _stop) = listen(&portal, 4096).await;
    let headers = "GET / HTTP/1.1\r\nHost: portal\r\nX-Slow: ";
    let body = "POST /language HTTP/1.1\r\nHost: portal\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n";

    let mut slow = JoinSet::new();
    for _ in 0..MANY {
        for first in [headers, body] {
            slow.spawn(drip(
                TcpStream::connect(&address).await.unwrap(),
                first,
                b'a',
            ));
        }
        // The server shares this thread, and the kernel's queue before it is short.
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    let mut slowest = Duration::ZERO;
    let mut gone = Vec::new();
    let deadline = Instant::now() + GONE;
    while !slow.is_empty() && Instant::now() < deadline {
        slowest = slowest.max(page(&address).await);
        let turn = Duration::from_millis(500);
        while let Ok(Some(one)) = tokio::time::timeout(turn, slow.join_next()).await {
            gone.push(one.unwrap());
        }
    }
    assert_eq!(gone.len(), 2 * MANY, "{} are still there", slow.len());
    for (after, answer) in &gone {
        assert!(
            *after > Duration::from_secs(3),
            "thrown out after {after:?}: {answer}"
        );
    }
    assert!(slowest < Duration::from_secs(2), "a page took {slowest:?}");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_connection_that_says_nothing_is_let_go(pool: PgPool) {
    let portal = Portal::new(pool);
    let (address, _stop) = listen(&portal, 4096).await;
    let mut stream = TcpStream::connect(&address).await.unwrap();
    let mut answer = Vec::new();
    let end = tokio::time::timeout(GONE, stream.read_to_end(&mut answer)).await;
    assert!(end.is_ok(), "it is still open");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_comes_when_all_places_are_taken_waits_for_one(pool: PgPool) {
    let portal = Portal::new(pool);
    let (address, _stop) = listen(&portal, 1).await;
    let silent = TcpStream::connect(&address).await.unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    let waiting = tokio::spawn({
        let address = address.clone();
        async move { page(&address).await }
    });
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(!waiting.is_finished());
    drop(silent);
    waiting.await.unwrap();
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_server_that_is_stopped_finishes_its_answers(pool: PgPool) {
    let portal = Portal::new(pool);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let router = portal.router();
    let server = tokio::spawn(serve(listener, router, 16, async {
        let _ = stopped.await;
    }));
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head = "POST /language HTTP/1.1\r\nHost: portal\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 7\r\n\r\n";
    stream.write_all(head.as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(200)).await;
    drop(stop);
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert!(
        TcpStream::connect(address).await.is_err(),
        "it still listens"
    );
    stream.write_all(b"lang=ru").await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 303 "), "{answer}");
    server.await.unwrap();
}
