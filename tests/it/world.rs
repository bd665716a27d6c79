//! A registry in which something of everything is there, with names as long as they may be, and all routes that lead through it.

use chrono::{NaiveDate, TimeDelta};
use concord::actor::Actor;
use concord::case::{self, Answer, FieldNote};
use concord::group::{self, Entry, GroupText, Joining};
use concord::ids::{CaseId, InitiativeId};
use concord::initiative::{self, InitiativeText, Place, Said, Want};
use concord::organization::{self, Name, Particular, Particulars};
use concord::radar;
use concord::sitting::Appointment;
use concord::values::{
    Area, Country, GroupKind, GroupRole, InitiativeRole, InitiativeStage, LanguageTag, NameRole,
    Need, Role, TeamRole, Wording,
};
use concord::{assignment, meeting};
use sqlx::Row as _;

use crate::cases::{decide, draft, line, particulars, prose, submit, take};
use crate::portal::{Browser, File, Portal};
use crate::source::{files, literals};

/// Whoever comes to a portal, in the order of the tables.
pub const PEOPLE: [&str; 9] = [
    "visitor",
    "stranger",
    "applicant",
    "post DE",
    "post FR",
    "auditor",
    "coordinator",
    "chair",
    "admin",
];

/// One of [`PEOPLE`], in a browser of their own.
pub async fn person(portal: &Portal, who: &str) -> Browser {
    match who {
        "visitor" => portal.visitor(),
        "stranger" => portal.member("Stranger").await,
        "applicant" => portal.member("Applicant").await,
        "post DE" => portal.post_officer(&["DE"]).await,
        "post FR" => portal.post_officer(&["FR"]).await,
        "auditor" => portal.auditor().await,
        "coordinator" => portal.coordinator().await,
        "chair" => portal.chair().await,
        "admin" => portal.admin().await,
        other => panic!("who is {other}?"),
    }
}

/// A way through the portal.
#[derive(Clone, Debug)]
pub struct Route {
    pub method: String,
    pub path: String,
}

