// The words of the pages, by their keys: what a button says in the language of whoever presses it.

import { readFileSync, readdirSync } from "node:fs";

const catalogues = new Map();

/** What a key says in a language. */
export function word(lang, key) {
  if (!catalogues.has(lang)) catalogues.set(lang, read(new URL(`../../locales/${lang}/`, import.meta.url)));
  const text = catalogues.get(lang).get(key);
  if (!text) throw new Error(`the catalogue ${lang} has no “${key}” on one line`);
  return text;
}

/** The messages of one line; buttons and links have no others. */
function read(folder) {
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith(".ftl"))
    .flatMap((name) => readFileSync(new URL(name, folder), "utf8").split("\n"));
  return new Map(lines.map((line) => line.match(/^([a-z][\w-]*) = (.*)$/)).filter(Boolean).map(([, key, text]) => [key, text]));
}
