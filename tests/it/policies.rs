//! Who may do what, as one table: a question of each policy × each kind of actor. Cases, whose answers depend on their stage,
//! have a table of their own beside their policy.

use std::fmt::Write as _;

use concord::actor::{Actor, Denied, Person};
use concord::contribution::{Contribution, ContributionKind, Evidence, Given, Review};
use concord::flag::{self, Flag, FlagKind};
use concord::ids::{
    AccountId, ContributionId, FlagId, GroupId, InitiativeId, IntroductionId, LeaderId, MeetingId,
    OrganizationId, OverlapId, ProposedInitiativeId, RescueId, SessionId, SittingId, SittingItemId,
};
use concord::initiative::{Proposal, ProposalStage};
use concord::meeting::{Meeting, MeetingStage};
use concord::organization::Organization;
use concord::organization::standing::Window;
use concord::radar::{Introduction, LinkKind, OverlapState, Pair};
use concord::rescue::{self, Rescue};
use concord::sitting::{ItemResult, Sitting, SittingStage};
use concord::values::{
    Amount, CaseKind, Country, InitiativeRole, Measure, RegistryNumber, Role, Standing, TeamRole,
    Unit,
};
use concord::{
    account, area, assignment, bulk, calendar, case, certificate, contribution, criterion,
    document, duty, group, initiative, invitation, leader, meeting, merger, neighbour,
    organization, phrase, prescreen, radar, roster, sitting, workbench,
};

fn germany() -> Country {
    Country::from_code("DE").unwrap()
}

fn somebody(role: Role, hosts: &[&str]) -> Actor {
    Actor::Person(Person {
        id: AccountId::fresh(),
        session: SessionId::fresh(),
        name: "Somebody".to_owned(),
        role,
        hosts: hosts
            .iter()
            .map(|host| Country::from_code(host).unwrap())
            .collect(),
    })
}

fn actors() -> Vec<(&'static str, Actor)> {
    vec![
        ("visitor", Actor::Visitor),
        ("member", somebody(Role::Member, &[])),
        ("post DE", somebody(Role::PostOfficer, &["DE"])),
        ("post FR", somebody(Role::PostOfficer, &["FR"])),
        ("auditor", somebody(Role::Auditor, &[])),
        ("coordinator", somebody(Role::Coordinator, &[])),
        ("chair", somebody(Role::Chair, &[])),
        ("admin", somebody(Role::Admin, &[])),
        ("system", Actor::System),
    ]
}

/// An organization in Germany.
fn haus() -> Organization {
    let now = "2026-11-24T10:00:00Z".parse().unwrap();
    Organization {
        id: OrganizationId::fresh(),
        number: RegistryNumber::from_sequence(1),
        name: "Haus".to_owned(),
        name_language: None,
        kind: None,
        host_country: germany(),
        city: None,
        homeland: None,
        community: None,
        founded: None,
        areas: Vec::new(),
        languages: Vec::new(),
        website: None,
        standing: Standing::Good,
        standing_until: None,
        registered_on: None,
        merged_into: None,
        created_at: now,
        updated_at: now,
        revision: 1,
    }
}

fn day(day: u32) -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 12, day).unwrap()
}

/// What a team proposes.
fn proposed(stage: ProposalStage) -> Proposal {
    let at = "2026-12-01T10:00:00Z".parse().unwrap();
    Proposal {
        id: ProposedInitiativeId::fresh(),
        organization: OrganizationId::fresh(),
        initiative: None,
        stage,
        revision: 1,
        form: initiative::proposal::Form::new(),
        files: Vec::new(),
        words: None,
        written_by: AccountId::fresh(),
        updated_at: at,
        sent_at: (stage != ProposalStage::Draft).then_some(at),
    }
}

/// A picture that anybody sees, or that came with a proposal.
fn file(is_shown: bool, was_sent: bool) -> initiative::files::SeenFile {
    initiative::files::SeenFile {
        id: concord::ids::InitiativeFileId::fresh(),
        used_as: initiative::FileUse::Picture,
        kind: document::FileKind::Jpeg,
        bytes: 1,
        is_shown,
        was_sent,
        title: String::new(),
    }
}

/// Something that an organization gave; another record may have taken its place.
fn given(is_superseded: bool) -> Contribution {
    let now = "2026-11-27T09:00:00Z".parse().unwrap();
    Contribution {
        id: ContributionId::fresh(),
        organization: OrganizationId::fresh(),
        given: Given {
            initiative: None,
            homeland: Country::from_code("AM"),
            kind: ContributionKind::Hours,
            amount: Amount::parse("3", Measure::Unit(Unit::Hours)).unwrap(),
            given_on: chrono::NaiveDate::from_ymd_opt(2026, 3, 3).unwrap(),
            evidence: Evidence::Stated,
            words: None,
            proof: None,
            file: None,
            is_for_public: true,
        },
        review: Review::Waiting,
        answer: None,
        replaces: None,
        superseded_at: is_superseded.then_some(now),
        written_by: AccountId::fresh(),
        written_at: now,
    }
}

/// Two initiatives, linked or only suggested.
fn pair(link: Option<LinkKind>) -> Pair {
    Pair {
        id: OverlapId::fresh(),
        one: InitiativeId::fresh(),
        other: InitiativeId::fresh(),
        state: match link {
            Some(_) => OverlapState::Linked,
            None => OverlapState::Suggested,
        },
        score: 0.7,
        reasons: Vec::new(),
        link,
        reversed: false,
        said_at: None,
        said_by: None,
        words_sealed: None,
    }
}

