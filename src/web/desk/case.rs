//! A case with all that the desk knows of it.

use askama::Template;
use axum::http::StatusCode;
use chrono::NaiveDate;

use super::beside::Beside;
use super::offers::{Offers, why_given};
use super::proposal::Proposed;
use super::view::{Happened, People, SECOND, Title, When, paragraphs, waits_on};
use crate::actor::Actor;
use crate::case::{
    self, Case, Condition, Decision, Meant, Message, Opinion, Reach, Scope, Stage, StageCode,
    Submission, Way, policy,
};
use crate::db::Tx;
use crate::document;
use crate::ids::{AccountId, CaseId};
use crate::leader;
use crate::organization::{
    self, Alike, Asked, Organization, Particular, PersonChange, PersonEntry, Said as Says, Section,
    compare, people_changes, sections_of, standing, team,
};
use crate::say;
use crate::signing;
use crate::sitting;
use crate::values::{CaseKind, Lang, Standing, TeamRole};
use crate::vault::Vault;
use crate::web::documents::{Reading, Shown, flag, shown};
use crate::web::papers::{Typed, typed};
use crate::web::registrations::{has_form, registered as registered_now};
use crate::web::{
    Answer, Chrome, Page, Path, Query, Sheet, conditions, filters, html_with, particulars, see,
    urls,
};
use sqlx::PgConnection;

/// The most candidates for the same organization that are shown.
const ALIKE: usize = 10;

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
    /// The list from which it was opened.
    beside: Option<Beside>,
    /// Colleagues who can be named in a note.
    tellable: Vec<(String, String)>,
    said: Vec<particulars::Row>,
    ordinal: i16,
    changes: Vec<Changed>,
    signed: Vec<Signed>,
    papers: Vec<Shown>,
    flag: Option<&'static str>,
    alike: Vec<Alike>,
    asked_before: Vec<case::Alike>,
    evidence: Vec<String>,
    amends: Vec<Amends>,
    renews: Option<Renews>,
    people: Vec<Moves>,
    claim: Option<Claim>,
    registered: Option<Organization>,
    /// The paper that it was typed in from.
    typed: Option<Typed>,
    opinions: Vec<Said>,
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

/// A field that an amendment would change.
struct Amends {
    change: Changed,
    /// Whether somebody else changed it since the amendment was begun.
    meanwhile: bool,
}

/// What only renewals show: until when it would be registered, and what was confirmed.
struct Renews {
    /// The last day of the registration.
    until: Option<When>,
    /// The last day that acceptance today would give it.
    to: When,
    /// The sections that the organization says are still true.
    confirmed: Vec<&'static str>,
    /// The key of what hinders it now.
    hindrance: Option<&'static str>,
    /// Whether it can be accepted in one step: nothing changes that the board looks at first.
    at_once: bool,
}

impl Renews {
    async fn of(
        conn: &mut PgConnection,
        (lang, today): (Lang, NaiveDate),
        actor: &Actor,
        case: &Case,
        (about, meant, last): (Option<&Organization>, Option<&Meant>, Option<&Submission>),
    ) -> crate::Result<Option<Self>> {
        let (CaseKind::Renewal, Some(about), Some(meant), Some(last)) =
            (case.kind, about, meant, last)
        else {
            return Ok(None);
        };
        let changed = sections_of(&meant.changes());
        let until = standing::registered_until(conn, about.id).await?;
        let to = standing::renewed_until(conn, about, today).await?;
        Ok(Some(Self {
            until: until.map(|until| When::day(lang, until)),
            to: When::day(lang, to),
            confirmed: Section::spoken_of(&last.particulars)
                .filter(|section| !changed.contains(section))
                .map(Section::key)
                .collect(),
            hindrance: match about.standing {
                Standing::StruckOff => Some("renewal-desk-struck-off"),
                Standing::Merged => Some("renewal-desk-merged"),
                Standing::Suspended => Some("renewal-desk-suspended"),
                _ => None,
            },
            at_once: may_accept_at_once(actor, case)
                && !meant.is_material()
                && standing::is_renewable(about.standing),
        }))
    }
}

