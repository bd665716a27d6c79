//! The private PostgreSQL: made, shared, killed and found again. Each test has a home of its own, and really kills.

use std::fs::{self, Permissions};
use std::io::{BufRead, BufReader};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use concord::db::private::{PrivateError, PrivatePostgres};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use sqlx::{ConnectOptions, Connection, PgConnection, Row};
use tempfile::TempDir;

/// The variable that makes [`a_process_that_holds_it`] do something.
const HOLD: &str = "CONCORD_TEST_HOLD";

#[tokio::test]
async fn it_is_made_as_the_registry_needs_it_and_listens_to_no_network() {
    let (_folder, home) = home();
    let postgres = PrivatePostgres::serve(&home).await.unwrap();
    let mut connection = connect(&postgres).await;
    let row = sqlx::query(
        "select current_setting('data_checksums') as checksums, current_setting('listen_addresses') as addresses,
                current_setting('server_encoding') as encoding, lower('ՀԱՅ ПРИВЕТ') as folded,
                (select rolsuper from pg_roles where rolname = current_user) as super,
                (select daticulocale from pg_database where datname = current_database()) as collation",
    )
    .fetch_one(&mut connection)
    .await
    .unwrap();
    assert_eq!(row.get::<&str, _>("checksums"), "on");
    assert_eq!(row.get::<&str, _>("addresses"), "");
    assert_eq!(row.get::<&str, _>("encoding"), "UTF8");
    assert_eq!(row.get::<&str, _>("folded"), "հայ привет");
    assert_eq!(row.get::<&str, _>("collation"), "und");
    assert!(
        !row.get::<bool, _>("super"),
        "the portal has no need to be superuser"
    );
    concord::db::check::check(&mut connection).await.unwrap();
    // Whoever owns the database may install what the registry searches with.
    sqlx::raw_sql("create extension pg_trgm; create extension unaccent")
        .execute(&mut connection)
        .await
        .unwrap();

    let pid = postmaster(&home).unwrap();
    assert!(
        listening(pid).is_empty(),
        "it listens on {:?}",
        listening(pid)
    );
    assert_ne!(
        fs::metadata(format!("/proc/{pid}")).unwrap().uid(),
        0,
        "it runs as root"
    );
    assert_eq!(
        fs::metadata(home.join("postgres")).unwrap().mode() & 0o777,
        0o700
    );

    postgres.stop().await.unwrap();
    assert!(!alive(pid));
    assert!(!home.join("postgres/run/.s.PGSQL.5432").exists());
}

#[tokio::test]
async fn a_second_server_on_the_same_folder_is_refused_and_a_command_is_not() {
    let (_folder, home) = home();
    let serving = PrivatePostgres::serve(&home).await.unwrap();
    let pid = postmaster(&home).unwrap();

    let error = PrivatePostgres::serve(&home).await.unwrap_err();
    assert!(
        matches!(error, PrivateError::AlreadyServing { process, .. } if process == Some(std::process::id()))
    );

    let command = PrivatePostgres::start(&home).await.unwrap();
    assert_eq!(
        connect(&command).await.server_version_num().unwrap() / 10_000,
        command.programs().version
    );
    command.stop().await.unwrap();
    assert_eq!(
        postmaster(&home),
        Some(pid),
        "a command stopped the server's database"
    );

    serving.stop().await.unwrap();
    assert!(!alive(pid));
}

#[tokio::test]
async fn commands_that_come_at_once_share_one_and_the_last_to_leave_stops_it() {
    let (_folder, home) = home();
    let (one, two) = tokio::join!(PrivatePostgres::start(&home), PrivatePostgres::start(&home));
    let (one, two) = (one.unwrap(), two.unwrap());
    let pid = postmaster(&home).unwrap();
    one.stop().await.unwrap();
    connect(&two).await;
    two.stop().await.unwrap();
    assert!(!alive(pid));
}

#[tokio::test]
async fn whoever_leaves_in_a_hurry_leaves_no_postmaster_behind() {
    let (_folder, home) = home();
    drop(PrivatePostgres::start(&home).await.unwrap());
    // It may be on its way out still: the next one waits for that.
    let again = PrivatePostgres::start(&home).await.unwrap();
    connect(&again).await;
    let pid = postmaster(&home).unwrap();
    again.stop().await.unwrap();
    assert!(!alive(pid));
}

#[tokio::test]
async fn after_a_killed_concord_its_postmaster_is_found_running_with_its_rows() {
    let (_folder, home) = home();
    let mut holder = Holder::start(&home);
    let pid = postmaster(&home).unwrap();
    holder.kill();
    assert!(alive(pid));

    let postgres = PrivatePostgres::serve(&home).await.unwrap();
    assert_eq!(postmaster(&home), Some(pid));
    assert_eq!(acts(&postgres).await, 1);
    postgres.stop().await.unwrap();
    assert!(!alive(pid), "who finds it running stops it all the same");
}

