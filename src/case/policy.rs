//! Who may do what with a case. Each answer is a value that the acting function demands, with who acts and on what in it.
//!
//! Refused for what the person is: [`Denied`]. Refused because the case is not there any more: [`Error::Overtaken`].

mod giving;

use sqlx::PgConnection;

pub use giving::{CanGive, CanGiveTelling, CanStandIn, NotTheirs, give, give_telling, stand_in};

use super::saved::View;
use super::stage::Stage;
use super::{Case, Way};
use crate::actor::{Actor, Denied, Person};
use crate::ids::{AccountId, CaseId, OrganizationId};
use crate::organization::standing::Window;
use crate::organization::{self, Organization};
use crate::values::{CaseKind, Country, Role, TeamRole};
use crate::{Error, Result};

/// Declares permissions over one case: only this file can make them.
macro_rules! grants {
    ($($(#[$outer:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$outer])*
        #[derive(Debug)]
        #[must_use = "act with it"]
        pub struct $name {
            actor: Actor,
            case: Case,
        }

        #[allow(dead_code, reason = "not every permission is asked for who acts and on what")]
        impl $name {
            fn of(actor: &Actor, case: &Case) -> Self {
                Self { actor: actor.clone(), case: case.clone() }
            }

            /// Who acts.
            pub(super) const fn by(&self) -> &Actor {
                &self.actor
            }

            /// The case as it was seen.
            pub(super) const fn case(&self) -> &Case {
                &self.case
            }
        }
    )+};
}

grants! {
    /// May save the form as it is.
    CanEdit,
    /// May submit it.
    CanSubmit,
    /// May take the case back.
    CanWithdraw,
    /// May appeal against the refusal.
    CanAppeal,
    /// May bring back what was withdrawn by silence.
    CanRevive,
    /// May be the one who works on it.
    CanTake,
    /// May take it out of a colleague's hands.
    CanTakeOver,
    /// May let go of it.
    CanRelease,
    /// May decide: everything where one is enough, and elsewhere what asks for changes.
    CanDecide,
    /// May propose an answer to a colleague.
    CanPropose,
    /// May confirm what a colleague proposed, which decides.
    CanConfirm,
    /// May disagree with what a colleague proposed.
    CanDisagree,
    /// May take back what they proposed.
    CanTakeBack,
    /// May put it on the agenda of a session.
    CanPutOnAgenda,
    /// May give the answer that a session came to.
    CanResolve,
    /// May answer a condition.
    CanAnswerCondition,
    /// May say whether a condition is met.
    CanMarkCondition,
    /// May say what the post thinks.
    CanGiveOpinion,
    /// May say who writes it together.
    CanKeepTeam,
    /// May leave those who write it together.
    CanLeaveTeam,
    /// May invite the organization's own people to take the record over.
    CanHandOver,
}

/// May type in a form that somebody filled in on paper, for an organization in this country.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanTypeIn {
    start: CanStart,
    host: Country,
}

/// May type in what a colleague of the same post began.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanTypeAlong {
    actor: Person,
}

/// May start a case of this kind.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanStart {
    actor: Person,
    kind: CaseKind,
    about: Option<Organization>,
}

/// May read how cases are decided.
#[derive(Clone, Debug)]
pub struct CanReadWays(());

/// May say how cases are decided.
#[derive(Clone, Debug)]
pub struct CanKeepWays {
    actor: Actor,
}

/// May take whatever case is next.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanTakeNext {
    actor: Person,
}

/// May read what is written in a case: all of it, or what is meant for the applicant.
#[derive(Debug)]
#[must_use = "read with it"]
pub struct CanRead {
    case: Case,
    internal: bool,
}

/// May write to this reach.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanWrite {
    actor: Actor,
    case: Case,
    reach: Reach,
}

/// How far a message reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The board and its posts.
    Internal,
    /// The applicant too.
    Applicant,
}

