// Cases that walk through every step of the diagram (design, section 5), each step by whoever takes it, in a browser. What no person
// does, a day that passes, is not here: the sample registry has a case that silence ended, and it is brought back.

import { register } from "./registrants.js";

/** How they come: at a desk, with scripts; the pages are looked at on a telephone by the other walks. */
export const AT_DESK = { lang: "en", locale: "en-GB", scripts: true, sizes: ["desk"] };

/** The smallest organization that the board takes, in a country. */
const organization = (name, host, city) => ({
  name: "Applicant",
  email: "steps.applicant@example.org",
  how: AT_DESK,
  organization: { name, host, city, homeland: "KE", language: "en" },
  about: "Evening lessons and a telephone for newcomers.",
  office: "Chair",
});

/** Walks all of them; `people` are signed in already: the applicant, the post, two of the board and its chair. */
export async function everyStep(people, paper, step) {
  const { applicant } = people;
  const hand = async (name, host, city) => (await register(applicant, organization(name, host, city), paper)).caseOf;
  step("steps: a post is asked, changes, conditions and acceptance");
  await atPost(people, await hand("Lake Reading Room", "AT", "Graz"));
  step("steps: two refuse together, an appeal, and the chair");
  await twice(people, await hand("Lake Rowing Circle", "CH", "Thun"));
  step("steps: a session of the board decides");
  await together(people, await hand("Harbour Choir of Izmir", "TR", "Izmir"));
  step("steps: withdrawn by whoever applied, and brought back after silence");
  await takenBack(people, await hand("Fjord Walkers", "NO", "Bodo"));
  await afterSilence(people);
}

/** Fails unless the page of a case says that it stands there. */
async function standsAt(someone, caseOf, stage) {
  await someone.open(`/desk${caseOf}`);
  const there = await someone.page.locator(`.app-identity .app-stage--${stage}`).count();
  if (there === 0) throw new Error(`${someone.name}: the case does not stand at ${stage}:\n${await someone.page.locator(".app-identity").innerText()}`);
}

async function take(board, caseOf) {
  await board.open(`/desk${caseOf}`);
  const button = board.page.getByRole("button", { name: /^(Take this case|Open it again for the appeal)$/ });
  if ((await button.count()) > 0) await board.move(() => button.first().click());
}

const inWeeks = (weeks) => {
  const day = new Date(Date.now() + weeks * 7 * 24 * 60 * 60 * 1000);
  return [day.getUTCDate(), day.getUTCMonth() + 1, day.getUTCFullYear()];
};

async function atPost({ applicant, post, board }, caseOf) {
  await standsAt(board, caseOf, "at_post");
  await post.open(`/desk${caseOf}`);
  await post.follow("Give an opinion");
  await post.tick("view", "supports");
  await post.type("words", "Known to us for years.");
  await post.press("Give the opinion");
  await take(board, caseOf);
  await standsAt(board, caseOf, "in_review");
  await board.follow("Decide");
  await board.tick("answer", "changes_requested");
  await board.page.locator("details:has(#note-city) > summary").click();
  await board.type("note-city", "Which part of Graz?");
  await board.day("changes_due", ...inWeeks(3));
  await board.press("Send the decision");
  await standsAt(board, caseOf, "changes_requested");
  await applicant.open(caseOf);
  await applicant.follow("Answer the board");
  await applicant.follow("City");
  await applicant.type("city", "Graz-Lend");
  await applicant.press("Save and continue");
  await applicant.press("Submit the changes");
  await take(board, caseOf);
  await board.follow("Decide");
  await board.tick("answer", "accepted_with_conditions");
  await board.type("despite", "The post knows them well.");
  await board.type("conditions", "Name a treasurer.");
  await board.day("conditions_due", ...inWeeks(8));
  await board.press("Send the decision");
  await standsAt(board, caseOf, "accepted_with_conditions");
  await applicant.open(caseOf);
  await applicant.followWord("condition-answer-link");
  await applicant.type("words", "Our treasurer was elected on Sunday.");
  await applicant.pressWord("condition-answer-send");
  await board.open(`/desk${caseOf}`);
  await board.followWord("condition-mark-title");
  await board.tick("mark", "met");
  await board.pressWord("condition-mark-send");
  await standsAt(board, caseOf, "accepted");
}

