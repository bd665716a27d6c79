//! Which cases somebody looks for, in which order and with which columns. The address of a list says all of it, and so does
//! a saved view: what it does not know it leaves out.

use url::form_urlencoded;

use super::row::StageCode;
use super::turn::TurnOf;
use crate::ids::AccountId;
use crate::values::{Area, CaseKind, Country, Line, codes};

/// The longest words to look for, in characters.
const WORDS_MAX: usize = 200;

codes! {
    /// For whom a case waits.
    pub enum WaitsOn {
        Board = "board",
        Post = "post",
        Applicant = "applicant",
        Nobody = "nobody",
    }

    /// Whether a case still waits for somebody. What is over is shown by choice.
    #[derive(Default)]
    pub enum CaseState {
        #[default]
        Open = "open",
        Over = "over",
        All = "all",
    }

    /// How long ago a case was first submitted.
    pub enum CaseAge {
        Week = "week",
        Month = "month",
        Quarter = "quarter",
        Older = "older",
    }

    /// In which order cases are listed.
    pub enum CaseOrder {
        Oldest = "oldest",
        Newest = "newest",
        Day = "day",
        Name = "name",
        Host = "host",
    }

    /// What a list says of its cases beside their names.
    pub enum CaseColumn {
        Stage = "stage",
        Host = "host",
        Homeland = "homeland",
        Community = "community",
        Areas = "areas",
        Submitted = "submitted",
        Day = "day",
        Waits = "waits",
        Holder = "holder",
    }
}

/// In whose hands a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Those of whoever asks.
    ByMe,
    /// Somebody's.
    By(AccountId),
    /// Nobody's, though the board should work on it.
    ByNobody,
    /// Whoever confirms what a colleague proposed.
    BySecond,
    /// Those of them that whoever asks may confirm.
    ByMeAsSecond,
}

/// Which cases of those that somebody sees.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words in any script: names, places, numbers.
    pub words: String,
    /// The kind.
    pub kind: Option<CaseKind>,
    /// The stage.
    pub stage: Option<StageCode>,
    /// For whom it waits.
    pub waits: Option<WaitsOn>,
    /// Whether it waits for somebody at all. A stage, or whom it waits on, says more.
    pub state: CaseState,
    /// The host country.
    pub host: Option<Country>,
    /// The homeland.
    pub homeland: Option<Country>,
    /// The community, as it was written.
    pub community: Option<String>,
    /// The area, with what is beneath it.
    pub area: Option<Area>,
    /// Whose hands they are in.
    pub held: Option<Held>,
    /// How old it is.
    pub age: Option<CaseAge>,
    /// Only those about an organization with a flag.
    pub flagged: bool,
    /// Only those that were typed in from paper.
    pub paper: bool,
    /// Only those whose day has passed.
    pub late: bool,
    /// Only those in which whoever asks is asked: a post for its opinion, a chair for an appeal.
    pub asks_me: bool,
}

/// A list: which cases, in which order, with which columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looking {
    /// Which.
    pub filter: Filter,
    /// In which order.
    pub order: CaseOrder,
    /// What is said of each.
    pub columns: Vec<CaseColumn>,
}

impl CaseColumn {
    /// Those that a list has if nobody says otherwise.
    pub const USUAL: &'static [Self] = &[
        Self::Stage,
        Self::Host,
        Self::Submitted,
        Self::Day,
        Self::Waits,
    ];
}

impl Default for Looking {
    fn default() -> Self {
        Self::at(Filter::default())
    }
}

impl WaitsOn {
    /// Whose turn it then is; nobody's, once a case is over.
    pub const fn turns(self) -> &'static [TurnOf] {
        match self {
            Self::Board => &[TurnOf::Board, TurnOf::Chair, TurnOf::Holder],
            Self::Post => &[TurnOf::Post],
            Self::Applicant => &[TurnOf::Applicant],
            Self::Nobody => &[],
        }
    }

    /// Whether it is so when it is somebody's turn, or nobody's.
    pub fn is_of(self, turn: Option<TurnOf>) -> bool {
        match turn {
            Some(turn) => self.turns().contains(&turn),
            None => self == Self::Nobody,
        }
    }
}