/// Which cases somebody sees; goes into the WHERE clause of every list, page, count and file.
#[derive(Clone, Debug)]
pub struct Scope {
    /// Whether all that was ever submitted.
    pub(super) everything: bool,
    /// Those of these host countries.
    pub(super) hosts: Vec<Country>,
    /// Those that this account applied with.
    pub(super) account: Option<AccountId>,
    /// Those of these organizations.
    pub(super) organizations: Vec<OrganizationId>,
    /// Those that colleagues write, or type in, together with this account.
    pub(super) shared: Vec<CaseId>,
    /// Whether what is this account's own is left out: of what waits for a colleague, they see nothing about themselves.
    pub(super) leaves_own_out: bool,
}

impl Scope {
    /// What somebody sees for their work alone: all that was ever submitted, or what is in the jurisdiction of their post.
    pub(super) fn of_work(person: &Person) -> Self {
        Self {
            everything: reads_everything(person.role),
            hosts: match person.role {
                Role::PostOfficer => person.hosts.clone(),
                _ => Vec::new(),
            },
            account: None,
            organizations: Vec::new(),
            shared: Vec::new(),
            leaves_own_out: false,
        }
    }

    /// What this actor sees.
    pub async fn of(conn: &mut PgConnection, actor: &Actor) -> Result<Self> {
        let person = match actor {
            Actor::Visitor => return Err(Denied::SignIn.into()),
            Actor::System => {
                return Ok(Self {
                    everything: true,
                    hosts: Vec::new(),
                    account: None,
                    organizations: Vec::new(),
                    shared: Vec::new(),
                    leaves_own_out: false,
                });
            }
            Actor::Person(person) => person,
        };
        let organizations = sqlx::query_scalar!(
            "select organization_id from organization_team where account_id = $1 and until is null",
            person.id as _
        )
        .fetch_all(&mut *conn)
        .await?;
        let shared = sqlx::query_scalar!(
            r#"select case_id as "case_id!: _" from case_team where account_id = $1 and until is null
             union all select y.case_id from case_typists y join cases c on c.id = y.case_id
             where y.account_id = $1 and c.typed_by = c.applicant_id and c.organization_id is null"#,
            person.id as _
        )
        .fetch_all(conn)
        .await?;
        Ok(Self {
            account: Some(person.id),
            organizations,
            shared,
            ..Self::of_work(person)
        })
    }
}

const fn reads_everything(role: Role) -> bool {
    matches!(
        role,
        Role::Coordinator | Role::Chair | Role::Admin | Role::Auditor
    )
}

/// Whether the case is in the jurisdiction of this post.
fn has_jurisdiction(person: &Person, case: &Case) -> bool {
    person.role == Role::PostOfficer
        && case
            .host_country
            .is_some_and(|host| person.hosts.contains(&host))
}

/// Whether the person may see the case at all; the same as [`Scope`] says of a list.
fn sees(actor: &Actor, case: &Case) -> Result<bool, Denied> {
    let person = match actor {
        Actor::System => return Ok(true),
        other => other.person()?,
    };
    let submitted = case.number.is_some();
    Ok(case.is_own(person.id)
        || submitted && (reads_everything(person.role) || has_jurisdiction(person, case)))
}

/// The person, if they see the case.
fn viewer<'a>(actor: &'a Actor, case: &Case) -> Result<&'a Person, Denied> {
    let person = actor.person()?;
    if sees(actor, case)? {
        Ok(person)
    } else {
        Err(Denied::Hidden)
    }
}

/// Whose work it is to type in paper forms: the posts, the board and admins.
const fn types_in(role: Role) -> bool {
    matches!(
        role,
        Role::PostOfficer | Role::Coordinator | Role::Chair | Role::Admin
    )
}

/// Whoever typed in a paper form acts for the organization only as long as that is their work; one who types along, as long
/// as it is that of their post.
fn may_act_for(person: &Person, case: &Case) -> bool {
    let is_their_post = !case.is_typed_along_by(person.id)
        || case.host_country.is_none_or(|host| reaches(person, host));
    !case.awaits_hand_over() || (types_in(person.role) && is_their_post)
}

/// The person, if they may write for the applicant.
fn writer<'a>(actor: &'a Actor, case: &Case) -> Result<&'a Person, Denied> {
    let person = viewer(actor, case)?;
    if case.has_writer(person.id) && may_act_for(person, case) {
        Ok(person)
    } else {
        Err(Denied::Forbidden)
    }
}