async function twice({ applicant, board, second, chair }, caseOf) {
  await take(board, caseOf);
  await board.follow("Decide");
  await board.tick("answer", "refused");
  await board.type("reason", "The statutes say nothing of a purpose yet.");
  await board.press("Send the decision");
  await standsAt(board, caseOf, "in_review");
  if ((await board.page.getByRole("button", { name: "Confirm the decision" }).count()) > 0) board.fault("whoever proposes could confirm");
  await second.open(`/desk${caseOf}`);
  await second.press("Confirm the decision");
  await standsAt(second, caseOf, "refused");
  await applicant.open(caseOf);
  await applicant.followWord("registration-case-appeal");
  await applicant.type("why", "Our statutes name the purpose on their second page.");
  await applicant.pressWord("registration-appeal-send");
  await standsAt(board, caseOf, "appealed");
  if ((await board.page.getByRole("link", { name: "Decide", exact: true }).count()) > 0) board.fault("whoever refused could decide the appeal");
  await take(chair, caseOf);
  await chair.follow("Decide");
  await chair.tick("answer", "accepted");
  await chair.type("despite", "The second page was overlooked.");
  await chair.press("Send the decision");
  await standsAt(chair, caseOf, "accepted");
}

async function together({ board, second, chair }, caseOf) {
  await take(board, caseOf);
  await chair.open("/desk/sessions");
  await chair.open("/desk/sessions/new");
  await chair.day("date", ...inWeeks(1));
  await chair.type("time", "14:30");
  await chair.pick("zone", "Europe/Vienna");
  await chair.type("minutes", "90");
  await chair.type("place", "Conference room");
  await chair.page.locator("select[name=chair]").selectOption({ label: "steps.chair" });
  for (const name of ["steps.chair", "steps.board", "steps.second"]) await chair.page.getByLabel(name, { exact: true }).and(chair.page.locator("[name=members]")).check();
  await chair.type("quorum", "2");
  await chair.pressWord("session-call");
  const session = chair.path();
  const id = caseOf.split("/").at(-1);
  await chair.choose("case", id);
  await chair.pressWord("session-add-button");
  for (const box of await chair.page.locator("[name=present]").all()) await box.check();
  await chair.pressWord("session-present-save");
  const item = await chair.page.locator(`a[href^="${session}/agenda/"]`).first().getAttribute("href");
  for (const [member, vote] of [[board, "accepted"], [second, "refused"]]) {
    await member.open(item);
    await member.tick("vote", vote);
    await member.type("why", "As the papers say.");
    await member.pressWord("session-vote-send");
  }
  // A tie: whoever presides has the casting vote, and no other.
  await chair.open(item);
  await chair.tick("casting", "accepted");
  await chair.pressWord("session-count");
  await chair.open(session);
  await chair.pressWord("session-close");
  await chair.open(`${session}/minutes`);
  await standsAt(chair, caseOf, "accepted");
}

async function takenBack({ applicant, board }, caseOf) {
  await applicant.open(`${caseOf}/withdrawal`);
  await applicant.type("why", "We come back in spring.");
  await applicant.pressWord("registration-withdraw");
  await standsAt(board, caseOf, "withdrawn");
}

async function afterSilence({ board }) {
  await board.open("/desk/cases?stage=expired");
  const caseOf = (await board.page.locator('main a[href^="/desk/cases/"]').first().getAttribute("href")).replace(/^\/desk|\?.*$/g, "");
  await board.open(`/desk${caseOf}/revival`);
  await board.type("why", "They wrote that they were ill.");
  await board.pressWord("desk-revive");
  await standsAt(board, caseOf, "changes_requested");
}
