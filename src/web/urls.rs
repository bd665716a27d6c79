//! Addresses of pages: nobody writes one by hand elsewhere.

use crate::certificate::Code;
use crate::gazetteer::City;
use crate::ids::{
    AccountId, AssignmentId, AssignmentRuleId, AttachmentId, BulkId, CaseId, CertificateId,
    ClaimId, ConditionId, ContributionId, CriterionId, DecisionRuleId, DocumentId, DutyHandoverId,
    FlagId, GroupId, GroupInvitationId, ImportId, InitiativeFileId, InitiativeId,
    InitiativeInvitationId, IntroductionId, ItemId, LeaderId, LeaderMergerId, LetterId, MeetingId,
    MeetingItemId, MembershipId, MergerId, OfficeId, OverlapId, PhraseId, ProposedInitiativeId,
    RescueId, RuleId, SessionId, SittingId, SittingItemId, ViewId,
};
use crate::organization::Section;
use crate::values::{Area, Country, Lang, RegistryNumber, SigningOffice};
use crate::web::Fields;
use crate::workbench::Work;

/// An address of ours: a path that no browser takes for another site's.
pub fn local(path: &str) -> Option<&str> {
    let rest = path.strip_prefix('/')?;
    let clean = !rest.starts_with(['/', '\\'])
        && !path.contains(|c: char| c.is_control() || c == '\\' || !c.is_ascii());
    clean.then_some(path)
}

fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// The sign-in page, and where to go from there.
pub fn sign_in_then(back: &str) -> String {
    format!("/sign-in?back={}", encoded(back))
}

/// An organization's public page.
pub fn organization(number: RegistryNumber) -> String {
    format!("/organizations/{number}")
}

/// An organization, for programs.
pub fn api_organization(number: RegistryNumber) -> String {
    format!("/api/v1/organizations/{number}")
}

/// An organization's page at the desk.
pub fn desk_organization(number: RegistryNumber) -> String {
    format!("/desk/organizations/{number}")
}

/// A country's page.
pub fn country(country: Country) -> String {
    format!("/countries/{country}")
}

/// The organizations in a city.
pub fn city(city: City) -> String {
    format!("/directory?city={city}")
}

/// A country at the desk, which has no page of its own but its map.
pub fn desk_country(country: Country) -> String {
    format!("/desk/countries/{country}")
}

/// The map of who works with whom around what has this page.
pub fn map_of(page: &str) -> String {
    format!("{page}/map")
}

/// A case, as its applicant sees it.
pub fn case(id: CaseId) -> String {
    format!("/cases/{id}")
}

/// A case, as the desk sees it.
pub fn desk_case(id: CaseId) -> String {
    format!("/desk/cases/{id}")
}

/// The board's desk.
pub const DESK: &str = "/desk";

/// Numbers of the desk.
pub const DESK_NUMBERS: &str = "/desk/numbers";

/// One of their tables as a file.
pub const DESK_NUMBERS_FILE: &str = "/desk/numbers.csv";

/// The queue of cases.
pub const DESK_CASES: &str = "/desk/cases";

/// A list of them.
pub fn desk_cases(query: &str) -> String {
    match query.is_empty() {
        true => DESK_CASES.to_owned(),
        false => format!("{DESK_CASES}?{query}"),
    }
}

/// A case, opened from a list: the way to those before and behind it.
pub fn desk_case_in(id: CaseId, query: &str) -> String {
    format!("/desk/cases/{id}?list={}", encoded(query))
}

/// The keys that act on the page of a case.
pub const DESK_KEYS: &str = "/desk/keys";

/// The saved views of the queue, and the lanes of one's desk.
pub const DESK_VIEWS: &str = "/desk/views";

/// Where a list is saved under a name.
pub fn desk_view_new(query: &str) -> String {
    match query.is_empty() {
        true => format!("{DESK_VIEWS}/new"),
        false => format!("{DESK_VIEWS}/new?{query}"),
    }
}

/// A saved view, to be changed.
pub fn desk_view(id: ViewId) -> String {
    format!("{DESK_VIEWS}/{id}")
}

/// Where it is retired.
pub fn desk_view_retirement(id: ViewId) -> String {
    format!("{DESK_VIEWS}/{id}/retirement")
}

/// Where it is put on one's desk.
pub fn desk_view_lane(id: ViewId) -> String {
    format!("{DESK_VIEWS}/{id}/lane")
}

/// Where it is moved there, or taken off.
pub fn desk_view_lane_place(id: ViewId) -> String {
    format!("{DESK_VIEWS}/{id}/lane/place")
}

/// Where a case is taken over from a colleague.
pub fn desk_case_takeover(id: CaseId) -> String {
    format!("/desk/cases/{id}/takeover")
}