/// The person, if they may speak for the applicant.
fn speaker<'a>(actor: &'a Actor, case: &Case) -> Result<&'a Person, Denied> {
    let person = viewer(actor, case)?;
    if case.has_owner(person.id) && may_act_for(person, case) {
        Ok(person)
    } else {
        Err(Denied::Forbidden)
    }
}

/// The person, if they are of the board and the case is not their own.
fn judge<'a>(actor: &'a Actor, case: &Case) -> Result<&'a Person, Denied> {
    let person = viewer(actor, case)?;
    match judges(person.id, person.role, case) {
        Ok(()) => Ok(person),
        Err(_) => Err(Denied::Forbidden),
    }
}

/// Whether somebody of this role judges the case, or why they do not.
pub(super) fn judges(account: AccountId, role: Role, case: &Case) -> Result<(), NotTheirs> {
    if case.concerns(account) || case.was_typed_by(account) {
        return Err(NotTheirs::Own);
    }
    // An appeal is for a chair, and for another one than whoever refused.
    let of_appeal =
        case.was_refused() && matches!(case.stage, Stage::Appealed { .. } | Stage::InReview { .. });
    match role {
        Role::Chair if of_appeal && case.was_refused_by(account) => Err(NotTheirs::SamePerson),
        Role::Chair => Ok(()),
        Role::Coordinator if !of_appeal => Ok(()),
        _ => Err(NotTheirs::OutOfReach),
    }
}

/// Out of order: the case went on since the person saw it.
const fn only_if(in_order: bool) -> Result<()> {
    if in_order {
        Ok(())
    } else {
        Err(Error::Overtaken)
    }
}

/// Anybody who signed in may start a registration; an auditor changes nothing.
pub fn start(actor: &Actor, kind: CaseKind) -> Result<CanStart> {
    let person = actor.person()?;
    if person.role == Role::Auditor || kind != CaseKind::Registration {
        return Err(Denied::Forbidden.into());
    }
    Ok(CanStart {
        actor: person.clone(),
        kind,
        about: None,
    })
}

/// Anybody who signed in may claim an organization that nobody looks after; an auditor changes nothing.
/// `owners`: those whom it has now.
pub fn claim(actor: &Actor, about: &Organization, owners: &[AccountId]) -> Result<CanStart> {
    let person = actor.person()?;
    if person.role == Role::Auditor || about.merged_into.is_some() {
        return Err(Denied::Forbidden.into());
    }
    only_if(owners.is_empty())?;
    Ok(CanStart {
        actor: person.clone(),
        kind: CaseKind::Claim,
        about: Some(about.clone()),
    })
}

/// Whose work it is to type in paper forms, in whatever country. To members it is not there; an auditor changes nothing.
pub fn type_in_any(actor: &Actor) -> Result<&Person, Denied> {
    let person = actor.person()?;
    match person.role {
        role if types_in(role) => Ok(person),
        Role::Member => Err(Denied::Hidden),
        _ => Err(Denied::Forbidden),
    }
}

/// A post for its host countries, the board and admins for all.
pub fn type_in(actor: &Actor, host: Country) -> Result<CanTypeIn> {
    let person = type_in_any(actor)?;
    if !reaches(person, host) {
        return Err(Denied::Forbidden.into());
    }
    Ok(CanTypeIn {
        start: start(actor, CaseKind::Registration)?,
        host,
    })
}

/// An officer of a post, what a colleague of the same post began to type in. To members it is not there.
pub fn type_along(actor: &Actor) -> Result<CanTypeAlong> {
    let person = type_in_any(actor)?;
    match person.role {
        Role::PostOfficer => Ok(CanTypeAlong {
            actor: person.clone(),
        }),
        _ => Err(Denied::Forbidden.into()),
    }
}

impl CanTypeAlong {
    /// Who acts.
    pub(super) const fn by(&self) -> &Person {
        &self.actor
    }
}

/// Whether somebody types in forms of organizations in this country.
fn reaches(person: &Person, host: Country) -> bool {
    person.role != Role::PostOfficer || person.hosts.contains(&host)
}

