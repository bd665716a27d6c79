//! Asking a server on this machine whether it is ready, without a program besides this one.

use std::net::SocketAddr;
use std::time::Duration;

use clap::Args;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::Trouble;

/// Which server.
#[derive(Args, Debug)]
pub struct HealthArgs {
    /// The address that the server listens at.
    #[arg(long, env = "CONCORD_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
}

/// Asks, for at most three seconds.
pub async fn run(args: &HealthArgs) -> Result<(), Trouble> {
    let mut at = args.listen;
    if at.ip().is_unspecified() {
        at.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
    }
    match tokio::time::timeout(Duration::from_secs(3), ask(at)).await {
        Ok(Ok(answer)) if answer.starts_with("HTTP/1.1 200") => Ok(()),
        _ => Err(Trouble::Said(format!("the server at {at} is not ready"))),
    }
}

async fn ask(at: SocketAddr) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(at).await?;
    let request = format!("GET /health/ready HTTP/1.1\r\nHost: {at}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    stream.take(4096).read_to_string(&mut answer).await?;
    Ok(answer)
}
