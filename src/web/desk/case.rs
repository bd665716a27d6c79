//! A case with all that the desk knows of it.

use super::alike::Candidates;
use super::beside::Beside;
use super::changes::{Amends, Changed, Moves, amends, changes, moves};
use super::findings::{self, Findings};
use super::offers::{Offers, why_given};
use super::phrases::{MESSAGE, Offered};
use super::proof::Proof;
use super::proposal::Proposed;
use super::renews::Renews;
use super::rivals::Claim;
use super::said::{Decided, Said, Written};
use super::view::{Happened, People, SECOND, Title, When, paragraphs, waits_on};
use crate::account;
use crate::actor::Actor;
use crate::case::{self, Case, Condition, Reach, Stage, Submission, policy};
use crate::criterion;
use crate::db::Tx;
use crate::document;
use crate::ids::{AccountId, CaseId};
use crate::organization::{self, Organization, Section};
use crate::say;
use crate::signing;
use crate::sitting;
use crate::values::{CaseKind, Lang};
use crate::web::documents::{Reading, Shown, flag, shown};
use crate::web::papers::{Typed, typed};
use crate::web::registrations::{has_form, registered as registered_now};
use crate::web::{
    Answer, Chrome, Page, Path, Query, Sheet, conditions, filters, html_with, particulars, see,
    urls,
};
use askama::Template;
use axum::http::StatusCode;

#[derive(Template)]
#[template(path = "desk/case.html")]
struct ShowPage {
    page: Page,
    case: Case,
    title: Title,
    number: String,
    holder: Option<Holder>,
    submitted: Option<When>,
    /// Whom it waits on; empty once it is over.
    waits_on: String,
    waits_since: Option<When>,
    due: Option<When>,
    overdue: bool,
    /// Until when it can be brought back.
    revivable: Option<When>,
    offers: Offers,
    /// Why the portal gave it to this person.
    given: Option<String>,
    /// Whether keys act on the page.
    has_keys: bool,
    /// The list from which it was opened.
    beside: Option<Beside>,
    /// What the board says often, for whoever may write.
    phrases: Option<Offered>,
    /// Colleagues who can be named in a note.
    tellable: Vec<(String, String)>,
    /// What was submitted last, with the papers behind it.
    proof: Proof,
    ordinal: i16,
    changes: Vec<Changed>,
    signed: Vec<Signed>,
    papers: Vec<Shown>,
    flag: Option<&'static str>,
    /// What may be the same organization.
    alike: Candidates,
    evidence: Vec<String>,
    amends: Vec<Amends>,
    renews: Option<Renews>,
    people: Vec<Moves>,
    claim: Option<Claim>,
    registered: Option<Organization>,
    /// The paper that it was typed in from.
    typed: Option<Typed>,
    opinions: Vec<Said>,
    /// What the board finds of its criteria, if it is judged by some.
    findings: Option<Findings>,
    /// The session that decides it, with its address for those who see that.
    sits: Option<(Option<String>, When)>,
    /// What a colleague proposes, or another disagreed with.
    proposed: Option<Proposed>,
    decisions: Vec<Decided>,
    conditions: Vec<conditions::Shown>,
    /// Whether this person may say whether they are met.
    may_mark: bool,
    messages: Vec<Written>,
    happened: Vec<Happened>,
    form: Sheet,
}

/// A signature under something that was submitted.
struct Signed {
    name: String,
    /// What they typed, where that is something else.
    typed: Option<String>,
    office: &'static str,
    when: When,
    ordinal: i16,
}

struct Holder {
    name: String,
    since: When,
    is_me: bool,
}

/// `GET /desk/cases/{id}`
pub async fn show(
    chrome: Chrome,
    actor: Actor,
    Path(id): Path<CaseId>,
    Query(fields): Query,
    mut tx: Tx,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    // One's own is looked at as an applicant does.
    if case.is_own(actor.person()?.id) {
        return see(urls::case(id));
    }
    policy::at_desk(&actor, &case)?;
    let beside = Beside::of(&mut tx, chrome.lang, &actor, (id, &fields)).await?;
    // What is written stays within the board, unless somebody says otherwise.
    let form = Sheet::of([("reach", "internal")].into_iter().collect());
    render(StatusCode::OK, chrome, &actor, tx, case, (form, beside)).await
}