/// Every route that `src/web` has.
pub fn routes() -> Vec<Route> {
    let mut routes = Vec::new();
    for file in files("src/web", ".rs").iter().filter(|it| !it.is_test()) {
        let code = file.program();
        for (at, call) in code.match_indices(".route(") {
            let arguments = arguments(&code[at + call.len()..]);
            let path = literals(arguments).remove(0);
            let behind = &arguments[arguments.find(&path).unwrap() + path.len()..];
            for method in ["get", "post", "put", "patch", "delete", "any"] {
                let is_there = behind.match_indices(&format!("{method}(")).any(|(at, _)| {
                    !behind[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_')
                });
                if is_there {
                    routes.push(Route {
                        method: method.to_uppercase(),
                        path: path.clone(),
                    });
                }
            }
        }
    }
    assert!(routes.len() > 40, "{routes:?}");
    routes.sort_by(|a, b| (&a.path, &a.method).cmp(&(&b.path, &b.method)));
    routes
}

/// The arguments of a call, from behind its parenthesis.
fn arguments(code: &str) -> &str {
    let mut depth = 0;
    for (at, char) in code.char_indices() {
        match char {
            '(' => depth += 1,
            ')' if depth == 0 => return &code[..at],
            ')' => depth -= 1,
            _ => {}
        }
    }
    code
}

impl Route {
    /// The address in this world; nothing, if nothing of the kind is there.
    pub async fn address(&self, portal: &Portal) -> String {
        let mut address = Vec::new();
        let mut before = "";
        for part in self.path.split('/') {
            address.push(match part.starts_with('{') {
                true => thing(portal, before, &self.path).await,
                false => part.to_owned(),
            });
            before = part;
        }
        address.join("/")
    }
}

/// What stands behind `cases/`, `groups/`, …
async fn thing(portal: &Portal, kind: &str, path: &str) -> String {
    let table = match kind {
        "assets" => return "missing.css".to_owned(),
        "countries" => return "DE".to_owned(),
        "confirmation" | "password-reset" | "email-change" | "unsubscribe" => {
            return "a".repeat(43);
        }
        "group-invitations" if path.contains("{token}") && !path.contains("{id}") => {
            return "a".repeat(43);
        }
        "calendars" => return "a".repeat(43),
        "meetings" => "group_meetings",
        "agenda" if path.starts_with("/desk/meetings/") => "group_meeting_items",
        "recommendations" => {
            return one(portal, "select item_id::text from group_recommendations").await;
        }
        "invitations" if path.starts_with("/desk/groups/") => "group_invitations",
        "group-invitations" => "group_invitations",
        "invitations" if path.starts_with("/invitations/") => return "a".repeat(43),
        "conditions" => "case_conditions",
        "signatures" if path.starts_with("/signatures/") => return "a".repeat(43),
        "signatures" => "case_signatories",
        "rescues" if path.starts_with("/rescues/") => return "a".repeat(43),
        "handover" if path.starts_with("/cases/") => {
            return one(
                portal,
                "select id::text from invitations where case_id is not null order by id",
            )
            .await;
        }
        "handover" => {
            return one(
                portal,
                "select id::text from invitations where organization_id is not null order by id",
            )
            .await;
        }
        "team" if path.starts_with("/cases/") => {
            return one(
                portal,
                "select account_id::text from case_team order by since",
            )
            .await;
        }
        "team" => {
            let members = "select account_id::text from organization_team where role = 'editor' and until is null";
            return one(portal, members).await;
        }
        "invitations"
            if path.contains("/partnerships/") || path.starts_with("/desk/initiatives/") =>
        {
            "initiative_invitations"
        }
        "partner-invitations" => "initiative_invitations",
        "initiative-files" | "files" => "initiative_files",
        "contributions" => "contributions",
        "invitations" if path.starts_with("/cases/") => {
            let open = "select id::text from invitations where case_id is not null order by id";
            return one(portal, open).await;
        }
        "invitations" => {
            let open =
                "select id::text from invitations where organization_id is not null order by id";
            return one(portal, open).await;
        }
        "handovers" if path.starts_with("/desk/") => "duty_handovers",
        "bulk" => "bulk_acts",
        "handovers" => "handovers",
        "requests" => "join_requests",
        "rescues" => "rescues",
        "flags" => "flags",
        "views" => "desk_views",
        "organizations" => {
            return one(portal, "select number from organizations order by id").await;
        }
        "documents" if path.ends_with("/documents/{item}") => {
            return crate::documents::STATUTES.to_owned();
        }
        "verify" => return one(portal, "select code from certificates order by id").await,
        "certificates" => "certificates",
        // One with nothing beneath it, that may become another.
        "areas" => return "chess".to_owned(),
        "deciding" => return "01930000-0000-7000-8000-000000000210".to_owned(),
        "prescreen" => return "01930000-0000-7000-8000-000000000091".to_owned(),
        "attachments" => "case_attachments",
        "phrases" => "phrases",
        "criteria" => return one(portal, "select id::text from criteria order by position").await,
        "editions" => return "1".to_owned(),
        "checklists" => return crate::documents::STATUTES.to_owned(),
        "documents" => "documents",
        // The newest: the one that was made for this request.
        "cases" => return one(portal, "select id::text from cases order by id desc").await,
        "sessions" if path.starts_with("/desk/") => "sittings",
        "agenda" => "sitting_items",
        "sessions" => "sessions",
        "accounts" => "accounts",
        "mail" => "letters",
        "imports" => "imports",
        "leaders" => "leaders",
        "mergers" if path.contains("/people/") => "leader_mergers",
        "claims" | "leader-claims" => "leader_claims",
        "offices" if path.ends_with("/reversal") => {
            return one(
                portal,
                "select next_id::text from office_handovers order by id",
            )
            .await;
        }
        "offices" => "leader_offices",
        "groups" => "groups",
        "initiatives" if path.ends_with("/initiatives/{id}/ending") => "initiative_partners",
        "initiatives" if path.starts_with("/home/") => "initiative_proposals",
        "proposals" => {
            let sent = "select id::text from initiative_proposals where stage = 'sent' order by id";
            return one(portal, sent).await;
        }
        "radar" => "overlap_pairs",
        "introductions" => "introductions",
        "initiatives" => "initiatives",
        "needs" => return "0".to_owned(),
        "members" | "memberships" => "group_members",
        "partners" | "partnerships" => "initiative_partners",
        "workbench" => return "unassigned".to_owned(),
        "assignment-rules" => "assignment_rules",
        "coordinators" if path.starts_with("/desk/coordinators") => {
            let of_the_board =
                "select id::text from accounts where role = 'coordinator' order by id";
            return one(portal, of_the_board).await;
        }
        "coordinators" | "assignments" | "coordinator" => "organization_coordinators",
        "standing" if path.starts_with("/desk/standing") => return "notice".to_owned(),
        "standing" => return "suspension".to_owned(),
        "mergers" => "mergers",
        "terms" => "standing_terms",
        "consents" | "leader-addresses" => return "a".repeat(43),
        // The section with everything in it: fields, lists and rows.
        "form" | "particulars" => return "place".to_owned(),
        other => panic!("what does {{…}} stand for behind {other} in {path}?"),
    };
    one(portal, &format!("select id::text from {table} order by id")).await
}

async fn one(portal: &Portal, query: &str) -> String {
    let row = sqlx::query(sqlx::AssertSqlSafe(format!("{query} limit 1")))
        .fetch_optional(portal.db_pool())
        .await
        .unwrap();
    row.map_or_else(
        || "0192f000-0000-7000-8000-000000000000".to_owned(),
        |row| row.get(0),
    )
}

/// A name of exactly so many letters, the second half without a blank to break it at.
pub fn long(word: &str, letters: usize) -> String {
    let broken = format!("{word} ").repeat(letters);
    let whole = word.repeat(letters);
    let half = letters / 2;
    let mut name: String = broken
        .chars()
        .take(half)
        .collect::<String>()
        .trim()
        .to_owned();
    name.push(' ');
    name.extend(whole.chars().take(letters - name.chars().count()));
    name
}

/// What the organization says: names of three hundred letters in four scripts, and markup where people could type it.
pub fn long_particulars() -> Particulars {
    let name = |word, language, role| {
        Name::new(
            line(&long(word, 300)),
            LanguageTag::parse(language).ok(),
            role,
        )
    };
    Particulars {
        names: vec![
            name("Միություն", "hy", NameRole::Legal),
            name("الجمعية", "ar", NameRole::Other),
            name("საზოგადოება", "ka", NameRole::Other),
            name("Общество", "ru", NameRole::Other),
        ],
        city: Some(line("<script>alert(\"Köln\")</script>")),
        ..particulars("-", "DE")
    }
}

/// An open case with a word of everybody in it.
pub async fn open_case(portal: &Portal) -> CaseId {
    let applicant = person(portal, "applicant").await;
    let id = draft(portal, &applicant).await;
    submit(portal, &applicant, id, &long_particulars()).await;
    id
}

/// Fills the registry.
pub async fn fill(portal: &Portal) {
    portal.ignore_letters();
    let (applicant, board) = (
        person(portal, "applicant").await,
        portal.coordinator().await,
    );
    accepted(portal, &applicant, &board).await;
    sent_back(portal, &applicant, &board).await;
    refused(portal, &applicant, &board).await;
    coordinated(portal, &board).await;
    overlapping(portal, &applicant, &board).await;
    imported(portal).await;
    teamed(portal, &applicant).await;
    flagged(portal, &board).await;
    handed_over(portal, &board).await;
    handed(portal, &board).await;
    in_bulk(portal, &board).await;
    viewed(&board).await;
    let id = draft(portal, &applicant).await;
    crate::cases::save(portal, &applicant, id, &long("Draft", 300)).await;
    signed(&applicant, id).await;
    met(portal, &applicant, &board).await;
    let id = open_case(portal).await;
    take(portal, &board, id).await;
}

/// A session of the board with a case on its agenda.
async fn met(portal: &Portal, applicant: &Browser, board: &Browser) {
    let fields = [("host_country", "PT"), ("way", "session")];
    crate::deciding::rule(portal, &fields).await.is(303);
    let id = draft(portal, applicant).await;
    let said = particulars(&long("Հայ", 300), "PT");
    submit(portal, applicant, id, &said).await;
    take(portal, board, id).await;
    let chair = portal.chair().await;
    let (account, member) = (chair.account().to_string(), board.account().to_string());
    let page = chair.get("/desk/sessions/new").await.is(200);
    let key = page.form_key();
    let place = long("Зал", 300);
    let fields = [
        ("idempotency_key", &*key),
        ("date-day", "8"),
        ("date-month", "12"),
        ("date-year", "2026"),
        ("time", "14:30"),
        ("zone", "Asia/Yerevan"),
        ("minutes", "90"),
        ("place", &*place),
        ("quorum", "2"),
        ("chair", &*account),
        ("members", &*account),
        ("members", &*member),
    ];
    let path = chair.post("/desk/sessions", &fields).await.is(303);
    let path = path.location();
    let fields = [("case", &*id.to_string())];
    chair.post(format!("{path}/agenda"), &fields).await.is(303);
    let fields = [("present", &*account), ("present", &*member)];
    chair
        .post(format!("{path}/attendance"), &fields)
        .await
        .is(303);
}

/// Raises a flag about the first organization.
async fn flagged(portal: &Portal, board: &Browser) {
    let number = one(portal, "select number from organizations order by id").await;
    let page = board
        .get(format!("/desk/organizations/{number}/flags"))
        .await
        .is(200);
    let words = long("Слово", 300);
    let fields = [
        ("words", words.as_str()),
        ("due-day", "24"),
        ("due-month", "12"),
        ("due-year", "2026"),
    ];
    page.submit(&fields).await.is(303);
}

/// An office of the first organization that the board handed over.
async fn handed_over(portal: &Portal, board: &Browser) {
    let number = one(portal, "select number from organizations order by id").await;
    let new = format!("/desk/organizations/{number}/leaders/new");
    let page = board.get(&new).await.is(200);
    let (name, title) = (long("Վարդան", 300), long("Секретарь", 300));
    let fields = [
        ("name", name.as_str()),
        ("title", title.as_str()),
        ("office", "secretary"),
    ];
    page.submit_to(&new, &fields).await.is(303);
    let office = one(
        portal,
        "select id::text from leader_offices order by id desc",
    )
    .await;
    let path = format!("/desk/organizations/{number}/offices/{office}/succession");
    let page = board.get(&path).await.is(200);
    let name = long("Филипп", 300);
    let fields = [
        ("name", name.as_str()),
        ("last-day", "24"),
        ("last-month", "11"),
        ("last-year", "2026"),
    ];
    page.submit_to(&path, &fields).await.is(303);
}

/// A letter that somebody planned to write to all organizations.
async fn in_bulk(portal: &Portal, board: &Browser) {
    let words = format!("{}\n\n<b>{}</b>", long("كلمة", 300), long("Wort", 300));
    let subject = long("Тема", 120);
    let fields = [
        ("subject-ru", subject.as_str()),
        ("text-ru", words.as_str()),
    ];
    let path = crate::bulk::planned(board, "letter", "", &fields).await;
    board.get(&path).await.is(200);
    portal.letters().await;
}

/// Somebody who is away, for whom the board's coordinator stands in, gives them a flag.
async fn handed(portal: &Portal, board: &Browser) {
    let leaves = portal.person("Leaver", Role::Coordinator).await;
    let number = one(portal, "select number from organizations order by id").await;
    let desk = format!("/desk/organizations/{number}");
    crate::duties::flag(&leaves, &desk, &leaves).await;
    let page = crate::duties::look(&leaves, None, board).await.is(200);
    let words = long("Grund", 300);
    page.submit_to("/desk/handovers", &[("words", words.as_str())])
        .await
        .is(303);
    let page = leaves.get("/account/absence").await.is(200);
    let deputy = board.account().to_string();
    let fields = [
        ("first-day", "24"),
        ("first-month", "11"),
        ("first-year", "2026"),
        ("last-day", "24"),
        ("last-month", "12"),
        ("last-year", "2026"),
        ("deputy", deputy.as_str()),
    ];
    page.submit(&fields).await.is(303);
}

/// Saves a view, shares it and puts it on a desk.
async fn viewed(board: &Browser) {
    let page = board.get("/desk/views/new?host=DE").await.is(200);
    let name = long("Список", 80);
    page.submit(&[("name", name.as_str()), ("shared", "yes")])
        .await
        .is(303);
    let page = board.get("/desk/views").await.is(200);
    page.submit(&[]).await.is(303);
}

async fn accepted(portal: &Portal, applicant: &Browser, board: &Browser) {
    let id = draft(portal, applicant).await;
    let name = format!("{}.pdf", long("Устав", 300));
    for item in [crate::documents::STATUTES, crate::documents::IDENTITY] {
        let bytes = crate::documents::pdf("Paper");
        crate::documents::add(applicant, id, item, &name, &bytes)
            .await
            .is(303);
    }
    submit(portal, applicant, id, &long_particulars()).await;
    take(portal, board, id).await;
    for (writer, internal) in [(board, true), (board, false), (applicant, false)] {
        say(portal, writer, id, internal).await;
    }
    decide(portal, board, id, Answer::Accept).await;
    let number = one(portal, "select number from organizations order by id").await;
    let path = format!("/home/organizations/{number}/certificates");
    applicant.post(path, &[]).await.is(303);
}

/// Writes into a case.
pub async fn say(portal: &Portal, writer: &Browser, id: CaseId, internal: bool) {
    let mut tx = portal.tx().await;
    let actor = writer.actor().await;
    let case = case::find(&mut tx, &actor, id).await.unwrap();
    let reach = match internal {
        true => case::Reach::Internal,
        false => case::Reach::Applicant,
    };
    let granted = case::policy::write(&actor, &case, reach).unwrap();
    let words = prose(&format!(
        "{}\n\n<b>{}</b>",
        long("كلمة", 300),
        long("Wort", 300)
    ));
    case::write_message(&mut tx, granted, &words).await.unwrap();
    drop(tx.commit().await.unwrap());
}

fn in_a_month() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 24).unwrap()
}

