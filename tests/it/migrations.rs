//! Migrations: each applies to a database that has rows, and changes none that people wrote.

use std::collections::BTreeMap;

use concord::bulk::BulkFate;
use concord::db::MIGRATOR;
use concord::organization::standing;
use concord::values::{
    CaseKind, GroupKind, GroupRole, InitiativeRole, InitiativeStage, Lang, Role, SigningOffice,
    Standing, TeamRole,
};
use sqlx::{PgPool, Row as _};

use crate::source::files;

/// Rows that stand in every table once its migration has made it: `(migration, statement)`.
const ROWS: &[(i64, &str)] = &[
    (1, "insert into accounts (id, email_index, email_sealed, name_sealed, password_hash, role, lang, created_at)
         values ('01900000-0000-7000-8000-000000000001', '\\x01', '\\x02', '\\x03', 'hash', 'member', 'en', now())"),
    (1, "insert into sessions (id, account_id, token_hash, agent, created_at, seen_at, ends_at)
         values (gen_random_uuid(), '01900000-0000-7000-8000-000000000001', '\\x01', 'Firefox', now(), now(), now())"),
    (1, "insert into account_tokens (id, account_id, purpose, token_hash, email_index, email_sealed, created_at, expires_at)
         values (gen_random_uuid(), '01900000-0000-7000-8000-000000000001', 'email', '\\x02', '\\x01', '\\x02', now(), now()),
                (gen_random_uuid(), '01900000-0000-7000-8000-000000000001', 'confirmation', '\\x03', null, null, now(), now())"),
    (1, "insert into attempts values ('account', '\\x01', 3, now(), now())"),
    (1, "insert into once values (gen_random_uuid(), '01900000-0000-7000-8000-000000000001', '/cases/1', now())"),
    (1, "insert into history (id, at, account_id, role, act, subject_kind, subject_id, before, after)
         values (gen_random_uuid(), now(), '01900000-0000-7000-8000-000000000001', 'member', 'case_started', 'case', gen_random_uuid(), '{\"a\": 1}', null)"),
    (1, "insert into letters (id, account_id, to_sealed, lang, kind, data_sealed, created_at, next_at)
         values (gen_random_uuid(), '01900000-0000-7000-8000-000000000001', '\\x01', 'ar', 'accepted', '\\x02', now(), now())"),
    (2, "insert into organizations (id, number, name, name_language, kind, host_country, standing, registered_on, search, created_at, updated_at)
         values ('01900000-0000-7000-8000-000000000002', 'CR-0000001-00', 'Հայ Տուն', 'hy', 'association', 'DE', 'good', '2026-01-01', 'hay tun', now(), now())"),
    (2, "insert into organization_names values ('01900000-0000-7000-8000-000000000002', 0, 'Հայ Տուն', 'hy', 'legal', 'hay tun')"),
    (2, "insert into organization_identifiers values ('01900000-0000-7000-8000-000000000002', 0, 'XI-DE', '1')"),
    (2, "insert into organization_texts values ('01900000-0000-7000-8000-000000000002', 0, 'en', 'About us.')"),
    (2, "insert into organization_team values ('01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-000000000001', 'owner', now(), null)"),
    (2, "insert into cases (id, kind, stage, stage_since, applicant_id, draft_sealed, draft_saved_at, created_at)
         values ('01900000-0000-7000-8000-000000000003', 'registration', 'draft', now(), '01900000-0000-7000-8000-000000000001', '\\x01', now(), now())"),
    (2, "insert into cases (id, number, kind, stage, stage_since, applicant_id, host_country, draft_sealed, draft_saved_at, submitted_at, holder_id, held_since, created_at)
         values ('01900000-0000-7000-8000-000000000004', 'CC-0000001-00', 'registration', 'in_review', now(), '01900000-0000-7000-8000-000000000001', 'DE', '\\x01', now(), now(),
                 '01900000-0000-7000-8000-000000000001', now(), now())"),
    (2, "insert into case_submissions values (gen_random_uuid(), '01900000-0000-7000-8000-000000000004', 1, '\\x01', '01900000-0000-7000-8000-000000000001', now())"),
    (2, "insert into case_decisions (id, case_id, outcome, due_on, decided_by, decided_at)
         values ('01900000-0000-7000-8000-000000000005', '01900000-0000-7000-8000-000000000004', 'changes_requested', '2027-01-01', '01900000-0000-7000-8000-000000000001', now())"),
    (2, "insert into case_decisions (id, case_id, outcome, words_sealed, due_on, decided_by, decided_at)
         values ('01900000-0000-7000-8000-00000000000c', '01900000-0000-7000-8000-000000000004', 'accepted_with_conditions', '\\x01', '2027-01-01', '01900000-0000-7000-8000-000000000001', now())"),
    (2, "insert into case_field_notes values ('01900000-0000-7000-8000-000000000005', 0, 'city', '\\x01')"),
    (2, "insert into case_opinions values (gen_random_uuid(), '01900000-0000-7000-8000-000000000004', 'supports', null, '01900000-0000-7000-8000-000000000001', now())"),
    (2, "insert into case_messages values (gen_random_uuid(), '01900000-0000-7000-8000-000000000004', true, '\\x01', '01900000-0000-7000-8000-000000000001', now())"),
    (3, "insert into leaders (id, names_sealed, created_at, updated_at) values ('01900000-0000-7000-8000-000000000006', '\\x01', now(), now())"),
    (3, "insert into leader_consents values (gen_random_uuid(), '01900000-0000-7000-8000-000000000006', 'public_page', '1', 'form', now(), now())"),
    (3, "insert into leader_offices (id, leader_id, organization_id, title) values (gen_random_uuid(), '01900000-0000-7000-8000-000000000006', '01900000-0000-7000-8000-000000000002', 'President')"),
    (3, "insert into groups (id, kind, started_on, created_at) values ('01900000-0000-7000-8000-000000000007', 'council', '2026-01-01', now())"),
    (3, "insert into group_names values ('01900000-0000-7000-8000-000000000007', 0, 'ru', 'Совет')"),
    (3, "insert into group_members values (gen_random_uuid(), '01900000-0000-7000-8000-000000000007', '01900000-0000-7000-8000-000000000002', 'chair', now(), null)"),
    (3, "insert into organization_coordinators values (gen_random_uuid(), '01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-000000000001', now(), now())"),
    (3, "insert into initiatives (id, stage, search, created_at, updated_at) values ('01900000-0000-7000-8000-000000000008', 'idea', 'school', now(), now())"),
    (3, "insert into initiative_texts values ('01900000-0000-7000-8000-000000000008', 0, 'en', 'School', null)"),
    (3, "insert into initiative_partners values (gen_random_uuid(), '01900000-0000-7000-8000-000000000008', '01900000-0000-7000-8000-000000000002', 'lead', now(), null)"),
    (4, "insert into imports (id, file_name, file_hash, started_at) values ('01900000-0000-7000-8000-000000000009', 'a.csv', '\\x01', now())"),
    (4, "insert into import_remarks (import_id, line, position, refused, reason, text_sealed) values ('01900000-0000-7000-8000-000000000009', 2, 0, true, 'roster-needs-name', '\\x01')"),
    (70, "insert into documents (id, case_id, item_id, item_version, kind, bytes, object, key_sealed, name_sealed, personal, added_by, added_at)
          values ('01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-000000000003', '01930000-0000-7000-8000-000000000001', 1, 'pdf', 9, 'ab', '\\x01', '\\x01', false,
                  '01900000-0000-7000-8000-000000000001', now())"),
    (70, "insert into document_verdicts values (gen_random_uuid(), '01900000-0000-7000-8000-00000000000a', true, null, '01900000-0000-7000-8000-000000000001', now())"),
    (70, "insert into document_reminders values ('01900000-0000-7000-8000-00000000000a', 30, now())"),
    (71, "insert into certificates values (gen_random_uuid(), 'CN-0000001-00', 'ABCD', '01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-000000000001', now(), '2026-11-24', '2027-11-24')"),
    (80, "insert into case_team values ('01900000-0000-7000-8000-000000000003', '01900000-0000-7000-8000-000000000001', 'editor', now(), null)"),
    (80, "insert into invitations (id, organization_id, role, email_index, email_sealed, lang, token_hash, invited_by, created_at, sent_at, expires_at)
         values (gen_random_uuid(), '01900000-0000-7000-8000-000000000002', 'reader', '\\x01', '\\x02', 'ru', '\\x03', '01900000-0000-7000-8000-000000000001', now(), now(), now())"),
    (80, "insert into accounts (id, email_index, email_sealed, name_sealed, password_hash, role, lang, created_at)
         values ('01900000-0000-7000-8000-00000000000a', '\\x0a', '\\x02', '\\x03', 'hash', 'member', 'en', now())"),
    (80, "insert into handovers (id, organization_id, from_account_id, to_account_id, offered_at)
         values (gen_random_uuid(), '01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-00000000000a', now())"),
    (80, "insert into join_requests (id, organization_id, account_id, words_sealed, asked_at)
         values (gen_random_uuid(), '01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-00000000000a', '\\x01', now())"),
    (80, "insert into rescues (id, organization_id, account_id, evidence_sealed, stage, asked_at, cooling_until)
         values ('01900000-0000-7000-8000-00000000000b', '01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-00000000000a', '\\x01', 'cooling', now(), '2027-01-01')"),
    (80, "insert into rescue_links values ('01900000-0000-7000-8000-00000000000b', '01900000-0000-7000-8000-000000000001', '\\x01')"),
    (90, "insert into case_sections values ('01900000-0000-7000-8000-000000000003', 'names', 1, '01900000-0000-7000-8000-000000000001', now())"),
    (110, "insert into case_readings
         select '01900000-0000-7000-8000-000000000004', '01900000-0000-7000-8000-000000000001', id, now() from case_messages"),
    (160, "insert into area_moves values ('chess', 'organization', '01900000-0000-7000-8000-000000000002', now())"),
    (111, "insert into letter_preferences (account_id, muted, pace, changed_at)
         values ('01900000-0000-7000-8000-000000000001', '{message}', 'daily', now())"),
    (120, "insert into standing_terms values (gen_random_uuid(), 'DE', null, 2, now(), null)"),
    (120, "insert into organization_standings values (gen_random_uuid(), '01900000-0000-7000-8000-000000000002', 'good', 'suspended', '2027-01-01', 'board',
                 '01900000-0000-7000-8000-000000000001', now(), '\\x01', 'team')"),
    (120, "insert into standing_delays values (gen_random_uuid(), '01900000-0000-7000-8000-000000000002', '2027-01-01', '\\x01', '01900000-0000-7000-8000-000000000001', now(), null)"),
    (120, "insert into standing_reminders values ('01900000-0000-7000-8000-000000000002', '2029-01-01', 'first_reminder', now())"),
    (130, "insert into organization_sections values ('01900000-0000-7000-8000-000000000002', 'names', '2026-11-24')"),
    (140, "insert into case_signatories (id, case_id, name_sealed, office, email_index, email_sealed, lang, named_by, named_at)
         values ('01900000-0000-7000-8000-00000000000d', '01900000-0000-7000-8000-000000000004', '\\x01', 'treasurer', '\\x01', '\\x01', 'ru',
                 '01900000-0000-7000-8000-000000000001', now())"),
    (140, "insert into case_signatures (id, signatory_id, answer, digest, name_sealed, answered_at)
         values ('01900000-0000-7000-8000-00000000000e', '01900000-0000-7000-8000-00000000000d', 'signed', sha256('said'), '\\x01', now())"),
    (140, "insert into case_submission_signatures select id, '01900000-0000-7000-8000-00000000000e' from case_submissions limit 1"),
    // The condition is the one of the decision above: the migration itself made it.
    (142, "insert into case_condition_answers
         values (gen_random_uuid(), '01900000-0000-7000-8000-00000000000c', '\\x01', null, '01900000-0000-7000-8000-000000000001', now())"),
    (142, "insert into case_condition_marks
         values (gen_random_uuid(), '01900000-0000-7000-8000-00000000000c', 'extended', '2027-02-01', '\\x01', '01900000-0000-7000-8000-000000000001', now())"),
    (190, "insert into case_typists values ('01900000-0000-7000-8000-000000000003', '01900000-0000-7000-8000-000000000001', now())"),
    (150, "insert into case_papers values ('01900000-0000-7000-8000-000000000003', '\\x01', '\\x02', null, '2026-11-03', 'ru', true)"),
    (170, "insert into organizations (id, number, name, host_country, standing, search, created_at, updated_at)
         values ('01900000-0000-7000-8000-00000000000c', 'CR-0000099-9', 'Haus', 'DE', 'good', 'haus', now(), now())"),
    (170, "insert into mergers (id, kind, survivor_id, other_id, made_by, made_at, reason_sealed)
         values ('01900000-0000-7000-8000-00000000000d', 'merge', '01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-00000000000c',
                 '01900000-0000-7000-8000-000000000001', now(), '\\x01')"),
    (170, "insert into merger_rows values ('01900000-0000-7000-8000-00000000000d', 1, 'organizations', '{}', null)"),
    (170, "insert into likenesses (one_id, other_id, score, signs, source, found_at)
         values ('01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-00000000000c', 80, '{}', 'desk', now())"),
    (391, "insert into case_keys (case_id, keys, keys_version, numbers, marks) values ('01900000-0000-7000-8000-000000000003', '{1}', 1, '{DE-CR VR1}', '{}')"),
    (391, "insert into case_likenesses (id, case_id, organization_id, score, signs, found_at)
         values (gen_random_uuid(), '01900000-0000-7000-8000-000000000003', '01900000-0000-7000-8000-000000000002', 80, '{alike-contact}', now())"),
    (171, "insert into organization_contact_marks values ('01900000-0000-7000-8000-000000000002', '\\x01')"),
    (210, "insert into case_proposals (id, case_id, outcome, answer_sealed, proposed_by, proposed_at)
         values (gen_random_uuid(), '01900000-0000-7000-8000-000000000004', 'refused', '\\x01', '01900000-0000-7000-8000-000000000001', now())"),
    (211, "insert into sittings (id, number, starts_local, zone, starts_at, lasts_minutes, place, quorum, chair_id, stage, called_by, called_at)
         values ('01900000-0000-7000-8000-00000000000f', 1, '2027-01-01 10:00', 'UTC', '2027-01-01 10:00Z', 60, 'Hall', 2, '01900000-0000-7000-8000-000000000001', 'called',
                 '01900000-0000-7000-8000-000000000001', now())"),
    (211, "insert into sitting_members values ('01900000-0000-7000-8000-00000000000f', '01900000-0000-7000-8000-000000000001', true)"),
    (211, "insert into sitting_items (id, sitting_id, case_id, position, added_by, added_at)
         values ('01900000-0000-7000-8000-000000000010', '01900000-0000-7000-8000-00000000000f', '01900000-0000-7000-8000-000000000004', 1,
                 '01900000-0000-7000-8000-000000000001', now())"),
    (211, "insert into sitting_recusals values ('01900000-0000-7000-8000-000000000010', '01900000-0000-7000-8000-000000000001', 'declared', '\\x01', now())"),
    (211, "insert into sitting_votes values ('01900000-0000-7000-8000-000000000010', '01900000-0000-7000-8000-000000000001', 'deferred', '\\x01', now())"),
    (211, "insert into sitting_addenda values (gen_random_uuid(), '01900000-0000-7000-8000-00000000000f', '\\x01', '01900000-0000-7000-8000-000000000001', now())"),
    (260, "insert into case_findings (id, case_id, criterion_id, version, outcome, found_by, found_at)
         values (gen_random_uuid(), '01900000-0000-7000-8000-000000000004', '01930000-0000-7000-8000-000000000261', 1, 'met',
                 '01900000-0000-7000-8000-000000000001', now())"),
    (260, "insert into case_excuses values (gen_random_uuid(), '01900000-0000-7000-8000-000000000004', '\\x01', '{01930000-0000-7000-8000-000000000261}',
                 '01900000-0000-7000-8000-000000000001', now())"),
    (263, "insert into case_attachments (id, message_id, kind, bytes, object, key_sealed, name_sealed, added_by, added_at)
         select gen_random_uuid(), id, 'pdf', 9, 'ab', '\\x01', '\\x01', author_id, now() from case_messages"),
    (264, "insert into key_preferences values ('01900000-0000-7000-8000-000000000001', true, now())"),
    (180, "insert into flags (id, organization_id, kind, words_sealed, raised_at, raised_by, due_on)
         values (gen_random_uuid(), '01900000-0000-7000-8000-000000000002', 'other', '\\x01', now(), '01900000-0000-7000-8000-000000000001', '2027-01-01')"),
    (201, "insert into desk_views (id, owner_id, name, shared, query, created_at)
         values ('01900000-0000-7000-8000-00000000000f', '01900000-0000-7000-8000-000000000001', 'Late in Germany', true, 'host=DE&late=yes', now())"),
    (201, "insert into desk_lanes values ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-00000000000f', 1)"),
    (202, "insert into case_tellings
         select gen_random_uuid(), case_id, id, '01900000-0000-7000-8000-00000000000a', 'mentioned', author_id, now(), null from case_messages"),
    (220, "insert into calendar_holidays values (gen_random_uuid(), '2027-01-01', 'New Year', now(), null)"),
    (221, "insert into case_reminders values ('01900000-0000-7000-8000-000000000004', '2027-01-01', 'soon', now())"),
    (250, "insert into duty_handovers (id, from_id, to_id, by_id, at)
         values ('01900000-0000-7000-8000-000000000250', '01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-00000000000a',
                 '01900000-0000-7000-8000-000000000001', now())"),
    (250, "insert into duty_handover_rows
         values ('01900000-0000-7000-8000-000000000250', 1, 'hold', '01900000-0000-7000-8000-000000000004', '01900000-0000-7000-8000-000000000004', 'given')"),
    (252, "insert into bulk_acts (id, kind, order_sealed, by_id, state, planned_at)
         values ('01900000-0000-7000-8000-000000000252', 'renewal', '\\x01', '01900000-0000-7000-8000-000000000001', 'planned', now())"),
    (252, "insert into bulk_rows
         values ('01900000-0000-7000-8000-000000000252', 1, '01900000-0000-7000-8000-000000000002', '', 'will', null)"),
    (222, "insert into absences values (gen_random_uuid(), '01900000-0000-7000-8000-000000000001', '2027-01-01', '2027-01-08', '\\x01', now(), null)"),
    (290, "insert into initiative_wants values ('01900000-0000-7000-8000-000000000008', 0, 'need', 'money', 'For chairs', '300 EUR', false)"),
    (290, "insert into initiative_proposals (id, organization_id, stage, form_sealed, written_by, created_at, updated_at)
         values (gen_random_uuid(), '01900000-0000-7000-8000-000000000002', 'draft', '\\x01', '01900000-0000-7000-8000-000000000001', now(), now())"),
    (290, "insert into initiative_places values ('01900000-0000-7000-8000-000000000008', 2, 'homeland', 'AM', 'Gyumri', 'Books')"),
    (291, "insert into initiatives (id, stage, search, created_at, updated_at) values ('01900000-0000-7000-8000-000000000018', 'idea', 'school', now(), now())"),
    (291, "insert into radar_profiles values ('01900000-0000-7000-8000-000000000008', 1, '{}', now(), null)"),
    (291, "insert into radar_signs values (1, '01900000-0000-7000-8000-000000000008')"),
    (291, "insert into overlap_pairs (id, one_id, other_id, state, score, reasons, found_at, said_at, said_by, words_sealed)
         values ('01900000-0000-7000-8000-000000000019', '01900000-0000-7000-8000-000000000008', '01900000-0000-7000-8000-000000000018', 'introduced', 0.7, '[]', now(),
                 now(), '01900000-0000-7000-8000-000000000001', '\\x01')"),
    (291, "insert into introductions values ('01900000-0000-7000-8000-00000000001a', '01900000-0000-7000-8000-000000000019', '01900000-0000-7000-8000-000000000002',
                 '01900000-0000-7000-8000-00000000000c', now(), '01900000-0000-7000-8000-000000000001')"),
    (291, "insert into introduction_messages values (gen_random_uuid(), '01900000-0000-7000-8000-00000000001a', '01900000-0000-7000-8000-000000000001', '\\x01', now())"),
    (320, "insert into assignment_rules (id, account_id, host_country, made_at, made_by)
         values (gen_random_uuid(), '01900000-0000-7000-8000-000000000001', 'DE', now(), '01900000-0000-7000-8000-000000000001')"),
    (322, "insert into groups (id, kind, parent_id, areas, host_countries, joining, started_on, created_at)
         values ('01900000-0000-7000-8000-000000000305', 'programme', '01900000-0000-7000-8000-000000000007', '{culture}', '{DE,FR}', 'consent', '2026-01-01', now())"),
    (322, "insert into group_texts values ('01900000-0000-7000-8000-000000000305', 'ru', 'Здоровье', 'Положение')"),
    (323, "insert into group_invitations (id, group_id, organization_id, role, invited_at, expires_at)
         values (gen_random_uuid(), '01900000-0000-7000-8000-000000000305', '01900000-0000-7000-8000-000000000002', 'member', now(), now() + interval '60 days')"),
    (323, "insert into group_members (id, group_id, leader_id, role, since)
         values (gen_random_uuid(), '01900000-0000-7000-8000-000000000305', '01900000-0000-7000-8000-000000000006', 'observer', now())"),
    (324, "insert into group_meetings (id, group_id, starts_local, zone, starts_at, lasts_minutes, place, stage, called_by, called_at)
         values ('01900000-0000-7000-8000-000000000307', '01900000-0000-7000-8000-000000000305', '2027-01-01 10:00', 'UTC', now(), 60, 'Hall', 'called', '01900000-0000-7000-8000-000000000001', now())"),
    (324, "insert into group_meeting_items (id, meeting_id, position, title, kind, result, added_at)
         values ('01900000-0000-7000-8000-000000000317', '01900000-0000-7000-8000-000000000307', 1, 'Choirs', 'recommendation', 'adopted', now())"),
    (324, "insert into group_meeting_presence select '01900000-0000-7000-8000-000000000307', id from group_members"),
    (324, "insert into group_meeting_invitees (id, meeting_id, account_id, sequence, told_at)
         values (gen_random_uuid(), '01900000-0000-7000-8000-000000000307', '01900000-0000-7000-8000-000000000001', 0, now())"),
    (324, "insert into group_recommendations (item_id, made_at) values ('01900000-0000-7000-8000-000000000317', now())"),
    (324, "insert into group_feeds (id, organization_id, account_id, token_hash, made_at)
         values (gen_random_uuid(), '01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-000000000001', '\\x01', now())"),
    (330, "insert into leader_sources values ('01900000-0000-7000-8000-000000000006', 'honours', 'organization', '01900000-0000-7000-8000-000000000002', now())"),
    (330, "insert into leader_claims (id, leader_id, account_id, state, made_at)
         values (gen_random_uuid(), '01900000-0000-7000-8000-000000000006', '01900000-0000-7000-8000-000000000001', 'waiting', now())"),
    (331, "insert into leaders (id, names_sealed, created_at, updated_at) values ('01900000-0000-7000-8000-000000000026', '\\x01', now(), now())"),
    (331, "insert into leader_marks values ('01900000-0000-7000-8000-000000000006', 'name', '\\x01')"),
    (331, "insert into leader_likenesses (one_id, other_id, score, signs, found_at)
         values ('01900000-0000-7000-8000-000000000006', '01900000-0000-7000-8000-000000000026', 90, '{}', now())"),
    (331, "insert into leader_mergers (id, survivor_id, other_id, made_by, made_at, reason_sealed, rows)
         values (gen_random_uuid(), '01900000-0000-7000-8000-000000000006', '01900000-0000-7000-8000-000000000026', '01900000-0000-7000-8000-000000000001', now(), '\\x01', '[]')"),
    (340, "insert into initiative_invitations (id, initiative_id, organization_id, role, asked_by, asked_at, expires_at, answer, answered_at, words_sealed)
        values (gen_random_uuid(), '01900000-0000-7000-8000-000000000008', '01900000-0000-7000-8000-000000000002', 'supporter', '01900000-0000-7000-8000-000000000001', now(), now() + interval '60 days', 'declined', now(), '\\x01')"),
    (341, "insert into contributions (id, organization_id, initiative_id, homeland, kind, amount, currency, given_on, evidence, words, proof_sealed, is_for_public, written_by, written_at)
        values (gen_random_uuid(), '01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-000000000008', 'AM', 'money', 12500, 'EUR', '2026-03-03', 'documented', 'For chairs', '\\x01', true, '01900000-0000-7000-8000-000000000001', now())"),
    (350, "insert into initiative_files (id, proposal_id, used_as, kind, bytes, width, height, object, small, key_sealed, added_by, added_at, initiative_id, position, languages, words)
        select gen_random_uuid(), id, 'picture', 'jpeg', 9, 3, 2, 'ab', 'cd', '\\x01', written_by, now(), '01900000-0000-7000-8000-000000000008', 0, '{ru}', '{Хор}' from initiative_proposals limit 1"),
    (351, "insert into contribution_files (id, kind, bytes, object, key_sealed, name_sealed, added_by, added_at)
        values (gen_random_uuid(), 'pdf', 9, 'ab', '\\x01', '\\x01', '01900000-0000-7000-8000-000000000001', now())"),
    (360, "insert into group_feeds (id, leader_id, token_hash, made_at)
        values (gen_random_uuid(), '01900000-0000-7000-8000-000000000006', '\\x02', now())"),
    (360, "insert into flags (id, organization_id, kind, claim_id, raised_at, due_on)
        select gen_random_uuid(), '01900000-0000-7000-8000-000000000002', 'entry_claimed', id, now(), '2027-01-01' from leader_claims"),
    (365, "insert into leader_addresses (id, leader_id, said_sealed, asked_at, state)
        values (gen_random_uuid(), '01900000-0000-7000-8000-000000000006', '\\x01', now(), 'waiting')"),
    (370, "insert into groups (id, kind, started_on, ended_on, ended_at, ending_told_at, ending_sealed, created_at)
        values (gen_random_uuid(), 'programme', '2026-01-01', '2026-02-01', now(), now(), '\\x01', now())"),
    (375, "insert into leader_offices (id, leader_id, organization_id, title, mistaken_at)
        values ('01900000-0000-7000-8000-000000000375', '01900000-0000-7000-8000-000000000006', '01900000-0000-7000-8000-000000000002', 'President', now())"),
    (375, "insert into office_handovers (id, former_id, next_id, made_at, former, next, tells, undone_at)
        select gen_random_uuid(), id, '01900000-0000-7000-8000-000000000375', now(), to_jsonb(o), to_jsonb(o), true, now()
        from leader_offices o where mistaken_at is null limit 1"),
    (432, "insert into leader_claims (id, organization_id, account_id, state, made_at, said_sealed)
        values (gen_random_uuid(), '01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-000000000001', 'waiting', now(), '\\x01')"),
];

/// What a migration may take away: links that nobody can follow any more.
const MAY_LOSE: &[(&str, i64)] = &[("account_tokens", 1)];

/// How many rows each table has.
async fn counts(pool: &PgPool) -> BTreeMap<String, i64> {
    let tables: Vec<String> = sqlx::query_scalar(
        "select tablename::text from pg_tables where schemaname = 'public' and tablename <> '_sqlx_migrations'",
    )
    .fetch_all(pool)
    .await
    .unwrap();
    let mut counts = BTreeMap::new();
    for table in tables {
        let count = format!("select count(*) from {table}");
        let count: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(count))
            .fetch_one(pool)
            .await
            .unwrap();
        counts.insert(table, count);
    }
    counts
}

/// The schema in words: columns, constraints, indexes, functions, triggers.
async fn schema(pool: &PgPool) -> Vec<String> {
    sqlx::query_scalar(
        "select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '')
         from information_schema.columns where table_schema = 'public'
         union all
         select conrelid::regclass::text || ': ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
         where connamespace = 'public'::regnamespace
         union all
         select indexdef from pg_indexes where schemaname = 'public'
         union all
         select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
         order by 1",
    )
    .fetch_all(pool)
    .await
    .unwrap()
}

/// Not a test, but what makes the others quick.
#[tokio::test]
#[ignore = "bin/rust-tests runs it before the others"]
async fn the_template_has_our_schema() {
    let Ok(template) = std::env::var("CONCORD_TEST_TEMPLATE") else {
        return;
    };
    let pool = PgPool::connect(&template).await.unwrap();
    MIGRATOR.run(&pool).await.unwrap();
    pool.close().await;
}

/// Takes away what stands in a new database: where tests run, that is our schema (`bin/rust-tests`).
pub(crate) async fn empty(pool: &PgPool) {
    for statement in ["drop schema public cascade", "create schema public"] {
        sqlx::query(statement).execute(pool).await.unwrap();
    }
}

#[sqlx::test(migrations = false)]
async fn each_migration_applies_to_a_database_with_rows_in_every_table(pool: PgPool) {
    empty(&pool).await;
    let versions: Vec<i64> = MIGRATOR.iter().map(|migration| migration.version).collect();
    assert!(versions.is_sorted() && versions.len() >= 4, "{versions:?}");
    let mut before = BTreeMap::new();
    for version in versions {
        MIGRATOR
            .run_to(version, &pool)
            .await
            .unwrap_or_else(|error| panic!("migration {version}: {error}"));
        let after = counts(&pool).await;
        for (table, count) in &before {
            let may_lose = MAY_LOSE.iter().find(|(name, _)| name == table);
            let least = count - may_lose.map_or(0, |(_, rows)| *rows);
            assert!(
                after[table] >= least,
                "migration {version} lost rows of {table}"
            );
        }
        for (_, statement) in ROWS.iter().filter(|(after, _)| *after == version) {
            sqlx::query(*statement)
                .execute(&pool)
                .await
                .unwrap_or_else(|error| panic!("{statement}: {error}"));
        }
        before = counts(&pool).await;
        let empty: Vec<_> = before.iter().filter(|(_, count)| **count == 0).collect();
        assert!(
            empty.is_empty(),
            "after migration {version} nothing stands in {empty:?}: say in ROWS what does"
        );
    }
}

#[sqlx::test(migrations = false)]
async fn one_after_the_other_they_make_the_same_schema_as_all_at_once(pool: PgPool) {
    empty(&pool).await;
    for migration in MIGRATOR.iter() {
        MIGRATOR.run_to(migration.version, &pool).await.unwrap();
    }
    let stepwise = schema(&pool).await;
    assert!(stepwise.len() > 200, "{}", stepwise.len());
    empty(&pool).await;
    MIGRATOR.run(&pool).await.unwrap();
    assert_eq!(schema(&pool).await, stepwise);
    // A second run finds nothing to do.
    MIGRATOR.run(&pool).await.unwrap();
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn constraints_that_the_program_names_are_there(pool: PgPool) {
    let known: Vec<String> = sqlx::query_scalar(
        "select conname::text from pg_constraint where connamespace = 'public'::regnamespace
         union select indexname::text from pg_indexes where schemaname = 'public'",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    let mut named = 0;
    for file in files("src", ".rs").iter().filter(|file| !file.is_test()) {
        let code = file.program();
        // Named where an error is looked at, or as the one that keeps something from being there twice.
        let places = code
            .match_indices("constraint()")
            .chain(code.match_indices("const ONCE:"));
        for (at, _) in places {
            let nearby: String = code[at..].chars().take(200).collect();
            for name in crate::source::literals(&nearby) {
                if name.contains('_') && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') {
                    named += 1;
                    assert!(known.contains(&name), "{} names {name}", file.path);
                }
            }
        }
    }
    assert!(named > 0, "nobody names a constraint any more");
    for name in known {
        assert!(!name.ends_with("_check"), "{name} was named by PostgreSQL");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn lists_of_the_database_are_those_of_the_program(pool: PgPool) {
    let codes = |list: &[&'static str]| list.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    macro_rules! list {
        ($type:ty) => {
            codes(&<$type>::ALL.iter().map(|it| it.code()).collect::<Vec<_>>())
        };
    }
    let fates = |but: &[BulkFate]| -> Vec<String> {
        let fates = BulkFate::ALL.iter().filter(|it| !but.contains(it));
        fates.map(|it| it.code().to_owned()).collect()
    };
    let lists: BTreeMap<&str, Vec<String>> = [
        ("accounts_role_known", list!(Role)),
        ("accounts_lang_known", list!(Lang)),
        ("account_tokens_lang_known", list!(Lang)),
        ("organizations_standing_known", list!(Standing)),
        (
            "organization_sections_section_known",
            list!(concord::organization::Section),
        ),
        ("organization_standings_cause_known", list!(standing::Cause)),
        (
            "organization_standings_reach_known",
            list!(standing::ReasonReach),
        ),
        ("standing_rules_rule_known", list!(standing::Rule)),
        ("standing_rules_source_known", list!(standing::RuleSource)),
        (
            "standing_reminders_rule_known",
            vec![
                standing::Rule::FirstReminder.to_string(),
                standing::Rule::SecondReminder.to_string(),
                standing::Rule::ThirdReminder.to_string(),
            ],
        ),
        ("organization_team_role_known", list!(TeamRole)),
        ("case_team_role_known", list!(TeamRole)),
        ("invitations_role_known", list!(TeamRole)),
        ("invitations_lang_known", list!(Lang)),
        ("case_papers_lang_known", list!(Lang)),
        (
            "invitations_ended_how_known",
            list!(concord::organization::team::Ending),
        ),
        (
            "handovers_ended_how_known",
            list!(concord::organization::team::Ending),
        ),
        (
            "join_requests_ended_how_known",
            list!(concord::organization::team::Ending),
        ),
        ("rescues_stage_known", list!(concord::rescue::StageCode)),
        (
            "calendar_clocks_clock_known",
            list!(concord::calendar::Clock),
        ),
        ("bulk_acts_kind_known", list!(concord::bulk::BulkKind)),
        ("bulk_acts_state_known", list!(concord::bulk::BulkState)),
        // Nothing is done, and nothing has changed, before it is begun.
        (
            "bulk_rows_planned_known",
            fates(&[BulkFate::Done, BulkFate::Changed, BulkFate::Failed]),
        ),
        ("bulk_rows_fate_known", fates(&[BulkFate::Will])),
        (
            "duty_handover_rows_kind_known",
            list!(concord::duty::DutyKind),
        ),
        (
            "duty_handover_rows_fate_known",
            list!(concord::duty::DutyFate),
        ),
        ("cases_waits_on_known", list!(concord::case::TurnOf)),
        ("case_waits_on_known", list!(concord::case::TurnOf)),
        (
            "case_reminders_reminder_known",
            list!(concord::case::Reminder),
        ),
        ("flags_kind_known", list!(concord::flag::FlagKind)),
        ("flags_outcome_known", list!(concord::flag::FlagOutcome)),
        // An owner claims; whoever joins instead is something less.
        (
            "cases_joins_as_known",
            vec!["editor".to_owned(), "reader".to_owned()],
        ),
        (
            "case_findings_outcome_known",
            list!(concord::criterion::FindingOutcome),
        ),
        ("cases_kind_known", list!(CaseKind)),
        ("cases_stage_known", list!(concord::case::StageCode)),
        (
            "case_decisions_outcome_known",
            list!(concord::case::Outcome),
        ),
        (
            "case_tellings_kind_known",
            list!(concord::case::TellingKind),
        ),
        ("case_opinions_verdict_known", list!(concord::case::View)),
        (
            "sittings_stage_known",
            list!(concord::sitting::SittingStage),
        ),
        ("sitting_items_off_known", list!(concord::sitting::OffHow)),
        (
            "sitting_items_result_known",
            list!(concord::sitting::ItemResult),
        ),
        ("sitting_items_casting_known", list!(concord::sitting::Vote)),
        (
            "sitting_recusals_cause_known",
            list!(concord::sitting::RecusalCause),
        ),
        ("sitting_votes_vote_known", list!(concord::sitting::Vote)),
        ("decision_rules_way_known", list!(concord::case::Way)),
        ("decision_rules_case_kind_known", list!(CaseKind)),
        ("case_proposals_ending_known", list!(concord::case::Ending)),
        // Changes are asked for by one.
        (
            "case_proposals_outcome_known",
            concord::case::Outcome::ALL
                .iter()
                .filter(|it| it.is_final())
                .map(|it| it.code().to_owned())
                .collect(),
        ),
        ("case_signatories_office_known", list!(SigningOffice)),
        ("case_signatories_lang_known", list!(Lang)),
        (
            "case_signatures_answer_known",
            list!(concord::signing::AnswerCode),
        ),
        (
            "case_condition_marks_mark_known",
            list!(concord::case::ConditionMark),
        ),
        (
            "leader_consents_purpose_known",
            list!(concord::leader::ConsentPurpose),
        ),
        (
            "leader_consents_field_known",
            list!(concord::leader::ConsentField),
        ),
        (
            "leader_consents_means_known",
            list!(concord::leader::ConsentMeans),
        ),
        // An office has its own evidence.
        (
            "leader_sources_field_known",
            concord::leader::ConsentField::of_profile()
                .map(|it| it.code().to_owned())
                .collect(),
        ),
        (
            "leader_sources_keeper_known",
            list!(concord::leader::Keeper),
        ),
        (
            "leader_claims_state_known",
            list!(concord::leader::ClaimState),
        ),
        (
            "leader_claims_means_known",
            list!(concord::leader::ClaimMeans),
        ),
        (
            "leader_addresses_state_known",
            list!(concord::leader::AddressState),
        ),
        // Names are compared, and how somebody is reached; the rest is looked for.
        (
            "leader_marks_kind_known",
            ["name", "contact", "area", "country"]
                .map(str::to_owned)
                .to_vec(),
        ),
        ("mergers_kind_known", list!(concord::merger::MergerKind)),
        (
            "case_likenesses_verdict_known",
            list!(concord::organization::likeness::LikenessVerdict),
        ),
        (
            "likenesses_verdict_known",
            list!(concord::organization::likeness::LikenessVerdict),
        ),
        // A file brought it, or somebody at the desk judged it first.
        (
            "likenesses_source_known",
            vec!["import".to_owned(), "desk".to_owned()],
        ),
        ("office_titles_office_known", list!(SigningOffice)),
        ("leader_offices_office_known", list!(SigningOffice)),
        // A seat is bound to an office that has a name of its own.
        (
            "group_members_seat_known",
            codes(
                &concord::group::offices()
                    .iter()
                    .map(|it| it.code())
                    .collect::<Vec<_>>(),
            ),
        ),
        (
            "group_invitations_seat_known",
            codes(
                &concord::group::offices()
                    .iter()
                    .map(|it| it.code())
                    .collect::<Vec<_>>(),
            ),
        ),
        ("group_invitations_role_known", list!(GroupRole)),
        (
            "group_invitations_answer_known",
            list!(concord::group::JoinAnswer),
        ),
        (
            "group_meetings_stage_known",
            list!(concord::meeting::MeetingStage),
        ),
        (
            "group_meeting_items_kind_known",
            list!(concord::meeting::MeetingItemKind),
        ),
        (
            "group_meeting_items_result_known",
            list!(concord::meeting::MeetingResult),
        ),
        (
            "group_recommendations_answer_known",
            list!(concord::meeting::RecommendationAnswer),
        ),
        ("groups_joining_known", list!(concord::group::Joining)),
        ("groups_kind_known", list!(GroupKind)),
        ("group_members_role_known", list!(GroupRole)),
        ("initiatives_stage_known", list!(InitiativeStage)),
        (
            "initiative_places_side_known",
            list!(concord::initiative::PlaceSide),
        ),
        (
            "initiative_wants_side_known",
            list!(concord::initiative::WantSide),
        ),
        ("initiative_wants_kind_known", list!(concord::values::Need)),
        (
            "initiative_proposals_stage_known",
            list!(concord::initiative::ProposalStage),
        ),
        (
            "overlap_pairs_state_known",
            list!(concord::radar::OverlapState),
        ),
        (
            "initiative_files_used_as_known",
            list!(concord::initiative::FileUse),
        ),
        (
            "initiative_files_kind_known",
            list!(concord::document::FileKind),
        ),
        ("overlap_pairs_link_known", list!(concord::radar::LinkKind)),
        ("initiative_partners_role_known", list!(InitiativeRole)),
        (
            "initiative_partners_accepted_by_known",
            list!(concord::initiative::AcceptedBy),
        ),
        ("initiative_invitations_role_known", list!(InitiativeRole)),
        (
            "contributions_kind_known",
            list!(concord::contribution::ContributionKind),
        ),
        (
            "contribution_files_kind_known",
            list!(concord::document::FileKind),
        ),
        ("contributions_unit_known", list!(concord::values::Unit)),
        (
            "contributions_evidence_known",
            list!(concord::contribution::Evidence),
        ),
        (
            "contributions_review_known",
            list!(concord::contribution::Review),
        ),
        (
            "initiative_invitations_answer_known",
            list!(concord::group::JoinAnswer),
        ),
        ("documents_kind_known", list!(concord::document::FileKind)),
        (
            "case_attachments_kind_known",
            list!(concord::document::FileKind),
        ),
        ("phrases_used_for_known", list!(concord::phrase::PhraseUse)),
        ("letters_state_known", list!(concord::notice::LetterState)),
        (
            "letter_preferences_pace_known",
            list!(concord::notice::Pace),
        ),
        (
            "account_tokens_purpose_known",
            list!(concord::account::Purpose),
        ),
    ]
    .into();
    let rows = sqlx::query(
        "select conname::text as name, pg_get_constraintdef(oid) as definition from pg_constraint
         where connamespace = 'public'::regnamespace and conname like '%\\_known'",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    assert!(rows.len() > 10);
    for row in rows {
        let (name, definition): (String, String) = (row.get("name"), row.get("definition"));
        let mut there: Vec<String> = definition
            .split('\'')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect();
        let Some(ours) = lists.get(name.as_str()) else {
            panic!("which list of the program does {name} repeat? {there:?}");
        };
        let mut ours = ours.clone();
        there.sort();
        ours.sort();
        assert_eq!(there, ours, "{name}");
    }
}

#[sqlx::test(migrations = false)]
async fn views_saved_before_lists_showed_what_is_open_show_what_they_showed(pool: PgPool) {
    empty(&pool).await;
    MIGRATOR.run_to(241, &pool).await.unwrap();
    for (_, statement) in ROWS.iter().take(1) {
        sqlx::query(*statement).execute(&pool).await.unwrap();
    }
    let views = [
        ("", "state=all"),
        (
            "kind=renewal&order=name",
            "kind=renewal&order=name&state=all",
        ),
        ("host=DE&late=yes", "host=DE&late=yes"),
        ("stage=accepted", "stage=accepted"),
        ("q=stage", "q=stage&state=all"),
    ];
    for (nth, (query, _)) in views.iter().enumerate() {
        sqlx::query(
            "insert into desk_views (id, owner_id, name, shared, query, created_at)
             values (gen_random_uuid(), '01900000-0000-7000-8000-000000000001', $1, false, $2, now())",
        )
        .bind(nth.to_string())
        .bind(query)
        .execute(&pool)
        .await
        .unwrap();
    }
    MIGRATOR.run(&pool).await.unwrap();
    let kept: Vec<String> = sqlx::query_scalar("select query from desk_views order by name")
        .fetch_all(&pool)
        .await
        .unwrap();
    assert_eq!(kept, views.map(|(_, kept)| kept));
}

#[sqlx::test(migrations = false)]
async fn waits_before_they_were_kept_are_reckoned_from_history_as_far_as_it_goes(pool: PgPool) {
    empty(&pool).await;
    MIGRATOR.run_to(270, &pool).await.unwrap();
    for statement in [
        ROWS[0].1,
        "insert into organizations (id, number, name, host_country, standing, search, created_at, updated_at)
         values ('01900000-0000-7000-8000-000000000002', 'CR-0000001-00', 'Haus', 'DE', 'good', 'haus', now(), now())",
        // One that is open, one that is over, and one of which history says nothing.
        "insert into cases (id, number, kind, stage, stage_since, applicant_id, organization_id, host_country, draft_sealed, draft_saved_at,
            submitted_at, asked_at, created_at, waits_on, waits_since, waits_until, decided_at)
         select ('01900000-0000-7000-8000-00000000010' || nth)::uuid, 'CC-' || nth, 'amendment', stage, '2026-11-09', '01900000-0000-7000-8000-000000000001',
            '01900000-0000-7000-8000-000000000002', 'DE', '\\x01', now(), '2026-11-01', '2026-11-01', now(), waits_on, since::timestamptz, until::date, over::timestamptz
         from (values (1, 'in_review', 'board', '2026-11-09', '2027-01-01', null), (2, 'accepted', null, null, null, '2026-11-20'),
            (3, 'accepted', null, null, null, '2026-11-20')) v (nth, stage, waits_on, since, until, over)",
        "insert into history (id, at, role, act, subject_kind, subject_id, case_id, after)
         select gen_random_uuid(), at::timestamptz, 'system', 'case_submitted', 'case', c::uuid, c::uuid, jsonb_build_object('stage', stage)
         from (values
            ('01900000-0000-7000-8000-000000000101', '2026-11-01', 'at_post'),
            ('01900000-0000-7000-8000-000000000101', '2026-11-03', 'submitted'),
            ('01900000-0000-7000-8000-000000000101', '2026-11-05', 'in_review'),
            ('01900000-0000-7000-8000-000000000102', '2026-11-01', 'submitted'),
            ('01900000-0000-7000-8000-000000000102', '2026-11-04', 'in_review'),
            ('01900000-0000-7000-8000-000000000102', '2026-11-06', 'changes_requested'),
            ('01900000-0000-7000-8000-000000000102', '2026-11-10', 'submitted'),
            ('01900000-0000-7000-8000-000000000102', '2026-11-20', 'accepted')) h (c, at, stage)",
    ] {
        sqlx::query(statement).execute(&pool).await.unwrap();
    }
    MIGRATOR.run(&pool).await.unwrap();
    let waits: Vec<String> = sqlx::query_scalar(
        "select concat_ws(' ', right(case_id::text, 1), nth, waits_on, since::date, until::date, reckoned) from case_waits order by case_id, nth",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    assert_eq!(
        waits,
        [
            "1 1 post 2026-11-01 2026-11-03 t",
            "1 2 board 2026-11-03 2026-11-09 t",
            "1 3 board 2026-11-09 f",
            "2 1 board 2026-11-01 2026-11-06 t",
            "2 2 applicant 2026-11-06 2026-11-10 t",
            "2 3 board 2026-11-10 2026-11-20 t",
        ]
    );
}
