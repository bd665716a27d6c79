// The whole main job in a browser: an organization registers, the board sends it back, accepts it, groups and assigns it, the
// roster leaves as a file, and a visitor finds it by another script. Beside it three people register in three languages, and cases
// walk through every step of the diagram.

import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { AT_DESK, everyStep } from "./diagram.js";
import { person } from "./person.js";
import { portal } from "./portal.js";
import { registrants } from "./registrants.js";

const [program, browserProgram] = process.argv.slice(2);
if (!program || !browserProgram) {
  console.error("usage: node journey.js CONCORD CHROMIUM");
  process.exit(2);
}

const PASSWORD = "seven lamps beside the river";
/** The smallest paper that is taken. */
const PAPER = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";

const NAMES = { hy: "Արարատ մշակութային միություն", ar: "جمعية أرارات الثقافية", la: "Ararat Kulturverein Bremen" };

/** Those who walk through every step of the diagram. */
const STEPS = {
  applicant: "steps.applicant@example.org",
  post: "steps.post@example.org",
  board: "steps.board@example.org",
  second: "steps.second@example.org",
  chair: "steps.chair@example.org",
};

const report = { pages: 0, faults: [] };
const began = performance.now();
const time = () => `${((performance.now() - began) / 1000).toFixed(1)} s`.padStart(8);
const step = (text) => console.log(`${time()}  ${text}`);

