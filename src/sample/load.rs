//! Loading the sample registry: everything through the verbs of the registry, in one transaction, so that a program that is
//! killed on the way leaves nothing behind.

use std::collections::HashMap;

use super::days::Present;
use super::files::{Files, LeaderRow, OrganizationRow};
use super::people::People;
use super::person::OF_MEMBER;
use super::plan::{Happening, Plan};
use super::{
    SampleError, cases, contributions, criteria, deciding, linking, meetings, pictures, questions,
    renewals,
};
use crate::actor::Actor;
use crate::db::{Db, Tx};
use crate::document::Storage;
use crate::ids::{CaseId, GroupId, InitiativeId, MeetingId, OrganizationId};
use crate::leader::{self, ConsentMeans, NewLeader, NewOffice, Term};
use crate::organization::{self, Section, standing};
use crate::values::{Prose, Standing};
use crate::{assignment, flag, group, initiative};

/// Loads the sample into a registry that nobody uses yet. One that is there already stays as it is.
pub async fn load(db: &Db, documents: &Storage) -> Result<(), SampleError> {
    let mut tx = db.begin().await.map_err(crate::Error::from)?;
    // Behind the first look at the database, which knows the areas that the files name.
    let files = Files::read()?;
    if super::is_used(&mut tx).await? {
        return Ok(());
    }
    let present = Present(tx.now());
    let people = People::create(&mut tx, present, &files).await?;
    let mut loader = Loader {
        present,
        people,
        documents,
        organizations: HashMap::new(),
        groups: HashMap::new(),
        initiatives: HashMap::new(),
        meeting: None,
        cases: HashMap::new(),
        renewals: HashMap::new(),
    };
    let plan = Plan::of(&files, present);
    if let Some((first, _)) = plan.first() {
        tx.date_from_here(*first);
        criteria::publish(&mut tx).await?;
    }
    for (at, what) in plan {
        tx.date_from_here(at);
        loader.write(&mut tx, what).await?;
    }
    deciding::arrange(&loader, &mut tx, &files.cases).await?;
    linking::arrange(&loader, &mut tx, &files.initiatives).await?;
    questions::arrange(&loader, &mut tx, &files.initiatives).await?;
    contributions::arrange(&loader, &mut tx, &files.initiatives).await?;
    pictures::arrange(&loader, &mut tx, &files.initiatives).await?;
    let _ = tx.commit().await.map_err(crate::Error::from)?;
    Ok(())
}

/// What is written so far, by its key or its place in the files.
pub(super) struct Loader<'a> {
    pub present: Present,
    pub people: People,
    pub documents: &'a Storage,
    organizations: HashMap<&'a str, OrganizationId>,
    groups: HashMap<usize, GroupId>,
    pub initiatives: HashMap<usize, InitiativeId>,
    /// The last that was called.
    meeting: Option<MeetingId>,
    pub cases: HashMap<usize, CaseId>,
    /// By the keys of the organizations.
    pub renewals: HashMap<&'static str, CaseId>,
}