/// Whether the country that a form says is one for which its writer can send it: a post types in what is in its host countries.
pub fn may_send_from(actor: &Actor, case: &Case, host: Country) -> bool {
    !case.awaits_hand_over() || actor.person().is_ok_and(|person| reaches(person, host))
}

/// Whoever typed the form in; the board, admins and the post of the host country; as long as nobody took it over.
pub fn hand_over(actor: &Actor, case: &Case) -> Result<CanHandOver> {
    let person = viewer(actor, case)?;
    let is_theirs = case.was_typed_by(person.id)
        || has_jurisdiction(person, case)
        || matches!(person.role, Role::Coordinator | Role::Chair | Role::Admin);
    if !is_theirs || !types_in(person.role) {
        return Err(Denied::Forbidden.into());
    }
    only_if(case.is_being_written() && case.awaits_hand_over())?;
    Ok(CanHandOver::of(actor, case))
}

/// Owners ask for changes that the board looks at first.
pub fn amend(actor: &Actor, about: &Organization, own: Option<TeamRole>) -> Result<CanStart> {
    let _ = organization::policy::keep_team(actor, about, own)?;
    Ok(CanStart {
        actor: actor.person()?.clone(),
        kind: CaseKind::Amendment,
        about: Some(about.clone()),
    })
}

/// Owners and editors begin a renewal, from the day on which the registration can be renewed. Who was struck off is revived
/// by the chair, and who was merged is renewed with the other.
pub fn renew(
    actor: &Actor,
    about: &Organization,
    own: Option<TeamRole>,
    window: &Window,
) -> Result<CanStart> {
    organization::policy::edit(actor, about, own)?;
    only_if(window.is_open)?;
    Ok(CanStart {
        actor: actor.person()?.clone(),
        kind: CaseKind::Renewal,
        about: Some(about.clone()),
    })
}

/// The applicant, and whoever they let in as an owner, as long as there is no organization with a team of its own.
pub fn keep_team(actor: &Actor, case: &Case) -> Result<CanKeepTeam> {
    speaker(actor, case)?;
    only_if(case.has_own_team())?;
    Ok(CanKeepTeam::of(actor, case))
}

/// Whoever is on the team of the case itself, and does not answer for it.
pub fn leave_team(actor: &Actor, case: &Case) -> Result<CanLeaveTeam> {
    let person = viewer(actor, case)?;
    if case.applicant == person.id || !case.is_own(person.id) {
        return Err(Denied::Forbidden.into());
    }
    only_if(case.has_own_team())?;
    Ok(CanLeaveTeam::of(actor, case))
}

/// Reading: the applicant what is meant for them; the board, its posts, admins and auditors all of it.
pub fn read(actor: &Actor, case: &Case) -> Result<CanRead> {
    if !sees(actor, case)? {
        return Err(Denied::Hidden.into());
    }
    let internal = match actor {
        Actor::System => true,
        Actor::Person(person) => person.role != Role::Member && !case.concerns(person.id),
        Actor::Visitor => false,
    };
    Ok(CanRead {
        case: case.clone(),
        internal,
    })
}

/// Whether this person looks at the case from the desk, not as its applicant.
pub fn at_desk(actor: &Actor, case: &Case) -> Result<()> {
    let person = viewer(actor, case)?;
    if actor.has_desk() && case.number.is_some() && !case.concerns(person.id) {
        Ok(())
    } else {
        Err(Denied::Hidden.into())
    }
}

/// The applicant, and owners and editors of the organization, write while the case is with them.
pub fn edit(actor: &Actor, case: &Case) -> Result<CanEdit> {
    writer(actor, case)?;
    only_if(case.stage.is_with_applicant())?;
    Ok(CanEdit::of(actor, case))
}

/// The applicant, and owners of the organization, as long as it can be written in.
pub fn submit(actor: &Actor, case: &Case) -> Result<CanSubmit> {
    speaker(actor, case)?;
    only_if(case.stage.is_with_applicant())?;
    Ok(CanSubmit::of(actor, case))
}

