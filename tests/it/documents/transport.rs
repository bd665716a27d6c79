//! Files on their way: large, cut off, too large by far; and what memory they take.

use std::time::{Duration, Instant};

use axum::body::{Body, Bytes};
use concord::web::serve::serve;
use futures_util::stream;
use http::{Method, Request};
use sqlx::PgPool;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::files::pdf;
use super::{STATUTES, acts, newest};
use crate::cases::draft;
use crate::portal::{Browser, Page, Portal, URL};

const MIB: usize = 1024 * 1024;
const BOUNDARY: &str = "----part";

/// What stands before the file in a form with a key.
fn before(key: &str) -> String {
    format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"idempotency_key\"\r\n\r\n{key}\r\n\
         --{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.pdf\"\r\n\
         Content-Type: application/pdf\r\n\r\n"
    )
}

fn behind() -> String {
    format!("\r\n--{BOUNDARY}--\r\n")
}

/// Sends parts as they are asked for, and as a socket does: between two of them there is nothing to read for a moment.
async fn stream_to(browser: &Browser, path: &str, parts: Vec<Bytes>) -> Page {
    let parts = stream::unfold(parts.into_iter(), async |mut parts| {
        tokio::task::yield_now().await;
        let part = parts.next()?;
        Some((Ok::<_, std::io::Error>(part), parts))
    });
    let request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header(
            "content-type",
            format!("multipart/form-data; boundary={BOUNDARY}"),
        )
        .header("origin", URL)
        .header("sec-fetch-site", "same-origin")
        .body(Body::from_stream(parts))
        .unwrap();
    browser.ask(request).await
}

/// A PDF of so many bytes: what is between its head and its end are comments.
fn large_pdf(bytes: usize) -> Vec<Bytes> {
    let whole = pdf("Large");
    let (head, rest) = whole.split_at(9);
    let line = Bytes::from_static(&[b'%'; 64 * 1024]);
    let mut parts = vec![Bytes::copy_from_slice(head)];
    let mut left = bytes - whole.len() - 1;
    while left > 0 {
        let many = left.min(line.len());
        parts.push(line.slice(..many));
        left -= many;
    }
    parts.push(Bytes::from_static(b"\n"));
    parts.push(Bytes::copy_from_slice(rest));
    parts
}

fn framed(key: &str, file: Vec<Bytes>) -> Vec<Bytes> {
    let mut parts = vec![Bytes::from(before(key))];
    parts.extend(file);
    parts.push(Bytes::from(behind()));
    parts
}

/// The most memory that this process ever had, in bytes.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .unwrap();
    let kilo: usize = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    kilo * 1024
}

async fn form(portal: &Portal) -> (Browser, String, String) {
    let ani = portal.member("Ani").await;
    let case = draft(portal, &ani).await;
    let path = format!("/cases/{case}/documents/{STATUTES}");
    let key = ani.get(&path).await.is(200).form_key();
    (ani, path, key)
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn twenty_megabytes_pass_through_without_being_in_memory(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, path, key) = form(&portal).await;
    // A small one first, so that whatever is made once is there.
    stream_to(&ani, &path, framed(&key, large_pdf(100_000)))
        .await
        .is(303);
    let before = peak();
    let key = ani.get(&path).await.is(200).form_key();
    stream_to(&ani, &path, framed(&key, large_pdf(20 * MIB)))
        .await
        .is(303);
    let more = peak() - before;
    // Part by part on its way to the place; a bucket wants five MiB in one.
    let alone = std::env::var_os("NEXTEST").is_some();
    assert!(!alone || more < 12 * MIB, "{} KiB more", more / 1024);
    let bytes: i64 = sqlx::query_scalar("select bytes from documents order by id desc limit 1")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    assert_eq!(bytes as usize, 20 * MIB);
    let file = ani
        .get(format!("/documents/{}", newest(&portal).await))
        .await
        .is(200);
    assert_eq!(file.bytes.len(), 20 * MIB);
    assert!(file.bytes.starts_with(b"%PDF-1.4") && file.bytes.ends_with(b"%%EOF\n"));
    // One byte more is too much.
    let key = ani.get(&path).await.is(200).form_key();
    let page = stream_to(&ani, &path, framed(&key, large_pdf(20 * MIB + 1)))
        .await
        .is(422);
    assert!(page.mistakes()[0].1.contains("larger than 20 MB"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_file_that_stops_in_the_middle_is_told_and_not_kept(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, path, key) = form(&portal).await;
    let mut parts = framed(&key, large_pdf(3 * MIB));
    parts.truncate(20);
    let page = stream_to(&ani, &path, parts).await.is(422);
    assert_eq!(page.mistakes()[0].0, "file");
    assert!(page.mistakes()[0].1.contains("did not arrive whole"));
    assert_eq!(page.form_key(), key);
    assert_eq!(page.header("connection"), "close");
    assert_eq!(acts(&portal, "document_added").await, 0);
    assert_eq!(
        std::fs::read_dir(portal.home().join("uploads"))
            .unwrap()
            .count(),
        0
    );
    // Whatever is no form at all is no fault of ours.
    let request = Request::builder()
        .method(Method::POST)
        .uri(&path)
        .header("content-type", "multipart/form-data")
        .header("origin", URL)
        .header("sec-fetch-site", "same-origin")
        .body(Body::from("nonsense"))
        .unwrap();
    ani.ask(request).await.is(415);
}

/// Like a browser: sends everything, and reads only then.
#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn two_hundred_megabytes_are_refused_so_that_the_answer_can_be_read(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, path, key) = form(&portal).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = portal.router();
    let server = tokio::spawn(serve(listener, router, 16, std::future::pending()));
    let (head, tail, file) = (before(&key), behind(), 200 * MIB);
    let mut stream = TcpStream::connect(address).await.unwrap();
    let length = head.len() + file + tail.len();
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nOrigin: {URL}\r\nSec-Fetch-Site: same-origin\r\n\
         Cookie: {}\r\nContent-Type: multipart/form-data; boundary={BOUNDARY}\r\nContent-Length: {length}\r\n\
         Connection: close\r\n\r\n{head}",
        ani.cookies()
    );
    let (before, began) = (peak(), Instant::now());
    stream.write_all(request.as_bytes()).await.unwrap();
    let part = vec![b'x'; MIB];
    for _ in 0..200 {
        stream.write_all(&part).await.unwrap();
    }
    stream.write_all(tail.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 422"), "{answer}");
    assert!(answer.contains("larger than 20 MB"));
    assert!(
        began.elapsed() < Duration::from_secs(30),
        "{:?}",
        began.elapsed()
    );
    let alone = std::env::var_os("NEXTEST").is_some();
    assert!(!alone || peak() - before < 16 * MIB, "{}", peak() - before);
    // Nothing of it was ever written.
    assert!(!portal.home().join("uploads").exists());
    server.abort();
}
