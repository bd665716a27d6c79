//! Everything that is tested from outside, in one program so that it is linked once.

mod accounts;
mod acts;
mod amendments;
mod architecture;
mod cases;
mod catalogues;
mod certificates;
mod claims;
mod coordination;
mod cross_site;
mod desk;
mod directory;
mod documents;
mod errors;
mod headers;
mod health;
mod home;
mod imports;
mod input;
mod logs;
mod mergers;
mod migrations;
mod organizations;
mod pages;
mod policies;
#[allow(
    dead_code,
    unused_imports,
    reason = "it offers what some test will need"
)]
mod portal;
mod portal_test;
mod private_postgres;
mod registrations;
mod rescues;
mod rosters;
mod routes;
mod sample;
mod slow_connections;
mod source;
mod standings;
mod teams;
mod world;