/// As [`submit`], until the board has answered for good.
pub fn withdraw(actor: &Actor, case: &Case) -> Result<CanWithdraw> {
    speaker(actor, case)?;
    only_if(case.stage.is_open())?;
    Ok(CanWithdraw::of(actor, case))
}

/// As [`submit`], once, after a refusal; the last day is checked by the step itself.
pub fn appeal(actor: &Actor, case: &Case) -> Result<CanAppeal> {
    speaker(actor, case)?;
    only_if(matches!(case.stage, Stage::Refused { .. }))?;
    if case.refusers.len() > 1 {
        return Err(Denied::Forbidden.into());
    }
    Ok(CanAppeal::of(actor, case))
}

/// Who writes for the applicant, and the board; the last day is checked by the step itself.
pub fn revive(actor: &Actor, case: &Case) -> Result<CanRevive> {
    if writer(actor, case).is_err() {
        judge(actor, case)?;
    }
    only_if(matches!(case.stage, Stage::Expired { .. }))?;
    Ok(CanRevive::of(actor, case))
}

/// The board: a case that waits, or (a chair) an appeal. What a colleague holds is taken over, which is another thing.
pub fn take(actor: &Actor, case: &Case) -> Result<CanTake> {
    judge(actor, case)?;
    only_if(matches!(
        case.stage,
        Stage::Submitted { .. } | Stage::Appealed { .. } | Stage::InReview { held: None }
    ))?;
    Ok(CanTake::of(actor, case))
}

/// The board: a case that a colleague holds.
pub fn take_over(actor: &Actor, case: &Case) -> Result<CanTakeOver> {
    let person = judge(actor, case)?;
    let held = case.stage.holding();
    only_if(held.is_some_and(|held| held.by != person.id))?;
    Ok(CanTakeOver::of(actor, case))
}

/// The board, whatever comes next.
pub fn take_next(actor: &Actor) -> Result<CanTakeNext> {
    let person = actor.person()?;
    if !actor.is_board() {
        return Err(Denied::Forbidden.into());
    }
    Ok(CanTakeNext {
        actor: person.clone(),
    })
}

/// May keep views of the queue for themselves, and put them on their desk.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanKeepViews {
    actor: Actor,
    shares: bool,
}

/// May change or retire this view.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanChangeView {
    actor: Actor,
    view: View,
}

/// Who works at the desk, auditors aside; the board shares them.
pub fn keep_views(actor: &Actor) -> Result<CanKeepViews, Denied> {
    let _ = see_views(actor)?;
    if actor.role() == Some(Role::Auditor) {
        return Err(Denied::Forbidden);
    }
    Ok(CanKeepViews {
        actor: actor.clone(),
        shares: actor.is_board(),
    })
}

/// Who works at the desk; whether they see also what others share with the board.
pub fn see_views(actor: &Actor) -> Result<bool, Denied> {
    let person = actor.person()?;
    match person.role {
        Role::Member => Err(Denied::Hidden),
        role => Ok(reads_everything(role)),
    }
}

/// Whoever saved it.
pub fn change_view(actor: &Actor, view: &View) -> Result<CanChangeView, Denied> {
    let _ = keep_views(actor)?;
    if actor.account() != Some(view.owner) {
        return Err(Denied::Forbidden);
    }
    Ok(CanChangeView {
        actor: actor.clone(),
        view: view.clone(),
    })
}

/// Whoever holds it, and a chair.
pub fn release(actor: &Actor, case: &Case) -> Result<CanRelease> {
    let person = viewer(actor, case)?;
    if !actor.is_board() {
        return Err(Denied::Forbidden.into());
    }
    let held = case.stage.holding();
    only_if(held.is_some())?;
    if held.is_some_and(|held| held.by == person.id) || person.role == Role::Chair {
        Ok(CanRelease::of(actor, case))
    } else {
        Err(Denied::Forbidden.into())
    }
}

/// The board, on what is under review; never on their own, and an appeal not twice. While a proposal waits for a second person,
/// or the case is on an agenda, nobody decides beside that.
pub fn decide(actor: &Actor, case: &Case) -> Result<CanDecide> {
    judge(actor, case)?;
    let is_free = case.proposer.is_none() && case.sitting.is_none();
    only_if(matches!(case.stage, Stage::InReview { .. }) && is_free)?;
    Ok(CanDecide::of(actor, case))
}

