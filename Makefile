# The commands of this house. Each sets up first what it needs; see bin/setup.

# Plain builds read what the database says of our queries from .sqlx, so that none is needed to build.
export SQLX_OFFLINE ?= true

.PHONY: help run test bench lint fmt assets prepare

help:
	@echo 'make run       build, and serve a sample registry at 127.0.0.1:8080 (data in var/)'
	@echo 'make test      run every test, on a throw-away database'
	@echo 'make bench     measure: how well and how fast, with a million organizations'
	@echo 'make lint      formatting, lints, and whether .sqlx is up to date'
	@echo 'make assets    build styles and scripts'
	@echo 'make prepare   write .sqlx anew after a query or a migration has changed'

# The sample registry lives on the private database alone, whatever DATABASE_URL says.
run:
	@bin/setup run
	env -u DATABASE_URL cargo run --release --locked -- serve --demo

test:
	@bin/setup test
	bin/test-postgres bin/rust-tests
	bin/browser-tests

bench:
	@bin/setup assets
	bin/bench

lint:
	@bin/setup assets
	cargo fmt --check
	cargo clippy --all-targets --locked -- -D warnings
	bin/test-postgres bin/query-check

fmt:
	cargo fmt

assets:
	@bin/setup assets

prepare:
	bin/query-check --tool
	bin/test-postgres bin/query-check --write