/// The page, also for a message that came back with mistakes.
pub async fn render(
    status: StatusCode,
    chrome: Chrome,
    actor: &Actor,
    mut tx: Tx,
    case: Case,
    (form, beside): (Sheet, Option<Beside>),
) -> Answer {
    let (vault, lang, today) = (tx.vault(), chrome.lang, tx.today());
    let granted = policy::read(actor, &case)?;
    case::note_viewing(&mut tx, actor, &case).await?;
    case::note_presence(&mut tx, actor, &case).await?;
    case::note_read(&mut tx, actor, &case).await?;
    let has_keys = account::keys_are_on(&mut tx, actor.person()?.id).await?;
    let tellable = match policy::write(actor, &case, Reach::Internal) {
        Ok(granted) => case::tellable(&mut tx, &vault, &granted).await?,
        Err(_) => Vec::new(),
    };
    let phrases = match policy::write(actor, &case, Reach::Applicant) {
        Ok(_) => Some(Offered::of(&mut tx, lang, &case, &MESSAGE).await?),
        Err(_) => None,
    };
    let submissions = case::submissions(&mut tx, &vault, &granted).await?;
    let decisions = case::decisions(&mut tx, &vault, &granted).await?;
    let conditions = case::conditions(&mut tx, &vault, &granted).await?;
    let opinions = case::opinions(&mut tx, &vault, &granted).await?;
    // What was proposed before the board answered is in history.
    let proposal = match case.stage.is_open() {
        true => case::last_proposal(&mut tx, &vault, &granted).await?,
        false => None,
    };
    let messages = case::messages(&mut tx, &vault, &granted).await?;
    let attachments = document::attachments(&mut tx, &vault, &granted).await?;
    let mut entries = case::timeline(&mut tx, &vault, &granted).await?;
    if sitting::policy::see(actor).is_err() {
        entries.retain(|entry| !entry.act.is_of_votes());
    }
    let listed = document::policy::list_of_case(actor, &case)?;
    let slots = document::shelf(&mut tx, &vault, &listed, today).await?;
    let papers = shown(&slots, &Reading::at_desk(lang, today));
    let assessed = criterion::assessed(&mut tx, &vault, &granted).await?;
    let excuses = criterion::excuses(&mut tx, &vault, &granted).await?;
    let signed = signing::kept(&mut tx, &vault, &granted).await?;
    let who_met: Vec<AccountId> = conditions.iter().flat_map(Condition::accounts).collect();
    let held = case.stage.holding();
    let accounts = held
        .iter()
        .map(|it| it.by)
        .chain(decisions.iter().map(|it| it.by))
        .chain(opinions.iter().map(|it| it.by))
        .chain(who_met)
        .chain(proposal.iter().map(|it| it.by))
        .chain(proposal.iter().filter_map(|it| it.ended.as_ref()?.by))
        .chain(messages.iter().map(|it| it.by))
        .chain(findings::accounts(&assessed, &excuses))
        .chain(entries.iter().filter_map(|it| it.account));
    let people = People::of(&mut tx, &vault, accounts)
        .await?
        .and_absences(&mut tx, &vault, today)
        .await?;
    let last = submissions.last();
    let registered = match case.organization {
        Some(organization) => organization::find(&mut tx, organization).await?,
        None => None,
    };
    let alike = Candidates::of(&mut tx, actor, &case, last, registered.as_ref()).await?;
    let claim = match case.kind {
        CaseKind::Claim => Some(Claim::of(&mut tx, &vault, lang, &granted, &case, last).await?),
        _ => None,
    };
    // What was decided is in history, field by field.
    let meant = match last.filter(|_| case.stage.is_open()) {
        Some(last) => {
            let now = registered_now(&mut tx, &vault, today, &case).await?;
            case::meant(&mut tx, &vault, &granted, &last.particulars, now).await?
        }
        None => None,
    };
    let about = (registered.as_ref(), meant.as_ref(), last);
    let renews = Renews::of(&mut tx, (lang, today), actor, &case, about, &assessed).await?;
    let people_moved = match last.zip(meant.as_ref()) {
        Some(about) => moves(&mut tx, &vault, (lang, today), &granted, about).await?,
        None => Vec::new(),
    };
    let typed = typed(&mut tx, &vault, lang, &granted).await?;
    // That the case was looked at is written down also when the page then fails.
    let _ = tx.commit().await?;

    let number = case.number.map(|it| it.to_string()).unwrap_or_default();
    let page = ShowPage {
        page: chrome
            .page()
            .crumb(urls::DESK, say::t(lang, "desk-title"))
            .crumb(urls::DESK_CASES, say::t(lang, "desk-cases-title"))
            .crumb("", number.clone()),
        title: Title::of_case(lang, &case),
        number,
        holder: held.map(|held| Holder {
            name: people.name_now(lang, held.by),
            since: When::moment(lang, held.since),
            is_me: actor.account() == Some(held.by),
        }),
        submitted: case.submitted_at.map(|at| When::moment(lang, at)),
        waits_on: match (case.proposer, case.turn) {
            (Some(_), _) => say::t(lang, SECOND),
            (None, Some(turn)) => waits_on(lang, turn.of, case.host_country, || {
                held.map(|held| people.name_now(lang, held.by))
            }),
            (None, None) => String::new(),
        },
        waits_since: case
            .turn
            .map(|turn| When::day(lang, turn.since.date_naive())),
        due: case
            .turn
            .and_then(|turn| turn.until)
            .map(|until| When::day(lang, until)),
        overdue: case.turn.is_some_and(|turn| turn.is_overdue(today)),
        revivable: match case.stage {
            Stage::Expired { until, .. } => Some(When::day(lang, until)),
            _ => None,
        },
        offers: Offers::to(actor, &case, today),
        given: why_given(lang, actor, &case, &entries),
        has_keys,
        beside,
        phrases,
        tellable: tellable
            .into_iter()
            .map(|(id, name)| (id.to_string(), name))
            .collect(),
        proof: Proof::of(
            lang,
            actor,
            &case,
            last.map_or_else(Vec::new, |last| said(lang, &case, last)),
            (&slots, &papers),
        ),
        findings: Findings::of(lang, &people, (actor, &case), (&assessed, &excuses), &slots),
        ordinal: last.map_or(0, |last| last.ordinal),
        changes: changes(lang, &submissions),
        evidence: paragraphs(last.and_then(|last| last.words.as_ref())),
        claim,
        amends: meant.map_or_else(Vec::new, |meant| amends(lang, &meant)),
        renews,
        people: people_moved,
        signed: signed
            .into_iter()
            .map(|it| Signed {
                typed: Some(it.typed).filter(|typed| *typed != it.name),
                name: it.name,
                office: it.office.key(),
                when: When::moment(lang, it.at),
                ordinal: it.ordinal,
            })
            .collect(),
        flag: flag(&papers),
        papers,
        alike,
        registered,
        typed,
        opinions: opinions
            .iter()
            .map(|it| Said::of(lang, &people, it))
            .collect(),
        sits: case.sitting.zip(case.sits_on).map(|(id, day)| {
            let sees = sitting::policy::see(actor).is_ok();
            (sees.then(|| urls::desk_session(id)), When::day(lang, day))
        }),
        proposed: proposal
            .as_ref()
            .and_then(|it| Proposed::of((lang, today), &people, it)),
        decisions: decisions
            .iter()
            .rev()
            .map(|it| Decided::of(lang, &people, it))
            .collect(),
        conditions: conditions
            .iter()
            .map(|it| conditions::shown(lang, today, it, |account| people.name(account)))
            .collect(),
        may_mark: policy::mark_condition(actor, &case).is_ok(),
        messages: messages
            .iter()
            .map(|it| Written::of(lang, &people, (it, &attachments), &case))
            .collect(),
        happened: entries
            .iter()
            .map(|it| Happened::of(lang, &people, it))
            .collect(),
        form,
        case,
    };
    html_with(status, lang, page)
}