/// Where a case at the desk is taken.
pub fn desk_case_hold(id: CaseId) -> String {
    format!("/desk/cases/{id}/hold")
}

/// Where it is let go.
pub fn desk_case_release(id: CaseId) -> String {
    format!("/desk/cases/{id}/release")
}

/// Where it is decided.
pub fn desk_case_decision(id: CaseId) -> String {
    format!("/desk/cases/{id}/decision")
}

/// Where a second person confirms what was proposed.
pub fn desk_case_confirmation(id: CaseId) -> String {
    format!("/desk/cases/{id}/confirmation")
}

/// Where a second person disagrees with it.
pub fn desk_case_disagreement(id: CaseId) -> String {
    format!("/desk/cases/{id}/disagreement")
}

/// Where the first takes it back.
pub fn desk_case_retraction(id: CaseId) -> String {
    format!("/desk/cases/{id}/retraction")
}

/// The sessions of the board.
pub const DESK_SESSIONS: &str = "/desk/sessions";

/// One of them.
pub fn desk_session(id: SittingId) -> String {
    format!("/desk/sessions/{id}")
}

/// Something that is done to it, such as closing it.
pub fn desk_session_part(id: SittingId, part: &str) -> String {
    format!("/desk/sessions/{id}/{part}")
}

/// Its minutes.
pub fn desk_session_minutes(id: SittingId) -> String {
    format!("/desk/sessions/{id}/minutes")
}

/// A case of its agenda.
pub fn desk_session_item(id: SittingId, item: SittingItemId) -> String {
    format!("/desk/sessions/{id}/agenda/{item}")
}

/// Where a condition is answered.
pub fn case_condition(id: CaseId, condition: ConditionId) -> String {
    format!("/cases/{id}/conditions/{condition}")
}

/// Where it is said whether a condition is met.
pub fn desk_case_condition(id: CaseId, condition: ConditionId) -> String {
    format!("/desk/cases/{id}/conditions/{condition}")
}

/// Where the board says what it finds of a criterion.
pub fn desk_case_criterion(id: CaseId, criterion: CriterionId) -> String {
    format!("/desk/cases/{id}/criteria/{criterion}")
}

/// Where the desk brings back what was withdrawn by silence.
pub fn desk_case_revival(id: CaseId) -> String {
    format!("/desk/cases/{id}/revival")
}

/// Where its own people do.
pub fn case_revival(id: CaseId) -> String {
    format!("/cases/{id}/revival")
}

/// Where its post gives an opinion.
pub fn desk_case_opinion(id: CaseId) -> String {
    format!("/desk/cases/{id}/opinion")
}

/// Where one writes into it.
pub fn desk_case_messages(id: CaseId) -> String {
    format!("/desk/cases/{id}/messages")
}

/// A leader's public page.
pub fn leader(id: LeaderId) -> String {
    format!("/leaders/{id}")
}

/// A picture or document of an initiative.
pub fn initiative_file(id: InitiativeFileId) -> String {
    format!("/initiative-files/{id}")
}

/// A small picture of it.
pub fn initiative_file_small(id: InitiativeFileId) -> String {
    format!("/initiative-files/{id}/small")
}

/// An initiative's public page.
pub fn initiative(id: InitiativeId) -> String {
    format!("/initiatives/{id}")
}

/// A group's public page.
pub fn group(id: GroupId) -> String {
    format!("/groups/{id}")
}

/// What somebody has here: their organizations and cases.
pub const HOME: &str = "/home";
/// Where somebody begins who leads an organization and has no entry there.
pub const HOME_LEADER: &str = "/home/leader";

/// The form of a case.
pub fn case_form(id: CaseId) -> String {
    format!("/cases/{id}/form")
}

/// A section of the form of a case.
pub fn case_section(id: CaseId, section: Section) -> String {
    format!("/cases/{id}/form/{section}")
}

/// Who signs what a form says.
pub fn case_signatures(id: CaseId) -> String {
    format!("/cases/{id}/signatures")
}

/// The link by which somebody signs.
pub fn signature(token: &str) -> String {
    format!("/signatures/{token}")
}

/// The answers of a form, to be checked before they are submitted.
pub fn case_answers(id: CaseId) -> String {
    format!("/cases/{id}/answers")
}

/// The receipt of a submission.
pub fn case_receipt(id: CaseId) -> String {
    format!("/cases/{id}/receipt")
}

/// An organization, as its team sees it.
pub fn my_organization(number: RegistryNumber) -> String {
    format!("/home/organizations/{number}")
}

/// The team of one's organization.
pub fn my_team(number: RegistryNumber) -> String {
    format!("/home/organizations/{number}/team")
}

/// What one's organization says of itself, to be changed.
pub fn my_particulars(number: RegistryNumber) -> String {
    format!("/home/organizations/{number}/particulars")
}

