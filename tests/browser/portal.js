// A portal for one journey: the sample registry under a home of its own, gone when the journey is over.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A port that nobody listens at. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The environment without what would lead elsewhere. */
function environment(home) {
  const kept = Object.entries(process.env).filter(([name]) => name !== "DATABASE_URL" && !name.startsWith("CONCORD_"));
  return { ...Object.fromEntries(kept), CONCORD_HOME: home };
}

/** Starts `concord serve --demo`, and says how to use and to stop it. */
export async function portal(program) {
  const folder = mkdtempSync(join(tmpdir(), "concord-browser-"));
  const home = join(folder, "var");
  const url = `http://127.0.0.1:${await freePort()}`;
  const env = environment(home);
  const server = spawn(program, ["serve", "--demo", "--listen", url.slice("http://".length)], { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (bytes) => (said += bytes));
  const ended = new Promise((resolve) => server.once("exit", resolve));

  const stop = async () => {
    server.kill("SIGTERM");
    if ((await Promise.race([ended, sleep(30_000, "late")])) === "late") server.kill("SIGKILL");
    // Run by root, the database lives elsewhere, and a link leads to it.
    const database = join(home, "postgres");
    if (existsSync(database)) rmSync(realpathSync(database), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  };

  const ready = async () => {
    for (let tries = 0; tries < 600; tries += 1) {
      if (server.exitCode !== null) throw new Error(`concord ended:\n${said}`);
      const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
      if (answer?.ok) return;
      await sleep(200);
    }
    throw new Error(`concord is not ready after two minutes:\n${said}`);
  };
  try {
    await ready();
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    url,
    stop,
    said: () => said,

    /** An account that the command line makes. */
    account(email, role, password, ...more) {
      const args = ["account", "create", "--email", email, "--role", role, ...more];
      const done = spawnSync(program, args, { env, input: password, encoding: "utf8" });
      if (done.status !== 0) throw new Error(`concord ${args.join(" ")}:\n${done.stdout}${done.stderr}`);
    },

    /** The newest letter to an address, once it has come. */
    async letter(to, words) {
      const folder = join(home, "mail");
      for (let tries = 0; tries < 100; tries += 1) {
        const letters = readdirSync(folder, { withFileTypes: true })
          .filter((file) => file.name.endsWith(".eml"))
          .map((file) => decode(readFileSync(join(folder, file.name), "utf8")))
          .filter((letter) => letter.includes(to) && letter.includes(words));
        if (letters.length > 0) return letters.at(-1);
        await sleep(200);
      }
      throw new Error(`no letter to ${to} that says “${words}”`);
    },
  };
}

/** A letter with its lines joined again (RFC 2045, quoted-printable and base64). */
function decode(letter) {
  const plain = letter.replace(/\r\n/g, "\n");
  const base64 = plain.replace(/\n\n((?:[A-Za-z0-9+/]{60,}\n)*[A-Za-z0-9+/]+={0,2})\n/g, (_, body) => `\n\n${Buffer.from(body, "base64")}\n`);
  return base64.replace(/=\n/g, "").replace(/=3D/g, "=");
}