#[tokio::test]
async fn after_both_were_killed_it_starts_again_with_its_rows() {
    let (_folder, home) = home();
    let mut holder = Holder::start(&home);
    let pid = postmaster(&home).unwrap();
    holder.kill();
    kill(Pid::from_raw(pid), Signal::SIGKILL).unwrap();

    let postgres = PrivatePostgres::serve(&home).await.unwrap();
    assert_ne!(postmaster(&home), Some(pid));
    assert_eq!(acts(&postgres).await, 1);
    postgres.stop().await.unwrap();
}

#[tokio::test]
async fn a_postmaster_killed_under_a_server_comes_back_at_the_same_place() {
    let (_folder, home) = home();
    let postgres = PrivatePostgres::serve(&home).await.unwrap();
    let mut connection = connect(&postgres).await;
    act(&mut connection).await;
    let pid = postmaster(&home).unwrap();
    kill(Pid::from_raw(pid), Signal::SIGKILL).unwrap();

    let since = Instant::now();
    let mut again = loop {
        match postgres.connect_options().connect().await {
            Ok(connection) if postmaster(&home) != Some(pid) => break connection,
            _ => assert!(
                since.elapsed() < Duration::from_secs(30),
                "it does not come back"
            ),
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    };
    let count: i64 = sqlx::query_scalar("select count(*) from act")
        .fetch_one(&mut again)
        .await
        .unwrap();
    assert_eq!(count, 1);
    let pid = postmaster(&home).unwrap();
    postgres.stop().await.unwrap();
    assert!(!alive(pid));
}

#[tokio::test]
async fn a_note_that_names_a_stranger_does_not_keep_it_from_starting() {
    let (_folder, home) = home();
    PrivatePostgres::start(&home)
        .await
        .unwrap()
        .stop()
        .await
        .unwrap();
    let owner = fs::metadata(home.join("postgres/data")).unwrap();
    let mut stranger = Command::new("sleep");
    stranger.arg("60").current_dir("/");
    if owner.uid() != nix::unistd::Uid::effective().as_raw() {
        stranger.uid(owner.uid()).gid(owner.gid());
    }
    let mut stranger = Killed(stranger.spawn().unwrap());
    let note = home.join("postgres/data/postmaster.pid");
    fs::write(
        &note,
        format!(
            "{}\n{}\n1700000000\n5432\n/nowhere\n\n0 0\nready\n",
            stranger.0.id(),
            home.display()
        ),
    )
    .unwrap();
    std::os::unix::fs::chown(&note, Some(owner.uid()), Some(owner.gid())).unwrap();

    let postgres = PrivatePostgres::start(&home).await.unwrap();
    connect(&postgres).await;
    assert!(
        stranger.0.try_wait().unwrap().is_none(),
        "the stranger was harmed"
    );
    postgres.stop().await.unwrap();
}

#[tokio::test]
async fn a_folder_with_a_long_path_gets_a_socket_elsewhere_that_everyone_finds() {
    let (_folder, home) = home();
    let home = home.join("a".repeat(60)).join("b".repeat(60));
    let one = PrivatePostgres::start(&home).await.unwrap();
    let two = PrivatePostgres::start(&home).await.unwrap();
    connect(&one).await;
    connect(&two).await;
    let sockets = PathBuf::from(fs::read_to_string(home.join("postgres/sockets")).unwrap());
    assert_eq!(fs::metadata(&sockets).unwrap().mode() & 0o777, 0o700);
    one.stop().await.unwrap();
    two.stop().await.unwrap();
    fs::remove_dir(sockets).unwrap();
}

#[tokio::test]
async fn a_home_that_the_account_cannot_enter_keeps_its_database_where_it_can() {
    if !nix::unistd::Uid::effective().is_root() {
        return; // Only root runs it under another account.
    }
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o700)).unwrap();
    let home = folder.path().join("var");
    let postgres = PrivatePostgres::start(&home).await.unwrap();
    connect(&postgres).await;
    let place = fs::read_link(home.join("postgres")).unwrap();
    postgres.stop().await.unwrap();
    let again = PrivatePostgres::start(&home).await.unwrap();
    assert_eq!(fs::read_link(home.join("postgres")).unwrap(), place);
    again.stop().await.unwrap();
    fs::remove_dir_all(place).unwrap();
}

#[tokio::test]
async fn data_of_another_version_is_left_alone() {
    let (_folder, home) = home();
    PrivatePostgres::start(&home)
        .await
        .unwrap()
        .stop()
        .await
        .unwrap();
    fs::write(home.join("postgres/data/PG_VERSION"), "9\n").unwrap();
    let error = PrivatePostgres::start(&home).await.unwrap_err();
    assert!(
        matches!(error, PrivateError::OtherVersion { written: 9, .. }),
        "{error}"
    );
    assert!(
        error.to_string().contains("install PostgreSQL 9"),
        "{error}"
    );
}