/// A section of that.
pub fn my_section(number: RegistryNumber, section: Section) -> String {
    format!("/home/organizations/{number}/particulars/{section}")
}

/// Where a change is begun that the board looks at first.
pub fn my_amendments(number: RegistryNumber) -> String {
    format!("/home/organizations/{number}/amendments")
}

/// What renewing the registration of one's organization means.
pub fn my_renewal(number: RegistryNumber) -> String {
    format!("/home/organizations/{number}/renewal")
}

/// Where a renewal is begun.
pub fn my_renewals(number: RegistryNumber) -> String {
    format!("/home/organizations/{number}/renewals")
}

/// Where a section of a renewal is said to be still true.
pub fn case_section_confirmation(id: CaseId, section: Section) -> String {
    format!("/cases/{id}/form/{section}/confirmation")
}

/// Where it is said of a case and what looks like it that they are two.
pub fn desk_case_likenesses(id: CaseId) -> String {
    format!("/desk/cases/{id}/likenesses")
}

/// Where a renewal that changes nothing material is accepted in one step.
pub fn desk_case_acceptance(id: CaseId) -> String {
    format!("/desk/cases/{id}/acceptance")
}

/// Where a rescue of one's organization is stopped.
pub fn my_rescue(number: RegistryNumber) -> String {
    format!("/home/organizations/{number}/rescue")
}

/// The registration form to be filled in by hand.
pub const BLANK_FORM: &str = "/forms/registration";

/// The same in a language, with the papers that are asked for of a kind of organization in a country.
pub fn blank_form_for(lang: Lang, host: &str, kind: &str) -> String {
    let fields: Fields = [
        ("language", lang.code()),
        ("host_country", host),
        ("kind", kind),
    ]
    .into_iter()
    .collect();
    format!("{BLANK_FORM}?{}", fields.query_with(&[]))
}

/// Where somebody begins to type in a form that was filled in on paper.
pub const NEW_PAPER: &str = "/papers/new";

/// What was typed of the paper that a case came from.
pub fn case_paper(id: CaseId) -> String {
    format!("/cases/{id}/paper")
}

/// Those who type in a case that came on paper.
pub fn case_typists(id: CaseId) -> String {
    format!("/cases/{id}/typists")
}

/// What whoever signed the paper is told, to be printed.
pub fn case_letter(id: CaseId) -> String {
    format!("/cases/{id}/letter")
}

/// Where the organization's own people are invited to take over what was typed in for them.
pub fn case_handover(id: CaseId) -> String {
    format!("/cases/{id}/handover")
}

/// The same, once the organization is registered.
pub fn desk_organization_handover(number: RegistryNumber) -> String {
    desk_organization_part(number, "handover")
}

/// Those who write a case together.
pub fn case_team(id: CaseId) -> String {
    format!("/cases/{id}/team")
}

/// The evidence of a claim.
pub fn case_evidence(id: CaseId) -> String {
    format!("/cases/{id}/evidence")
}

/// The link of an invitation.
pub fn invitation(token: &str) -> String {
    format!("/invitations/{token}")
}

/// Where one asks to be let into a team.
pub fn join(number: RegistryNumber) -> String {
    format!("/organizations/{number}/join")
}

/// Where one claims an organization that nobody looks after.
pub fn claim(number: RegistryNumber) -> String {
    format!("/organizations/{number}/claim")
}

/// Where one asks to become the owner of an organization whose owners are gone.
pub fn rescue(number: RegistryNumber) -> String {
    format!("/organizations/{number}/rescue")
}

/// The link that stops a rescue.
pub fn rescue_link(token: &str) -> String {
    format!("/rescues/{token}")
}

/// The flags that are up.
pub const DESK_FLAGS: &str = "/desk/flags";

/// A flag.
pub fn desk_flag(id: FlagId) -> String {
    format!("/desk/flags/{id}")
}

/// The rosters, narrowed by the query of a list.
pub fn rosters(query: &str) -> String {
    match query.is_empty() {
        true => "/rosters".to_owned(),
        false => format!("/rosters?{query}"),
    }
}

/// Acts on many organizations.
pub const DESK_BULK: &str = "/desk/bulk";

/// Where one is planned, for what a list finds.
pub fn desk_bulk_new(act: &str, list: &str) -> String {
    format!("{DESK_BULK}/new?act={act}&list={}", encoded(list))
}

/// One of them.
pub fn desk_bulk(id: BulkId) -> String {
    format!("{DESK_BULK}/{id}")
}

/// Something that is done with it, such as beginning it.
pub fn desk_bulk_part(id: BulkId, part: &str) -> String {
    format!("{DESK_BULK}/{id}/{part}")
}