async fn sent_back(portal: &Portal, applicant: &Browser, board: &Browser) {
    let id = draft(portal, applicant).await;
    submit(portal, applicant, id, &particulars("Sent back", "FR")).await;
    take(portal, board, id).await;
    let note = |field| FieldNote {
        field,
        note: prose(&long("Пояснение", 300)),
    };
    let answer = Answer::RequestChanges {
        words: Some(prose("Please look at two things.")),
        notes: vec![note(Particular::Names), note(Particular::City)],
        due: in_a_month(),
    };
    decide(portal, board, id, answer).await;
}

async fn refused(portal: &Portal, applicant: &Browser, board: &Browser) {
    let id = draft(portal, applicant).await;
    submit(portal, applicant, id, &particulars("Refused", "FR")).await;
    take(portal, board, id).await;
    let words = prose(&long("Grund", 300));
    decide(portal, board, id, Answer::Refuse { words }).await;
}

/// A colleague, somebody invited, a place offered, somebody who asks to join and somebody who says that all are gone.
async fn teamed(portal: &Portal, applicant: &Browser) {
    let home = crate::teams::home_of(portal, applicant).await;
    crate::teams::join(portal, applicant, "Colleague", TeamRole::Editor).await;
    let page = applicant.get(&home).await.is(200);
    let fields = [
        ("email", "new@example.org"),
        ("role", "reader"),
        ("lang", "ar"),
    ];
    page.submit_to(&format!("{home}/invitations"), &fields)
        .await
        .is(303);
    let colleague = portal.member("Colleague").await.account().to_string();
    let fields = [("to", colleague.as_str())];
    page.submit_to(&format!("{home}/handovers"), &fields)
        .await
        .is(303);
    let public = home
        .replace("/home/", "/")
        .trim_end_matches("/team")
        .to_owned();
    let words = long("Слово", 300);
    let asking = portal.member("Somebody who asks").await;
    let page = asking.get(format!("{public}/join")).await.is(200);
    page.submit(&[("words", &words)]).await.is(303);
    let page = asking.get(format!("{public}/rescue")).await.is(200);
    page.submit(&[("evidence", &words)]).await.is(303);
    let claimed = one(
        portal,
        "select number from organizations o where not exists (
            select from organization_team t where t.organization_id = o.id) order by id",
    )
    .await;
    let claim = format!("/organizations/{claimed}/claim");
    let id = crate::claims::begin(&asking, &claim, &words).await;
    crate::claims::send(&asking, id).await;
}