/// What was submitted last, section by section that it speaks of.
fn said(lang: Lang, case: &Case, last: &Submission) -> Vec<particulars::Row> {
    let mut rows = particulars::rows(lang, &last.particulars);
    let spoken_of: Vec<Section> = Section::spoken_of(&last.particulars).collect();
    rows.retain(|row| has_form(case.kind) && spoken_of.contains(&Section::of(row.field)));
    rows
}

impl ShowPage {
    /// The key of the button that takes the case.
    fn take_key(&self) -> &'static str {
        match self.case.stage {
            Stage::Appealed { .. } => "desk-take-appeal",
            _ => "desk-take",
        }
    }

    /// The key of what stands above a proposal.
    fn proposed_key(&self) -> &'static str {
        match self.case.proposer {
            Some(_) => "desk-proposal-title",
            None => "desk-proposal-last-title",
        }
    }

    /// Whether accepting it in one step comes before everything else.
    fn is_accepted_at_once(&self) -> bool {
        self.renews.as_ref().is_some_and(|renews| renews.at_once)
    }

    /// Whom a message can reach.
    fn reaches(&self) -> Vec<(&'static str, String)> {
        let lang = self.page.lang;
        let mut reaches = vec![("internal", say::t(lang, "desk-reach-internal"))];
        if self.offers.message {
            reaches.push(("applicant", say::t(lang, "desk-reach-applicant")));
        }
        reaches
    }
}