/// What was handed over of work at the desk.
pub const DESK_HANDOVERS: &str = "/desk/handovers";
/// Where one hands over.
pub const DESK_HANDOVER_NEW: &str = "/desk/handovers/new";

/// Something that was handed over.
pub fn desk_handover(id: DutyHandoverId) -> String {
    format!("{DESK_HANDOVERS}/{id}")
}

/// Where it is given back.
pub fn desk_handover_return(id: DutyHandoverId) -> String {
    format!("{DESK_HANDOVERS}/{id}/return")
}

/// The rescues that wait for a decision.
pub const DESK_RESCUES: &str = "/desk/rescues";

/// A rescue, as the desk sees it.
pub fn desk_rescue(id: RescueId) -> String {
    format!("/desk/rescues/{id}")
}

/// Where a claim is changed to joining.
pub fn desk_case_joining(id: CaseId) -> String {
    format!("/desk/cases/{id}/joining")
}

/// An import.
pub fn import(id: ImportId) -> String {
    format!("/imports/{id}")
}

/// The report of an import.
pub fn import_report(id: ImportId) -> String {
    format!("/imports/{id}/report.csv")
}

/// Where one signs up.
pub const SIGN_UP: &str = "/sign-up";
/// What to do after signing up.
pub const SIGN_UP_SENT: &str = "/sign-up/sent";
/// Where one signs in.
pub const SIGN_IN: &str = "/sign-in";
/// Where one asks for a new password.
pub const PASSWORD_RESET: &str = "/password-reset";
/// What to do after asking.
pub const PASSWORD_RESET_SENT: &str = "/password-reset/sent";
/// One's own account.
pub const ACCOUNT: &str = "/account";
/// Where one changes one's address.
pub const ACCOUNT_EMAIL: &str = "/account/email";
/// Which letters one wants.
pub const ACCOUNT_LETTERS: &str = "/account/letters";
/// When somebody of the desk is away.
pub const ACCOUNT_ABSENCE: &str = "/account/absence";
/// What admins keep.
pub const ADMIN: &str = "/admin";
/// The accounts, as admins see them.
pub const ADMIN_ACCOUNTS: &str = "/admin/accounts";
/// The letters, as admins see them.
pub const ADMIN_MAIL: &str = "/admin/mail";

/// The link that confirms an address.
pub fn confirmation(token: &str) -> String {
    format!("/confirmation/{token}")
}

/// The link to choose a new password.
pub fn password_reset(token: &str) -> String {
    format!("/password-reset/{token}")
}

/// The link that moves an account to another address.
pub fn email_change(token: &str) -> String {
    format!("/email-change/{token}")
}

/// The link that stops letters of a kind.
pub fn unsubscribe(token: &str) -> String {
    format!("/unsubscribe/{token}")
}

/// The act that ends a session.
pub fn session_end(id: SessionId) -> String {
    format!("/account/sessions/{id}/end")
}

/// An account, as admins see it.
pub fn admin_account(id: AccountId) -> String {
    format!("/admin/accounts/{id}")
}

/// A letter, as admins see it.
pub fn admin_letter(id: LetterId) -> String {
    format!("/admin/mail/{id}")
}

/// What the ladder of standings would do.
pub const DESK_STANDING: &str = "/desk/standing";
/// How long registrations and the rungs of the ladder last.
pub const ADMIN_STANDING: &str = "/admin/standing";

/// Whom a rung of the ladder would reach.
pub fn desk_standing(rung: &str) -> String {
    format!("{DESK_STANDING}/{rung}")
}

/// The groups, as the desk sees them.
pub const DESK_GROUPS: &str = "/desk/groups";

/// A group, as the desk sees it.
pub fn desk_group(id: GroupId) -> String {
    format!("/desk/groups/{id}")
}

/// What the board says of a group.
pub fn desk_group_facts(id: GroupId) -> String {
    format!("/desk/groups/{id}/facts")
}

/// Taking back that somebody is asked into a group.
pub fn desk_group_invitation_withdrawal(id: GroupId, invitation: GroupInvitationId) -> String {
    format!("/desk/groups/{id}/invitations/{invitation}/withdrawal")
}

/// Whom the board asked into a group, all of them.
pub fn desk_group_invitations(id: GroupId) -> String {
    format!("/desk/groups/{id}/invitations")
}

/// Where meetings of a group are called.
pub fn desk_group_meetings(id: GroupId) -> String {
    format!("/desk/groups/{id}/meetings")
}

/// A meeting of a group, as the desk sees it.
pub fn desk_meeting(id: MeetingId) -> String {
    format!("/desk/meetings/{id}")
}

/// Something of a meeting.
pub fn desk_meeting_part(id: MeetingId, part: &str) -> String {
    format!("/desk/meetings/{id}/{part}")
}

