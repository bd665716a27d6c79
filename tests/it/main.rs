//! Everything that is tested from outside, in one program so that it is linked once.

mod accounts;
mod acts;
mod amendments;
mod architecture;
mod areas;
mod blanks;
mod bulk;
mod cases;
mod catalogues;
mod certificates;
mod claims;
mod conditions;
mod contributions;
mod coordination;
mod cross_site;
mod deciding;
mod desk;
mod directory;
mod documents;
mod duties;
mod errors;
mod flags;
mod headers;
mod health;
mod home;
mod imports;
mod initiatives;
mod input;
mod jurisdiction;
mod leaders;
mod logs;
mod meetings;
mod mergers;
mod migrations;
mod neighbours;
mod organizations;
mod pages;
mod papers;
mod policies;
#[allow(
    dead_code,
    unused_imports,
    reason = "it offers what some test will need"
)]
mod portal;
mod portal_test;
mod postman;
mod private_postgres;
mod radar;
mod registrations;
mod renewals;
mod rescues;
mod rosters;
mod routes;
mod sample;
mod signatures;
mod sittings;
mod slow_connections;
mod source;
mod standings;
mod teams;
mod turns;
mod workbench;
mod world;