const here = await portal(program);
const browser = await chromium.launch({
  executablePath: browserProgram,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
const meet = (name, how) => person(browser, name, { url: here.url, shots: process.env.CONCORD_SHOTS, report }, how);

/** Signs somebody in by the front door. */
async function signIn(name, email, how) {
  const someone = await meet(name, how);
  await someone.open("/sign-in");
  await someone.type("email", email);
  await someone.type("password", PASSWORD);
  await someone.press("Sign in");
  return someone;
}

async function signUp() {
  step("somebody signs up and confirms the address");
  const ani = await meet("applicant");
  await ani.open("/");
  await ani.alsoIn("ar");
  await ani.open("/sign-up");
  await ani.press("Create an account", { status: 422 });
  await ani.reads("There is a problem");
  await ani.type("name", "Անի Պետրոսյան");
  await ani.type("email", "ani.petrosyan@example.org");
  await ani.type("password", PASSWORD);
  await ani.press("Create an account");
  const letter = await here.letter("ani.petrosyan@example.org", "/confirmation/");
  await ani.open(letter.match(/\/confirmation\/[\w-]+/)[0]);
  await ani.press("Confirm");
  if (ani.path().startsWith("/sign-in")) {
    await ani.type("email", "ani.petrosyan@example.org");
    await ani.type("password", PASSWORD);
    await ani.press("Sign in");
  }
  await ani.open("/account");
  await ani.open("/home");
  await ani.alsoIn("ar");
  return ani;
}

async function register(ani) {
  step("the organization is written down, with names in three scripts");
  await ani.open("/registrations/new");
  await ani.press("See the answer", { status: 422 });
  await ani.alsoIn("ar", { status: 422 });
  await ani.type("name", NAMES.hy);
  await ani.pick("host_country", "Germany");
  await ani.choose("kind", "association");
  await ani.tick("for_profit", "no");
  await ani.type("founded", "1998");
  await ani.press("See the answer");
  await ani.reads("a registration is for you");
  await ani.alsoIn("ar");
  await ani.press("Start now");
  await ani.alsoIn("ar");
  await ani.follow("Check your answers");
  await ani.reads("There is a problem");
  await ani.alsoIn("ar");
  await ani.follow("Go back to the form");
  await ani.follow("Names");
  const goOn = () => ani.press("Save and continue");
  await ani.type("names-0-text", " ");
  await ani.press("Save and continue", { status: 422 });
  await ani.alsoIn("ar");
  await ani.type("names-0-text", NAMES.hy);
  await ani.pick("names-0-language", "Armenian");
  for (const [row, name, language] of [[1, NAMES.ar, "Arabic"], [2, NAMES.la, "German"]]) {
    await ani.press("Add another name", { status: 200 });
    await ani.type(`names-${row}-text`, name);
    await ani.choose(`names-${row}-role`, "other");
    await ani.pick(`names-${row}-language`, language);
  }
  await goOn();
  await ani.alsoIn("ar");
  await ani.type("city", "Bremen");
  await goOn();
  await ani.pick("homeland", "Armenia");
  await goOn();
  await ani.alsoIn("ar");
  await ani.tick("areas", "culture");
  await ani.pick("about-0-language", "English");
  await ani.type("about-0-text", "We teach **Armenian** and Arabic to children of Bremen, and sing on Sundays.");
  await goOn();
  await ani.type("contacts-0-value", "office@ararat-bremen.example");
  await goOn();
  await ani.type("people-0-name", "Անի Պետրոսյան");
  await ani.type("people-0-title", "President");
  await goOn();
  await ani.alsoIn("ar");
  await addPapers(ani);
  await ani.press("Submit the registration");
  if (!/\b[A-Z]{2}-\d{7}-\w+/.test(await ani.text())) ani.fault("the receipt has no number");
  await ani.follow("Follow the case");
  await ani.reads(NAMES.hy);
  return ani.path();
}

async function addPapers(ani) {
  step("the papers that are needed are added, one after the other");
  const answers = ani.path();
  await ani.press("Submit the registration", { status: 422 });
  await ani.open(answers.replace(/\/answers.*/, "/documents"));
  await ani.alsoIn("ar");
  const missing = ani.page.locator(".app-shelf__slot:has(.app-tag--amber) .app-shelf__add a");
  while ((await missing.count()) > 0) {
    await ani.move(() => missing.first().click());
    await ani.attach("file", "paper.pdf", PAPER);
    await ani.press("Add the document");
    await ani.page.waitForLoadState();
  }
  await ani.alsoIn("ar");
  await ani.open(answers);
}

async function sendBack(board, caseOf) {
  step("the board takes the case and sends it back with notes");
  await board.open("/desk");
  await board.alsoIn("ar");
  await board.open("/desk/cases?q=Bremen");
  await board.open(`/desk${caseOf}`);
  await board.reads(NAMES.ar);
  await board.press("Take this case");
  await board.follow("Decide");
  await board.press("Send the decision", { status: 422 });
  await board.tick("answer", "changes_requested");
  await board.page.locator("details:has(#note-city) > summary").click();
  await board.type("note-city", "Which part of Bremen?");
  const due = new Date(Date.now() + 21 * 24 * 60 * 60 * 1000);
  await board.day("changes_due", due.getUTCDate(), due.getUTCMonth() + 1, due.getUTCFullYear());
  await board.press("Send the decision");
}

async function answer(ani, caseOf) {
  step("the applicant reads the letter, answers and submits again");
  await here.letter("ani.petrosyan@example.org", caseOf);
  await ani.open(caseOf);
  await ani.reads("Which part of Bremen?");
  await ani.follow("Answer the board");
  await ani.reads("The board asks something here");
  await ani.follow("City");
  await ani.type("city", "Bremen-Neustadt");
  await ani.press("Save and continue");
  await ani.press("Submit the changes");
}

async function accept(board, caseOf) {
  step("the board sees what changed and accepts");
  await board.open(`/desk${caseOf}`);
  await board.reads("Bremen-Neustadt");
  await board.alsoIn("ar");
  const take = board.page.getByRole("button", { name: /Take/ });
  if ((await take.count()) > 0) await board.move(() => take.first().click());
  await board.follow("Decide");
  await board.tick("answer", "accepted");
  await board.type("despite", "The post in Bremen knows them well.");
  await board.press("Send the decision");
  const number = (await board.text()).match(/CR-\d{7}-\w+/)?.[0];
  if (!number) throw new Error("there is no registry number on the page of the accepted case");
  return number;
}

async function coordinate(board, number) {
  step("it is put into a group, and given to a coordinator and to an initiative");
  await board.open("/desk/groups");
  await board.open("/desk/groups/new");
  await board.tick("kind", "council");
  await board.type("name-0-text", "Council of Northern Germany");
  await board.pick("name-0-language", "English");
  await board.press("Create the group");
  await board.type("number", number);
  await board.tick("role", "member");
  await board.press("Add an organization");
  await board.reads(NAMES.hy);
  await board.alsoIn("ar");

  await board.open(`/desk/organizations/${number}`);
  await board.alsoIn("ar");
  await board.follow("Assign a coordinator");
  await board.choose("coordinator", { label: "board" });
  await board.press("Save");
  await board.reads("board");

  await board.open("/desk/initiatives");
  await board.open("/desk/initiatives/new");
  await board.type("text-0-title", "Summer school of the diaspora");
  await board.pick("text-0-language", "English");
  await board.type("lead", number);
  await board.tick("stage", "planned");
  await board.tick("areas", "culture");
  await board.press("Add the initiative");
  await board.reads(NAMES.hy);
}

async function exportRoster(admin, number) {
  step("the roster leaves as a file, and the organization is in it");
  await admin.open("/rosters?q=Ararat");
  const download = admin.page.waitForEvent("download");
  await admin.page.locator("a[download]").click();
  const file = await (await download).path();
  const roster = readFileSync(file, "utf8");
  for (const text of [number, NAMES.hy]) {
    if (!roster.includes(text)) throw new Error(`the roster lacks ${text}:\n${roster.slice(0, 500)}`);
  }
  for (const address of ["/imports", "/imports/new", "/admin/accounts", "/admin/mail"]) await admin.open(address);
  await admin.alsoIn("ar");
}

async function find(number) {
  step("a visitor finds it by another script");
  const visitor = await meet("visitor");
  await visitor.open("/directory");
  await visitor.alsoIn("ar");
  for (const words of ["ararat bremen", "أرارات", "Арарат"]) {
    await visitor.open(`/directory?q=${encodeURIComponent(words)}`);
    await visitor.reads(NAMES.hy);
  }
  await visitor.follow(NAMES.hy);
  await visitor.reads(number);
  await visitor.alsoIn("ar");
  const page = await visitor.page.content();
  if (page.includes("office@ararat-bremen.example")) visitor.fault("a contact that is not public is in the page");
  for (const address of ["/countries/DE", "/password-reset"]) await visitor.open(address);
}

/** The main job, from sign-up to what a visitor finds. */
async function mainJob() {
  const ani = await signUp();
  const caseOf = await register(ani);
  const board = await signIn("coordinator", "board@example.org");
  await sendBack(board, caseOf);
  await answer(ani, caseOf);
  const number = await accept(board, caseOf);
  await coordinate(board, number);
  await exportRoster(await signIn("admin", "admin@example.org"), number);
  await find(number);
}

/** Three people in three languages, while the main job goes on. */
async function threeLanguages() {
  const board = await signIn("second-coordinator", "second@example.org");
  await registrants({ meet, here, board, paper: PAPER, password: PASSWORD, step });
}

/** Cases through every step of the diagram, while the others go on. */
async function steps() {
  const people = {};
  for (const name of ["applicant", "post", "board", "second", "chair"]) people[name] = await signIn(`steps-${name}`, STEPS[name], AT_DESK);
  await everyStep(people, PAPER, step);
}

let failed;
try {
  here.account("board@example.org", "coordinator", PASSWORD);
  here.account("second@example.org", "coordinator", PASSWORD);
  here.account("admin@example.org", "admin", PASSWORD);
  here.account(STEPS.applicant, "member", PASSWORD);
  here.account(STEPS.post, "post_officer", PASSWORD, "--hosts", "AT");
  here.account(STEPS.board, "coordinator", PASSWORD);
  here.account(STEPS.second, "coordinator", PASSWORD);
  here.account(STEPS.chair, "chair", PASSWORD);
  await Promise.all([mainJob(), threeLanguages(), steps()]);
  step(`${report.pages} pages were looked at`);
} catch (error) {
  failed = error;
} finally {
  await browser.close();
  await here.stop();
}

if (failed) {
  console.error(failed);
  console.error(here.said().split("\n").slice(-20).join("\n"));
}
const faults = [...new Set(report.faults)];
for (const fault of faults) console.error(`- ${fault}`);
process.exit(failed || faults.length > 0 ? 1 : 0);