/// Something on the agenda of a meeting.
pub fn desk_meeting_item(id: MeetingId, item: MeetingItemId) -> String {
    format!("/desk/meetings/{id}/agenda/{item}")
}

/// Taking something off the agenda of a meeting.
pub fn desk_meeting_item_removal(id: MeetingId, item: MeetingItemId) -> String {
    format!("/desk/meetings/{id}/agenda/{item}/removal")
}

/// What groups recommend to the board.
pub const DESK_RECOMMENDATIONS: &str = "/desk/recommendations";

/// One thing that a group recommends.
pub fn desk_recommendation(id: MeetingItemId) -> String {
    format!("{DESK_RECOMMENDATIONS}/{id}")
}

/// The meetings of an organization, for its team.
pub fn my_meetings(number: RegistryNumber) -> String {
    format!("/home/organizations/{number}/meetings")
}

/// A meeting, for the team of a member.
pub fn my_meeting(number: RegistryNumber, id: MeetingId) -> String {
    format!("/home/organizations/{number}/meetings/{id}")
}

/// Where somebody makes the secret address of their calendar.
pub fn my_calendar(number: RegistryNumber) -> String {
    format!("/home/organizations/{number}/calendar")
}

/// Where somebody ends it.
pub fn my_calendar_revocation(number: RegistryNumber) -> String {
    format!("/home/organizations/{number}/calendar/revocation")
}

/// A secret address of a calendar.
pub fn calendar(token: &str) -> String {
    format!("/calendars/{token}")
}

/// The groups of an organization, for its team.
pub fn my_groups(number: RegistryNumber) -> String {
    format!("/home/organizations/{number}/groups")
}

/// Where a team answers an invitation into a group.
pub fn my_group_invitation(number: RegistryNumber, id: GroupInvitationId) -> String {
    format!("/home/organizations/{number}/group-invitations/{id}")
}

/// Where a team leaves a group.
pub fn my_membership_ending(number: RegistryNumber, id: MembershipId) -> String {
    format!("/home/organizations/{number}/memberships/{id}/ending")
}

/// The groups of a leader, behind the link of their own letter.
pub fn leader_groups(token: &str) -> String {
    format!("/group-invitations/{token}")
}

/// The same for somebody who comes from their consents, and goes back there by this key.
pub fn leader_groups_from(token: &str, key: &str) -> String {
    format!("/group-invitations/{token}?from={key}")
}

/// Putting a leader into a group.
pub fn desk_leader_memberships(number: RegistryNumber, id: LeaderId) -> String {
    format!("/desk/organizations/{number}/leaders/{id}/memberships")
}

/// Those in a group.
pub fn desk_group_members(id: GroupId) -> String {
    format!("/desk/groups/{id}/members")
}

/// A member's place in a group.
pub fn desk_group_member(id: GroupId, membership: MembershipId) -> String {
    format!("/desk/groups/{id}/members/{membership}")
}

/// The end of a group.
pub fn desk_group_ending(id: GroupId) -> String {
    format!("/desk/groups/{id}/ending")
}

/// Letting a group go on that was ended by mistake.
pub fn desk_group_reopening(id: GroupId) -> String {
    format!("/desk/groups/{id}/reopening")
}

/// The end of a membership.
pub fn desk_group_member_ending(id: GroupId, membership: MembershipId) -> String {
    format!("/desk/groups/{id}/members/{membership}/ending")
}

/// The published initiatives.
pub const INITIATIVES: &str = "/initiatives";

/// The groups, for everybody.
pub const GROUPS: &str = "/groups";

/// The initiatives, as the desk sees them.
pub const DESK_INITIATIVES: &str = "/desk/initiatives";

/// An initiative, as the desk sees it.
pub fn desk_initiative(id: InitiativeId) -> String {
    format!("/desk/initiatives/{id}")
}

/// Where a picture or document of an initiative is taken down.
pub fn desk_initiative_file_removal(id: InitiativeId, file: InitiativeFileId) -> String {
    format!("/desk/initiatives/{id}/files/{file}/removal")
}

/// Where an initiative is linked to another.
pub fn desk_initiative_links(id: InitiativeId) -> String {
    format!("/desk/initiatives/{id}/links")
}

/// Those who carry an initiative.
pub fn desk_initiative_partners(id: InitiativeId) -> String {
    format!("/desk/initiatives/{id}/partners")
}

/// The end of a partnership.
pub fn desk_initiative_partner_ending(id: InitiativeId, partnership: AssignmentId) -> String {
    format!("/desk/initiatives/{id}/partners/{partnership}/ending")
}

/// Where the question whether an organization carries an initiative is taken back.
pub fn desk_initiative_withdrawal(id: InitiativeId, asked: InitiativeInvitationId) -> String {
    format!("/desk/initiatives/{id}/invitations/{asked}/withdrawal")
}

