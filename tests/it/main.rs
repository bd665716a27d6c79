//! Everything that is tested from outside, in one program so that it is linked once.

mod private_postgres;