/// Two organizations that were introduced.
fn introduced() -> Introduction {
    Introduction {
        id: IntroductionId::fresh(),
        overlap: OverlapId::fresh(),
        one: OrganizationId::fresh(),
        other: OrganizationId::fresh(),
        made_at: "2026-12-01T10:00:00Z".parse().unwrap(),
    }
}

/// Somebody says that the owners are gone; they have until the 15th.
fn gone() -> Rescue {
    Rescue {
        id: RescueId::fresh(),
        organization: OrganizationId::fresh(),
        account: AccountId::fresh(),
        evidence: String::new(),
        stage: rescue::Stage::Cooling { until: day(15) },
        asked_at: "2026-12-01T10:00:00Z".parse().unwrap(),
        reason: None,
    }
}

/// A flag of a clock, or of somebody.
fn raised(by: Option<AccountId>) -> Flag {
    Flag {
        id: FlagId::fresh(),
        organization: OrganizationId::fresh(),
        kind: FlagKind::Other,
        document: None,
        office: None,
        last_day: None,
        seat: None,
        claim: None,
        words: None,
        raised_at: "2026-12-01T10:00:00Z".parse().unwrap(),
        raised_by: by,
        owner: None,
        due_on: day(15),
        state: flag::State::Up,
    }
}

/// A session of which whoever asks is a member who came, and somebody else presides.
fn session(asks: &Actor, stage: SittingStage) -> Sitting {
    let account = asks.account().unwrap_or_else(AccountId::fresh);
    let at = "2026-12-08T10:30:00Z".parse().unwrap();
    Sitting {
        id: SittingId::fresh(),
        number: 1,
        starts_local: "2026-12-08T14:30:00".parse().unwrap(),
        zone: "Asia/Yerevan".to_owned(),
        starts_at: at,
        lasts_minutes: 90,
        place: "Hall".to_owned(),
        quorum: 1,
        chair: AccountId::fresh(),
        stage,
        sequence: 0,
        ended_at: (stage != SittingStage::Called).then_some(at),
        words: None,
        digest: None,
        members: vec![sitting::Member {
            account,
            present: true,
        }],
        items: Vec::new(),
    }
}

/// A meeting of a group.
fn meeting_of(stage: MeetingStage) -> Meeting {
    Meeting {
        id: MeetingId::fresh(),
        group: GroupId::fresh(),
        names: Vec::new(),
        starts_local: "2026-12-08T14:30:00".parse().unwrap(),
        zone: "Asia/Yerevan".to_owned(),
        starts_at: "2026-12-08T10:30:00Z".parse().unwrap(),
        lasts_minutes: 90,
        place: "Hall".to_owned(),
        sequence: 0,
        stage,
        why: None,
        presence_version: 0,
        items: Vec::new(),
    }
}

/// A case on its agenda.
fn on_agenda(result: Option<ItemResult>, is_own: bool) -> sitting::Item {
    sitting::Item {
        id: SittingItemId::fresh(),
        case: concord::ids::CaseId::fresh(),
        number: None,
        kind: CaseKind::Registration,
        stage: case::StageCode::InReview,
        title: "Haus".to_owned(),
        title_language: None,
        is_own,
        off: None,
        result,
        answer: None,
        casting: None,
        recused: Vec::new(),
        ballots: Vec::new(),
    }
}

/// Somebody with an account.
fn colleague(role: Role) -> account::Account {
    let at = "2026-11-24T10:00:00Z".parse().unwrap();
    account::Account {
        id: AccountId::fresh(),
        email: concord::values::Email::parse("colleague@example.org").unwrap(),
        name: "Colleague".to_owned(),
        role,
        hosts: Vec::new(),
        lang: concord::values::Lang::En,
        created_at: at,
        confirmed_at: Some(at),
        closed_at: None,
    }
}

/// The account of whoever asks.
fn theirs(actor: &Actor) -> account::Account {
    account::Account {
        id: actor.account().unwrap_or_else(AccountId::fresh),
        ..colleague(actor.role().unwrap_or(Role::Member))
    }
}

/// What somebody had, with somebody else.
fn handed(from: AccountId, to: AccountId) -> duty::Handover {
    duty::Handover {
        id: concord::ids::DutyHandoverId::fresh(),
        from,
        to,
        by: from,
        words: None,
        at: "2026-11-24T10:00:00Z".parse().unwrap(),
        undoes: None,
        undone_by: None,
        rows: Vec::new(),
    }
}

/// An act on many that somebody planned.
fn planned(by: AccountId) -> bulk::BulkAct {
    bulk::BulkAct {
        id: concord::ids::BulkId::fresh(),
        kind: bulk::BulkKind::Renewal,
        order: bulk::BulkOrder::Renewal,
        by,
        list: None,
        again_of: None,
        state: bulk::BulkState::Planned,
        planned_at: "2026-11-24T10:00:00Z".parse().unwrap(),
        done_at: None,
    }
}

/// Whether a registration can be renewed on the 1st.
fn window(is_open: bool) -> Window {
    Window {
        until: Some(day(15)),
        opens_on: Some(day(if is_open { 1 } else { 2 })),
        is_open,
    }
}

fn asked_by(actor: &Actor) -> Rescue {
    Rescue {
        account: actor.account().unwrap_or_else(AccountId::fresh),
        ..gone()
    }
}

