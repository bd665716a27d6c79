//! What only claims show: all who claim the same, side by side.

use sqlx::PgConnection;

use super::view::{People, When, paragraphs};
use crate::case::{self, Case, StageCode, Submission, policy};
use crate::document;
use crate::ids::CaseId;
use crate::organization::team;
use crate::say;
use crate::values::{Lang, TeamRole};
use crate::vault::Vault;
use crate::web::urls;

/// What only claims show: all who claim the same side by side, if there are others, and that somebody is the owner by now.
pub struct Claim {
    pub rivals: Vec<Rival>,
    pub has_owner: bool,
    pub joins_as: Option<&'static str>,
    pub roles: Vec<(&'static str, String)>,
}

impl Claim {
    /// What a claimant can join as.
    pub fn roles(&self) -> Vec<(&'static str, String)> {
        self.roles.clone()
    }
}

/// The key of what a reviewer said of a paper, and its tone.
pub type Judged = Option<(&'static str, &'static str)>;

/// One of several claims of the same organization.
pub struct Rival {
    pub href: String,
    pub number: String,
    pub stage: StageCode,
    pub who: String,
    pub submitted: Option<When>,
    pub words: Vec<String>,
    /// Its papers: where they are reviewed, what they are, and what was said of them.
    pub papers: Vec<(String, String, Judged)>,
}

impl Claim {
    pub async fn of(
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
    pub fn of(lang: Lang, people: &People, papers: &[document::Brief], one: &case::Rival) -> Self {
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
