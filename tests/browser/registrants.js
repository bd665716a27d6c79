// From sign-up to the certificate, as three people in three languages: two on telephones without scripts, one at a desk
// with them. Each organization is the smallest that the board takes.

import { word } from "./words.js";

const PEOPLE = [
  {
    name: "مريم حدّاد",
    email: "maryam@example.org",
    how: { lang: "ar", locale: "ar", scripts: false, sizes: ["telephone"] },
    organization: { name: "جمعية الأرز الثقافية", host: "BE", city: "Antwerp", homeland: "LB", language: "ar" },
    about: "نعلّم العربية لأطفال المدينة مساء كل خميس.",
    office: "رئيسة",
  },
  {
    name: "Олена Коваль",
    email: "olena@example.org",
    how: { lang: "ru", locale: "ru-RU", scripts: false, sizes: ["telephone"] },
    organization: { name: "Украинский хор «Джерело»", host: "FI", city: "Turku", homeland: "UA", language: "uk" },
    about: "Поём народные песни и собираем помощь школам.",
    office: "Председатель",
  },
  {
    name: "Grace Wanjiru",
    email: "grace@example.org",
    how: { lang: "en", locale: "en-GB", scripts: true, sizes: ["desk"] },
    organization: { name: "Baraza Mentors", host: "NO", city: "Bergen", homeland: "KE", language: "en" },
    about: "Evening lessons and a telephone for newcomers.",
    office: "Chair",
  },
];

/** Walks with all three at once, each up to the certificate. */
export async function registrants({ meet, here, board, paper, password, step }) {
  const queue = turns();
  const walks = PEOPLE.map(async (who) => {
    const them = await meet(`registrant-${who.how.lang}`, who.how);
    await signUp(them, here, who, password);
    const { caseOf, pages, fields } = await register(them, who, paper);
    step(`${who.how.lang}: ${pages} pages and ${fields} fields from the home page to the receipt, papers and account apart`);
    const number = await queue(() => accept(board, caseOf));
    const letter = await here.letter(who.email, number);
    if (!letter.includes(word(who.how.lang, "letter-accepted-subject").split("{")[0].trim())) them.fault("the letter is in another language");
    await certificate(them, number);
    step(`${who.how.lang}: the certificate of ${number} is there and says what is true`);
  });
  await Promise.all(walks);
}

/** Lets one in at a time: the board has one browser. */
function turns() {
  let last = Promise.resolve();
  return (act) => {
    const mine = last.then(act);
    last = mine.catch(() => {});
    return mine;
  };
}

async function signUp(them, here, who, password) {
  await them.open("/");
  await them.open("/sign-up");
  await them.type("name", who.name);
  await them.type("email", who.email);
  await them.type("password", password);
  await them.pressWord("account-sign-up");
  const letter = await here.letter(who.email, "/confirmation/");
  await them.open(letter.match(/\/confirmation\/[\w-]+/)[0]);
  await them.pressWord("account-confirm");
  if (them.path().startsWith("/sign-in")) {
    await them.type("email", who.email);
    await them.type("password", password);
    await them.pressWord("account-sign-in");
  }
}

/** Registers the smallest organization that the board takes; where its case is, and over how many pages and fields. */
export async function register(them, who, paper) {
  const { organization } = who;
  let pages = 0;
  let fields = 0;
  const fill = async (act) => {
    fields += 1;
    await act;
  };
  const go = async (act) => {
    await act;
    pages += 1;
  };
  await go(them.open("/"));
  await go(them.move(() => them.page.locator('main a[href="/registrations/new"]').first().click()));
  await fill(them.type("name", organization.name));
  await fill(them.take("host_country", organization.host));
  await fill(them.choose("kind", "association"));
  await fill(them.tick("for_profit", "no"));
  await go(them.pressWord("prescreen-ask"));
  await go(them.pressWord("registration-new-start"));
  const form = them.path();
  await go(them.move(() => them.page.locator('main a[href$="/form/names"]').first().click()));
  const goOn = () => go(them.pressWord("registration-continue"));
  await goOn();
  for (const section of ["place", "community", "work", "contacts", "people"]) {
    if (!them.path().includes(`/form/${section}`)) await them.open(`${form}/${section}`);
    if (section === "place") await fill(them.type("city", organization.city));
    if (section === "community") await fill(them.take("homeland", organization.homeland));
    if (section === "work") {
      await fill(them.tick("areas", "culture"));
      await fill(them.take("about-0-language", organization.language));
      await fill(them.type("about-0-text", who.about));
    }
    if (section === "contacts") await fill(them.type("contacts-0-value", who.email));
    if (section === "people") {
      await fill(them.type("people-0-name", who.name));
      await fill(them.type("people-0-title", who.office));
    }
    await goOn();
  }
  const answers = form.replace(/\/form.*/, "/answers");
  await addPapers(them, answers, paper);
  await go(them.pressWord("registration-submit"));
  if (!/\b[A-Z]{2}-\d{7}-\w+/.test(await them.text())) them.fault("the receipt has no number");
  await them.followWord("registration-receipt-follow");
  await them.reads(organization.name);
  return { caseOf: them.path(), pages, fields };
}

async function addPapers(them, answers, paper) {
  await them.open(answers.replace(/\/answers.*/, "/documents"));
  const missing = them.page.locator(".app-shelf__slot:has(.app-tag--amber) .app-shelf__add a");
  while ((await missing.count()) > 0) {
    await them.move(() => missing.first().click());
    await them.attach("file", "paper.pdf", paper);
    await them.pressWord("document-send");
  }
  await them.open(answers);
}

async function accept(board, caseOf) {
  await board.open(`/desk${caseOf}`);
  await board.press("Take this case");
  await board.follow("Decide");
  await board.tick("answer", "accepted");
  await board.type("despite", "The post knows them well.");
  await board.press("Send the decision");
  const number = (await board.text()).match(/CR-\d{7}-\w+/)?.[0];
  if (!number) throw new Error("there is no registry number on the page of the accepted case");
  return number;
}

async function certificate(them, number) {
  await them.open("/home");
  await them.open(`/home/organizations/${number}`);
  await them.open(`/home/organizations/${number}/certificates`);
  await them.pressWord("certificate-issue");
  if ((await them.page.locator("main .app-shelf__add a").count()) > 0) {
    await them.move(() => them.page.locator("main .app-shelf__add a").first().click());
  }
  await them.reads(number);
  const verify = (await them.page.content()).match(/\/verify\/[\w-]+/)[0];
  await them.open(verify);
  await them.reads(word(them.lang, "verify-good"));
}