/// An answer in a word.
fn word<T>(answer: Result<T, Denied>) -> &'static str {
    match answer {
        Ok(_) => "may",
        Err(Denied::Hidden) => "404",
        Err(Denied::Forbidden) => "403",
        Err(Denied::SignIn) => "sign in",
    }
}

/// The same for questions that may also fail otherwise.
fn word_of<T>(answer: concord::Result<T>) -> &'static str {
    match answer {
        Ok(_) => "may",
        Err(concord::Error::NotFound) => "404",
        Err(concord::Error::Denied(denied)) => word::<()>(Err(denied)),
        Err(concord::Error::Overtaken) => "409",
        Err(_) => "fails",
    }
}

type Question = (&'static str, fn(&Actor) -> &'static str);

const QUESTIONS: &[Question] = &[
    ("account: one's own", |it| word(account::policy::own(it))),
    ("account: list", |it| word(account::policy::list(it))),
    ("account: change somebody's role", |it| {
        word(account::policy::change_role(it, AccountId::fresh()))
    }),
    ("account: change one's own role", |it| {
        let own = it.account().unwrap_or_else(AccountId::fresh);
        word(account::policy::change_role(it, own))
    }),
    ("account: create without invitation", |it| {
        word(account::policy::create(it))
    }),
    ("case: start a registration", |it| {
        word_of(case::policy::start(it, CaseKind::Registration))
    }),
    ("area: look at how the list is kept", |it| {
        word(area::policy::read(it))
    }),
    ("area: keep the list", |it| word(area::policy::keep(it))),
    ("case: type in a paper form in Germany", |it| {
        word_of(case::policy::type_in(it, germany()))
    }),
    ("prescreen: read its rules", |it| {
        word(prescreen::policy::read(it))
    }),
    ("prescreen: keep them", |it| {
        word(prescreen::policy::keep(it))
    }),
    ("case: take the next", |it| {
        word_of(case::policy::take_next(it))
    }),
    ("case: see saved views", |it| {
        word(case::policy::see_views(it))
    }),
    ("case: keep views and lanes", |it| {
        word(case::policy::keep_views(it))
    }),
    ("case: read how they are decided", |it| {
        word(case::policy::read_ways(it))
    }),
    ("case: say how they are decided", |it| {
        word(case::policy::keep_ways(it))
    }),
    ("duty: see what was handed over", |it| {
        word(duty::policy::see(it).map(drop))
    }),
    ("duty: begin to hand over", |it| {
        word(duty::policy::begin(it))
    }),
    ("duty: read what concerns others", |it| {
        let others = AccountId::fresh();
        word(duty::policy::read(it, &handed(others, AccountId::fresh())))
    }),
    ("duty: hand back what one got", |it| {
        let (me, from) = (theirs(it), colleague(Role::Coordinator));
        let over = handed(from.id, me.id);
        word(duty::policy::hand_back(it, &over, (&me, &from)))
    }),
    ("duty: … what one gave", |it| {
        let (me, to) = (theirs(it), colleague(Role::Coordinator));
        let over = handed(me.id, to.id);
        word(duty::policy::hand_back(it, &over, (&to, &me)))
    }),
    ("duty: hand over one's own", |it| {
        word(duty::policy::hand_over(
            it,
            &theirs(it),
            &colleague(Role::Chair),
        ))
    }),
    ("duty: … to somebody without a desk", |it| {
        word(duty::policy::hand_over(
            it,
            &theirs(it),
            &colleague(Role::Member),
        ))
    }),
    ("duty: … somebody else's", |it| {
        let (from, to) = (colleague(Role::Coordinator), colleague(Role::Chair));
        word(duty::policy::hand_over(it, &from, &to))
    }),
    ("bulk: act on many at once", |it| {
        word(bulk::policy::act(it))
    }),
    ("bulk: go on with one's own", |it| {
        let own = it.account().unwrap_or_else(AccountId::fresh);
        word(bulk::policy::go_on(it, &planned(own)))
    }),
    ("bulk: … with somebody else's", |it| {
        word(bulk::policy::go_on(it, &planned(AccountId::fresh())))
    }),
    ("bulk: read what somebody did", |it| {
        word(bulk::policy::read(it, AccountId::fresh()))
    }),
    ("organization: write to it for the board", |it| {
        word(organization::policy::write_to(it, &haus(), None))
    }),
    ("organization: … to one's own", |it| {
        let own = Some(TeamRole::Reader);
        word(organization::policy::write_to(it, &haus(), own))
    }),
    ("assignment: hand over one's own", |it| {
        let own = it.account().unwrap_or_else(AccountId::fresh);
        word(assignment::policy::hand_over(it, own))
    }),
    ("assignment: … somebody else's", |it| {
        word(assignment::policy::hand_over(it, AccountId::fresh()))
    }),
    ("session: see", |it| word(sitting::policy::see(it))),
    ("session: call", |it| word(sitting::policy::call(it))),
    ("session: keep", |it| {
        word_of(sitting::policy::keep(
            it,
            &session(it, SittingStage::Called),
        ))
    }),
    ("session: … one that is over", |it| {
        word_of(sitting::policy::keep(
            it,
            &session(it, SittingStage::Closed),
        ))
    }),
    ("session: close", |it| {
        word_of(sitting::policy::close(
            it,
            &session(it, SittingStage::Called),
        ))
    }),
    ("session: correct its minutes", |it| {
        word_of(sitting::policy::add(it, &session(it, SittingStage::Closed)))
    }),
    ("session: declare an interest", |it| {
        let session = session(it, SittingStage::Called);
        word_of(sitting::policy::declare(
            it,
            &session,
            &on_agenda(None, false),
        ))
    }),
    ("session: vote as a member", |it| {
        let session = session(it, SittingStage::Called);
        word_of(sitting::policy::vote(it, &session, &on_agenda(None, false)))
    }),
    ("session: … on one's own case", |it| {
        let session = session(it, SittingStage::Called);
        word_of(sitting::policy::vote(it, &session, &on_agenda(None, true)))
    }),
    ("session: … as who presides", |it| {
        let mut session = session(it, SittingStage::Called);
        session.chair = session.members[0].account;
        word_of(sitting::policy::vote(it, &session, &on_agenda(None, false)))
    }),
    ("session: … without being there", |it| {
        let mut session = session(it, SittingStage::Called);
        session.members[0].present = false;
        word_of(sitting::policy::vote(it, &session, &on_agenda(None, false)))
    }),
    ("session: … where the vote is closed", |it| {
        let session = session(it, SittingStage::Called);
        let closed = on_agenda(Some(ItemResult::Tied), false);
        word_of(sitting::policy::vote(it, &session, &closed))
    }),
    ("session: close a vote", |it| {
        let session = session(it, SittingStage::Called);
        word_of(sitting::policy::count(
            it,
            &session,
            &on_agenda(None, false),
        ))
    }),
    ("session: … on one's own case", |it| {
        let session = session(it, SittingStage::Called);
        word_of(sitting::policy::count(it, &session, &on_agenda(None, true)))
    }),
    ("session: open it again", |it| {
        let session = session(it, SittingStage::Called);
        let closed = on_agenda(Some(ItemResult::Tied), false);
        word_of(sitting::policy::reopen(it, &session, &closed))
    }),
    ("organization: see all of it", |it| {
        word(organization::policy::see_all(it, &haus(), None))
    }),
    ("organization: see all of one's own", |it| {
        word(organization::policy::see_all(
            it,
            &haus(),
            Some(TeamRole::Reader),
        ))
    }),
    ("organization: change its standing", |it| {
        word(organization::policy::change_standing(it, &haus(), None))
    }),
    ("organization: … of one's own", |it| {
        let own = Some(TeamRole::Owner);
        word(organization::policy::change_standing(it, &haus(), own))
    }),
    ("organization: sort out duplicates of it", |it| {
        word(organization::policy::sort_out(it, &haus(), None))
    }),
    ("organization: … of one's own", |it| {
        let own = Some(TeamRole::Owner);
        word(organization::policy::sort_out(it, &haus(), own))
    }),
    ("organization: judge whether two are one", |it| {
        let (one, other) = (haus(), haus());
        word(organization::policy::judge(
            it,
            (&one, None),
            (&other, None),
        ))
    }),
    ("merger: merge", |it| {
        let (one, other) = (haus(), haus());
        word(merger::policy::merge(it, (&one, None), (&other, None)))
    }),
    ("merger: … one's own", |it| {
        let (one, other) = (haus(), haus());
        let own = Some(TeamRole::Reader);
        word(merger::policy::merge(it, (&one, None), (&other, own)))
    }),
    ("merger: split", |it| {
        word(merger::policy::split(it, &haus(), None))
    }),
    ("organization: keep its team", |it| {
        word(organization::policy::keep_team(it, &haus(), None))
    }),
    ("organization: … as an owner", |it| {
        let own = Some(TeamRole::Owner);
        word(organization::policy::keep_team(it, &haus(), own))
    }),
    ("organization: … as an editor", |it| {
        let own = Some(TeamRole::Editor);
        word(organization::policy::keep_team(it, &haus(), own))
    }),
    ("organization: … as a reader", |it| {
        let own = Some(TeamRole::Reader);
        word(organization::policy::keep_team(it, &haus(), own))
    }),
    ("organization: keep no seat", |it| {
        word(organization::policy::keep_seat(it, &haus(), None))
    }),
    ("organization: keep one's seat", |it| {
        let own = Some(TeamRole::Reader);
        word(organization::policy::keep_seat(it, &haus(), own))
    }),
    ("organization: edit", |it| {
        word(organization::policy::edit(it, &haus(), None))
    }),
    ("organization: … as an editor", |it| {
        let own = Some(TeamRole::Editor);
        word(organization::policy::edit(it, &haus(), own))
    }),
    ("organization: … as a reader", |it| {
        let own = Some(TeamRole::Reader);
        word(organization::policy::edit(it, &haus(), own))
    }),
    ("case: amend as an owner", |it| {
        let own = Some(TeamRole::Owner);
        word_of(case::policy::amend(it, &haus(), own))
    }),
    ("case: amend as an editor", |it| {
        let own = Some(TeamRole::Editor);
        word_of(case::policy::amend(it, &haus(), own))
    }),
    ("case: renew as an editor", |it| {
        let own = Some(TeamRole::Editor);
        word_of(case::policy::renew(it, &haus(), own, &window(true)))
    }),
    ("case: … as a reader", |it| {
        let own = Some(TeamRole::Reader);
        word_of(case::policy::renew(it, &haus(), own, &window(true)))
    }),
    ("case: … somebody else's", |it| {
        word_of(case::policy::renew(it, &haus(), None, &window(true)))
    }),
    ("case: … too early", |it| {
        let own = Some(TeamRole::Owner);
        word_of(case::policy::renew(it, &haus(), own, &window(false)))
    }),
    ("organization: ask to join", |it| {
        word(organization::policy::ask_to_join(it, &haus(), None))
    }),
    ("organization: … one's own", |it| {
        let own = Some(TeamRole::Reader);
        word(organization::policy::ask_to_join(it, &haus(), own))
    }),
    ("invitation: invite", |it| {
        word(invitation::policy::to_organization(it, &haus(), None))
    }),
    ("invitation: … as an owner", |it| {
        let own = Some(TeamRole::Owner);
        word(invitation::policy::to_organization(it, &haus(), own))
    }),
    ("invitation: … as an editor", |it| {
        let own = Some(TeamRole::Editor);
        word(invitation::policy::to_organization(it, &haus(), own))
    }),
    ("invitation: hand over what was typed in", |it| {
        word_of(invitation::policy::hand_organization_over(
            it,
            &haus(),
            true,
            &[],
        ))
    }),
    ("invitation: … what has an owner", |it| {
        word_of(invitation::policy::hand_organization_over(
            it,
            &haus(),
            true,
            &[AccountId::fresh()],
        ))
    }),
    ("invitation: accept", |it| {
        word(invitation::policy::accept(it))
    }),
    ("case: claim what nobody looks after", |it| {
        word_of(case::policy::claim(it, &haus(), &[]))
    }),
    ("case: claim what has an owner", |it| {
        word_of(case::policy::claim(it, &haus(), &[AccountId::fresh()]))
    }),
    ("flag: see those that are up", |it| {
        word(flag::policy::see(it))
    }),
    ("flag: raise in Germany", |it| {
        word(flag::policy::raise(it, &haus(), None))
    }),
    ("flag: … about one's own", |it| {
        word(flag::policy::raise(it, &haus(), Some(TeamRole::Reader)))
    }),
    ("flag: end in Germany", |it| {
        word_of(flag::policy::settle(it, &raised(None), &haus(), None))
    }),
    ("flag: … that one raised", |it| {
        word_of(flag::policy::settle(
            it,
            &raised(it.account()),
            &haus(),
            None,
        ))
    }),
    ("rescue: ask", |it| {
        word(rescue::policy::ask(it, &haus(), None))
    }),
    ("rescue: … as an editor", |it| {
        word(rescue::policy::ask(it, &haus(), Some(TeamRole::Editor)))
    }),
    ("rescue: … as an owner", |it| {
        word(rescue::policy::ask(it, &haus(), Some(TeamRole::Owner)))
    }),
    ("rescue: stop", |it| {
        word_of(rescue::policy::stop(it, &gone(), None))
    }),
    ("rescue: … as an editor", |it| {
        word_of(rescue::policy::stop(it, &gone(), Some(TeamRole::Editor)))
    }),
    ("rescue: … as an owner", |it| {
        word_of(rescue::policy::stop(it, &gone(), Some(TeamRole::Owner)))
    }),
    ("rescue: … by the link of a letter", |_| {
        word_of(rescue::policy::stop_by_link((gone(), AccountId::fresh())))
    }),
    ("rescue: take somebody's back", |it| {
        word_of(rescue::policy::withdraw(it, &gone()))
    }),
    ("rescue: take one's own back", |it| {
        word_of(rescue::policy::withdraw(it, &asked_by(it)))
    }),
    ("rescue: see those that wait", |it| {
        word(rescue::policy::see(it))
    }),
    ("rescue: decide in Germany", |it| {
        word_of(rescue::policy::decide(it, &gone(), &haus(), None, day(16)))
    }),
    ("rescue: … on the owners' last day", |it| {
        word_of(rescue::policy::decide(it, &gone(), &haus(), None, day(15)))
    }),
    ("rescue: … of one's own", |it| {
        let own = Some(TeamRole::Reader);
        word_of(rescue::policy::decide(it, &gone(), &haus(), own, day(16)))
    }),
    ("rescue: … that one asked for", |it| {
        word_of(rescue::policy::decide(
            it,
            &asked_by(it),
            &haus(),
            None,
            day(16),
        ))
    }),
    ("organization: delay its next step", |it| {
        word(organization::policy::delay(it, &haus(), None))
    }),
    ("organization: … of one's own", |it| {
        let own = Some(TeamRole::Owner);
        word(organization::policy::delay(it, &haus(), own))
    }),
    ("standing: delay some step", |it| {
        word(organization::policy::delay_any(it))
    }),
    ("standing: see the ladder", |it| {
        word(organization::policy::see_ladder(it))
    }),
    ("standing: approve notices", |it| {
        word(organization::policy::approve(it))
    }),
    ("standing: see the rules", |it| {
        word(organization::policy::see_rules(it))
    }),
    ("standing: keep the rules", |it| {
        word(organization::policy::keep_rules(it))
    }),
    ("account: say when one is away", |it| {
        word(account::policy::be_away(it))
    }),
    ("numbers: see", |it| word(case::numbers::policy::see(it))),
    ("calendar: see", |it| word(calendar::policy::see(it))),
    ("calendar: keep", |it| word(calendar::policy::keep(it))),
    ("assignment: see", |it| word(assignment::policy::see(it))),
    ("assignment: assign", |it| {
        word(assignment::policy::assign(it))
    }),
    ("assignment: compare loads", |it| {
        word(assignment::policy::see_loads(it))
    }),
    ("assignment: see one's own load", |it| {
        let own = it.account().unwrap_or_else(AccountId::fresh);
        word(assignment::policy::see_load(it, own))
    }),
    ("assignment: … somebody else's", |it| {
        word(assignment::policy::see_load(it, AccountId::fresh()))
    }),
    ("assignment: keep the rules", |it| {
        word(assignment::policy::keep_rules(it))
    }),
    ("workbench: see", |it| word(workbench::policy::see(it))),
    ("neighbours: see at the desk", |it| {
        word(neighbour::policy::desk(it))
    }),
    ("neighbours: … of an organization", |it| {
        word(neighbour::policy::of_organization(it, &haus(), None))
    }),
    ("neighbours: … of one's own, without a desk", |it| {
        let own = Some(TeamRole::Owner);
        word(neighbour::policy::of_organization(it, &haus(), own))
    }),
    ("group: see at the desk", |it| word(group::policy::desk(it))),
    ("group: keep", |it| word(group::policy::group(it))),
    ("meeting: see at the desk", |it| {
        word(meeting::policy::see(it))
    }),
    ("meeting: call", |it| {
        word(meeting::policy::call(it, GroupId::fresh()))
    }),
    ("meeting: keep", |it| {
        word_of(meeting::policy::keep(it, &meeting_of(MeetingStage::Called)))
    }),
    ("meeting: … one that is over", |it| {
        word_of(meeting::policy::keep(it, &meeting_of(MeetingStage::Closed)))
    }),
    ("meeting: answer a recommendation", |it| {
        word(meeting::policy::answer(it))
    }),
    ("meeting: have a calendar, outside the team", |it| {
        word(meeting::policy::follow(it, &haus(), None))
    }),
    ("meeting: have a calendar, as reader", |it| {
        word(meeting::policy::follow(it, &haus(), Some(TeamRole::Reader)))
    }),
    ("meeting: have a leader’s calendar", |it| {
        word(
            leader::policy::keep_consents(it, false)
                .and_then(|can| meeting::policy::follow_themselves(&can, LeaderId::fresh())),
        )
    }),
    ("group: answer, outside the team", |it| {
        word(group::policy::answer_for(it, &haus(), None))
    }),
    ("group: answer, as reader", |it| {
        word(group::policy::answer_for(
            it,
            &haus(),
            Some(TeamRole::Reader),
        ))
    }),
    ("group: answer, as editor", |it| {
        word(group::policy::answer_for(
            it,
            &haus(),
            Some(TeamRole::Editor),
        ))
    }),
    ("initiative: see unpublished", |it| {
        word(initiative::policy::desk(it))
    }),
    ("initiative: keep", |it| word(initiative::policy::keep(it))),
    ("initiative: keep one", |it| {
        word(initiative::policy::keep_this(it, false))
    }),
    ("initiative: keep one of their own", |it| {
        word(initiative::policy::keep_this(it, true))
    }),
    ("initiative: see proposals", |it| {
        word(initiative::policy::see_proposals(it))
    }),
    ("contribution: see all", |it| {
        word(contribution::policy::see_all(it))
    }),
    ("contribution: record, as editor", |it| {
        word(contribution::policy::record(
            it,
            &haus(),
            Some(TeamRole::Editor),
        ))
    }),
    ("contribution: record, as reader", |it| {
        word(contribution::policy::record(
            it,
            &haus(),
            Some(TeamRole::Reader),
        ))
    }),
    ("contribution: read, as reader", |it| {
        word(contribution::policy::read(
            it,
            &haus(),
            Some(TeamRole::Reader),
        ))
    }),
    ("contribution: read, outside the team", |it| {
        word(contribution::policy::read(it, &haus(), None))
    }),
    ("contribution: open the file that shows it", |it| {
        word(contribution::policy::see_file(
            it,
            &given(false),
            &haus(),
            None,
        ))
    }),
    (
        "contribution: open the file that shows it, as reader",
        |it| {
            word(contribution::policy::see_file(
                it,
                &given(false),
                &haus(),
                Some(TeamRole::Reader),
            ))
        },
    ),
    ("contribution: take away what is recorded", |it| {
        word(contribution::policy::export(it, contribution::Whose::All))
    }),
    ("contribution: take away one's own, as reader", |it| {
        let own = Some(TeamRole::Reader);
        word(contribution::policy::export_own(it, &haus(), own))
    }),
    ("contribution: keep, as editor", |it| {
        let own = Some(TeamRole::Editor);
        word_of(contribution::policy::keep(it, &given(false), &haus(), own))
    }),
    (
        "contribution: keep one that was corrected, as editor",
        |it| {
            let own = Some(TeamRole::Editor);
            word_of(contribution::policy::keep(it, &given(true), &haus(), own))
        },
    ),
    ("contribution: review", |it| {
        word_of(contribution::policy::review(
            it,
            &given(false),
            &haus(),
            None,
        ))
    }),
    ("contribution: review one that was corrected", |it| {
        word_of(contribution::policy::review(
            it,
            &given(true),
            &haus(),
            None,
        ))
    }),
    ("contribution: review one's own", |it| {
        let own = Some(TeamRole::Reader);
        word_of(contribution::policy::review(
            it,
            &given(false),
            &haus(),
            own,
        ))
    }),
    ("initiative: ask somebody to carry it", |it| {
        word(initiative::policy::ask(it, InitiativeId::fresh()))
    }),
    ("initiative: ask, as editor of the lead", |it| {
        let part = (InitiativeId::fresh(), InitiativeRole::Lead);
        let own = Some(TeamRole::Editor);
        word(initiative::policy::ask_for(it, &haus(), own, part))
    }),
    ("initiative: ask, as reader of the lead", |it| {
        let part = (InitiativeId::fresh(), InitiativeRole::Lead);
        let own = Some(TeamRole::Reader);
        word(initiative::policy::ask_for(it, &haus(), own, part))
    }),
    ("initiative: ask, as editor of a partner", |it| {
        let part = (InitiativeId::fresh(), InitiativeRole::Partner);
        let own = Some(TeamRole::Editor);
        word(initiative::policy::ask_for(it, &haus(), own, part))
    }),
    ("initiative: answer and leave, outside the team", |it| {
        word(initiative::policy::answer_for(it, &haus(), None))
    }),
    ("initiative: answer and leave, as reader", |it| {
        let own = Some(TeamRole::Reader);
        word(initiative::policy::answer_for(it, &haus(), own))
    }),
    ("initiative: answer and leave, as editor", |it| {
        let own = Some(TeamRole::Editor);
        word(initiative::policy::answer_for(it, &haus(), own))
    }),
    ("initiative: propose, outside the team", |it| {
        word(initiative::policy::propose(it, &haus(), None))
    }),
    ("initiative: propose, as reader", |it| {
        word(initiative::policy::propose(
            it,
            &haus(),
            Some(TeamRole::Reader),
        ))
    }),
    ("initiative: propose, as editor", |it| {
        word(initiative::policy::propose(
            it,
            &haus(),
            Some(TeamRole::Editor),
        ))
    }),
    ("initiative: read a draft, outside the team", |it| {
        let draft = proposed(ProposalStage::Draft);
        word(initiative::policy::read_proposal(it, &draft, None))
    }),
    ("initiative: read what was sent", |it| {
        let sent = proposed(ProposalStage::Sent);
        word(initiative::policy::read_proposal(it, &sent, None))
    }),
    ("initiative: keep a draft, as editor", |it| {
        let (draft, own) = (proposed(ProposalStage::Draft), Some(TeamRole::Editor));
        word_of(initiative::policy::keep_proposal(it, &draft, &haus(), own))
    }),
    ("initiative: keep what was sent, as editor", |it| {
        let (sent, own) = (proposed(ProposalStage::Sent), Some(TeamRole::Editor));
        word_of(initiative::policy::keep_proposal(it, &sent, &haus(), own))
    }),
    ("initiative: see a file that is shown", |it| {
        word(initiative::policy::see_file(it, file(true, true), None))
    }),
    ("initiative: see a file of a draft", |it| {
        word(initiative::policy::see_file(it, file(false, false), None))
    }),
    ("initiative: see a file of a draft, as reader", |it| {
        let own = Some(TeamRole::Reader);
        word(initiative::policy::see_file(it, file(false, false), own))
    }),
    ("initiative: see a file of what was sent", |it| {
        word(initiative::policy::see_file(it, file(false, true), None))
    }),
    ("initiative: review", |it| {
        let sent = proposed(ProposalStage::Sent);
        word_of(initiative::policy::review(it, &sent, &haus(), None))
    }),
    ("initiative: review one's own", |it| {
        let (sent, own) = (proposed(ProposalStage::Sent), Some(TeamRole::Reader));
        word_of(initiative::policy::review(it, &sent, &haus(), own))
    }),
    ("radar: see", |it| word(radar::policy::see(it))),
    ("radar: judge", |it| word(radar::policy::judge_any(it))),
    ("radar: judge a pair", |it| {
        word_of(radar::policy::judge(it, &pair(None), false))
    }),
    ("radar: judge a pair of one's own", |it| {
        word_of(radar::policy::judge(it, &pair(None), true))
    }),
    ("radar: judge what is linked", |it| {
        word_of(radar::policy::judge(
            it,
            &pair(Some(LinkKind::Follows)),
            false,
        ))
    }),
    ("radar: link by hand", |it| {
        let both = (InitiativeId::fresh(), InitiativeId::fresh());
        word(radar::policy::link(it, both, false))
    }),
    ("radar: … what one carries", |it| {
        let both = (InitiativeId::fresh(), InitiativeId::fresh());
        word(radar::policy::link(it, both, true))
    }),
    ("radar: unlink", |it| {
        word_of(radar::policy::unlink(
            it,
            &pair(Some(LinkKind::Follows)),
            false,
        ))
    }),
    ("radar: read an introduction", |it| {
        word(radar::policy::read_introduction(
            it,
            &introduced(),
            [None, None],
        ))
    }),
    ("radar: … as reader of one team", |it| {
        let own = [None, Some(TeamRole::Reader)];
        word(radar::policy::read_introduction(it, &introduced(), own))
    }),
    ("radar: write there, as reader", |it| {
        let own = [None, Some(TeamRole::Reader)];
        word(radar::policy::write_introduction(it, &introduced(), own))
    }),
    ("radar: write there, as editor", |it| {
        let own = [Some(TeamRole::Editor), None];
        word(radar::policy::write_introduction(it, &introduced(), own))
    }),
    ("radar: hints for a team, as reader", |it| {
        word(radar::policy::team(it, &haus(), Some(TeamRole::Reader)))
    }),
    ("leader: see one in Germany", |it| {
        word(leader::policy::see(it, germany()))
    }),
    ("leader: look through all of them", |it| {
        word(leader::policy::look_through(it))
    }),
    ("leader: keep the offices of an organization", |it| {
        word(leader::policy::keep_offices(it, &haus(), None))
    }),
    ("leader: … of one's own", |it| {
        let own = Some(TeamRole::Owner);
        word(leader::policy::keep_offices(it, &haus(), own))
    }),
    ("leader: see those of one's own", |it| {
        let own = Some(TeamRole::Owner);
        word(leader::policy::see_own(it, &haus(), own))
    }),
    ("leader: withdraw what one of one's own agreed to", |it| {
        let own = Some(TeamRole::Editor);
        word(leader::policy::withdraw_own(it, &haus(), own))
    }),
    ("leader: … as a reader of it", |it| {
        let own = Some(TeamRole::Reader);
        word(leader::policy::withdraw_own(it, &haus(), own))
    }),
    ("leader: say what is known of one", |it| {
        word(leader::policy::keep_profile(it, &haus(), None))
    }),
    ("leader: … of one's own organization, at the desk", |it| {
        let own = Some(TeamRole::Owner);
        word(leader::policy::keep_profile(it, &haus(), own))
    }),
    ("leader: … as its editor", |it| {
        let own = Some(TeamRole::Editor);
        word(leader::policy::keep_own_profile(it, &haus(), own))
    }),
    ("leader: … as its reader", |it| {
        let own = Some(TeamRole::Reader);
        word(leader::policy::keep_own_profile(it, &haus(), own))
    }),
    ("leader: merge two who are one", |it| {
        let pair = (LeaderId::fresh(), LeaderId::fresh());
        word(merger::people::policy::merge(it, pair, &[(haus(), None)]))
    }),
    ("leader: … of one's own organization", |it| {
        let pair = (LeaderId::fresh(), LeaderId::fresh());
        let own = Some(TeamRole::Reader);
        word(merger::people::policy::merge(it, pair, &[(haus(), own)]))
    }),
    ("leader: claim an entry", |it| {
        word(leader::policy::claim(it))
    }),
    ("leader: see whom to invite", |it| {
        word(leader::policy::invite(it))
    }),
    ("leader: keep consents", |it| {
        word(leader::policy::keep_consents(it, false))
    }),
    ("roster: let in", |it| word(roster::policy::import(it))),
    ("document: add to an organization", |it| {
        word(document::policy::add_to_organization(it, &haus(), None))
    }),
    ("document: … of one's own", |it| {
        let own = Some(TeamRole::Editor);
        word(document::policy::add_to_organization(it, &haus(), own))
    }),
    ("document: … as a reader of it", |it| {
        let own = Some(TeamRole::Reader);
        word(document::policy::add_to_organization(it, &haus(), own))
    }),
    ("document: list an organization's", |it| {
        word(document::policy::list_of_organization(it, &haus(), None))
    }),
    ("document: keep the checklists", |it| {
        word(document::policy::keep_checklists(it))
    }),
    ("criterion: read the editions", |it| {
        word(criterion::policy::read(it))
    }),
    ("criterion: write and publish", |it| {
        word(criterion::policy::keep(it))
    }),
    ("phrase: read them", |it| word(phrase::policy::read(it))),
    ("phrase: write them", |it| word(phrase::policy::keep(it))),
    ("certificate: issue one's own", |it| {
        word(certificate::policy::issue(
            it,
            &haus(),
            Some(TeamRole::Editor),
        ))
    }),
    ("certificate: … as a reader of it", |it| {
        word(certificate::policy::issue(
            it,
            &haus(),
            Some(TeamRole::Reader),
        ))
    }),
    ("certificate: issue another's", |it| {
        word(certificate::policy::issue(it, &haus(), None))
    }),
    ("certificate: list", |it| {
        word(certificate::policy::list(it, &haus(), None))
    }),
    ("roster: let out", |it| word(roster::policy::export(it))),
];

