//! The accounts of the sample: one for every role, and one for everybody who applies.

use std::collections::HashMap;

use chrono::TimeDelta;

use super::SampleError;
use super::days::Present;
use super::files::{CaseRow, Files, LeaderRow};
use super::person::{self, CHAIR, FIRST, MEMBER, Persona, SECOND, TYPIST};
use super::renewals;
use crate::account::{self, Created, Password, Post};
use crate::actor::{Actor, Person};
use crate::case::StageCode;
use crate::db::Tx;
use crate::ids::SessionId;
use crate::values::{Country, Email, Lang, Line, Role};
use crate::vault::random;

/// How many days before the present the registry began.
const BEGAN: u64 = 4_300;

/// Everybody who acts in the sample.
pub(super) struct People {
    personas: HashMap<&'static str, Actor>,
    applicants: Vec<Actor>,
    /// Owners of those who renew their registration, by the keys of their organizations.
    owners: HashMap<&'static str, Actor>,
}

impl People {
    /// Creates their accounts.
    pub(super) async fn create(
        tx: &mut Tx,
        present: Present,
        files: &Files,
    ) -> Result<Self, SampleError> {
        tx.date_from_here(present.at(present.ago(BEGAN), 0));
        let mut personas = HashMap::new();
        for persona in person::ALL {
            let actor = create_persona(tx, persona).await?;
            personas.insert(persona.email, actor);
        }
        let mut people = Self {
            personas,
            applicants: Vec::new(),
            owners: HashMap::new(),
        };
        let mut of_member = Vec::new();
        for (n, row) in files.cases.iter().enumerate() {
            // The member follows one case of each of these stages, so that there is something to continue and to answer.
            let with_member = [
                StageCode::Draft,
                StageCode::ChangesRequested,
                StageCode::InReview,
            ];
            let applicant = if is_typed_in(row) {
                people.persona(&TYPIST)?.clone()
            } else if with_member.contains(&row.stage) && !of_member.contains(&row.stage) {
                of_member.push(row.stage);
                people.member()?.clone()
            } else {
                let joined = present.at(present.ago(row.days_ago + 40), n);
                tx.date_from_here(joined - TimeDelta::days(1));
                create_applicant(tx, row).await?
            };
            people.applicants.push(applicant);
        }
        for renewal in renewals::ALL {
            tx.date_from_here(present.at(present.ago(200), 0));
            let key = renewal.organization;
            let leader = files.leaders.iter().find(|row| row.organization == key);
            let leader = leader.ok_or(SampleError::Missing("an owner"))?;
            people.owners.insert(key, create_owner(tx, leader).await?);
        }
        Ok(people)
    }

    pub(super) fn member(&self) -> Result<&Actor, SampleError> {
        self.persona(&MEMBER)
    }

    pub(super) fn chair(&self) -> Result<&Actor, SampleError> {
        self.persona(&CHAIR)
    }

    /// One coordinator or the other.
    pub(super) fn coordinator(&self, n: usize) -> Result<&Actor, SampleError> {
        self.persona(if n.is_multiple_of(2) { &FIRST } else { &SECOND })
    }

    /// The owner of an organization that renews its registration.
    pub(super) fn owner(&self, organization: &str) -> Result<&Actor, SampleError> {
        let found = self.owners.get(organization);
        found.ok_or(SampleError::Missing("an owner"))
    }

    /// Whoever applies with the case at this place in the files.
    pub(super) fn applicant(&self, n: usize) -> Result<&Actor, SampleError> {
        let found = self.applicants.get(n);
        found.ok_or(SampleError::Missing("an applicant"))
    }

    fn persona(&self, persona: &Persona) -> Result<&Actor, SampleError> {
        let found = self.personas.get(persona.email);
        found.ok_or(SampleError::Missing("somebody of the board"))
    }
}

/// Whether a case was typed in from a paper form.
pub(super) fn is_typed_in(row: &CaseRow) -> bool {
    let host = row.particulars.host_country.code();
    TYPIST.hosts.contains(&host)
}

async fn create_persona(tx: &mut Tx, persona: &Persona) -> Result<Actor, SampleError> {
    use secrecy::ExposeSecret as _;
    let hosts = persona
        .hosts
        .iter()
        .filter_map(|code| Country::from_code(code));
    let password = person::password(&tx.vault(), persona.email);
    let password = Password::typed(password.expose_secret());
    let email = Email::parse(persona.email).map_err(|_| SampleError::Missing("an address"))?;
    let name = Line::parse(persona.name, 300).map_err(|_| SampleError::Missing("a name"))?;
    create(tx, &email, &name, persona.role, hosts.collect(), &password).await
}

/// An account for whoever applies: the first of the organization's people. Nobody knows its password.
async fn create_applicant(tx: &mut Tx, row: &CaseRow) -> Result<Actor, SampleError> {
    let first = row.particulars.people.first();
    let first = first.ok_or(SampleError::Missing("an applicant"))?;
    let email = first.email.as_ref();
    let email = email.ok_or(SampleError::Missing("an applicant's address"))?;
    let password = unknown_password()?;
    create(tx, email, &first.name, Role::Member, Vec::new(), &password).await
}

/// An account for whoever leads an organization. Nobody knows its password.
async fn create_owner(tx: &mut Tx, row: &LeaderRow) -> Result<Actor, SampleError> {
    let email = row.email.as_ref();
    let email = email.ok_or(SampleError::Missing("an owner's address"))?;
    let name = row.names.last();
    let name = name.ok_or(SampleError::Missing("an owner's name"))?;
    let password = unknown_password()?;
    create(tx, email, &name.text, Role::Member, Vec::new(), &password).await
}

fn unknown_password() -> Result<Password, SampleError> {
    let secret = random::<24>().map_err(crate::Error::from)?;
    Ok(Password::typed(
        &secret.map(|byte| format!("{byte:02x}")).concat(),
    ))
}

async fn create(
    tx: &mut Tx,
    email: &Email,
    name: &Line,
    role: Role,
    hosts: Vec<Country>,
    password: &Password,
) -> Result<Actor, SampleError> {
    let can = account::policy::create(&Actor::System).map_err(crate::Error::from)?;
    let post = Post::new(role, hosts.clone()).ok_or(SampleError::Missing("a host country"))?;
    let new = Created {
        email,
        name,
        post,
        lang: Lang::En,
        password,
    };
    let id = account::create_by_command(tx, can, new).await?;
    Ok(Actor::Person(Person {
        id: id.ok_or(SampleError::Missing("an address that nobody has"))?,
        session: SessionId::fresh(),
        name: name.to_string(),
        role,
        hosts,
    }))
}
