//! Addresses of pages: nobody writes one by hand elsewhere.

use crate::ids::{
    AccountId, AssignmentId, CaseId, GroupId, ImportId, InitiativeId, LeaderId, LetterId,
    MembershipId, SessionId,
};
use crate::values::{Country, RegistryNumber};

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

/// An organization's page at the desk.
pub fn desk_organization(number: RegistryNumber) -> String {
    format!("/desk/organizations/{number}")
}

/// A country's page.
pub fn country(country: Country) -> String {
    format!("/countries/{country}")
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

/// The queue of cases.
pub const DESK_CASES: &str = "/desk/cases";

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

/// The form of a case.
pub fn case_form(id: CaseId) -> String {
    format!("/cases/{id}/form")
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

/// Those in a group.
pub fn desk_group_members(id: GroupId) -> String {
    format!("/desk/groups/{id}/members")
}

/// The end of a membership.
pub fn desk_group_member_ending(id: GroupId, membership: MembershipId) -> String {
    format!("/desk/groups/{id}/members/{membership}/ending")
}

/// The initiatives, as the desk sees them.
pub const DESK_INITIATIVES: &str = "/desk/initiatives";

/// An initiative, as the desk sees it.
pub fn desk_initiative(id: InitiativeId) -> String {
    format!("/desk/initiatives/{id}")
}

/// Those who carry an initiative.
pub fn desk_initiative_partners(id: InitiativeId) -> String {
    format!("/desk/initiatives/{id}/partners")
}

/// The end of a partnership.
pub fn desk_initiative_partner_ending(id: InitiativeId, partnership: AssignmentId) -> String {
    format!("/desk/initiatives/{id}/partners/{partnership}/ending")
}

/// The publication of an initiative.
pub fn desk_initiative_publication(id: InitiativeId) -> String {
    format!("/desk/initiatives/{id}/publication")
}

/// A part of an organization's page at the desk: memberships, coordinator, initiatives, leaders.
pub fn desk_organization_part(number: RegistryNumber, part: &str) -> String {
    format!("/desk/organizations/{number}/{part}")
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
