//! Everything that can be done and that history names.

use crate::values::codes;

codes! {
    /// What was done. The catalogues say it to people (`act-…`).
    pub enum Act {
        AccountCreated = "account_created",
        AccountConfirmed = "account_confirmed",
        AccountSignedIn = "account_signed_in",
        AccountSignedOut = "account_signed_out",
        AccountPasswordChanged = "account_password_changed",
        AccountPasswordReset = "account_password_reset",
        AccountEmailChanged = "account_email_changed",
        AccountSessionEnded = "account_session_ended",
        AccountRoleChanged = "account_role_changed",
        AccountUpdated = "account_updated",
        AccountLettersChanged = "account_letters_changed",
        AccountClosed = "account_closed",
        CaseStarted = "case_started",
        CaseSubmitted = "case_submitted",
        CaseHeld = "case_held",
        CaseReleased = "case_released",
        CaseOpinionGiven = "case_opinion_given",
        CasePostPassed = "case_post_passed",
        CaseChangesRequested = "case_changes_requested",
        CaseAccepted = "case_accepted",
        CaseAcceptedWithConditions = "case_accepted_with_conditions",
        CaseRefused = "case_refused",
        CaseAppealed = "case_appealed",
        CaseReopened = "case_reopened",
        CaseWithdrawn = "case_withdrawn",
        CaseMessageWritten = "case_message_written",
        OrganizationRegistered = "organization_registered",
        OrganizationImported = "organization_imported",
        OrganizationUpdated = "organization_updated",
        OrganizationStandingChanged = "organization_standing_changed",
        OrganizationTeamJoined = "organization_team_joined",
        CoordinatorAssigned = "coordinator_assigned",
        CoordinatorReleased = "coordinator_released",
        GroupCreated = "group_created",
        GroupMemberAdded = "group_member_added",
        GroupMemberRemoved = "group_member_removed",
        InitiativeCreated = "initiative_created",
        InitiativePublished = "initiative_published",
        InitiativePartnerAdded = "initiative_partner_added",
        InitiativePartnerRemoved = "initiative_partner_removed",
        LeaderCreated = "leader_created",
        LeaderConsentGiven = "leader_consent_given",
        LeaderConsentWithdrawn = "leader_consent_withdrawn",
        RosterImported = "roster_imported",
        RosterExported = "roster_exported",
        PersonalDataViewed = "personal_data_viewed",
    }

    /// What kind of thing something was done to.
    pub enum SubjectKind {
        Account = "account",
        Organization = "organization",
        Case = "case",
        Group = "group",
        Initiative = "initiative",
        Leader = "leader",
        Import = "import",
        Export = "export",
    }
}
