# Concord in a container: styles and scripts, then the program, then an image with the program alone.
# The images that it is made from can be named otherwise, for those who keep their own.
ARG NODE_IMAGE=node:20-bookworm-slim
ARG RUST_IMAGE=rust:1.95-bookworm
ARG RUNTIME_IMAGE=debian:bookworm-slim

FROM ${NODE_IMAGE} AS assets
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY bin/assets bin/assets
COPY static static
RUN npm run --silent build

FROM ${RUST_IMAGE} AS program
WORKDIR /src
ENV SQLX_OFFLINE=true
# What we depend on is built from the two files that name it, so that a change of ours does not build it again.
COPY Cargo.toml Cargo.lock ./
# Cargo wants to see every target that they name, a bench too.
RUN mkdir src benches && echo 'fn main() {}' | tee src/main.rs benches/names.rs >benches/radar.rs && touch src/lib.rs \
    && cargo build --release --locked --bins \
    && rm -rf src benches target/release/concord* target/release/.fingerprint/concord-* target/release/deps/*concord-*
COPY . .
COPY --from=assets /src/static/dist static/dist
RUN cargo build --release --locked --bins

FROM ${RUNTIME_IMAGE}
RUN groupadd --gid 10001 concord \
    && useradd --uid 10001 --gid 10001 --home-dir /var/lib/concord --no-create-home --shell /usr/sbin/nologin concord \
    && install -d -o concord -g concord -m 0700 /var/lib/concord
COPY --from=program /src/target/release/concord /usr/local/bin/concord
ENV CONCORD_HOME=/var/lib/concord CONCORD_LISTEN=0.0.0.0:8080
USER 10001:10001
WORKDIR /var/lib/concord
VOLUME /var/lib/concord
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["concord", "health"]
ENTRYPOINT ["concord"]
CMD ["serve"]