impl<'a> Loader<'a> {
    async fn write(&mut self, tx: &mut Tx, what: Happening<'a>) -> Result<(), SampleError> {
        let board = self.people.coordinator(self.organizations.len())?.clone();
        match what {
            Happening::Registered(row) => self.register(tx, &board, row).await?,
            Happening::StandingChanged {
                organization,
                to,
                until,
                why,
            } => {
                let id = self.organization(organization)?;
                self.change_standing(tx, id, to, until, why).await?;
            }
            Happening::Renewed {
                organization,
                until,
            } => {
                let id = self.organization(organization)?;
                standing::renew(tx, &board, id, until).await?;
                let today = tx.today();
                organization::confirm(tx, id, Section::ALL, today).await?;
            }
            Happening::LeaderKnown(row) => self.know_leader(tx, &board, row).await?,
            Happening::Assigned { organization, seed } => {
                let can =
                    assignment::policy::assign(self.people.chair()?).map_err(crate::Error::from)?;
                let to = self.people.coordinator(seed)?.account();
                let to = to.ok_or(SampleError::Missing("a coordinator's account"))?;
                let organization = self.organization(organization)?;
                assignment::assign(tx, &can, organization, to, None).await?;
            }
            Happening::GroupCreated(n, row) => {
                let can = group::policy::group(&board).map_err(crate::Error::from)?;
                let new = group::Said {
                    texts: row.texts.clone(),
                    areas: row.areas.clone(),
                    host_countries: row.host.into_iter().collect(),
                    ..group::Said::named(row.kind, row.names.clone(), tx.today())
                };
                self.groups.insert(n, group::create(tx, &can, &new).await?);
            }
            Happening::GroupSettled {
                group,
                parent,
                joining,
            } => {
                let can = group::policy::group(&board).map_err(crate::Error::from)?;
                let group = known(&self.groups, group)?;
                let parent = parent.map(|it| known(&self.groups, it)).transpose()?;
                let found = group::find(tx, group).await?;
                let found = found.ok_or(SampleError::Missing("a group"))?;
                let said = group::Said {
                    parent,
                    joining,
                    ..found.said.clone()
                };
                let settled = group::change(tx, &can, &found, &said).await?;
                settled.map_err(|_| SampleError::Missing("a group that is no part of itself"))?;
            }
            Happening::MeetingCalled { group, day } => {
                let group = known(&self.groups, group)?;
                self.meeting = Some(meetings::call(tx, &board, group, day).await?);
            }
            Happening::MeetingHeld => {
                let id = self.meeting.ok_or(SampleError::Missing("a meeting"))?;
                meetings::hold(tx, &board, id).await?;
            }
            Happening::Joined {
                group,
                organization,
                role,
                seat,
            } => {
                let can = group::policy::group(&board).map_err(crate::Error::from)?;
                let organization = self.organization(organization)?;
                let group = known(&self.groups, group)?;
                let entry = group::Entry::new(role, seat);
                let added = group::add(tx, &can, group, organization, &entry).await?;
                added.map_err(|_| SampleError::Missing("a seat in a group"))?;
            }
            Happening::InitiativeCreated(n, row) => {
                let can = initiative::policy::keep(&board).map_err(crate::Error::from)?;
                let mut said = row.to_said();
                said.starts_on = said.starts_on.map(|day| self.present.moved(day));
                said.ends_on = said.ends_on.map(|day| self.present.moved(day));
                let id = initiative::create(tx, &can, &said).await?;
                self.initiatives.insert(n, id);
            }
            Happening::InitiativePublished(n) => {
                let can = initiative::policy::keep(&board).map_err(crate::Error::from)?;
                let published = initiative::publish(tx, &can, known(&self.initiatives, n)?).await?;
                published.map_err(|_| SampleError::Missing("a lead of an initiative"))?;
            }
            Happening::Carried {
                initiative,
                organization,
                role,
            } => {
                let can = initiative::policy::keep(&board).map_err(crate::Error::from)?;
                let organization = self.organization(organization)?;
                let initiative = known(&self.initiatives, initiative)?;
                let added = initiative::add(tx, &can, initiative, organization, role).await?;
                added.ok_or(SampleError::Missing("a part in an initiative"))?;
            }
            Happening::Renewal(renewal, what) => renewals::step(self, tx, renewal, what).await?,
            Happening::Case(n, row, what) => cases::step(self, tx, n, row, what).await?,
            Happening::Flagged(flagged) => {
                let id = self.organization(flagged.organization)?;
                let seen = organization::find(tx, id).await?;
                let seen = seen.ok_or(SampleError::Missing("an organization"))?;
                let can = flag::policy::raise(&board, &seen, None).map_err(crate::Error::from)?;
                let words = Prose::parse(flagged.words, Prose::CEILING);
                let new = flag::New {
                    words: words.map_err(|_| SampleError::Missing("words"))?,
                    due_on: self.present.today() + chrono::TimeDelta::days(flagged.due),
                    owner: board.account(),
                };
                flag::raise(tx, &can, &new).await?;
            }
        }
        Ok(())
    }

    async fn register(
        &mut self,
        tx: &mut Tx,
        by: &Actor,
        row: &'a OrganizationRow,
    ) -> Result<(), SampleError> {
        let owner = self.people.member()?.account();
        let owner = owner.filter(|_| row.key == OF_MEMBER);
        let (id, _) = organization::register(tx, by, &row.particulars, owner).await?;
        if owner.is_some() {
            let today = tx.today();
            organization::confirm(tx, id, Section::ALL, today).await?;
        }
        self.organizations.insert(&row.key, id);
        Ok(())
    }

    async fn change_standing(
        &self,
        tx: &mut Tx,
        id: OrganizationId,
        to: Standing,
        until: Option<chrono::NaiveDate>,
        why: &str,
    ) -> Result<(), SampleError> {
        let seen = organization::find(tx, id).await?;
        let seen = seen.ok_or(SampleError::Missing("an organization"))?;
        let can = organization::policy::change_standing(self.people.chair()?, &seen, None)
            .map_err(crate::Error::from)?;
        let why = Prose::parse(why, Prose::CEILING);
        let why = why.map_err(|_| SampleError::Missing("a reason"))?;
        standing::change(tx, can, to, until, &why).await?;
        Ok(())
    }

    async fn know_leader(
        &self,
        tx: &mut Tx,
        by: &Actor,
        row: &LeaderRow,
    ) -> Result<(), SampleError> {
        let new = NewLeader {
            names: row.names.clone(),
            languages: row.languages.clone(),
            email: row.email.clone(),
            office: NewOffice {
                organization: self.organization(&row.organization)?,
                title: row.title.clone(),
                title_language: Some(super::english()?),
                other: row.title_other.clone(),
                since: row.since.map(|day| self.present.moved(day)),
                until: row.until.map(|day| self.present.moved(day)),
                signs: false,
                term: Term {
                    office: row.leads(),
                    ..Term::default()
                },
            },
            consent: row.consents.then_some(ConsentMeans::Letter),
        };
        let id = leader::create(tx, by, new).await?;
        let name = row.names.first().map(|it| it.text.as_str());
        if let Some(profile) = super::profiles::of(&row.organization, name.unwrap_or_default()) {
            super::profiles::say(tx, id, profile).await?;
        }
        Ok(())
    }

    pub(super) fn organization(&self, key: &str) -> Result<OrganizationId, SampleError> {
        let found = self.organizations.get(key).copied();
        found.ok_or(SampleError::Missing("an organization"))
    }
}

/// What was written of the files at this place.
pub(super) fn known<T: Copy>(all: &HashMap<usize, T>, n: usize) -> Result<T, SampleError> {
    all.get(&n)
        .copied()
        .ok_or(SampleError::Missing("something that the plan wrote before"))
}
