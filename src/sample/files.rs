//! The sample files as typed values. Everything in them is invented.

use chrono::NaiveDate;

use super::row::{BadCell, Row, day, in_language, line, prose};
use crate::case::{FieldNote, StageCode};
use crate::group::{GroupText, Joining};
use crate::initiative::{InitiativeText, Place as InitiativePlace, Said, Want, WantSide};
use crate::leader::LeaderName;
use crate::organization::Text;
use crate::organization::{Contact, Members, Name, Particular, Particulars, PersonEntry, Place};
use crate::values::column::Written as _;
use crate::values::{
    Area, ContactChannel, ContactPurpose, Country, Email, Funding, GroupKind, GroupRole,
    Identifier, InitiativeStage, Kind, LanguageTag, Line, NameRole, Need, PartialDate, PlaceRole,
    PlaceShown, Problem, Prose, Related, SigningOffice, Standing, WebAddress, Wording,
};

/// Everything that the files hold.
pub(super) struct Files {
    pub organizations: Vec<OrganizationRow>,
    pub leaders: Vec<LeaderRow>,
    pub groups: Vec<GroupRow>,
    pub initiatives: Vec<InitiativeRow>,
    pub cases: Vec<CaseRow>,
}

/// A registered organization.
pub(super) struct OrganizationRow {
    pub key: String,
    pub particulars: Particulars,
    pub standing: Standing,
    pub registered_on: NaiveDate,
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "the groups say it too, and a test compares them")
    )]
    pub groups: Vec<String>,
}

/// A leader in an office.
pub(super) struct LeaderRow {
    pub organization: String,
    pub names: Vec<LeaderName>,
    pub title: Line,
    pub title_other: Option<Wording>,
    pub since: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    pub consents: bool,
    pub languages: Vec<LanguageTag>,
    pub email: Option<Email>,
}

/// A group, and who is in it.
pub(super) struct GroupRow {
    pub kind: GroupKind,
    pub names: Vec<Wording>,
    pub texts: Vec<GroupText>,
    /// The key of the group that it is a part of.
    pub parent: Option<String>,
    pub areas: Vec<Area>,
    pub joining: Joining,
    pub host: Option<Country>,
    pub members: Vec<(String, GroupRole)>,
    pub key: String,
}

/// An initiative, and who carries it.
pub(super) struct InitiativeRow {
    pub texts: Vec<InitiativeText>,
    pub lead: String,
    pub partners: Vec<String>,
    pub area: Area,
    pub host: Option<Country>,
    pub city: Option<Line>,
    pub homeland: Option<Country>,
    pub starts_on: Option<NaiveDate>,
    pub ends_on: Option<NaiveDate>,
    pub stage: InitiativeStage,
    pub needs: Vec<Need>,
    pub offers: Vec<Need>,
}

/// A registration that the board decides or decided.
pub(super) struct CaseRow {
    pub particulars: Particulars,
    pub stage: StageCode,
    pub words: Vec<Prose>,
    /// What the board asks at single fields.
    pub notes: Vec<FieldNote>,
    pub days_ago: u64,
}

impl Files {
    /// Reads the files that are built into the program.
    pub(super) fn read() -> Result<Self, BadCell> {
        Ok(Self {
            organizations: rows(
                "organizations.csv",
                include_str!("organizations.csv"),
                OrganizationRow::read,
            )?,
            leaders: rows("leaders.csv", include_str!("leaders.csv"), LeaderRow::read)?,
            groups: rows("groups.csv", include_str!("groups.csv"), GroupRow::read)?,
            initiatives: rows(
                "initiatives.csv",
                include_str!("initiatives.csv"),
                InitiativeRow::read,
            )?,
            cases: rows("cases.csv", include_str!("cases.csv"), CaseRow::read)?,
        })
    }
}

fn rows<T>(
    file: &'static str,
    text: &str,
    read: impl Fn(&Row) -> Result<T, BadCell>,
) -> Result<Vec<T>, BadCell> {
    Row::all(file, text)?.iter().map(read).collect()
}

impl OrganizationRow {
    fn read(row: &Row) -> Result<Self, BadCell> {
        Ok(Self {
            key: row.text("key")?.to_owned(),
            particulars: particulars(row, Vec::new())?,
            standing: row.required("standing", Standing::parse)?,
            registered_on: row.required("registered_on", day)?,
            groups: row.list("group_keys", |key| Ok(key.to_owned()))?,
        })
    }
}