impl CaseState {
    /// Whether a case that waits on somebody is shown, or one that waits on nobody.
    pub const fn shows(self, waits: bool) -> bool {
        match self {
            Self::Open => waits,
            Self::Over => !waits,
            Self::All => true,
        }
    }
}

impl CaseAge {
    /// From how many days on, and until how many.
    pub const fn days(self) -> (Option<i64>, Option<i64>) {
        match self {
            Self::Week => (None, Some(7)),
            Self::Month => (Some(7), Some(30)),
            Self::Quarter => (Some(30), Some(90)),
            Self::Older => (Some(90), None),
        }
    }
}

impl Filter {
    /// Which of the open and the others are found: what is chosen, unless a stage or whom they wait on says it already.
    pub(super) fn shown_state(&self) -> CaseState {
        match self.stage.is_some() || self.waits.is_some() {
            true => CaseState::All,
            false => self.state,
        }
    }

    /// Whether it finds what stands in a stage and waits on somebody, or nobody, as far as that goes.
    pub(super) fn finds(&self, stage: StageCode, turn: Option<TurnOf>) -> bool {
        self.stage.is_none_or(|one| one == stage)
            && self.waits.is_none_or(|waits| waits.is_of(turn))
            && self.shown_state().shows(turn.is_some())
    }

    /// The codes that the area finds: what is beneath it too.
    pub(super) fn areas(&self) -> Option<Vec<Area>> {
        self.area.map(Area::under)
    }

    /// Adds what a name and a value of an address say.
    fn add(&mut self, name: &str, value: &str) {
        let yes = value == "yes";
        match name {
            "q" => self.words = shown(value),
            "kind" => self.kind = CaseKind::from_code(value),
            "stage" => {
                self.stage = StageCode::from_code(value).filter(|it| *it != StageCode::Draft)
            }
            "waits" => self.waits = WaitsOn::from_code(value),
            "state" => self.state = CaseState::from_code(value).unwrap_or_default(),
            "host" => self.host = Country::from_code(value),
            "homeland" => self.homeland = Country::from_code(value),
            "community" => self.community = Some(shown(value)).filter(|it| !it.is_empty()),
            "area" => self.area = Area::from_code(value),
            "held" => {
                self.held = match value {
                    "me" => Some(Held::ByMe),
                    "nobody" => Some(Held::ByNobody),
                    "second" => Some(Held::BySecond),
                    "my-second" => Some(Held::ByMeAsSecond),
                    other => other.parse().ok().map(Held::By),
                }
            }
            "age" => self.age = CaseAge::from_code(value),
            "flagged" => self.flagged = yes,
            "paper" => self.paper = yes,
            "late" => self.late = yes,
            "asks" => self.asks_me = value == "me",
            _ => {}
        }
    }

    /// What it says, as names and values of an address, always in the same order.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let held = self.held.map(|held| match held {
            Held::ByMe => "me".to_owned(),
            Held::ByNobody => "nobody".to_owned(),
            Held::BySecond => "second".to_owned(),
            Held::ByMeAsSecond => "my-second".to_owned(),
            Held::By(account) => account.to_string(),
        });
        let yes = |is_so: bool| is_so.then(|| "yes".to_owned());
        let all = [
            ("q", Some(self.words.clone()).filter(|it| !it.is_empty())),
            ("asks", self.asks_me.then(|| "me".to_owned())),
            ("held", held),
            ("waits", self.waits.map(|it| it.to_string())),
            ("stage", self.stage.map(|it| it.to_string())),
            (
                "state",
                Some(self.state)
                    .filter(|it| *it != CaseState::Open)
                    .map(|it| it.to_string()),
            ),
            ("kind", self.kind.map(|it| it.to_string())),
            ("host", self.host.map(|it| it.to_string())),
            ("homeland", self.homeland.map(|it| it.to_string())),
            ("community", self.community.clone()),
            ("area", self.area.map(|it| it.to_string())),
            ("age", self.age.map(|it| it.to_string())),
            ("late", yes(self.late)),
            ("flagged", yes(self.flagged)),
            ("paper", yes(self.paper)),
        ];
        all.into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
            .collect()
    }
}

