//! The process, table and property.