impl LeaderRow {
    /// The office that leads the organization, if this is it: in a school its head does.
    pub(super) fn leads(&self) -> Option<SigningOffice> {
        match self.title.as_str() {
            "President" | "Chair" | "Chair of trustees" => Some(SigningOffice::President),
            "Director" | "Managing director" | "Headteacher" => Some(SigningOffice::Director),
            _ => None,
        }
    }

    fn read(row: &Row) -> Result<Self, BadCell> {
        Ok(Self {
            organization: row.text("organization")?.to_owned(),
            names: row.list("names", |text| {
                let (language, text) = in_language(text, line)?;
                Ok(LeaderName {
                    text,
                    language: Some(language),
                })
            })?,
            title: row.required("title", line)?,
            title_other: row.optional("title_other", wording)?,
            since: row.optional("since", day)?,
            until: row.optional("until", day)?,
            consents: row.required("consent", yes_or_no)?,
            languages: row.list("languages", LanguageTag::parse)?,
            email: row.optional("email", Email::parse)?,
        })
    }
}

impl GroupRow {
    fn read(row: &Row) -> Result<Self, BadCell> {
        let purpose = row.optional("purpose_en", prose)?;
        let terms = row.optional("terms_en", prose)?;
        let language = english(row, "purpose_en")?;
        let says_something = purpose.is_some() || terms.is_some();
        let text = GroupText {
            language,
            purpose,
            terms,
        };
        Ok(Self {
            key: row.text("key")?.to_owned(),
            kind: row.required("kind", GroupKind::parse)?,
            names: row.list("name", wording)?,
            texts: says_something.then_some(text).into_iter().collect(),
            parent: row.optional("parent", |key| Ok(key.to_owned()))?,
            areas: row.list("areas", Area::parse)?,
            joining: row.required("joining", Joining::parse)?,
            host: row.optional("host", Country::parse)?,
            members: row.list("members", |text| {
                let (key, role) = text.split_once(':').ok_or(Problem::Required)?;
                Ok((key.to_owned(), GroupRole::parse(role)?))
            })?,
        })
    }
}

impl InitiativeRow {
    fn read(row: &Row) -> Result<Self, BadCell> {
        let summary = row.optional("summary_en", prose)?;
        let texts = row.list("title", |text| {
            let (language, title) = in_language(text, line)?;
            let summary = summary.clone().filter(|_| language.as_str() == "en");
            Ok(InitiativeText {
                language,
                title,
                summary,
                outcomes: None,
            })
        })?;
        Ok(Self {
            texts,
            lead: row.text("lead")?.to_owned(),
            partners: row.list("partners", |key| Ok(key.to_owned()))?,
            area: row.required("area", Area::parse)?,
            host: row.optional("host", Country::parse)?,
            city: row.optional("city", line)?,
            homeland: row.optional("homeland", Country::parse)?,
            starts_on: row.optional("starts", day)?,
            ends_on: row.optional("ends", day)?,
            stage: row.required("stage", InitiativeStage::parse)?,
            needs: row.list("needs", Need::parse)?,
            offers: row.list("offers", Need::parse)?,
        })
    }

    /// As the registry takes it.
    pub(super) fn to_said(&self) -> Said {
        let host = self
            .host
            .map(|it| InitiativePlace::host(it, self.city.clone()));
        let homeland = self.homeland.map(InitiativePlace::homeland);
        let needs = self.needs.iter().map(|kind| Want::need(*kind));
        let offers = self.offers.iter().map(|kind| Want {
            side: WantSide::Offer,
            ..Want::need(*kind)
        });
        Said {
            texts: self.texts.clone(),
            areas: vec![self.area],
            places: host.into_iter().chain(homeland).collect(),
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            stage: self.stage,
            wants: needs.chain(offers).collect(),
            budget: None,
        }
    }
}

impl CaseRow {
    fn read(row: &Row) -> Result<Self, BadCell> {
        let people = row.list("people", person)?;
        Ok(Self {
            particulars: particulars(row, people)?,
            stage: row.required("stage", StageCode::parse)?,
            words: row.list("words", prose)?,
            notes: row.list("notes", note)?,
            days_ago: row.required("days_ago", |text| {
                text.parse().map_err(|_| Problem::BadNumber)
            })?,
        })
    }
}

/// `city:words`: a field, and what the board asks there.
fn note(text: &str) -> Result<FieldNote, Problem> {
    let (field, words) = text.split_once(':').ok_or(Problem::UnknownCode)?;
    Ok(FieldNote {
        field: Particular::parse(field)?,
        note: prose(words)?,
    })
}