/// As [`decide`], where two must agree.
pub fn propose(actor: &Actor, case: &Case) -> Result<CanPropose> {
    let _ = decide(actor, case)?;
    only_if(case.way == Way::Two)?;
    Ok(CanPropose::of(actor, case))
}

/// Whoever could decide, and is not who proposed it. If the rule asks for a session by now, two are not enough any more.
pub fn confirm(actor: &Actor, case: &Case) -> Result<CanConfirm> {
    let _ = disagree(actor, case)?;
    only_if(case.way != Way::Session)?;
    Ok(CanConfirm::of(actor, case))
}

/// Whoever could decide, and is not who proposed it.
pub fn disagree(actor: &Actor, case: &Case) -> Result<CanDisagree> {
    let person = judge(actor, case)?;
    if case.proposer == Some(person.id) {
        return Err(Denied::Forbidden.into());
    }
    only_if(matches!(case.stage, Stage::InReview { .. }) && case.proposer.is_some())?;
    Ok(CanDisagree::of(actor, case))
}

/// Whoever proposed it, as long as it waits.
pub fn take_back(actor: &Actor, case: &Case) -> Result<CanTakeBack> {
    let person = judge(actor, case)?;
    only_if(case.proposer.is_some())?;
    if case.proposer != Some(person.id) {
        return Err(Denied::Forbidden.into());
    }
    Ok(CanTakeBack::of(actor, case))
}

/// Chairs and admins, what a session has to decide and is on no agenda; never on their own.
pub fn put_on_agenda(actor: &Actor, case: &Case) -> Result<CanPutOnAgenda> {
    let person = viewer(actor, case)?;
    if !matches!(person.role, Role::Chair | Role::Admin) || case.concerns(person.id) {
        return Err(Denied::Forbidden.into());
    }
    let waits = matches!(case.stage, Stage::InReview { .. }) && case.way == Way::Session;
    only_if(waits && case.sitting.is_none())?;
    Ok(CanPutOnAgenda::of(actor, case))
}

/// A chair, what is on an agenda, also if the rule is another one by now: it is finished as it was begun. Whoever closes a session
/// carries out what others voted, and so may do it for a case that they take no part in.
pub fn resolve(actor: &Actor, case: &Case) -> Result<CanResolve> {
    let person = actor.person()?;
    if person.role != Role::Chair {
        return Err(Denied::Forbidden.into());
    }
    only_if(matches!(case.stage, Stage::InReview { .. }) && case.sitting.is_some())?;
    Ok(CanResolve::of(actor, case))
}

/// Admins keep how cases are decided, and auditors read it. To others the page is not there; a case tells how it is decided.
pub fn read_ways(actor: &Actor) -> Result<CanReadWays, Denied> {
    match actor {
        Actor::System => Ok(CanReadWays(())),
        Actor::Visitor => Err(Denied::SignIn),
        Actor::Person(person) => match person.role {
            Role::Admin | Role::Auditor => Ok(CanReadWays(())),
            _ => Err(Denied::Hidden),
        },
    }
}

/// Admins.
pub fn keep_ways(actor: &Actor) -> Result<CanKeepWays, Denied> {
    let _ = read_ways(actor)?;
    if !actor.is_admin() {
        return Err(Denied::Forbidden);
    }
    Ok(CanKeepWays {
        actor: actor.clone(),
    })
}

/// The board, what it finds of the criteria of a case that is open; never on their own.
pub fn assess(actor: &Actor, case: &Case) -> Result<()> {
    judge(actor, case)?;
    only_if(case.number.is_some() && case.stage.is_open())
}

/// Whoever writes for the applicant, as long as something remains to be done after the acceptance.
pub fn answer_condition(actor: &Actor, case: &Case) -> Result<CanAnswerCondition> {
    writer(actor, case)?;
    only_if(matches!(case.stage, Stage::AcceptedWithConditions { .. }))?;
    Ok(CanAnswerCondition::of(actor, case))
}

