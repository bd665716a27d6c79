//! Finding invitations: by their link, and those that wait for an answer.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::EMAIL;
use crate::account::Token;
use crate::case::Case;
use crate::history::Subject;
use crate::ids::{AccountId, CaseId, InvitationId, OrganizationId};
use crate::organization::Organization;
use crate::values::{Email, Lang, LanguageTag, RegistryNumber, TeamRole, TrackingNumber};
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// Which team an invitation leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// That of an organization.
    Organization {
        /// Which.
        id: OrganizationId,
        /// Its number.
        number: RegistryNumber,
        /// The name it goes by.
        name: String,
        /// The language of that.
        language: Option<LanguageTag>,
    },
    /// That of a registration which is being written.
    Case {
        /// Which.
        id: CaseId,
        /// Its tracking number, if it was submitted.
        number: Option<TrackingNumber>,
        /// What it is called; perhaps nothing yet.
        title: String,
        /// The language of that.
        language: Option<LanguageTag>,
    },
}

/// An invitation that waits for its answer.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// Where to.
    pub place: Place,
    /// As what.
    pub role: TeamRole,
    /// Whether whoever accepts takes over a record that was typed in from paper.
    pub hands_over: bool,
    /// The address that it went to.
    pub email: Email,
    /// The language of its letter.
    pub lang: Lang,
    /// Whose invitation it is.
    pub invited_by: AccountId,
    /// When its letter was written last.
    pub sent_at: DateTime<Utc>,
    /// Until when its link works.
    pub expires_at: DateTime<Utc>,
}

struct Row {
    id: InvitationId,
    organization_id: Option<OrganizationId>,
    organization_number: Option<RegistryNumber>,
    organization_name: Option<String>,
    organization_language: Option<LanguageTag>,
    case_id: Option<CaseId>,
    case_number: Option<TrackingNumber>,
    case_title: Option<String>,
    case_language: Option<LanguageTag>,
    role: TeamRole,
    hands_over: bool,
    email_sealed: Sealed,
    lang: Lang,
    invited_by: AccountId,
    sent_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
}

impl Place {
    /// The team of an organization.
    pub fn of_organization(organization: &Organization) -> Self {
        Self::Organization {
            id: organization.id,
            number: organization.number,
            name: organization.name.clone(),
            language: organization.name_language.clone(),
        }
    }

    /// The team of a case.
    pub fn of_case(case: &Case) -> Self {
        Self::Case {
            id: case.id,
            number: case.number,
            title: case.title.clone(),
            language: case.title_language.clone(),
        }
    }

    /// The organization.
    pub const fn organization(&self) -> Option<OrganizationId> {
        match self {
            Self::Organization { id, .. } => Some(*id),
            Self::Case { .. } => None,
        }
    }

    /// The case.
    pub const fn case(&self) -> Option<CaseId> {
        match self {
            Self::Case { id, .. } => Some(*id),
            Self::Organization { .. } => None,
        }
    }

    /// What it is called; empty while nobody named the organization.
    pub fn title(&self) -> &str {
        match self {
            Self::Organization { name, .. } => name,
            Self::Case { title, .. } => title,
        }
    }

    /// The language of that.
    pub const fn language(&self) -> Option<&LanguageTag> {
        match self {
            Self::Organization { language, .. } | Self::Case { language, .. } => language.as_ref(),
        }
    }

    /// As history names it.
    pub(super) fn subject(&self) -> Subject {
        match self {
            Self::Organization { id, number, .. } => Subject::organization(*id, *number),
            Self::Case { id, number, .. } => Subject::case(*id, *number).of_case(*id),
        }
    }
}

