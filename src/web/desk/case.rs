//! A case with all that the desk knows of it.

use askama::Template;
use axum::http::StatusCode;

use super::view::{Happened, People, Title, When, paragraphs};
use crate::actor::Actor;
use crate::case::{
    self, Case, Decision, Message, Opinion, Reach, Scope, Stage, StageCode, Submission, policy,
};
use crate::db::Tx;
use crate::document;
use crate::ids::CaseId;
use crate::organization::{self, Alike, Asked, Organization, compare, team};
use crate::say;
use crate::values::{CaseKind, Lang, TeamRole};
use crate::vault::Vault;
use crate::web::documents::{Reading, Shown, flag, shown};
use crate::web::papers::{Typed, typed};
use crate::web::{Answer, Chrome, Page, Path, Sheet, filters, html_with, particulars, see, urls};
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
    due: Option<When>,
    overdue: bool,
    offers: Offers,
    said: Vec<particulars::Row>,
    ordinal: i16,
    changes: Vec<Changed>,
    papers: Vec<Shown>,
    flag: Option<&'static str>,
    alike: Vec<Alike>,
    asked_before: Vec<case::Alike>,
    evidence: Vec<String>,
    amends: Vec<Amends>,
    claim: Option<Claim>,
    registered: Option<Organization>,
    /// The paper that it was typed in from.
    typed: Option<Typed>,
    opinions: Vec<Said>,
    decisions: Vec<Decided>,
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

/// What this person may do now: exactly what the policy grants.
struct Offers {
    take: bool,
    release: bool,
    decide: bool,
    opinion: bool,
    note: bool,
    message: bool,
    hand_over: bool,
    letter: bool,
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
pub async fn show(chrome: Chrome, actor: Actor, Path(id): Path<CaseId>, mut tx: Tx) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    // One's own is looked at as an applicant does.
    if case.is_own(actor.person()?.id) {
        return see(urls::case(id));
    }
    policy::at_desk(&actor, &case)?;
    render(StatusCode::OK, chrome, &actor, tx, case, Sheet::empty()).await
}

/// The page, also for a message that came back with mistakes.
pub async fn render(
    status: StatusCode,
    chrome: Chrome,
    actor: &Actor,
    mut tx: Tx,
    case: Case,
    form: Sheet,
) -> Answer {
    let (vault, lang, today) = (tx.vault(), chrome.lang, tx.today());
    let granted = policy::read(actor, &case)?;
    case::note_viewing(&mut tx, actor, &case).await?;
    let submissions = case::submissions(&mut tx, &vault, &granted).await?;
    let decisions = case::decisions(&mut tx, &vault, &granted).await?;
    let opinions = case::opinions(&mut tx, &vault, &granted).await?;
    let messages = case::messages(&mut tx, &vault, &granted).await?;
    let entries = case::timeline(&mut tx, &vault, &granted).await?;
    let listed = document::policy::list_of_case(actor, &case)?;
    let slots = document::shelf(&mut tx, &vault, &listed).await?;
    let papers = shown(&slots, &Reading::at_desk(lang, today));
    let held = case.stage.holding();
    let accounts = held
        .iter()
        .map(|it| it.by)
        .chain(decisions.iter().map(|it| it.by))
        .chain(opinions.iter().map(|it| it.by))
        .chain(messages.iter().map(|it| it.by))
        .chain(entries.iter().filter_map(|it| it.account));
    let people = People::of(&mut tx, &vault, accounts).await?;
    let last = submissions.last();
    let (mut alike, mut asked_before) = (Vec::new(), Vec::new());
    if let Some(last) = last {
        let asked = Asked::from(&last.particulars);
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
    let typed = typed(&mut tx, &vault, lang, &granted).await?;
    let amends = amends(&mut tx, &vault, lang, &granted, &case, last).await?;
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
            name: people.name(held.by),
            since: When::moment(lang, held.since),
            is_me: actor.account() == Some(held.by),
        }),
        submitted: case.submitted_at.map(|at| When::moment(lang, at)),
        due: case.stage.due().map(|due| When::day(lang, due)),
        overdue: case.stage.due().is_some_and(|due| due < today),
        offers: Offers::to(actor, &case),
        said: last.map_or_else(Vec::new, |last| particulars::rows(lang, &last.particulars)),
        ordinal: last.map_or(0, |last| last.ordinal),
        changes: changes(lang, &submissions),
        evidence: paragraphs(last.and_then(|last| last.words.as_ref())),
        claim,
        amends,
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
        decisions: decisions
            .iter()
            .rev()
            .map(|it| Decided::of(lang, &people, it))
            .collect(),
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

/// What the registry would say differently if an amendment were accepted today.
async fn amends(
    conn: &mut PgConnection,
    vault: &Vault,
    lang: Lang,
    granted: &policy::CanRead,
    case: &Case,
    last: Option<&Submission>,
) -> crate::Result<Vec<Amends>> {
    let base = case::base(conn, vault, granted).await?;
    let (Some(base), Some(last), Some(id)) = (base, last, case.organization) else {
        return Ok(Vec::new());
    };
    // What was decided is in history, field by field.
    let Some(now) = organization::particulars(conn, vault, id)
        .await?
        .filter(|_| case.stage.is_open())
    else {
        return Ok(Vec::new());
    };
    let amended = organization::amend(&base, &last.particulars, &now);
    Ok(compare(&now, &amended.said)
        .into_iter()
        .map(|change| Amends {
            meanwhile: amended.meanwhile.contains(&change.field),
            change: Changed {
                key: change.field.key(),
                before: particulars::one_line(lang, &change.before),
                after: particulars::one_line(lang, &change.after),
            },
        })
        .collect())
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

impl Offers {
    fn to(actor: &Actor, case: &Case) -> Self {
        Self {
            take: policy::take(actor, case).is_ok(),
            release: policy::release(actor, case).is_ok(),
            decide: policy::decide(actor, case).is_ok(),
            opinion: policy::give_opinion(actor, case).is_ok(),
            note: policy::write(actor, case, Reach::Internal).is_ok(),
            message: policy::write(actor, case, Reach::Applicant).is_ok(),
            hand_over: policy::hand_over(actor, case).is_ok(),
            letter: case.awaits_hand_over() && policy::type_in_any(actor).is_ok(),
        }
    }
}

impl ShowPage {
    /// The key of the button that takes the case.
    fn take_key(&self) -> &'static str {
        match self.case.stage {
            Stage::Appealed { .. } => "desk-take-appeal",
            Stage::InReview { held: Some(_) } => "desk-take-over",
            _ => "desk-take",
        }
    }

    /// Whether there is anything to do now.
    fn has_offers(&self) -> bool {
        self.offers.take || self.offers.release || self.offers.decide || self.offers.opinion
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
