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
        AccountAway = "account_away",
        AccountBack = "account_back",
        AccountClosed = "account_closed",
        DutiesHandedOver = "duties_handed_over",
        CaseStarted = "case_started",
        CaseStartedOverLike = "case_started_over_like",
        CaseStartedAgainstRules = "case_started_against_rules",
        CaseTypedIn = "case_typed_in",
        CaseTypedAlong = "case_typed_along",
        CaseSectionTyped = "case_section_typed",
        CasePaperCorrected = "case_paper_corrected",
        CaseSubmitted = "case_submitted",
        SignatoryNamed = "signatory_named",
        SignatoryRemoved = "signatory_removed",
        SignatureAsked = "signature_asked",
        SignatureGiven = "signature_given",
        SignatureDeclined = "signature_declined",
        CaseHeld = "case_held",
        CaseReleased = "case_released",
        CaseTakenOver = "case_taken_over",
        CaseHoldLapsed = "case_hold_lapsed",
        CaseGiven = "case_given",
        MentionGiven = "mention_given",
        CaseOpinionGiven = "case_opinion_given",
        CasePostPassed = "case_post_passed",
        CaseDecisionProposed = "case_decision_proposed",
        CaseProposalConfirmed = "case_proposal_confirmed",
        CaseProposalDisagreed = "case_proposal_disagreed",
        CaseProposalTakenBack = "case_proposal_taken_back",
        CaseOnAgenda = "case_on_agenda",
        CaseOffAgenda = "case_off_agenda",
        CaseInterestDeclared = "case_interest_declared",
        CaseVoteCast = "case_vote_cast",
        CaseVoteClosed = "case_vote_closed",
        CaseVoteReopened = "case_vote_reopened",
        SessionCalled = "session_called",
        SessionMoved = "session_moved",
        SessionCalledOff = "session_called_off",
        SessionAttendanceNoted = "session_attendance_noted",
        SessionAgendaOrdered = "session_agenda_ordered",
        SessionChairGiven = "session_chair_given",
        SessionClosed = "session_closed",
        SessionAddendumWritten = "session_addendum_written",
        CaseChangesRequested = "case_changes_requested",
        CaseAccepted = "case_accepted",
        CaseAcceptedWithConditions = "case_accepted_with_conditions",
        CaseConditionAnswered = "case_condition_answered",
        CaseConditionMet = "case_condition_met",
        CaseConditionNotMet = "case_condition_not_met",
        CaseConditionExtended = "case_condition_extended",
        CaseConditionsMet = "case_conditions_met",
        CaseRefused = "case_refused",
        CaseAppealed = "case_appealed",
        CaseReopened = "case_reopened",
        CaseWithdrawn = "case_withdrawn",
        CaseDueMoved = "case_due_moved",
        CaseExpired = "case_expired",
        CaseRevived = "case_revived",
        CaseMessageWritten = "case_message_written",
        CaseTeamJoined = "case_team_joined",
        RecordHandedOver = "record_handed_over",
        CaseChangedToJoining = "case_changed_to_joining",
        OrganizationRegistered = "organization_registered",
        OrganizationImported = "organization_imported",
        OrganizationUpdated = "organization_updated",
        OrganizationStandingChanged = "organization_standing_changed",
        OrganizationRenewed = "organization_renewed",
        RenewalAsked = "renewal_asked",
        OrganizationWrittenTo = "organization_written_to",
        OrganizationDelayed = "organization_delayed",
        OrganizationDelayEnded = "organization_delay_ended",
        OrganizationsMerged = "organizations_merged",
        MergerUndone = "merger_undone",
        OrganizationSplit = "organization_split",
        SplitUndone = "split_undone",
        LikenessJudged = "likeness_judged",
        StandingRulesChanged = "standing_rules_changed",
        StandingTermSet = "standing_term_set",
        StandingTermEnded = "standing_term_ended",
        CalendarChanged = "calendar_changed",
        DeskRulesChanged = "desk_rules_changed",
        OrganizationTeamJoined = "organization_team_joined",
        TeamInvited = "team_invited",
        TeamInvitationResent = "team_invitation_resent",
        TeamInvitationWithdrawn = "team_invitation_withdrawn",
        TeamInvitationDeclined = "team_invitation_declined",
        TeamRoleChanged = "team_role_changed",
        TeamLeft = "team_left",
        TeamMemberRemoved = "team_member_removed",
        OwnershipOffered = "ownership_offered",
        OwnershipHandedOver = "ownership_handed_over",
        OwnershipOfferEnded = "ownership_offer_ended",
        JoinAsked = "join_asked",
        JoinRefused = "join_refused",
        RescueAsked = "rescue_asked",
        RescueStopped = "rescue_stopped",
        RescueWithdrawn = "rescue_withdrawn",
        RescueAccepted = "rescue_accepted",
        RescueRefused = "rescue_refused",
        CoordinatorAssigned = "coordinator_assigned",
        CoordinatorReleased = "coordinator_released",
        AssignmentRuleMade = "assignment_rule_made",
        AssignmentRuleEnded = "assignment_rule_ended",
        GroupCreated = "group_created",
        GroupMemberAdded = "group_member_added",
        GroupMemberRemoved = "group_member_removed",
        InitiativeCreated = "initiative_created",
        InitiativePublished = "initiative_published",
        InitiativeChanged = "initiative_changed",
        InitiativeDrafted = "initiative_drafted",
        InitiativeSent = "initiative_sent",
        InitiativeTakenBack = "initiative_taken_back",
        InitiativeDropped = "initiative_dropped",
        InitiativeReturned = "initiative_returned",
        InitiativesLinked = "initiatives_linked",
        InitiativesUnlinked = "initiatives_unlinked",
        OverlapDismissed = "overlap_dismissed",
        OrganizationsIntroduced = "organizations_introduced",
        IntroductionWritten = "introduction_written",
        InitiativePartnerAdded = "initiative_partner_added",
        InitiativePartnerRemoved = "initiative_partner_removed",
        LeaderCreated = "leader_created",
        OfficeTaken = "office_taken",
        OfficeChanged = "office_changed",
        OfficeEnded = "office_ended",
        OfficeHandedOver = "office_handed_over",
        LeaderConsentGiven = "leader_consent_given",
        LeaderConsentWithdrawn = "leader_consent_withdrawn",
        RosterImported = "roster_imported",
        RosterExported = "roster_exported",
        BulkBegun = "bulk_begun",
        BulkDone = "bulk_done",
        BulkDropped = "bulk_dropped",
        PersonalDataViewed = "personal_data_viewed",
        DocumentAdded = "document_added",
        DocumentViewed = "document_viewed",
        DocumentJudged = "document_judged",
        AttachmentAdded = "attachment_added",
        PhraseWritten = "phrase_written",
        ChecklistItemWritten = "checklist_item_written",
        CriterionWritten = "criterion_written",
        CriteriaPublished = "criteria_published",
        CaseCriterionJudged = "case_criterion_judged",
        CaseCriteriaExcused = "case_criteria_excused",
        DecisionRuleWritten = "decision_rule_written",
        PrescreenRuleWritten = "prescreen_rule_written",
        AreaAdded = "area_added",
        AreaChanged = "area_changed",
        AreaPlaced = "area_placed",
        AreaRetired = "area_retired",
        AreaBroughtBack = "area_brought_back",
        AreaMerged = "area_merged",
        CertificateIssued = "certificate_issued",
        FlagRaised = "flag_raised",
        FlagGiven = "flag_given",
        FlagEnded = "flag_ended",
        ViewSaved = "view_saved",
        ViewChanged = "view_changed",
        ViewRetired = "view_retired",
        LanesChanged = "lanes_changed",
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
        Document = "document",
        ChecklistItem = "checklist_item",
        Criterion = "criterion",
        PrescreenRule = "prescreen_rule",
        Area = "area",
        Certificate = "certificate",
        Sitting = "sitting",
        Setting = "setting",
        View = "view",
        Bulk = "bulk",
    }
}

impl Act {
    /// Whether it is of the votes of a session, which only those read who see sessions.
    pub const fn is_of_votes(self) -> bool {
        matches!(
            self,
            Self::CaseInterestDeclared
                | Self::CaseVoteCast
                | Self::CaseVoteClosed
                | Self::CaseVoteReopened
        )
    }

    /// Whether it is something that the desk does about an organization behind its back, or how the board comes to its
    /// answer: its own people read nothing of it, even where they have a desk.
    pub const fn is_watching(self) -> bool {
        matches!(
            self,
            Self::FlagRaised
                | Self::FlagGiven
                | Self::FlagEnded
                | Self::CaseCriterionJudged
                | Self::CaseCriteriaExcused
                | Self::CaseDecisionProposed
                | Self::CaseProposalConfirmed
                | Self::CaseProposalDisagreed
                | Self::CaseProposalTakenBack
                | Self::CaseOnAgenda
                | Self::CaseOffAgenda
                | Self::CaseInterestDeclared
                | Self::CaseVoteCast
                | Self::CaseVoteClosed
                | Self::CaseVoteReopened
        )
    }
}
