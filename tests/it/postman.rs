//! The server is killed while a letter is on its way: it arrives once. With the program itself, and a mail server that is
//! slow to answer.

use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use concord::db::{Clock, Db};
use concord::notice::{Letter, Recipient, post};
use concord::values::{Email, Lang};
use concord::vault::Vault;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use secrecy::ExposeSecret;
use sqlx::{ConnectOptions, PgPool};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::{Child, Command};
use tokio::sync::Notify;

/// A mail server that takes each letter whole, and answers when it is told to.
#[derive(Default)]
struct Slow {
    has_it: Notify,
    answer: Notify,
    taken: Mutex<usize>,
}

impl Slow {
    async fn start() -> (Arc<Self>, String) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let slow = Arc::new(Self::default());
        let served = slow.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let slow = served.clone();
                tokio::spawn(async move { slow.talk(stream).await });
            }
        });
        (slow, url)
    }

    async fn talk(&self, stream: TcpStream) -> std::io::Result<()> {
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        write.write_all(b"220 test\r\n").await?;
        while let Some(line) = lines.next_line().await? {
            if line == "DATA" {
                write.write_all(b"354 go on\r\n").await?;
                while lines.next_line().await?.is_some_and(|line| line != ".") {}
                // It has the letter, and will deliver it whoever hears the answer.
                *self.taken.lock().unwrap() += 1;
                self.has_it.notify_one();
                self.answer.notified().await;
            }
            write.write_all(b"250 ok\r\n").await?;
        }
        Ok(())
    }

    fn taken(&self) -> usize {
        *self.taken.lock().unwrap()
    }
}

struct Portal {
    home: TempDir,
    database: String,
    keys: String,
    mail: String,
}

impl Portal {
    fn start(&self) -> Child {
        Command::new(env!("CARGO_BIN_EXE_concord"))
            .args(["serve", "--listen", "127.0.0.1:0"])
            .env("DATABASE_URL", &self.database)
            .env("CONCORD_HOME", self.home.path())
            .env("CONCORD_KEYS", &self.keys)
            .env("CONCORD_SMTP_URL", &self.mail)
            .env_remove("CONCORD_URL")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap()
    }
}

async fn soon<T>(what: &str, done: impl Future<Output = T>) -> T {
    let within = tokio::time::timeout(Duration::from_secs(60), done).await;
    within.unwrap_or_else(|_| panic!("{what}: not within a minute"))
}

async fn sent(pool: &PgPool, many: i64) {
    let query = "select count(*) from letters where state = 'sent'";
    while sqlx::query_scalar::<_, i64>(query)
        .fetch_one(pool)
        .await
        .unwrap()
        < many
    {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

async fn write(db: &Db, name: &str) {
    let mut tx = db.begin().await.unwrap();
    let to = Recipient::Address {
        email: Email::parse(&format!("{name}@example.org")).unwrap(),
        lang: Lang::En,
        account: None,
    };
    let token = format!("token-{name}");
    post(&mut tx, to, Letter::ResetPassword { token })
        .await
        .unwrap();
    let _ = tx.commit().await.unwrap();
}

#[sqlx::test]
async fn a_server_that_is_killed_while_a_letter_leaves_sends_it_once(pool: PgPool) {
    let keys = Vault::fresh_keys().unwrap();
    let (mail, url) = Slow::start().await;
    let portal = Portal {
        home: TempDir::new().unwrap(),
        database: pool.connect_options().to_url_lossy().to_string(),
        keys: keys.expose_secret().to_owned(),
        mail: url,
    };
    let db = Db::new(pool.clone(), Clock::System, Vault::parse(&keys).unwrap());
    write(&db, "first").await;

    let mut server = portal.start();
    soon("the letter leaves", mail.has_it.notified()).await;
    server.start_kill().unwrap();
    server.wait().await.unwrap();
    mail.answer.notify_one();
    soon("it is marked, with no server there", sent(&pool, 1)).await;

    // The next server has nothing left to send but what came since.
    write(&db, "second").await;
    let mut server = portal.start();
    soon("the next letter leaves", mail.has_it.notified()).await;
    // Asked to stop, it waits for the answer.
    let pid = Pid::from_raw(server.id().unwrap().try_into().unwrap());
    kill(pid, Signal::SIGTERM).unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(
        server.try_wait().unwrap().is_none(),
        "it left its postman alone"
    );
    mail.answer.notify_one();
    assert!(soon("it stops", server.wait()).await.unwrap().success());
    sent(&pool, 2).await;
    assert_eq!(mail.taken(), 2);
}
