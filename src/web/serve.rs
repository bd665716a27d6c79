//! The accept loop: HTTP/1.1 with a deadline for headers, a bound on connections, and an end that lets answers finish.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt as _;

use super::connection::Peer;

/// The longest that the headers of a request may take, the first byte of the next request included.
const HEADERS: Duration = Duration::from_secs(10);
/// The longest that a reader may take nothing of an answer.
const READING: Duration = Duration::from_secs(20);
/// The longest that answers may take to finish once the server is asked to stop.
const PATIENCE: Duration = Duration::from_secs(15);

/// Serves until `stop` is done.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    most: usize,
    stop: impl Future<Output = ()>,
) {
    let room = Arc::new(Semaphore::new(most));
    let graceful = GracefulShutdown::new();
    let mut builder = http1::Builder::new();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS);
    tokio::pin!(stop);
    loop {
        // Without room, new connections wait in the kernel's queue.
        let permit = tokio::select! {
            () = &mut stop => break,
            Ok(permit) = room.clone().acquire_owned() => permit,
        };
        let (stream, peer) = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Out of file descriptors, most likely: the next try needs somebody to have gone.
                    tracing::warn!(kind = %error.kind(), "a connection was not accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
        };
        let _ = stream.set_nodelay(true);
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(READING));
        let service = router.clone().map_request(
            move |mut request: hyper::Request<hyper::body::Incoming>| {
                request.extensions_mut().insert(Peer(peer));
                request.map(axum::body::Body::new)
            },
        );
        let connection = builder.serve_connection(
            TokioIo::new(Box::pin(stream)),
            TowerToHyperService::new(service),
        );
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // Broken connections are the other side's affair.
            let _ = connection.await;
            drop(permit);
        });
    }
    drop(listener);
    if tokio::time::timeout(PATIENCE, graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("some answers did not finish in time");
    }
}