impl Row {
    fn open(self, vault: &Vault) -> Result<Invitation> {
        const HALF: Error = Error::Contradiction("an invitation to nowhere");
        let place = match (self.organization_id, self.case_id) {
            (Some(id), None) => Place::Organization {
                id,
                number: self.organization_number.ok_or(HALF)?,
                name: self.organization_name.ok_or(HALF)?,
                language: self.organization_language,
            },
            (None, Some(id)) => Place::Case {
                id,
                number: self.case_number,
                title: self.case_title.ok_or(HALF)?,
                language: self.case_language,
            },
            _ => return Err(HALF),
        };
        let email = vault.open_text(EMAIL, self.id, &self.email_sealed)?;
        Ok(Invitation {
            id: self.id,
            place,
            role: self.role,
            hands_over: self.hands_over,
            email: Email::parse(&email)
                .map_err(|_| Error::Contradiction("an invitation without an address"))?,
            lang: self.lang,
            invited_by: self.invited_by,
            sent_at: self.sent_at,
            expires_at: self.expires_at,
        })
    }
}

/// The invitation behind a link, if the link works: it waits, its time has not run out, and whoever wrote it may still
/// invite there.
pub async fn find(
    conn: &mut PgConnection,
    vault: &Vault,
    token: &Token,
    now: DateTime<Utc>,
) -> Result<Option<Invitation>> {
    sqlx::query_as!(
        Row,
        r#"select i.id, i.organization_id, o.number as "organization_number?", o.name as "organization_name?",
            o.name_language as organization_language, i.case_id, c.number as case_number, c.title as "case_title?",
            c.title_language as case_language, i.role, i.hands_over, i.email_sealed, i.lang, i.invited_by, i.sent_at, i.expires_at
         from invitations i
            left join organizations o on o.id = i.organization_id
            left join cases c on c.id = i.case_id
         where i.token_hash = $1 and i.ended_at is null and i.expires_at > $2
            and (i.hands_over or exists (select from organization_team t
                    where t.organization_id = i.organization_id and t.account_id = i.invited_by
                        and t.role = 'owner' and t.until is null)
                or (c.kind = 'registration' and c.organization_id is null and c.stage not in ('refused', 'withdrawn')
                    and (c.applicant_id = i.invited_by
                        or exists (select from case_team t
                            where t.case_id = c.id and t.account_id = i.invited_by
                                and t.role = 'owner' and t.until is null))))
            -- What a record is handed over by works while it is nobody's, and its writer does this work.
            and (not i.hands_over or (exists (select from accounts a
                    where a.id = i.invited_by and a.closed_at is null
                        and a.role in ('post_officer', 'coordinator', 'chair', 'admin'))
                and (c.id is null or (c.applicant_id = c.typed_by and c.organization_id is null
                    and c.stage not in ('refused', 'withdrawn')))
                and not exists (select from organization_team t join accounts a on a.id = t.account_id
                    where t.organization_id = i.organization_id and t.role = 'owner' and t.until is null
                        and a.closed_at is null)))"#,
        token.hash(),
        now
    )
    .fetch_optional(conn)
    .await?
    .map(|row| row.open(vault))
    .transpose()
}

/// The invitations to a team that wait for an answer, also those whose time ran out.
pub async fn of_place(
    conn: &mut PgConnection,
    vault: &Vault,
    place: &Place,
) -> Result<Vec<Invitation>> {
    sqlx::query_as!(
        Row,
        r#"select i.id, i.organization_id, o.number as "organization_number?", o.name as "organization_name?",
            o.name_language as organization_language, i.case_id, c.number as case_number, c.title as "case_title?",
            c.title_language as case_language, i.role, i.hands_over, i.email_sealed, i.lang, i.invited_by, i.sent_at, i.expires_at
         from invitations i
            left join organizations o on o.id = i.organization_id
            left join cases c on c.id = i.case_id
         where (i.organization_id = $1 or i.case_id = $2) and i.ended_at is null
         order by i.id"#,
        place.organization() as _,
        place.case() as _
    )
    .fetch_all(conn)
    .await?
    .into_iter()
    .map(|row| row.open(vault))
    .collect()
}