#[tokio::test]
async fn a_cluster_whose_making_was_cut_short_is_made_anew() {
    let (_folder, home) = home();
    fs::create_dir_all(home.join("postgres/data.new/base")).unwrap();
    fs::set_permissions(&home, Permissions::from_mode(0o711)).unwrap();
    let postgres = PrivatePostgres::start(&home).await.unwrap();
    connect(&postgres).await;
    assert!(!home.join("postgres/data.new").exists());
    postgres.stop().await.unwrap();
}

#[tokio::test]
async fn what_cannot_be_written_is_named_with_a_way_out() {
    let (_folder, home) = home();
    fs::write(&home, "a file where the folder should be").unwrap();
    let error = PrivatePostgres::start(&home.join("inner"))
        .await
        .unwrap_err();
    assert!(matches!(error, PrivateError::Unwritable { .. }), "{error}");
    assert!(
        error
            .to_string()
            .contains("choose another folder with CONCORD_HOME"),
        "{error}"
    );
}

#[tokio::test]
async fn a_data_folder_of_something_else_is_left_alone() {
    let (_folder, home) = home();
    fs::create_dir_all(home.join("postgres/data")).unwrap();
    fs::set_permissions(&home, Permissions::from_mode(0o711)).unwrap();
    let error = PrivatePostgres::start(&home).await.unwrap_err();
    assert!(matches!(error, PrivateError::NotACluster { .. }), "{error}");
}

/// Not a test of its own: the process that other tests start and kill.
#[tokio::test]
async fn a_process_that_holds_it() {
    let Some(home) = std::env::var_os(HOLD) else {
        return;
    };
    let postgres = PrivatePostgres::serve(Path::new(&home)).await.unwrap();
    act(&mut connect(&postgres).await).await;
    println!("\nholding");
    tokio::time::sleep(Duration::from_secs(60)).await;
}

/// A process that uses the private PostgreSQL until it is killed.
struct Holder(Killed);

impl Holder {
    fn start(home: &Path) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args([
            "--exact",
            "--nocapture",
            "private_postgres::a_process_that_holds_it",
        ]);
        let mut child = command
            .env(HOLD, home)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let held = lines.map_while(Result::ok).any(|line| line == "holding");
        assert!(held, "the process that should hold it has ended");
        Self(Killed(child))
    }

    fn kill(&mut self) {
        self.0.0.kill().unwrap();
        self.0.0.wait().unwrap();
    }
}

/// A process that does not outlive its test.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A home that any account may pass through to.
fn home() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o711)).unwrap();
    let home = folder.path().canonicalize().unwrap().join("var");
    (folder, home)
}

async fn connect(postgres: &PrivatePostgres) -> PgConnection {
    postgres.connect_options().connect().await.unwrap()
}

async fn act(connection: &mut PgConnection) {
    sqlx::raw_sql("create table act (); insert into act default values")
        .execute(connection)
        .await
        .unwrap();
}

async fn acts(postgres: &PrivatePostgres) -> i64 {
    let mut connection = connect(postgres).await;
    let count = sqlx::query_scalar("select count(*) from act")
        .fetch_one(&mut connection)
        .await
        .unwrap();
    connection.close().await.unwrap();
    count
}

fn postmaster(home: &Path) -> Option<i32> {
    let note = fs::read_to_string(home.join("postgres/data/postmaster.pid")).ok()?;
    note.lines().next()?.parse().ok()
}

fn alive(pid: i32) -> bool {
    // Not by a signal, which one that has ended and that nobody has asked after yet still takes.
    fs::read_link(format!("/proc/{pid}/exe")).is_ok()
}

/// The network sockets of a process that wait for connections, as the kernel lists them.
fn listening(pid: i32) -> Vec<String> {
    let mine: Vec<String> = fs::read_dir(format!("/proc/{pid}/fd"))
        .unwrap()
        .filter_map(|entry| fs::read_link(entry.ok()?.path()).ok())
        .filter_map(|target| {
            Some(
                target
                    .to_str()?
                    .strip_prefix("socket:[")?
                    .strip_suffix(']')?
                    .to_owned(),
            )
        })
        .collect();
    assert!(!mine.is_empty(), "not even the Unix socket is seen");
    ["/proc/net/tcp", "/proc/net/tcp6"]
        .iter()
        .filter_map(|table| fs::read_to_string(table).ok())
        .flat_map(|table| table.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| {
            let columns: Vec<&str> = line.split_whitespace().collect();
            columns.get(3) == Some(&"0A")
                && columns
                    .get(9)
                    .is_some_and(|inode| mine.iter().any(|mine| mine == inode))
        })
        .collect()
}