/// A part of an initiative at the desk: facts, needs, unpublication.
pub fn desk_initiative_part(id: InitiativeId, part: &str) -> String {
    format!("/desk/initiatives/{id}/{part}")
}

/// The publication of an initiative.
pub fn desk_initiative_publication(id: InitiativeId) -> String {
    format!("/desk/initiatives/{id}/publication")
}

/// An office of an organization, at the desk.
pub fn desk_office(number: RegistryNumber, id: OfficeId) -> String {
    format!("/desk/organizations/{number}/offices/{id}")
}

/// Where it is handed over.
pub fn desk_office_succession(number: RegistryNumber, id: OfficeId) -> String {
    format!("/desk/organizations/{number}/offices/{id}/succession")
}

/// Where a hand-over is undone by which somebody came into it.
pub fn desk_office_reversal(number: RegistryNumber, id: OfficeId) -> String {
    format!("/desk/organizations/{number}/offices/{id}/reversal")
}

/// Entering a leader of an organization, at the desk.
pub fn desk_leader_new(number: RegistryNumber) -> String {
    format!("/desk/organizations/{number}/leaders/new")
}

/// Where an office is filled that nobody holds: from its last term, or from the beginning.
pub fn desk_vacancy(
    number: RegistryNumber,
    (office, term): (SigningOffice, Option<OfficeId>),
) -> String {
    match term {
        Some(term) => desk_office_succession(number, term),
        None => format!("{}?office={office}", desk_leader_new(number)),
    }
}

/// The consents of a leader, behind the link of their own letter.
pub fn consents(token: &str) -> String {
    format!("/consents/{token}")
}

/// Where they are withdrawn.
pub fn consents_withdrawal(token: &str) -> String {
    format!("/consents/{token}/withdrawal")
}

/// A part of what is behind that link: profile, file, claim. Whoever claimed an entry has its id for the token.
pub fn consents_part(key: &str, part: &str) -> String {
    format!("/consents/{key}/{part}")
}

/// An address that a leader says, behind the link of a letter to it or to the one before.
pub fn leader_address(token: &str) -> String {
    format!("/leader-addresses/{token}")
}

/// The form in which somebody says that they lead an organization.
pub fn leader_entry_new(number: RegistryNumber) -> String {
    format!("/organizations/{number}/leaders/new")
}

/// Where somebody takes back that they lead an organization.
pub fn leader_entry_withdrawal(id: ClaimId) -> String {
    format!("{HOME_LEADER}/claims/{id}/withdrawal")
}

/// Somebody who says that they lead one's own organization.
pub fn my_leader_asked(number: RegistryNumber, id: ClaimId) -> String {
    format!("/home/organizations/{number}/leader-claims/{id}")
}

/// The same, at the desk.
pub fn desk_leader_asked(number: RegistryNumber, id: ClaimId) -> String {
    format!("/desk/organizations/{number}/leader-claims/{id}")
}

/// Where somebody says that the public page of a leader is theirs.
pub fn leader_claim(id: LeaderId) -> String {
    format!("/leaders/{id}/claim")
}

/// All leaders, at the desk.
pub const DESK_LEADERS: &str = "/desk/leaders";

/// A leader of an organization, at the desk.
pub fn desk_leader(number: RegistryNumber, id: LeaderId) -> String {
    format!("/desk/organizations/{number}/leaders/{id}")
}

/// A part of that: profile, consents, claims.
pub fn desk_leader_part(number: RegistryNumber, id: LeaderId, part: &str) -> String {
    format!("/desk/organizations/{number}/leaders/{id}/{part}")
}

/// A part of what the team keeps of one of its leaders: profile, claims, withdrawal.
pub fn my_organization_leader_part(number: RegistryNumber, id: LeaderId, part: &str) -> String {
    format!("/home/organizations/{number}/leaders/{id}/{part}")
}

/// Two entries of leaders side by side: the second may give way to the first.
pub fn people_merger_new(number: RegistryNumber, id: LeaderId, other: LeaderId) -> String {
    format!("/desk/organizations/{number}/leaders/{id}/merger?with={other}")
}

/// A merger of two entries of leaders.
pub fn people_merger(id: LeaderMergerId) -> String {
    format!("/desk/people/mergers/{id}")
}

/// Whom of a group one may invite.
pub fn desk_group_invitees(id: GroupId) -> String {
    format!("/desk/groups/{id}/invitees")
}

/// Where a leader of one's own organization withdraws.
pub fn my_organization_leader_withdrawal(number: RegistryNumber, id: LeaderId) -> String {
    format!("/home/organizations/{number}/leaders/{id}/withdrawal")
}

