//! What may be the same organization as the one of a case: organizations and other registrations, as they are now and as they were
//! found when it was sent; and what somebody said of them.

use std::collections::HashMap;

use crate::actor::Actor;
use crate::case::{self, Case, CaseLikeness, LikeWhat, Scope, StageCode, Submission, policy};
use crate::db::Tx;
use crate::ids::{CaseId, OrganizationId};
use crate::organization::likeness::{self, LikenessVerdict};
use crate::organization::{self, Asked, Organization, Sign};
use crate::values::{CaseKind, Standing};
use crate::web::{Result, urls};

/// The most candidates of either kind that are shown.
const MOST: usize = 10;

/// What is shown of them.
#[derive(Default)]
pub(super) struct Candidates {
    pub(super) organizations: Vec<Candidate>,
    pub(super) cases: Vec<Candidate>,
    pub(super) different: Vec<Candidate>,
    /// Whether the reader may say that they are two.
    pub(super) may_tell: bool,
}

/// One of them.
pub(super) struct Candidate {
    pub(super) href: String,
    pub(super) name: String,
    pub(super) number: String,
    pub(super) standing: Option<Standing>,
    pub(super) stage: Option<StageCode>,
    /// Another name of theirs, which is what is alike.
    pub(super) also: Option<String>,
    pub(super) score: i64,
    pub(super) signs: Vec<Sign>,
    /// Both side by side.
    pub(super) compare: Option<String>,
    /// The name and value by which a form means it.
    pub(super) field: (&'static str, String),
    pub(super) is_unsure: bool,
    /// It was found when the case was sent, and would not be now.
    pub(super) is_of_then: bool,
}

/// What is known of a pair besides how alike it is.
type Verdicts = HashMap<LikeKey, Option<LikenessVerdict>>;

#[derive(PartialEq, Eq, Hash)]
enum LikeKey {
    Organization(OrganizationId),
    Case(CaseId),
}

impl From<LikeWhat> for LikeKey {
    fn from(what: LikeWhat) -> Self {
        match what {
            LikeWhat::Organization(id) => Self::Organization(id),
            LikeWhat::Case(id) => Self::Case(id),
        }
    }
}

impl Candidates {
    /// How many stand in the page.
    pub(super) fn count(&self) -> usize {
        self.organizations.len() + self.cases.len()
    }

    /// Whether there is anything to show.
    pub(super) fn is_empty(&self) -> bool {
        self.count() == 0 && self.different.is_empty()
    }

    pub(super) async fn of(
        tx: &mut Tx,
        actor: &Actor,
        case: &Case,
        last: Option<&Submission>,
        registered: Option<&Organization>,
    ) -> Result<Self> {
        let Some(last) = last else {
            return Ok(Self::default());
        };
        let vault = tx.vault();
        let asked = Asked::at_desk(&vault, &last.particulars);
        let scope = Scope::of(tx, actor).await?;
        let kept = kept(tx, case).await?;
        let verdicts: Verdicts = kept.iter().map(|it| (it.with.into(), it.verdict)).collect();
        let mut page = Self {
            may_tell: policy::tell_apart(actor, case).is_ok(),
            ..Self::default()
        };
        let alike = organization::alike(tx, &asked, MOST + 1 + kept.len()).await?;
        for it in alike {
            if Some(it.organization.id) != case.organization {
                let also =
                    (it.name != it.organization.name && !it.name.is_empty()).then_some(it.name);
                let found = Found {
                    also,
                    score: it.weighed.percent(),
                    signs: it.weighed.signs,
                    is_of_then: false,
                };
                let verdict = verdicts.get(&LikeKey::Organization(it.organization.id));
                let one = found.organization(&it.organization, registered);
                page.put(one, verdict.copied().flatten());
            }
        }
        let most = MOST + kept.len();
        for it in case::alike(tx, &vault, &scope, &asked, Some(case.id), most).await? {
            let found = Found {
                also: (it.name != it.title).then_some(it.name),
                score: it.weighed.percent(),
                signs: it.weighed.signs,
                is_of_then: false,
            };
            let verdict = verdicts.get(&LikeKey::Case(it.id)).copied().flatten();
            let one = found.case(it.id, it.title, it.number.to_string(), it.stage);
            page.put(one, verdict);
        }
        page.and_of_then(tx, actor, case, registered, kept).await?;
        page.organizations.truncate(MOST);
        page.cases.truncate(MOST);
        Ok(page)
    }

