//! What may be the same organization, what was said of it, and what was done.

use askama::Template;

use super::{crumbs, dir_of, lang_of};
use crate::actor::Actor;
use crate::case::{self, Scope};
use crate::db::Read;
use crate::ids::MergerId;
use crate::merger::{self, Merger};
use crate::organization::likeness::{self, LikenessVerdict};
use crate::organization::{self, Asked, Organization, Sign, policy, team};
use crate::say;
use crate::values::RegistryNumber;
use crate::web::desk_organizations::seen;
use crate::web::{Answer, Chrome, Page, Path, Query, Sheet, filters, html, urls};

/// The likeliest that are shown.
const MOST: usize = 12;

#[derive(Template)]
#[template(path = "mergers/index.html")]
struct IndexPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    likely: Vec<Likely>,
    different: Vec<Likely>,
    /// Registrations that wait or were refused and may be for it.
    cases: Vec<case::Alike>,
    past: Vec<Past>,
    may_sort: bool,
    may_split: bool,
}

/// Another organization that may be this one.
struct Likely {
    organization: Organization,
    score: i64,
    signs: Vec<Sign>,
    is_unsure: bool,
    compare: String,
}

/// Something that was done.
struct Past {
    id: MergerId,
    key: &'static str,
    with: Organization,
    at: chrono::DateTime<chrono::Utc>,
    is_undone: bool,
}

impl IndexPage {
    fn part(&self, part: &str) -> String {
        urls::desk_organization_part(self.organization.number, part)
    }

    fn lang(&self, of: &Organization) -> String {
        lang_of(of).to_owned()
    }

    fn dir(&self, of: &Organization) -> &'static str {
        dir_of(of)
    }
}

impl Past {
    fn of(merger: Merger, here: &Organization) -> Self {
        let is_survivor = merger.survivor.id == here.id;
        Self {
            id: merger.id,
            key: super::show::title_key(merger.kind, is_survivor),
            at: merger.at,
            is_undone: merger.undone.is_some(),
            with: match is_survivor {
                true => merger.other,
                false => merger.survivor,
            },
        }
    }

    fn iso(&self) -> String {
        self.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    }
}

/// `GET /desk/organizations/{number}/mergers`
pub async fn index(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Path(number): Path<RegistryNumber>,
    Query(_): Query,
) -> Answer {
    let (organization, _) = seen(&mut read, &actor, number).await?;
    let vault = read.vault();
    let own = team::role_of_actor(&mut read, organization.id, &actor).await?;
    let may_sort = policy::sort_out(&actor, &organization, own).is_ok();
    let said = organization::particulars(&mut read, &vault, organization.id).await?;
    let kept = likeness::of_organization(&mut read, organization.id).await?;
    let alike = match (&said, organization.merged_into) {
        (Some(said), None) => {
            organization::alike(
                &mut read,
                &Asked::at_desk(&vault, said),
                MOST + kept.len() + 1,
            )
            .await?
        }
        _ => Vec::new(),
    };
    let cases = match (&said, organization.merged_into) {
        (Some(said), None) => {
            let scope = Scope::of(&mut read, &actor).await?;
            let asked = Asked::at_desk(&vault, said);
            let apart = case::told_apart_from(&mut read, organization.id).await?;
            let mut cases = case::alike(&mut read, &vault, &scope, &asked, None, MOST).await?;
            cases.retain(|it| !apart.contains(&it.id));
            cases
        }
        _ => Vec::new(),
    };
    let ids: Vec<_> = kept.iter().map(|it| it.with).collect();
    let known = organization::find_many(&mut read, &ids).await?;
    let here = organization.number;
    let one = |organization: Organization, score, signs, is_unsure| Likely {
        compare: urls::merger_new(here, organization.number),
        organization,
        score,
        signs,
        is_unsure,
    };
    let verdict = |id| kept.iter().find(|it| it.with == id).map(|it| it.verdict);
    let (mut likely, mut different) = (Vec::new(), Vec::new());
    for it in &kept {
        let Some(other) = known.iter().find(|other| other.id == it.with) else {
            continue;
        };
        let is_unsure = it.verdict == Some(LikenessVerdict::Unsure);
        let shown = one(other.clone(), it.score, it.signs.clone(), is_unsure);
        match it.verdict {
            Some(LikenessVerdict::Different) => different.push(shown),
            _ => likely.push(shown),
        }
    }
    let fresh = alike
        .into_iter()
        .filter(|it| it.organization.id != organization.id);
    for it in fresh.filter(|it| verdict(it.organization.id).is_none()) {
        let score = it.weighed.percent();
        likely.push(one(it.organization, score, it.weighed.signs, false));
    }
    likely.sort_by_key(|it| std::cmp::Reverse(it.score));
    likely.truncate(MOST);
    let past = merger::of_organization(&mut read, &vault, organization.id).await?;
    let page = crumbs(&chrome, &organization).crumb("", say::t(chrome.lang, "merger-index-title"));
    html(
        chrome.lang,
        IndexPage {
            page,
            form: Sheet::empty(),
            likely,
            different,
            cases,
            past: past
                .into_iter()
                .map(|it| Past::of(it, &organization))
                .collect(),
            may_sort: may_sort && organization.merged_into.is_none(),
            may_split: may_sort && organization.merged_into.is_none(),
            organization,
        },
    )
}
