//! People who sign in.

pub mod session;