/// Somebody named to sign a draft.
async fn signed(applicant: &Browser, id: CaseId) {
    let path = format!("/cases/{id}/signatures");
    let page = applicant.get(&path).await.is(200);
    let fields = [
        ("name", &*long("Имя", 300)),
        ("office", "board_member"),
        ("email", "signs@example.org"),
        ("lang", "ar"),
    ];
    page.submit_to(&path, &fields).await.is(303);
}

/// Groups, initiatives and who looks after whom.
async fn coordinated(portal: &Portal, board: &Browser) {
    let actor = board.actor().await;
    let mut tx = portal.tx().await;
    let organization = sqlx::query_scalar("select id from organizations")
        .fetch_one(&mut *tx)
        .await
        .unwrap();
    let language = |tag| LanguageTag::parse(tag).unwrap();
    let can = group::policy::group(&actor).unwrap();
    let names = vec![Wording {
        text: line(&long("Совет", 300)),
        language: language("ru"),
    }];
    let today = portal.now().date_naive();
    let new = group::Said {
        host_countries: Country::from_code("DE").into_iter().collect(),
        ..group::Said::named(GroupKind::Council, names.clone(), today)
    };
    let group = group::create(&mut tx, &can, &new).await.unwrap();
    let entry = Entry::new(GroupRole::Chair, group::usual_seat(GroupKind::Council));
    let added = group::add(&mut tx, &can, group, organization, &entry).await;
    added.unwrap().unwrap();
    // A part of it, into which the organization is asked.
    let new = group::Said {
        parent: Some(group),
        joining: Joining::Consent,
        texts: vec![GroupText {
            language: language("ru"),
            purpose: None,
            terms: Some(prose(&long("Положение", 2_000))),
        }],
        ..group::Said::named(GroupKind::WorkingGroup, names, today)
    };
    let part = group::create(&mut tx, &can, &new).await.unwrap();
    let entry = Entry::new(GroupRole::Member, None);
    let added = group::add(&mut tx, &can, part, organization, &entry).await;
    added.unwrap().unwrap();
    let can = meeting::policy::call(&actor, group).unwrap();
    let starts_local = (portal.now() + TimeDelta::days(20)).naive_utc();
    let at = Appointment {
        starts_local,
        zone: "UTC".to_owned(),
        lasts_minutes: 90,
        place: line(&long("Зал", 300)),
    };
    let agenda = [line(&long("Отчёт", 300))];
    let called = meeting::call(&mut tx, &can, &at, &agenda).await;
    called.unwrap().unwrap();
    // As if it had been held: what was recommended waits for the board.
    sqlx::query("insert into group_recommendations (item_id, made_at) select id, $1 from group_meeting_items")
        .bind(portal.now())
        .execute(&mut *tx)
        .await
        .unwrap();
    let can = initiative::policy::keep(&actor).unwrap();
    let said = Said {
        texts: vec![InitiativeText {
            language: language("ar"),
            title: line(&long("مبادرة", 300)),
            summary: Some(prose(&long("كلمة", 300))),
            outcomes: None,
        }],
        areas: Area::recorded("culture").into_iter().collect(),
        places: vec![
            Place::host(Country::from_code("DE").unwrap(), Some(line("Köln"))),
            Place::homeland(Country::from_code("AM").unwrap()),
        ],
        starts_on: Some(portal.now().date_naive()),
        ends_on: None,
        stage: InitiativeStage::Planned,
        wants: vec![Want::need(Need::Money)],
        budget: None,
    };
    let initiative = initiative::create(&mut tx, &can, &said).await.unwrap();
    crate::initiatives::db_carried(&mut tx, initiative, organization, InitiativeRole::Lead).await;
    initiative::publish(&mut tx, &can, initiative)
        .await
        .unwrap()
        .unwrap();
    // Another, that it is asked to support.
    let asking = initiative::create(&mut tx, &can, &said).await.unwrap();
    let can = initiative::policy::ask(&actor, asking).unwrap();
    initiative::ask(&mut tx, &can, organization, InitiativeRole::Supporter)
        .await
        .unwrap()
        .unwrap();
    let can = assignment::policy::assign(&actor).unwrap();
    assignment::assign(&mut tx, &can, organization, board.account(), None)
        .await
        .unwrap();
    let chair = portal.chair().await.actor().await;
    let can = assignment::policy::keep_rules(&chair).unwrap();
    let ground = assignment::Ground {
        host: Country::from_code("DE"),
        ..assignment::Ground::default()
    };
    assignment::make_rule(&mut tx, &can, board.account(), &ground)
        .await
        .unwrap()
        .unwrap();
    drop(tx.commit().await.unwrap());
}