/// Whether this person may take a renewal, if nobody has it, and accept it.
pub(super) fn may_accept_at_once(actor: &Actor, case: &Case) -> bool {
    let untaken = matches!(case.stage, Stage::Submitted { .. });
    let may_take = untaken && policy::take(actor, case).is_ok();
    case.kind == CaseKind::Renewal
        && case.way == Way::One
        && (may_take || policy::decide(actor, case).is_ok())
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

/// Somebody who would join, leave, or hold their office otherwise.
struct Moves {
    key: &'static str,
    tone: &'static str,
    name: String,
    before: String,
    after: String,
    /// Whether somebody else changed the same office since it was begun.
    meanwhile: bool,
}

/// What only claims show: all who claim the same side by side, if there are others, and that somebody is the owner by now.
struct Claim {
    rivals: Vec<Rival>,
    has_owner: bool,
    joins_as: Option<&'static str>,
    roles: Vec<(&'static str, String)>,
}

impl Claim {
    fn roles(&self) -> Vec<(&'static str, String)> {
        self.roles.clone()
    }
}

/// The key of what a reviewer said of a paper, and its tone.
type Judged = Option<(&'static str, &'static str)>;

/// One of several claims of the same organization.
struct Rival {
    href: String,
    number: String,
    stage: StageCode,
    who: String,
    submitted: Option<When>,
    words: Vec<String>,
    /// Its papers: where they are reviewed, what they are, and what was said of them.
    papers: Vec<(String, String, Judged)>,
}

struct Holder {
    name: String,
    since: When,
    is_me: bool,
}

/// A field that says something else than in the submission before.
struct Changed {
    key: &'static str,
    before: String,
    after: String,
}

/// An opinion of a post.
struct Said {
    title: String,
    who: String,
    when: When,
    words: Vec<String>,
}

/// An answer of the board.
struct Decided {
    title: String,
    who: String,
    when: When,
    words: Vec<String>,
    notes: Vec<(&'static str, Vec<String>)>,
    due: Option<When>,
    appeal_until: Option<When>,
}

/// A note or message.
struct Written {
    kind: String,
    who: String,
    when: When,
    words: Vec<String>,
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
    let form = Sheet::empty();
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
    let tellable = match policy::write(actor, &case, Reach::Internal) {
        Ok(granted) => case::tellable(&mut tx, &vault, &granted).await?,
        Err(_) => Vec::new(),
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
    let mut entries = case::timeline(&mut tx, &vault, &granted).await?;
    if sitting::policy::see(actor).is_err() {
        entries.retain(|entry| !entry.act.is_of_votes());
    }
    let listed = document::policy::list_of_case(actor, &case)?;
    let slots = document::shelf(&mut tx, &vault, &listed, today).await?;
    let papers = shown(&slots, &Reading::at_desk(lang, today));
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
        .chain(entries.iter().filter_map(|it| it.account));
    let people = People::of(&mut tx, &vault, accounts)
        .await?
        .and_absences(&mut tx, &vault, today)
        .await?;
    let last = submissions.last();
    let (mut alike, mut asked_before) = (Vec::new(), Vec::new());
    if let Some(last) = last {
        let asked = Asked::at_desk(&vault, &last.particulars);
        alike = organization::alike(&mut tx, &asked, ALIKE + 1).await?;
        let scope = Scope::of(&mut tx, actor).await?;
        asked_before = case::alike(&mut tx, &scope, &asked, case.id, ALIKE).await?;
    }
    let registered = match case.organization {
        Some(organization) => organization::find(&mut tx, organization).await?,
        None => None,
    };
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
    let renews = Renews::of(&mut tx, (lang, today), actor, &case, about).await?;
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
        beside,
        tellable: tellable
            .into_iter()
            .map(|(id, name)| (id.to_string(), name))
            .collect(),
        said: last.map_or_else(Vec::new, |last| said(lang, &case, last)),
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
        alike: alike
            .into_iter()
            .filter(|it| Some(it.organization.id) != case.organization)
            .take(ALIKE)
            .collect(),
        asked_before,
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
            .map(|it| Written::of(lang, &people, it, &case))
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

/// What the registry would say differently if it were accepted today.
fn amends(lang: Lang, meant: &Meant) -> Vec<Amends> {
    meant
        .changes()
        .into_iter()
        // Of people it is said who joins and who leaves.
        .filter(|change| change.field != Particular::People)
        .map(|change| Amends {
            meanwhile: meant.amended.meanwhile.contains(&change.field),
            change: Changed {
                key: change.field.key(),
                before: particulars::one_line(lang, &change.before),
                after: particulars::one_line(lang, &change.after),
            },
        })
        .collect()
}

/// What was submitted last, section by section that it speaks of.
fn said(lang: Lang, case: &Case, last: &Submission) -> Vec<particulars::Row> {
    let mut rows = particulars::rows(lang, &last.particulars);
    let spoken_of: Vec<Section> = Section::spoken_of(&last.particulars).collect();
    rows.retain(|row| has_form(case.kind) && spoken_of.contains(&Section::of(row.field)));
    rows
}

/// Who would join, leave or hold their office otherwise if an amendment or a renewal were accepted today.
async fn moves(
    conn: &mut PgConnection,
    vault: &Vault,
    (lang, today): (Lang, NaiveDate),
    granted: &policy::CanRead,
    (last, meant): (&Submission, &Meant),
) -> crate::Result<Vec<Moves>> {
    let base = case::base(conn, vault, granted).await?;
    Ok(base.map_or_else(Vec::new, |base| {
        people_changes(&base.people, &last.particulars.people)
            .iter()
            .map(|change| Moves::of(lang, today, change, &meant.now.people))
            .collect()
    }))
}

impl Moves {
    fn of(lang: Lang, today: NaiveDate, change: &PersonChange, now: &[PersonEntry]) -> Self {
        let line =
            |person: &PersonEntry| particulars::one_line(lang, &Says::People(vec![person.clone()]));
        let nothing = || say::t(lang, "organization-nothing");
        let (key, tone, name, before, after) = match change {
            PersonChange::Joins(is) => ("person-joins", "green", &is.name, nothing(), line(is)),
            PersonChange::Leaves(was) => {
                let on = say::t1(
                    lang,
                    "person-until",
                    "date",
                    say::day(lang, leader::last_day(today)),
                );
                ("person-leaves", "amber", &was.name, line(was), on)
            }
            PersonChange::Changes { was, is } => {
                let (key, tone) = match change.ends() {
                    Some(_) => ("person-leaves", "amber"),
                    None => ("person-changes", "blue"),
                };
                (key, tone, &is.name, line(was), line(is))
            }
        };
        Self {
            key,
            tone,
            name: name.to_string(),
            before,
            after,
            meanwhile: change.is_overtaken(now),
        }
    }
}

/// What the last submission says differently from the one before.
fn changes(lang: Lang, submissions: &[Submission]) -> Vec<Changed> {
    let [.., before, last] = submissions else {
        return Vec::new();
    };
    compare(&before.particulars, &last.particulars)
        .into_iter()
        .map(|change| Changed {
            key: change.field.key(),
            before: particulars::one_line(lang, &change.before),
            after: particulars::one_line(lang, &change.after),
        })
        .collect()
}

impl Claim {
    async fn of(
        conn: &mut PgConnection,
        vault: &Vault,
        lang: Lang,
        granted: &policy::CanRead,
        case: &Case,
        last: Option<&Submission>,
    ) -> crate::Result<Self> {
        let owners = match case.organization {
            Some(organization) => team::owners(conn, organization).await?,
            None => Vec::new(),
        };
        let mut claims = case::rivals(conn, vault, granted).await?;
        // Alone it stands on the page anyway.
        if !claims.is_empty() {
            claims.insert(
                0,
                case::Rival {
                    id: case.id,
                    number: case.number,
                    stage: case.stage.code(),
                    claimant: case.applicant,
                    submitted_at: case.submitted_at,
                    words: last.and_then(|last| last.words.clone()),
                },
            );
        }
        let ids: Vec<CaseId> = claims.iter().map(|one| one.id).collect();
        let papers = document::of_claims(conn, &ids).await?;
        let people = People::of(conn, vault, claims.iter().map(|one| one.claimant)).await?;
        Ok(Self {
            rivals: claims
                .iter()
                .map(|one| Rival::of(lang, &people, &papers, one))
                .collect(),
            has_owner: !owners.is_empty(),
            joins_as: case.joins_as.map(TeamRole::key),
            roles: [TeamRole::Editor, TeamRole::Reader]
                .iter()
                .map(|role| (role.code(), say::t(lang, role.key())))
                .collect(),
        })
    }
}

impl Rival {
    fn of(lang: Lang, people: &People, papers: &[document::Brief], one: &case::Rival) -> Self {
        let said = |fine| match fine {
            true => ("document-fine", "green"),
            false => ("document-not-fine", "red"),
        };
        Self {
            href: urls::desk_case(one.id),
            number: one.number.map(|it| it.to_string()).unwrap_or_default(),
            stage: one.stage,
            who: people.name(one.claimant),
            submitted: one.submitted_at.map(|at| When::moment(lang, at)),
            words: paragraphs(one.words.as_ref()),
            papers: papers
                .iter()
                .filter(|paper| paper.case == one.id)
                .map(|paper| {
                    let title = paper.title.of(lang).to_owned();
                    (urls::desk_document(paper.id), title, paper.fine.map(said))
                })
                .collect(),
        }
    }
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

impl Said {
    fn of(lang: Lang, people: &People, opinion: &Opinion) -> Self {
        Self {
            title: say::t(lang, opinion.view.key()),
            who: people.name(opinion.by),
            when: When::moment(lang, opinion.at),
            words: paragraphs(opinion.words.as_ref()),
        }
    }
}

impl Decided {
    fn of(lang: Lang, people: &People, decision: &Decision) -> Self {
        Self {
            title: say::t(lang, decision.outcome.key()),
            who: people.name(decision.by),
            when: When::moment(lang, decision.at),
            words: paragraphs(decision.words.as_ref()),
            notes: decision
                .notes
                .iter()
                .map(|note| (note.field.key(), paragraphs(Some(&note.note))))
                .collect(),
            due: decision.due.map(|due| When::day(lang, due)),
            appeal_until: decision.appeal_until.map(|until| When::day(lang, until)),
        }
    }
}

impl Written {
    fn of(lang: Lang, people: &People, message: &Message, case: &Case) -> Self {
        Self {
            kind: match message.reach {
                Reach::Internal => "note",
                Reach::Applicant if case.concerns(message.by) || case.was_typed_by(message.by) => {
                    "theirs"
                }
                Reach::Applicant => "ours",
            }
            .to_owned(),
            who: people.name(message.by),
            when: When::moment(lang, message.at),
            words: paragraphs(Some(&message.body)),
        }
    }
}