    /// What was found when it was sent, or judged, and is not found any more.
    async fn and_of_then(
        &mut self,
        tx: &mut Tx,
        actor: &Actor,
        case: &Case,
        registered: Option<&Organization>,
        kept: Vec<CaseLikeness>,
    ) -> Result<()> {
        let (mut ids, mut cases) = (Vec::new(), Vec::new());
        for it in &kept {
            match it.with {
                LikeWhat::Organization(id) if Some(id) != case.organization => ids.push(id),
                LikeWhat::Organization(_) => {}
                LikeWhat::Case(id) => cases.push(id),
            }
        }
        let organizations = organization::find_many(tx, &ids).await?;
        let cases = case::find_many(tx, actor, &cases).await?;
        for it in kept {
            let found = Found {
                also: None,
                score: it.score,
                signs: it.signs,
                is_of_then: true,
            };
            let one = match it.with {
                LikeWhat::Organization(id) => organizations
                    .iter()
                    .find(|other| other.id == id)
                    .map(|other| found.organization(other, registered)),
                LikeWhat::Case(id) => cases
                    .iter()
                    .find(|other| other.id == id && other.organization.is_none())
                    .map(|other| {
                        let number = other.number.map(|it| it.to_string()).unwrap_or_default();
                        found.case(id, other.title.clone(), number, other.stage.code())
                    }),
            };
            if let Some(one) = one {
                self.put(one, it.verdict);
            }
        }
        Ok(())
    }

    /// Each stands once, where it belongs.
    fn put(&mut self, mut one: Candidate, verdict: Option<LikenessVerdict>) {
        let mut all = (self.organizations.iter())
            .chain(&self.cases)
            .chain(&self.different);
        if all.any(|it| it.field == one.field) {
            return;
        }
        one.is_unsure = verdict == Some(LikenessVerdict::Unsure);
        match (verdict, one.stage) {
            (Some(LikenessVerdict::Different), _) => self.different.push(one),
            (_, None) => self.organizations.push(one),
            (_, Some(_)) => self.cases.push(one),
        }
    }
}

/// What is kept of a case, and of the organization that it is about.
async fn kept(tx: &mut Tx, case: &Case) -> Result<Vec<CaseLikeness>> {
    let mut kept = case::likenesses(tx, case).await?;
    // A registration that was accepted has its organization's since; one about another had them from the beginning.
    if let Some(about) = case.organization {
        let of_organization = likeness::of_organization(tx, about).await?;
        let judged = of_organization
            .into_iter()
            .filter(|it| it.verdict.is_some());
        let judged = judged.map(|it| CaseLikeness {
            with: LikeWhat::Organization(it.with),
            score: it.score,
            signs: it.signs,
            verdict: it.verdict,
        });
        kept.splice(0..0, judged);
    }
    if case.kind != CaseKind::Registration {
        kept.retain(|it| it.verdict.is_some());
    }
    let mut seen: Vec<LikeWhat> = Vec::new();
    kept.retain(|it| {
        let is_new = !seen.contains(&it.with);
        seen.push(it.with);
        is_new
    });
    Ok(kept)
}

/// How alike, and why.
struct Found {
    also: Option<String>,
    score: i64,
    signs: Vec<Sign>,
    is_of_then: bool,
}

impl Found {
    fn organization(self, it: &Organization, registered: Option<&Organization>) -> Candidate {
        Candidate {
            href: urls::desk_organization(it.number),
            name: it.name.clone(),
            number: it.number.to_string(),
            standing: Some(it.standing),
            stage: None,
            also: self.also,
            score: self.score,
            signs: self.signs,
            compare: registered.map(|here| urls::merger_new(here.number, it.number)),
            field: ("with", it.number.to_string()),
            is_unsure: false,
            is_of_then: self.is_of_then,
        }
    }

    fn case(self, id: CaseId, title: String, number: String, stage: StageCode) -> Candidate {
        Candidate {
            href: urls::desk_case(id),
            name: title,
            number,
            standing: None,
            stage: Some(stage),
            also: self.also,
            score: self.score,
            signs: self.signs,
            compare: None,
            field: ("case", id.to_string()),
            is_unsure: false,
            is_of_then: self.is_of_then,
        }
    }
}
