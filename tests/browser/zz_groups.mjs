import { chromium } from "playwright-core";
const [email, password, only] = process.argv.slice(2);
const base = "http://127.0.0.1:8135";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
async function ctx(width, lang) {
  const c = await browser.newContext({ viewport: { width, height: 900 } });
  await c.addCookies([{ name: "concord-language", value: lang, url: base }]);
  const p = await c.newPage();
  await p.goto(base + "/sign-in");
  await p.fill("input[name=email]", email);
  await p.fill("input[name=password]", password);
  await p.click("main button[type=submit]");
  await p.waitForLoadState();
  return p;
}
async function shot(p, path, name, full = true) {
  const r = await p.goto(base + path);
  const over = await p.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const h = await p.evaluate(() => document.documentElement.scrollHeight);
  console.log(name, r.status(), "overflow", over, "height", h);
  await p.screenshot({ path: `/tmp/gshots/${name}.png`, fullPage: full });
}
export { base, browser, ctx, shot };
const wide = await ctx(1280, "en"), phone = await ctx(390, "en"), arab = await ctx(390, "ar");
await wide.goto(base + "/desk/groups");
const groups = await wide.$$eval("main th a[href^='/desk/groups/']", (a) => a.map((x) => x.getAttribute("href")));
const g = groups[0];
await wide.goto(base + g);
const member = await wide.$eval("main td a[href*='/members/']", (a) => a.getAttribute("href"));
const meetings = await wide.$$eval("main a[href*='/desk/meetings/']", (a) => a.map((x) => x.getAttribute("href")));
console.log(g, member, meetings);
for (const [p, n] of [[wide, "1280"], [phone, "390"], [arab, "ar"]]) {
  await shot(p, g, `group-${n}`);
  await shot(p, g + "/ending", `ending-${n}`);
  await shot(p, member, `place-${n}`);
  for (const [i, m] of meetings.slice(0, 2).entries()) await shot(p, m, `meeting${i}-${n}`);
}
// end another one at once
const o = groups[groups.length - 1];
await wide.goto(base + o + "/ending");
await shot(wide, o + "/ending", "ending2-1280");
await wide.fill("textarea[name=words]", "The task is done. Thank you all.");
const d = new Date();
await wide.fill("input[name=last-day]", String(d.getUTCDate()));
await wide.fill("input[name=last-month]", String(d.getUTCMonth() + 1));
await wide.fill("input[name=last-year]", String(d.getUTCFullYear()));
await wide.click("main form[action$='/ending'] button[type=submit]");
await wide.waitForLoadState();
for (const [p, n] of [[wide, "1280"], [phone, "390"], [arab, "ar"]]) {
  await shot(p, o, `ended-${n}`);
  await shot(p, "/desk/groups?state=ended", `endedlist-${n}`);
  await shot(p, o.replace("/desk", ""), `endedpublic-${n}`);
}
await browser.close();