/// The board, as long as something remains to be done; never on their own.
pub fn mark_condition(actor: &Actor, case: &Case) -> Result<CanMarkCondition> {
    judge(actor, case)?;
    only_if(matches!(case.stage, Stage::AcceptedWithConditions { .. }))?;
    Ok(CanMarkCondition::of(actor, case))
}

/// The post of the host country, while the case is with it.
pub fn give_opinion(actor: &Actor, case: &Case) -> Result<CanGiveOpinion> {
    let person = viewer(actor, case)?;
    let has_part = case.concerns(person.id) || case.was_typed_by(person.id);
    if !has_jurisdiction(person, case) || has_part {
        return Err(Denied::Forbidden.into());
    }
    only_if(matches!(case.stage, Stage::AtPost { .. }))?;
    Ok(CanGiveOpinion::of(actor, case))
}

/// The applicant to the board; the board to both; a post to the board.
pub fn write(actor: &Actor, case: &Case, reach: Reach) -> Result<CanWrite> {
    let person = viewer(actor, case)?;
    only_if(case.number.is_some())?;
    let allowed = if case.is_own(person.id) {
        writer(actor, case).is_ok() && reach == Reach::Applicant
    } else if case.concerns(person.id) {
        false
    } else {
        match person.role {
            Role::Coordinator | Role::Chair => true,
            Role::PostOfficer => reach == Reach::Internal,
            Role::Member | Role::Admin | Role::Auditor => false,
        }
    };
    if !allowed {
        return Err(Denied::Forbidden.into());
    }
    Ok(CanWrite {
        actor: actor.clone(),
        case: case.clone(),
        reach,
    })
}

/// Whether a colleague can be named in a note: the board, and a post for its host countries; nobody who has a part in the case.
pub(super) fn may_be_told(account: AccountId, role: Role, hosts: &[Country], case: &Case) -> bool {
    let sees = match role {
        Role::Coordinator | Role::Chair => true,
        Role::PostOfficer => case.host_country.is_some_and(|host| hosts.contains(&host)),
        Role::Member | Role::Admin | Role::Auditor => false,
    };
    sees && case.number.is_some() && !case.concerns(account)
}

impl CanEdit {
    /// The same, for the case as it is under a lock.
    pub(super) fn seen_again(mut self, revision: i32) -> Self {
        self.case.revision = revision;
        self
    }
}

impl CanStart {
    pub(super) const fn by(&self) -> &Person {
        &self.actor
    }

    pub(super) const fn kind(&self) -> CaseKind {
        self.kind
    }

    pub(super) const fn about(&self) -> Option<&Organization> {
        self.about.as_ref()
    }
}

impl CanTypeIn {
    pub(super) const fn host(&self) -> Country {
        self.host
    }

    pub(super) fn into_start(self) -> CanStart {
        self.start
    }
}

impl CanKeepViews {
    pub(super) const fn by(&self) -> &Actor {
        &self.actor
    }

    /// Whether theirs can be shared with the board.
    pub const fn shares(&self) -> bool {
        self.shares
    }
}

impl CanChangeView {
    pub(super) const fn by(&self) -> &Actor {
        &self.actor
    }

    pub(super) const fn view(&self) -> &View {
        &self.view
    }

    /// Whether it can be shared with the board.
    pub const fn shares(&self) -> bool {
        self.actor.is_board()
    }
}

impl CanKeepWays {
    pub(super) const fn by(&self) -> &Actor {
        &self.actor
    }
}

impl CanTakeNext {
    pub(super) const fn by(&self) -> &Person {
        &self.actor
    }
}

impl CanRead {
    pub(super) const fn case(&self) -> &Case {
        &self.case
    }

    /// Of which case, for features that keep something of it.
    pub const fn id(&self) -> CaseId {
        self.case.id
    }

    /// Whether also what is not meant for the applicant.
    pub const fn internal(&self) -> bool {
        self.internal
    }
}

impl CanWrite {
    pub(super) const fn by(&self) -> &Actor {
        &self.actor
    }

    pub(super) const fn case(&self) -> &Case {
        &self.case
    }

    pub(super) const fn reach(&self) -> Reach {
        self.reach
    }
}

#[cfg(test)]
#[path = "policy_test.rs"]
mod tests;