/// Who spoke for an organization on a day, as anybody may know.
pub fn organization_leaders(number: RegistryNumber) -> String {
    format!("/organizations/{number}/leaders")
}

/// The leaders of one's own organization.
pub fn my_organization_leaders(number: RegistryNumber) -> String {
    format!("/home/organizations/{number}/leaders")
}

/// What teams propose to publish.
pub const DESK_PROPOSALS: &str = "/desk/proposals";

/// What organizations recorded that they gave.
pub const DESK_CONTRIBUTIONS: &str = "/desk/contributions";

/// The same as a file.
pub const DESK_CONTRIBUTIONS_FILE: &str = "/desk/contributions.csv";

/// One of these.
pub fn desk_contribution(id: ContributionId) -> String {
    format!("{DESK_CONTRIBUTIONS}/{id}")
}

/// What one's organization gave.
pub fn my_contributions(number: RegistryNumber) -> String {
    format!("/home/organizations/{number}/contributions")
}

/// The same as a file.
pub fn my_contributions_file(number: RegistryNumber) -> String {
    format!("/home/organizations/{number}/contributions.csv")
}

/// Where something that it gave is recorded.
pub fn my_contribution_new(number: RegistryNumber) -> String {
    format!("/home/organizations/{number}/contributions/new")
}

/// Where a record of it is corrected.
pub fn my_contribution(number: RegistryNumber, id: ContributionId) -> String {
    format!("/home/organizations/{number}/contributions/{id}")
}

/// One of these.
pub fn desk_proposal(id: ProposedInitiativeId) -> String {
    format!("/desk/proposals/{id}")
}

/// The file that shows it.
pub fn my_contribution_proof(number: RegistryNumber, id: ContributionId) -> String {
    format!("/home/organizations/{number}/contributions/{id}/proof")
}

/// The same, for the board.
pub fn desk_contribution_proof(id: ContributionId) -> String {
    format!("/desk/contributions/{id}/proof")
}

/// The initiatives of one's organization.
pub fn my_initiatives(number: RegistryNumber) -> String {
    format!("/home/organizations/{number}/initiatives")
}

/// What one's organization proposes.
pub fn my_initiative(number: RegistryNumber, id: ProposedInitiativeId) -> String {
    format!("/home/organizations/{number}/initiatives/{id}")
}

/// Its pictures and documents.
pub fn my_initiative_files(number: RegistryNumber, id: ProposedInitiativeId) -> String {
    format!("/home/organizations/{number}/initiatives/{id}/files")
}

/// Where one's organization answers whether it carries an initiative.
pub fn my_partner_invitation(number: RegistryNumber, id: InitiativeInvitationId) -> String {
    format!("/home/organizations/{number}/partner-invitations/{id}")
}

/// Those who carry an initiative with one's organization.
pub fn my_partnership(number: RegistryNumber, id: AssignmentId) -> String {
    format!("/home/organizations/{number}/partnerships/{id}")
}

/// Where one's organization leaves it.
pub fn my_partnership_ending(number: RegistryNumber, id: AssignmentId) -> String {
    format!("/home/organizations/{number}/partnerships/{id}/ending")
}

/// Where its team takes back what it asked another.
pub fn my_partnership_withdrawal(
    number: RegistryNumber,
    id: AssignmentId,
    asked: InitiativeInvitationId,
) -> String {
    format!("/home/organizations/{number}/partnerships/{id}/invitations/{asked}/withdrawal")
}

/// The pairs of initiatives that the radar suggests.
pub const DESK_RADAR: &str = "/desk/radar";

/// One of these.
pub fn desk_overlap(id: OverlapId) -> String {
    format!("/desk/radar/{id}")
}

/// A conversation of two organizations that were introduced.
pub fn introduction(id: IntroductionId) -> String {
    format!("/introductions/{id}")
}

/// The workbench of a coordinator.
pub const DESK_WORKBENCH: &str = "/desk/workbench";

/// One of its lists, whole.
pub fn desk_work(work: Work, is_all: bool) -> String {
    let query = if is_all { "?whose=all" } else { "" };
    format!("{DESK_WORKBENCH}/{work}{query}")
}

/// What each coordinator has to look after.
pub const DESK_COORDINATORS: &str = "/desk/coordinators";

/// What one of them has.
pub fn desk_coordinator(id: AccountId) -> String {
    format!("{DESK_COORDINATORS}/{id}")
}

/// The rules by which coordinators are suggested.
pub const DESK_ASSIGNMENT_RULES: &str = "/desk/assignment-rules";

/// Where one of them is ended.
pub fn desk_assignment_rule_ending(id: AssignmentRuleId) -> String {
    format!("{DESK_ASSIGNMENT_RULES}/{id}/ending")
}

