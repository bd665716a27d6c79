//! What a team proposes, as the place of its files; and the place of a file among the others.

use axum::extract::State;
use sqlx::PgConnection;

use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{InitiativeFileId, ProposedInitiativeId};
use crate::initiative::files::{self, Way};
use crate::initiative::policy::{self, CanKeepProposal};
use crate::initiative::{FileUse, Proposal};
use crate::organization::Organization;
use crate::say;
use crate::values::{RegistryNumber, TeamRole};
use crate::vault::Vault;
use crate::web::initiatives::team::{crumbs, own, proposed, title_of};
use crate::web::{Answer, App, Chrome, Error, Form, Page, Path, Result, redirect_with_flash, urls};

/// A proposal with its organization, for whoever is in its team.
pub(super) struct Place {
    pub(super) organization: Organization,
    pub(super) role: Option<TeamRole>,
    pub(super) proposal: Proposal,
}

impl Place {
    /// The proposal of this address; to all others it is not there.
    pub(super) async fn find(
        conn: &mut PgConnection,
        vault: &Vault,
        actor: &Actor,
        (number, id): (RegistryNumber, ProposedInitiativeId),
    ) -> Result<Self> {
        let (organization, role) = own(conn, actor, number).await?;
        let proposal = proposed(conn, vault, &organization, id).await?;
        Ok(Self {
            organization,
            role,
            proposal,
        })
    }

    /// Whether this person may change it now.
    pub(super) fn keep(&self, actor: &Actor) -> Result<CanKeepProposal> {
        let (of, proposal) = (&self.organization, &self.proposal);
        Ok(policy::keep_proposal(actor, proposal, of, self.role)?)
    }

    /// The page of its files.
    pub(super) fn here(&self) -> String {
        urls::my_initiative_files(self.organization.number, self.proposal.id)
    }

    /// Where a file of a kind is added.
    pub(super) fn adding(&self, used_as: FileUse) -> String {
        let kind = match used_as {
            FileUse::Picture => "pictures",
            FileUse::Document => "documents",
        };
        format!("{}/{kind}", self.here())
    }

    /// A page beneath it, with the way to it.
    pub(super) fn page(&self, chrome: &Chrome, title: &str) -> Page {
        let (lang, number) = (chrome.lang, self.organization.number);
        let page = crumbs(chrome, &self.organization)
            .crumb(
                urls::my_initiatives(number),
                say::t(lang, "initiatives-title"),
            )
            .crumb(
                urls::my_initiative(number, self.proposal.id),
                title_of(lang, &self.proposal.form),
            );
        match title {
            "" => page.crumb("", say::t(lang, "initiative-files-title")),
            title => page
                .crumb(self.here(), say::t(lang, "initiative-files-title"))
                .crumb("", title.to_owned()),
        }
    }
}

/// `POST /home/organizations/{number}/initiatives/{id}/files/{file}/place`: up or down by one.
pub async fn update(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id, file)): Path<(RegistryNumber, ProposedInitiativeId, InitiativeFileId)>,
    Form(fields): Form,
) -> Answer {
    let vault = tx.vault();
    let place = Place::find(&mut tx, &vault, &actor, (number, id)).await?;
    let granted = place.keep(&actor)?;
    let way = match fields.get("way") {
        "up" => Way::Up,
        "down" => Way::Down,
        // No page of ours sends anything else.
        _ => return Err(Error::NotFound),
    };
    files::shift(&mut tx, &granted, file, way).await?;
    let to = format!("{}#file-{file}", place.here());
    redirect_with_flash(&app, tx.commit().await?, to, "flash-initiative-file-moved")
}