/// An initiative that waits for the board, and two that overlap, whose organizations were introduced.
async fn overlapping(portal: &Portal, applicant: &Browser, board: &Browser) {
    let number = one(portal, "select number from organizations order by id").await;
    let initiatives = format!("/home/organizations/{number}/initiatives");
    // One that is still written, and one that waits.
    for is_sent in [false, true] {
        let path = crate::initiatives::begun(applicant, &initiatives).await;
        crate::initiatives::files::both(applicant, &path).await;
        if is_sent {
            crate::initiatives::sent(applicant, &path).await.is(303);
        }
    }
    let words = long("Слово", 300);
    let fields = [("words", words.as_str()), ("public", "yes")];
    let of = number.parse().unwrap();
    let proof = crate::documents::pdf("Receipt");
    crate::contributions::files::recorded_with(applicant, of, &fields, &proof)
        .await
        .is(303);
    let said = particulars(&long("Union", 300), "FR");
    let mut tx = portal.tx().await;
    let made = organization::register(&mut tx, &Actor::System, &said, None).await;
    let (other, _) = made.unwrap();
    let organization = sqlx::query_scalar("select id from organizations order by id")
        .fetch_one(&mut *tx)
        .await
        .unwrap();
    let actor = board.actor().await;
    let can = initiative::policy::keep(&actor).unwrap();
    let scope = initiative::policy::desk(&actor).unwrap();
    let first: InitiativeId = sqlx::query_scalar("select id from initiatives order by id")
        .fetch_one(&mut *tx)
        .await
        .unwrap();
    let found = initiative::find(&mut tx, scope, first)
        .await
        .unwrap()
        .unwrap();
    let mut said = found.said;
    said.texts[0].title = line("مدرسة الأحد والمكتبة ونادي الشطرنج");
    for lead in [organization, other] {
        let id = initiative::create(&mut tx, &can, &said).await.unwrap();
        crate::initiatives::db_carried(&mut tx, id, lead, InitiativeRole::Lead).await;
        initiative::publish(&mut tx, &can, id)
            .await
            .unwrap()
            .unwrap();
        radar::look(&mut tx, id).await.unwrap();
    }
    drop(tx.commit().await.unwrap());
    let pair = one(portal, "select id::text from overlap_pairs").await;
    let words = long("Слово", 300);
    let fields = [("first_words", words.as_str())];
    board
        .post(format!("/desk/radar/{pair}/introduction"), &fields)
        .await
        .is(303);
}

/// A roster that an admin let in, with one row that is refused.
async fn imported(portal: &Portal) {
    let admin = portal.person("Admin", Role::Admin).await;
    let page = admin.get("/imports/new").await.is(200);
    let fields: Vec<(String, String)> = page.fields("main form");
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .filter(|(name, _)| name != "columns")
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .chain([("columns", "own")])
        .collect();
    let file = File {
        field: "file",
        name: "<roster>.csv",
        kind: "text/csv",
        bytes: "name,host_country,city\nKulturverein,DE,Köln\n,,\nNowhere,ZZ,\n".as_bytes(),
    };
    admin.post_file("/imports", &fields, file).await.is(303);
    // The page comes at once, the rows a little later.
    let mut running = true;
    while running {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        running =
            sqlx::query_scalar("select exists (select from imports where finished_at is null)")
                .fetch_one(portal.db_pool())
                .await
                .unwrap();
    }
}