/// A part of an organization's page at the desk: memberships, coordinator, initiatives, leaders.
pub fn desk_organization_part(number: RegistryNumber, part: &str) -> String {
    format!("/desk/organizations/{number}/{part}")
}

/// Two organizations side by side: the second may give way to the first.
pub fn merger_new(survivor: RegistryNumber, other: RegistryNumber) -> String {
    format!("/desk/organizations/{survivor}/mergers/new?with={other}")
}

/// What was merged or split.
pub fn merger(id: MergerId) -> String {
    format!("/desk/mergers/{id}")
}

/// The documents of a case, as its applicant sees them.
pub fn case_documents(id: CaseId) -> String {
    format!("/cases/{id}/documents")
}

/// The documents of an organization, as its team sees them.
pub fn my_organization_documents(number: RegistryNumber) -> String {
    format!("/home/organizations/{number}/documents")
}

/// The content of a document.
pub fn document(id: DocumentId) -> String {
    format!("/documents/{id}")
}

/// A small picture of it.
pub fn document_thumbnail(id: DocumentId) -> String {
    format!("/documents/{id}/thumbnail")
}

/// A document, as the desk sees it.
pub fn desk_document(id: DocumentId) -> String {
    format!("/desk/documents/{id}")
}

/// A file that came with a note or message.
pub fn attachment(id: AttachmentId) -> String {
    format!("/attachments/{id}")
}

/// Where the desk says whether it is fine.
pub fn desk_document_verdict(id: DocumentId) -> String {
    format!("/desk/documents/{id}/verdict")
}

/// What is asked for, as admins keep it.
pub const ADMIN_CHECKLISTS: &str = "/admin/checklists";

/// Something that is asked for.
pub fn admin_checklist_item(id: ItemId) -> String {
    format!("/admin/checklists/{id}")
}

/// What cases are judged by, as admins keep it.
pub const ADMIN_CRITERIA: &str = "/admin/criteria";

/// A criterion, as the draft says it.
pub fn admin_criterion(id: CriterionId) -> String {
    format!("{ADMIN_CRITERIA}/{id}")
}

/// Where the draft is published.
pub const ADMIN_CRITERIA_PUBLICATION: &str = "/admin/criteria/publication";

/// An edition that was published.
pub fn admin_criteria_edition(number: i32) -> String {
    format!("/admin/criteria/editions/{number}")
}

/// What the board says often, as admins keep it.
pub const ADMIN_PHRASES: &str = "/admin/phrases";

/// Something that it says often.
pub fn admin_phrase(id: PhraseId) -> String {
    format!("{ADMIN_PHRASES}/{id}")
}

/// The rules of the pre-screen, as admins keep them.
pub const ADMIN_PRESCREEN: &str = "/admin/prescreen";

/// A rule of the pre-screen.
pub fn admin_prescreen_rule(id: RuleId) -> String {
    format!("/admin/prescreen/{id}")
}

/// Business days and clocks, as admins keep them.
pub const ADMIN_CALENDAR: &str = "/admin/calendar";

/// How long a case stays in somebody's hands, as admins keep it.
pub const ADMIN_DESK: &str = "/admin/desk";

/// The rules of how the board decides, as admins keep them.
pub const ADMIN_DECIDING: &str = "/admin/deciding";

/// A rule of how the board decides.
pub fn admin_deciding_rule(id: DecisionRuleId) -> String {
    format!("/admin/deciding/{id}")
}

/// The list of areas, as admins keep it.
pub const ADMIN_AREAS: &str = "/admin/areas";

/// An area of the list.
pub fn admin_area(area: Area) -> String {
    format!("/admin/areas/{area}")
}

/// The certificates of an organization, as its team sees them.
pub fn my_organization_certificates(number: RegistryNumber) -> String {
    format!("/home/organizations/{number}/certificates")
}

/// A certificate to be printed.
pub fn my_organization_certificate(number: RegistryNumber, id: CertificateId) -> String {
    format!("/home/organizations/{number}/certificates/{id}")
}

/// The same as a file that is sent on.
pub fn my_organization_certificate_pdf(number: RegistryNumber, id: CertificateId) -> String {
    format!("/home/organizations/{number}/certificates/{id}/certificate.pdf")
}

/// What is true of a certificate today.
pub fn verify(code: &Code) -> String {
    format!("/verify/{}", code.plain())
}

/// The same as a picture that telephones read.
pub fn verify_qr(code: &Code) -> String {
    format!("/verify/{}/qr.svg", code.plain())
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn only_paths_of_ours_are_gone_back_to() {
        for path in ["/", "/desk?stage=submitted", "/cases/1#x"] {
            assert_eq!(local(path), Some(path));
        }
        for path in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\r\nb",
            "/a\\b",
            "desk",
        ] {
            assert_eq!(local(path), None, "{path}");
        }
    }
}