/// Questions about a case or a document, which only the registry itself can make: `documents::seeing`,
/// `documents::reviewing`, `signatures::asking`, `desk::criteria` and `desk::attachments` ask them of everybody, through the front door.
const ASKED_ELSEWHERE: [&str; 8] = [
    "document::policy::add_to_case(",
    "document::policy::list_of_case(",
    "document::policy::see(",
    "document::policy::judge(",
    "signing::policy::ask(",
    "criterion::policy::assess(",
    "document::policy::attach(",
    "document::policy::see_attachment(",
];

#[test]
fn who_may_do_what() {
    assert_eq!(ASKED_ELSEWHERE.len(), 8);
    let actors = actors();
    let mut table = format!("{:<36}", "");
    for (who, _) in &actors {
        write!(table, " {who:<11}").unwrap();
    }
    let mut lines = vec![table.trim_end().to_owned()];
    for (question, ask) in QUESTIONS {
        let mut line = format!("{question:<36}");
        for (_, actor) in &actors {
            write!(line, " {:<11}", ask(actor)).unwrap();
        }
        lines.push(line.trim_end().to_owned());
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn every_question_of_every_policy_is_in_a_table() {
    let asked =
        std::fs::read_to_string(crate::source::root().join("tests/it/policies.rs")).unwrap();
    for file in crate::source::files("src", "/policy.rs") {
        if file.module() == "case" {
            continue;
        }
        let code = file.program();
        for (at, head) in code.match_indices("\npub fn ") {
            let rest = &code[at + head.len()..];
            let name = &rest[..rest.find('(').unwrap()];
            let question = format!("{}::policy::{name}(", file.module());
            // Asked of a case, with its stages, in the table of cases.
            let of_cases = [
                "invitation::policy::to_case(",
                "invitation::policy::hand_case_over(",
            ];
            if of_cases.contains(&question.as_str()) {
                continue;
            }
            let is_asked = asked
                .split_whitespace()
                .collect::<String>()
                .contains(&question);
            assert!(is_asked, "{} asks {name}, and no row does", file.path);
        }
    }
}
