//! Everything that is tested from outside, in one program so that it is linked once.

mod accounts;
mod architecture;
mod cases;
mod catalogues;
mod coordination;
mod cross_site;
mod desk;
mod directory;
mod errors;
mod headers;
mod health;
mod home;
mod imports;
mod logs;
mod organizations;
#[allow(
    dead_code,
    unused_imports,
    reason = "it offers what some test will need"
)]
mod portal;
mod portal_test;
mod private_postgres;
mod registrations;
mod sample;
mod rosters;
mod slow_connections;
mod source;
