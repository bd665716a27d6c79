// Somebody at a browser: every page that they reach is looked at by axe, at a desk and on a telephone.

import { AxeBuilder } from "@axe-core/playwright";
import { word } from "./words.js";

/** The rules of WCAG 2.2 AA. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const SIZES = { desk: { width: 1280, height: 900 }, telephone: { width: 390, height: 844 } };

/** How most people here come: in English, with scripts, at a desk and on a telephone. */
const USUAL = { lang: "en", locale: "en-GB", scripts: true, sizes: ["desk", "telephone"] };

/** Opens a browser of their own for somebody. */
export async function person(browser, name, { url, shots, report }, how = USUAL) {
  const sizes = how.sizes.map((size) => SIZES[size]);
  const context = await browser.newContext({
    baseURL: url,
    viewport: sizes[0],
    locale: how.locale,
    javaScriptEnabled: how.scripts,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const mirror = how.scripts ? page : await mirrorOf(browser, url);
  const someone = new Person(name, page, { shots, report, sizes, mirror, lang: how.lang, scripts: how.scripts });
  page.on("console", (message) => {
    if (message.type() === "error") someone.console(message.text());
  });
  page.on("pageerror", (error) => someone.fault(`a script failed: ${error.message}`));
  page.on("response", (response) => {
    const leadsOn = response.status() >= 300 && response.status() < 400;
    if (response.request().isNavigationRequest() && !leadsOn) someone.status = response.status();
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    if (!why.includes("ERR_ABORTED")) someone.fault(`${request.url()} was not loaded: ${why}`);
  });
  return someone;
}

/** Where axe, which is a script itself, looks at pages of somebody without scripts: those of the page stay out. */
async function mirrorOf(browser, url) {
  const page = await (await browser.newContext({ baseURL: url })).newPage();
  await page.route(/\.js$/, (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  return page;
}

class Person {
  constructor(name, page, { shots, report, sizes, mirror, lang, scripts }) {
    Object.assign(this, { name, page, shots, report, sizes, mirror, lang, scripts, seen: 0, expected: 200 });
  }

  fault(text) {
    this.report.faults.push(`${this.name} at ${this.page.url()}: ${text}`);
  }

  /** What the browser complains of; that a form came back is no fault. */
  console(text) {
    if (this.expected !== 200 && text.includes(`status of ${this.expected}`)) return;
    this.fault(`the browser says: ${text}`);
  }

  /** Opens an address and looks at it. */
  async open(address) {
    await this.page.goto(address);
    await this.look();
  }

  /** Follows a link of the page by its text. */
  async follow(text) {
    const whole = new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`);
    const link = this.page.locator("main a").filter({ hasText: whole }).first();
    if ((await link.count()) === 0) throw new Error(`${this.name} at ${this.page.url()} finds no link “${text}” in:\n${await this.text()}`);
    await this.move(() => link.click());
  }

  /** Presses a button of the page by its text; the page that comes is expected to have this status. */
  async press(text, { within = "main", status = 200 } = {}) {
    this.expected = status;
    await this.move(() => this.page.locator(within).getByRole("button", { name: text, exact: true }).first().click());
    this.expected = 200;
    if (this.status !== status) throw new Error(`${this.name} pressed “${text}” and got ${this.status}:\n${await this.text()}`);
  }

  /** Presses the button that says so in their language. */
  async pressWord(key, how) {
    await this.press(word(this.lang, key), how);
  }

  /** Follows the link that says so in their language. */
  async followWord(key) {
    await this.follow(word(this.lang, key));
  }

  /** Does what leads to another page, waits for it and looks at it. */
  async move(act) {
    await Promise.all([this.page.waitForEvent("domcontentloaded"), act()]);
    await this.look();
  }

  /** Types into a field. */
  async type(field, text) {
    await this.page.locator(`[id="${field}"]`).fill(text);
  }

  /** Chooses from a list by the value that is sent. */
  async choose(field, value) {
    await this.page.locator(`select[name="${field}"]`).selectOption(value);
  }

  /** Ticks a box, or takes one of several. */
  async tick(field, value) {
    await this.page.locator(`input[name="${field}"][value="${value}"]`).check();
  }

  /** Searches a long list and takes what is found. */
  async pick(field, text) {
    await this.page.locator(`input[id="${field}"]`).fill(text);
    await this.page.locator(`[id="${field}__listbox"] li`, { hasText: text }).first().click();
  }

  /** Takes what a code stands for from a long list, with scripts by its name, without them from the list itself. */
  async take(field, code) {
    if (!this.scripts) return this.choose(field, code);
    const name = await this.page.locator(`select[name="${field}"] option[value="${code}"]`).textContent();
    await this.pick(field, name.trim());
  }

  /** Chooses a file with this content. */
  async attach(field, name, content) {
    await this.page.locator(`[id="${field}"]`).setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
  }

  /** Writes a day into its three fields. */
  async day(field, day, month, year) {
    await this.type(`${field}-day`, String(day));
    await this.type(`${field}-month`, String(month));
    await this.type(`${field}-year`, String(year));
  }

  /** What stands in the page. */
  async text() {
    return (await this.page.locator("main").innerText()).replace(/[\u2066-\u2069\u200e\u200f]/g, "");
  }

  /** Fails unless the page says so. */
  async reads(text) {
    const said = await this.text();
    if (!said.includes(text)) throw new Error(`${this.name} at ${this.page.url()} does not read “${text}” but:\n${said}`);
  }

  /** The address of the page, without the server. */
  path() {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  /** Looks at the page as it is, at each size that they have. */
  async look() {
    await this.page.waitForLoadState("load");
    this.seen += 1;
    if (!this.scripts) await this.reflect();
    for (const size of this.sizes) {
      await this.mirror.setViewportSize(size);
      await this.page.setViewportSize(size);
      const wide = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wide > 0) this.fault(`it is ${wide} pixels wider than a screen of ${size.width}: ${await this.widest()}`);
      const found = await new AxeBuilder({ page: this.mirror }).withTags(RULES).analyze();
      for (const { id, help, nodes } of found.violations) {
        this.fault(`axe ${id} at ${size.width}: ${help}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
      }
      await this.shoot(size.width);
    }
    await this.page.setViewportSize(this.sizes[0]);
    this.report.pages += 1;
  }

  /** Shows the mirror the page as it came. */
  async reflect() {
    const body = await this.page.content();
    const shown = this.page.url();
    await this.mirror.route(shown, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
    await this.mirror.goto(shown);
    await this.mirror.unroute(shown);
  }

  /** What sticks out. */
  async widest() {
    return this.page.evaluate(() => {
      const edge = document.documentElement.clientWidth;
      const out = [...document.querySelectorAll("body *")].filter((one) => {
        const box = one.getBoundingClientRect();
        return box.width > 0 && (box.right > edge + 1 || box.left < -1);
      });
      return out.slice(-3).map((one) => one.outerHTML.slice(0, 120)).join(" | ");
    });
  }

  async shoot(width) {
    if (!this.shots) return;
    const place = this.path().replace(/[^a-z0-9]+/gi, "-").slice(0, 60);
    const lang = await this.page.evaluate(() => document.documentElement.lang);
    const number = String(this.report.pages).padStart(2, "0");
    await this.page.screenshot({ path: `${this.shots}/${number}-${this.name}${place}-${lang}-${width}.png`, fullPage: true });
  }

  /** Reads the page in another language, and goes back to English. */
  async alsoIn(lang, { status = 200 } = {}) {
    const before = this.path();
    this.expected = status;
    await this.move(() => this.page.locator(`.app-languages button[value="${lang}"]`).click());
    const root = await this.page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
    if (root[0] !== lang || (root[1] === "rtl") !== (lang === "ar")) this.fault(`it is ${root} and not ${lang}`);
    if (this.path() !== before) this.fault(`the language switch led to ${this.path()} and not to ${before}`);
    await this.page.locator('.app-languages button[value="en"]').click();
    await this.page.waitForLoadState("load");
    this.expected = 200;
  }
}