impl Looking {
    /// These, the oldest first, with the usual columns.
    pub fn at(filter: Filter) -> Self {
        Self {
            filter,
            order: CaseOrder::Oldest,
            columns: CaseColumn::USUAL.to_vec(),
        }
    }

    /// Reads names and values of an address. Of a name that comes twice the last counts, as in forms of one choice.
    pub fn of_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut filter = Filter::default();
        let mut order = CaseOrder::Oldest;
        let mut columns = Vec::new();
        for (name, value) in pairs {
            match name {
                "order" => order = CaseOrder::from_code(value).unwrap_or(order),
                "column" => columns.extend(CaseColumn::from_code(value)),
                name => filter.add(name, value),
            }
        }
        columns.sort_unstable();
        columns.dedup();
        if columns.is_empty() {
            columns = CaseColumn::USUAL.to_vec();
        }
        Self {
            filter,
            order,
            columns,
        }
    }

    /// Reads a query as it was kept.
    pub fn parse(query: &str) -> Self {
        let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).collect();
        Self::of_pairs(pairs.iter().map(|(name, value)| (&**name, &**value)))
    }

    /// The query that says it: the same list has the same query.
    pub fn query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.filter.pairs());
        if self.order != CaseOrder::Oldest {
            query.append_pair("order", self.order.code());
        }
        if self.columns != CaseColumn::USUAL {
            query.extend_pairs(self.columns.iter().map(|it| ("column", it.code())));
        }
        query.finish()
    }
}

/// One line, without what cannot be seen or deceives the eye.
fn shown(typed: &str) -> String {
    let text: String = typed
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .filter(|c| *c != '\u{FFFD}')
        .take(WORDS_MAX)
        .collect();
    let text = text.trim();
    match Line::parse(text, WORDS_MAX) {
        Ok(line) => line.into(),
        Err(_) => crate::names::fold(text).chars().take(WORDS_MAX).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_and_its_query_say_the_same() {
        let query = "q=%D0%95%D1%80%D0%B5%D0%B2%D0%B0%D0%BD&held=me&waits=board&state=all&kind=registration&host=DE&area=culture\
            &age=older&late=yes&flagged=yes&paper=yes&order=name&column=host&column=areas";
        let looking = Looking::parse(query);
        assert_eq!(looking.filter.words, "Ереван");
        assert_eq!(looking.filter.held, Some(Held::ByMe));
        assert_eq!(looking.filter.state, CaseState::All);
        assert_eq!(looking.columns, [CaseColumn::Host, CaseColumn::Areas]);
        assert_eq!(looking.query(), query);
        assert_eq!(Looking::parse(&looking.query()), looking);
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let hostile = "kind=x&stage=draft&state=closed&host=%00&held=%27%3B--&order=up&column=secret&age=-1&sort=1&q=%00%ff&after=x";
        assert_eq!(Looking::parse(hostile), Looking::default());
        assert_eq!(Looking::parse(hostile).query(), "");
        let long = format!("q={}", "a".repeat(5_000));
        assert_eq!(Looking::parse(&long).filter.words.len(), WORDS_MAX);
    }

    #[test]
    fn every_turn_is_of_one_of_them() {
        for turn in [None]
            .into_iter()
            .chain(TurnOf::ALL.iter().copied().map(Some))
        {
            let of = |it: &&WaitsOn| it.is_of(turn);
            assert_eq!(WaitsOn::ALL.iter().filter(of).count(), 1, "{turn:?}");
        }
    }
}