/// What an organization says of itself.
fn particulars(row: &Row, people: Vec<PersonEntry>) -> Result<Particulars, BadCell> {
    let mut about = Vec::new();
    if let Some(text) = row.optional("about_en", prose)? {
        let language = english(row, "about_en")?;
        about.push(Text { language, text });
    }
    about.extend(row.list("about_other", |text| {
        let (language, text) = in_language(text, prose)?;
        Ok(Text { language, text })
    })?);
    let contacts = row
        .optional("email", |text| line(&Email::parse(text)?.to_string()))?
        .map(|value| Contact {
            channel: ContactChannel::Email,
            purpose: ContactPurpose::General,
            value,
            public: true,
        });
    Ok(Particulars {
        names: row.list("names", name)?,
        kind: row.optional("kind", Kind::parse)?,
        host_country: row.required("host", Country::parse)?,
        city: row.optional("city", line)?,
        homeland: row.optional("homeland", Country::parse)?,
        community: row.optional("community", line)?,
        founded: row.optional("founded", partial_date)?,
        identifiers: row.list("identifiers", |text| {
            let (scheme, value) = text.split_once(':').ok_or(Problem::BadIdentifier)?;
            Identifier::parse(scheme, value)
        })?,
        areas: row.list("areas", Area::parse)?,
        languages: row.list("languages", LanguageTag::parse)?,
        website: row.optional("website", WebAddress::parse)?,
        contacts: contacts.into_iter().collect(),
        about,
        people,
        host_registered_on: row.optional("host_registered_on", partial_date)?,
        places: row.list("places", place)?,
        links: row.list("links", WebAddress::parse)?,
        members: row.optional("members", members)?,
        funding: row.list("funding", |text| text.parse::<Funding>())?,
        umbrella: row.optional("umbrella", Related::parse)?,
        chapters: row.list("chapters", Related::parse)?,
        successor: None,
    })
}

fn partial_date(text: &str) -> Result<PartialDate, Problem> {
    PartialDate::read(text)
}

/// `registered:city:Street 1`.
fn place(text: &str) -> Result<Place, Problem> {
    let (role, rest) = text.split_once(':').ok_or(Problem::UnknownCode)?;
    let (shown, address) = rest.split_once(':').ok_or(Problem::UnknownCode)?;
    Ok(Place {
        role: PlaceRole::parse(role)?,
        shown: PlaceShown::parse(shown)?,
        address: line(address)?,
        city: None,
    })
}

/// `240;2025;membership list`.
fn members(text: &str) -> Result<Members, Problem> {
    let mut parts = text.split(';');
    let mut next = || parts.next().ok_or(Problem::Required);
    Ok(Members {
        count: next()?.parse().map_err(|_| Problem::BadNumber)?,
        on: Some(partial_date(next()?)?),
        evidence: Some(line(next()?)?),
    })
}

/// `hy:native:Հայ Տուն`.
fn name(text: &str) -> Result<Name, Problem> {
    let (language, rest) = text.split_once(':').ok_or(Problem::UnknownLanguage)?;
    let (role, name) = rest.split_once(':').ok_or(Problem::UnknownCode)?;
    let language = Some(LanguageTag::parse(language)?);
    // A former name has its years behind it: `1990/2004 Old Club`.
    let dated = name
        .split_once(' ')
        .and_then(|(years, rest)| years.split_once('/').map(|years| (years, rest)));
    match (NameRole::parse(role)?, dated) {
        (NameRole::Former, Some(((since, until), name))) => Ok(Name {
            since: Some(partial_date(since)?),
            until: Some(partial_date(until)?),
            ..Name::new(line(name)?, language, NameRole::Former)
        }),
        (role, _) => Ok(Name::new(line(name)?, language, role)),
    }
}

/// `Name;title;address;yes`.
fn person(text: &str) -> Result<PersonEntry, Problem> {
    let mut parts = text.split(';');
    let mut next = || parts.next().ok_or(Problem::Required);
    let (name, title) = (line(next()?)?, line(next()?)?);
    let email = Some(Email::parse(next()?)?);
    Ok(PersonEntry::new(name, title, email, yes_or_no(next()?)?))
}

fn wording(text: &str) -> Result<Wording, Problem> {
    let (language, text) = in_language(text, line)?;
    Ok(Wording { language, text })
}

fn yes_or_no(text: &str) -> Result<bool, Problem> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Problem::UnknownCode),
    }
}

fn english(row: &Row, column: &'static str) -> Result<LanguageTag, BadCell> {
    LanguageTag::parse("en").map_err(|problem| row.bad(column, problem))
}

#[cfg(test)]
#[path = "files_test.rs"]
mod tests;
