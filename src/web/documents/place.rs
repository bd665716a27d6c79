//! Where documents are added: a case, or an organization that is registered.

use sqlx::PgConnection;

use super::urls;
use crate::actor::Actor;
use crate::case;
use crate::db::Dated;
use crate::document::policy::{self, CanAdd, CanList};
use crate::document::{self, Item, Owner, Scheme};
use crate::ids::{CaseId, ItemId};
use crate::organization::{self, team};
use crate::say;
use crate::values::{CaseKind, RegistryNumber, TeamRole};
use crate::web::{Chrome, Error, Page, Result};

/// Which place an address names.
#[derive(Clone, Copy)]
pub(super) enum Place {
    Case(CaseId),
    Organization(RegistryNumber),
}

/// The place, for somebody whose own it is.
pub(super) struct Found {
    pub(super) list: CanList,
    own: Option<TeamRole>,
    /// What it is called; the language of that.
    pub(super) title: String,
    pub(super) language: String,
    /// Whether the reviewers' words are for this person to read.
    pub(super) tells_verdicts: bool,
}

impl Place {
    /// The list of documents.
    pub(super) fn url(self) -> String {
        match self {
            Self::Case(id) => urls::case_documents(id),
            Self::Organization(number) => urls::my_organization_documents(number),
        }
    }

    /// The page of what they belong to.
    pub(super) fn parent(self) -> String {
        match self {
            Self::Case(id) => urls::case(id),
            Self::Organization(number) => urls::my_organization(number),
        }
    }

    /// The form that adds one.
    pub(super) fn add_url(self, item: ItemId) -> String {
        format!("{}/{item}", self.url())
    }

    /// What this person sees there as their own; the desk has pages of its own for the rest.
    pub(super) async fn find(self, conn: &mut impl Dated, actor: &Actor) -> Result<Found> {
        let person = actor.person()?.id;
        match self {
            Self::Case(id) => {
                let case = case::find(conn, actor, id).await?;
                if !case.concerns(person) {
                    return Err(Error::NotFound);
                }
                Ok(Found {
                    list: policy::list_of_case(actor, &case)?,
                    own: None,
                    title: case.title.clone(),
                    language: case
                        .title_language
                        .as_deref()
                        .unwrap_or_default()
                        .to_owned(),
                    // While the board is still looking, its notes are its own.
                    tells_verdicts: case.stage.is_with_applicant(),
                })
            }
            Self::Organization(number) => {
                let organization = organization::find_by_number(conn, number)
                    .await?
                    .ok_or(Error::NotFound)?;
                let own = team::role_of_actor(conn, organization.id, actor).await?;
                own.ok_or(Error::NotFound)?;
                Ok(Found {
                    list: policy::list_of_organization(actor, &organization, own)?,
                    own,
                    title: organization.name.clone(),
                    language: organization
                        .name_language
                        .as_deref()
                        .unwrap_or_default()
                        .to_owned(),
                    tells_verdicts: true,
                })
            }
        }
    }
}

impl Found {
    /// Where whoever added a document goes on: a claim has its papers beside its words.
    pub(super) fn onward(&self, place: Place) -> String {
        match self.list.owner() {
            Owner::Case(case) if case.kind == CaseKind::Claim => urls::case_evidence(case.id),
            _ => place.url(),
        }
    }

    /// Whether this person may add documents here.
    pub(super) fn add(&self, actor: &Actor) -> Result<CanAdd> {
        match self.list.owner() {
            Owner::Case(case) => Ok(policy::add_to_case(actor, case)?),
            Owner::Organization(it) => Ok(policy::add_to_organization(actor, it, self.own)?),
        }
    }

    /// Something that is asked for here.
    pub(super) async fn item(&self, conn: &mut PgConnection, id: ItemId) -> Result<Item> {
        let scheme = match self.list.owner() {
            Owner::Case(case) => Scheme::of_case(conn, case).await?,
            Owner::Organization(organization) => Scheme::of_organization(organization),
        };
        let items = document::asked_for(conn, scheme).await?;
        items
            .into_iter()
            .find(|item| item.id == id)
            .ok_or(Error::NotFound)
    }

    /// The page, with the way to it.
    pub(super) fn page(&self, chrome: &Chrome, place: Place) -> Page {
        let lang = chrome.lang;
        let title = match self.title.is_empty() {
            true => say::t(lang, "registration-untitled"),
            false => self.title.clone(),
        };
        chrome
            .page()
            .crumb(urls::HOME, say::t(lang, "home-title"))
            .crumb(place.parent(), title)
    }
}
