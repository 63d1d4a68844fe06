CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "ConversationStates" (
    "ConversationId" TEXT NOT NULL CONSTRAINT "PK_ConversationStates" PRIMARY KEY,
    "Json" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL
);

CREATE TABLE "RecordFiles" (
    "Kind" TEXT NOT NULL CONSTRAINT "PK_RecordFiles" PRIMARY KEY,
    "Hash" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL
);

CREATE TABLE "Records" (
    "Origin" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Payload" TEXT NOT NULL,
    "Hash" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    CONSTRAINT "PK_Records" PRIMARY KEY ("Origin", "Kind", "Key")
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121081740_Records', '6.0.7');

CREATE TABLE "AllowedTenants" (
    "TenantId" TEXT NOT NULL CONSTRAINT "PK_AllowedTenants" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "AddedAt" TEXT NOT NULL,
    "AddedBy" TEXT NOT NULL
);

CREATE TABLE "AuditEvents" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AuditEvents" PRIMARY KEY AUTOINCREMENT,
    "At" TEXT NOT NULL,
    "Type" TEXT NOT NULL,
    "ActorTenantId" TEXT NOT NULL,
    "ActorAadObjectId" TEXT NOT NULL,
    "SubjectType" TEXT NOT NULL,
    "SubjectId" TEXT NOT NULL,
    "Outcome" TEXT NOT NULL,
    "Detail" TEXT NOT NULL,
    "ConversationId" TEXT NULL,
    "ActivityId" TEXT NULL
);

CREATE TABLE "InboxActivities" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_InboxActivities" PRIMARY KEY,
    "StatusCode" INTEGER NOT NULL,
    "Body" TEXT NULL,
    "ReceivedAt" TEXT NOT NULL
);

CREATE TABLE "Members" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Members" PRIMARY KEY,
    "TenantId" TEXT NOT NULL,
    "AadObjectId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "OrganisationKind" TEXT NOT NULL,
    "OrganisationId" TEXT NOT NULL,
    "OrganisationName" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "Contact" TEXT NOT NULL,
    "RevokedAt" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "OutboxMessages" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_OutboxMessages" PRIMARY KEY AUTOINCREMENT,
    "Key" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "AadObjectId" TEXT NOT NULL,
    "Activity" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "NotBefore" TEXT NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "LeasedUntil" TEXT NULL,
    "EndedAt" TEXT NULL,
    "ActivityId" TEXT NULL,
    "Failure" TEXT NULL
);

CREATE TABLE "PersonalChats" (
    "TenantId" TEXT NOT NULL,
    "AadObjectId" TEXT NOT NULL,
    "Reference" TEXT NOT NULL,
    "ServiceUrl" TEXT NOT NULL,
    "ServiceUrlVerifiedAt" TEXT NULL,
    "UpdatedAt" TEXT NOT NULL,
    CONSTRAINT "PK_PersonalChats" PRIMARY KEY ("TenantId", "AadObjectId")
);

CREATE TABLE "Registrations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Registrations" PRIMARY KEY,
    "TenantId" TEXT NOT NULL,
    "AadObjectId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "OrganisationKind" TEXT NOT NULL,
    "OrganisationId" TEXT NOT NULL,
    "OrganisationName" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "Contact" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "AppliedAt" TEXT NOT NULL,
    "DecidedAt" TEXT NULL,
    "DecidedBy" TEXT NULL,
    "Version" INTEGER NOT NULL
);

CREATE INDEX "IX_AuditEvents_ActorTenantId_ActorAadObjectId" ON "AuditEvents" ("ActorTenantId", "ActorAadObjectId");

CREATE INDEX "IX_AuditEvents_At" ON "AuditEvents" ("At");

CREATE INDEX "IX_InboxActivities_ReceivedAt" ON "InboxActivities" ("ReceivedAt");

CREATE INDEX "IX_Members_OrganisationKind_OrganisationId" ON "Members" ("OrganisationKind", "OrganisationId");

CREATE UNIQUE INDEX "IX_Members_TenantId_AadObjectId" ON "Members" ("TenantId", "AadObjectId");

CREATE INDEX "IX_OutboxMessages_EndedAt_NotBefore" ON "OutboxMessages" ("EndedAt", "NotBefore");

CREATE UNIQUE INDEX "IX_OutboxMessages_Key" ON "OutboxMessages" ("Key");

CREATE INDEX "IX_OutboxMessages_TenantId_AadObjectId" ON "OutboxMessages" ("TenantId", "AadObjectId");

CREATE UNIQUE INDEX "IX_Registrations_Pending" ON "Registrations" ("TenantId", "AadObjectId") WHERE [State] = 'Pending';

CREATE INDEX "IX_Registrations_State_AppliedAt" ON "Registrations" ("State", "AppliedAt");

CREATE INDEX "IX_Registrations_TenantId_AadObjectId" ON "Registrations" ("TenantId", "AadObjectId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121114205_Trust', '6.0.7');

ALTER TABLE "OutboxMessages" ADD "ConversationId" TEXT NULL;

ALTER TABLE "OutboxMessages" ADD "Reference" TEXT NULL;

ALTER TABLE "OutboxMessages" ADD "ReplacesActivityId" TEXT NULL;

ALTER TABLE "OutboxMessages" ADD "ServiceUrl" TEXT NULL;

CREATE TABLE "Applications" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Applications" PRIMARY KEY,
    "ProposalId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "AadObjectId" TEXT NOT NULL,
    "OrganisationKind" TEXT NOT NULL,
    "OrganisationId" TEXT NOT NULL,
    "OrganisationName" TEXT NOT NULL,
    "Message" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "AppliedAt" TEXT NOT NULL,
    "DecidedAt" TEXT NULL,
    "DecidedBy" TEXT NULL,
    "AgreedAt" TEXT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "InterestProfiles" (
    "OrganisationKind" TEXT NOT NULL,
    "OrganisationId" TEXT NOT NULL,
    "OrganisationName" TEXT NOT NULL,
    "Content" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "UpdatedBy" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_InterestProfiles" PRIMARY KEY ("OrganisationKind", "OrganisationId")
);

CREATE TABLE "MatchDecisions" (
    "ProposalId" TEXT NOT NULL,
    "OrganisationKind" TEXT NOT NULL,
    "OrganisationId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    CONSTRAINT "PK_MatchDecisions" PRIMARY KEY ("ProposalId", "OrganisationKind", "OrganisationId")
);

CREATE TABLE "PostedCards" (
    "ProposalId" TEXT NOT NULL,
    "ConversationId" TEXT NOT NULL,
    "ActivityId" TEXT NOT NULL,
    "Reference" TEXT NOT NULL,
    "ServiceUrl" TEXT NOT NULL,
    "ServiceUrlVerifiedAt" TEXT NULL,
    "PostedAt" TEXT NOT NULL,
    CONSTRAINT "PK_PostedCards" PRIMARY KEY ("ProposalId", "ConversationId")
);

CREATE TABLE "ProposalComments" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ProposalComments" PRIMARY KEY,
    "ProposalId" TEXT NOT NULL,
    "ParentId" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "AadObjectId" TEXT NOT NULL,
    "OrganisationKind" TEXT NOT NULL,
    "OrganisationId" TEXT NOT NULL,
    "OrganisationName" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "At" TEXT NOT NULL
);

CREATE TABLE "ProposalRevisions" (
    "ProposalId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Content" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    CONSTRAINT "PK_ProposalRevisions" PRIMARY KEY ("ProposalId", "Number")
);

CREATE TABLE "Proposals" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Proposals" PRIMARY KEY,
    "State" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "AadObjectId" TEXT NOT NULL,
    "OrganisationKind" TEXT NOT NULL,
    "OrganisationId" TEXT NOT NULL,
    "OrganisationName" TEXT NOT NULL,
    "Content" TEXT NOT NULL,
    "Deadline" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    "Taken" INTEGER NOT NULL,
    "Reason" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "PostedAt" TEXT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "RemindedOf" TEXT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "SavedSearches" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_SavedSearches" PRIMARY KEY,
    "TenantId" TEXT NOT NULL,
    "AadObjectId" TEXT NOT NULL,
    "Terms" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL
);

CREATE TABLE "Settings" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_Settings" PRIMARY KEY,
    "Value" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "UpdatedBy" TEXT NOT NULL
);

CREATE INDEX "IX_OutboxMessages_ConversationId" ON "OutboxMessages" ("ConversationId");

CREATE INDEX "IX_Applications_OrganisationKind_OrganisationId" ON "Applications" ("OrganisationKind", "OrganisationId");

CREATE UNIQUE INDEX "IX_Applications_ProposalId_OrganisationKind_OrganisationId" ON "Applications" ("ProposalId", "OrganisationKind", "OrganisationId");

CREATE INDEX "IX_Applications_TenantId_AadObjectId" ON "Applications" ("TenantId", "AadObjectId");

CREATE INDEX "IX_ProposalComments_ProposalId_At" ON "ProposalComments" ("ProposalId", "At");

CREATE INDEX "IX_ProposalComments_TenantId_AadObjectId" ON "ProposalComments" ("TenantId", "AadObjectId");

CREATE INDEX "IX_Proposals_OrganisationKind_OrganisationId" ON "Proposals" ("OrganisationKind", "OrganisationId");

CREATE INDEX "IX_Proposals_State_Deadline" ON "Proposals" ("State", "Deadline");

CREATE INDEX "IX_Proposals_TenantId_AadObjectId" ON "Proposals" ("TenantId", "AadObjectId");

CREATE INDEX "IX_Proposals_UpdatedAt" ON "Proposals" ("UpdatedAt");

CREATE INDEX "IX_SavedSearches_TenantId_AadObjectId" ON "SavedSearches" ("TenantId", "AadObjectId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121191142_Proposals', '6.0.7');

UPDATE OutboxMessages SET ActivityId = ReplacesActivityId WHERE EndedAt IS NULL AND ReplacesActivityId IS NOT NULL;

ALTER TABLE "OutboxMessages" ADD "IsThrottled" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "OutboxMessages" ADD "IsWithdrawn" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "OutboxMessages" ADD "Lane" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "OutboxMessages" ADD "Leaseholder" TEXT NULL;

ALTER TABLE "OutboxMessages" ADD "ParentKey" TEXT NULL;

ALTER TABLE "OutboxMessages" ADD "Revision" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "OutboxMessages" ADD "SentAt" TEXT NULL;

ALTER TABLE "OutboxMessages" ADD "SentRevision" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "OutboxMessages" ADD "Source" TEXT NOT NULL DEFAULT '';

ALTER TABLE "OutboxMessages" ADD "Target" TEXT NOT NULL DEFAULT '';

UPDATE OutboxMessages SET Target = COALESCE(ConversationId, TenantId || '/' || AadObjectId), SentRevision = CASE WHEN EndedAt IS NOT NULL AND Failure IS NULL THEN 1 ELSE 0 END;

DROP INDEX "IX_OutboxMessages_ConversationId";

DROP INDEX "IX_OutboxMessages_EndedAt_NotBefore";

CREATE TABLE "Channels" (
    "ConversationId" TEXT NOT NULL CONSTRAINT "PK_Channels" PRIMARY KEY,
    "TenantId" TEXT NOT NULL,
    "TeamId" TEXT NOT NULL,
    "TeamName" TEXT NOT NULL,
    "AadGroupId" TEXT NULL,
    "Name" TEXT NOT NULL,
    "Reference" TEXT NOT NULL,
    "ServiceUrl" TEXT NOT NULL,
    "ServiceUrlVerifiedAt" TEXT NULL,
    "State" TEXT NOT NULL,
    "Topics" INTEGER NOT NULL,
    "ProposalFields" TEXT NOT NULL,
    "OrganisationKind" TEXT NULL,
    "OrganisationId" TEXT NOT NULL,
    "OrganisationName" TEXT NOT NULL,
    "ChangedBy" TEXT NULL,
    "ChangedAt" TEXT NULL,
    "AddedAt" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "OutboxBudgets" (
    "TenantId" TEXT NOT NULL CONSTRAINT "PK_OutboxBudgets" PRIMARY KEY,
    "NextSlot" TEXT NOT NULL,
    "ParkedUntil" TEXT NULL
);

CREATE INDEX "IX_OutboxMessages_EndedAt" ON "OutboxMessages" ("EndedAt");

CREATE INDEX "IX_OutboxMessages_Source_EndedAt" ON "OutboxMessages" ("Source", "EndedAt");

CREATE INDEX "IX_OutboxMessages_Target_SentAt" ON "OutboxMessages" ("Target", "SentAt");

CREATE INDEX "IX_OutboxMessages_Waiting" ON "OutboxMessages" ("Lane", "Id") WHERE [EndedAt] IS NULL;

CREATE INDEX "IX_OutboxMessages_WaitingOfTarget" ON "OutboxMessages" ("Target", "Lane", "Id") WHERE [EndedAt] IS NULL;

CREATE INDEX "IX_Channels_TeamId" ON "Channels" ("TeamId");

CREATE TABLE "ef_temp_OutboxMessages" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_OutboxMessages" PRIMARY KEY AUTOINCREMENT,
    "AadObjectId" TEXT NOT NULL,
    "Activity" TEXT NOT NULL,
    "ActivityId" TEXT NULL,
    "Attempts" INTEGER NOT NULL,
    "ConversationId" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "EndedAt" TEXT NULL,
    "Failure" TEXT NULL,
    "IsThrottled" INTEGER NOT NULL,
    "IsWithdrawn" INTEGER NOT NULL,
    "Key" TEXT NOT NULL,
    "Lane" INTEGER NOT NULL,
    "LeasedUntil" TEXT NULL,
    "Leaseholder" TEXT NULL,
    "NotBefore" TEXT NOT NULL,
    "ParentKey" TEXT NULL,
    "Reference" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    "SentAt" TEXT NULL,
    "SentRevision" INTEGER NOT NULL,
    "ServiceUrl" TEXT NULL,
    "Source" TEXT NOT NULL,
    "Target" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL
);

INSERT INTO "ef_temp_OutboxMessages" ("Id", "AadObjectId", "Activity", "ActivityId", "Attempts", "ConversationId", "CreatedAt", "EndedAt", "Failure", "IsThrottled", "IsWithdrawn", "Key", "Lane", "LeasedUntil", "Leaseholder", "NotBefore", "ParentKey", "Reference", "Revision", "SentAt", "SentRevision", "ServiceUrl", "Source", "Target", "TenantId")
SELECT "Id", "AadObjectId", "Activity", "ActivityId", "Attempts", "ConversationId", "CreatedAt", "EndedAt", "Failure", "IsThrottled", "IsWithdrawn", "Key", "Lane", "LeasedUntil", "Leaseholder", "NotBefore", "ParentKey", "Reference", "Revision", "SentAt", "SentRevision", "ServiceUrl", "Source", "Target", "TenantId"
FROM "OutboxMessages";

PRAGMA foreign_keys = 0;

DROP TABLE "OutboxMessages";

ALTER TABLE "ef_temp_OutboxMessages" RENAME TO "OutboxMessages";

PRAGMA foreign_keys = 1;

CREATE INDEX "IX_OutboxMessages_EndedAt" ON "OutboxMessages" ("EndedAt");

CREATE UNIQUE INDEX "IX_OutboxMessages_Key" ON "OutboxMessages" ("Key");

CREATE INDEX "IX_OutboxMessages_Source_EndedAt" ON "OutboxMessages" ("Source", "EndedAt");

CREATE INDEX "IX_OutboxMessages_Target_SentAt" ON "OutboxMessages" ("Target", "SentAt");

CREATE INDEX "IX_OutboxMessages_TenantId_AadObjectId" ON "OutboxMessages" ("TenantId", "AadObjectId");

CREATE INDEX "IX_OutboxMessages_Waiting" ON "OutboxMessages" ("Lane", "Id") WHERE [EndedAt] IS NULL;

CREATE INDEX "IX_OutboxMessages_WaitingOfTarget" ON "OutboxMessages" ("Target", "Lane", "Id") WHERE [EndedAt] IS NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121200634_Channels', '6.0.7');

CREATE TABLE "DownloadTickets" (
    "SecretHash" TEXT NOT NULL CONSTRAINT "PK_DownloadTickets" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "SubjectId" TEXT NOT NULL,
    "ExpiresAt" TEXT NOT NULL
);

CREATE INDEX "IX_DownloadTickets_ExpiresAt" ON "DownloadTickets" ("ExpiresAt");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121202737_Downloads', '6.0.7');

CREATE TABLE "AppInstallations" (
    "TenantId" TEXT NOT NULL,
    "Target" TEXT NOT NULL,
    "TargetId" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "RequestedAt" TEXT NOT NULL,
    "RequestedBy" TEXT NOT NULL,
    "NotBefore" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_AppInstallations" PRIMARY KEY ("TenantId", "Target", "TargetId")
);

CREATE INDEX "IX_AppInstallations_State_NotBefore" ON "AppInstallations" ("State", "NotBefore");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121204634_Directory', '6.0.7');

CREATE TABLE "EventEdits" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_EventEdits" PRIMARY KEY,
    "Version" INTEGER NOT NULL,
    "Schedule" INTEGER NOT NULL,
    "ChangedAt" TEXT NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121211635_Events', '6.0.7');

CREATE TABLE "AidOffers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AidOffers" PRIMARY KEY,
    "RequestId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "AadObjectId" TEXT NOT NULL,
    "OrganisationKind" TEXT NOT NULL,
    "OrganisationId" TEXT NOT NULL,
    "OrganisationName" TEXT NOT NULL,
    "Quantity" INTEGER NOT NULL,
    "Message" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "OfferedAt" TEXT NOT NULL,
    "DecidedAt" TEXT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "AidRequests" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AidRequests" PRIMARY KEY,
    "DisasterId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "AadObjectId" TEXT NOT NULL,
    "OrganisationKind" TEXT NOT NULL,
    "OrganisationId" TEXT NOT NULL,
    "OrganisationName" TEXT NOT NULL,
    "Item" TEXT NOT NULL,
    "Quantity" INTEGER NOT NULL,
    "Unit" TEXT NOT NULL,
    "NeededBy" TEXT NULL,
    "Place" TEXT NOT NULL,
    "Note" TEXT NOT NULL,
    "Taken" INTEGER NOT NULL,
    "ClosedAt" TEXT NULL,
    "RequestedAt" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "DisasterCases" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_DisasterCases" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "OccurredOn" TEXT NOT NULL,
    "Areas" TEXT NOT NULL,
    "Situation" TEXT NOT NULL,
    "Severity" TEXT NOT NULL,
    "IsDrill" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "RegisteredBy" TEXT NOT NULL,
    "RegisteredAt" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "Edition" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "DisasterEntries" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_DisasterEntries" PRIMARY KEY,
    "DisasterId" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Text" TEXT NOT NULL
);

CREATE TABLE "SupportReports" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_SupportReports" PRIMARY KEY,
    "DisasterId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "AadObjectId" TEXT NOT NULL,
    "OrganisationKind" TEXT NOT NULL,
    "OrganisationId" TEXT NOT NULL,
    "OrganisationName" TEXT NOT NULL,
    "Content" TEXT NOT NULL,
    "WithdrawnAt" TEXT NULL,
    "ReportedAt" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "SupportRevisions" (
    "ReportId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Content" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    CONSTRAINT "PK_SupportRevisions" PRIMARY KEY ("ReportId", "Number")
);

CREATE INDEX "IX_AidOffers_RequestId_OfferedAt" ON "AidOffers" ("RequestId", "OfferedAt");

CREATE INDEX "IX_AidOffers_TenantId_AadObjectId" ON "AidOffers" ("TenantId", "AadObjectId");

CREATE INDEX "IX_AidRequests_DisasterId_RequestedAt" ON "AidRequests" ("DisasterId", "RequestedAt");

CREATE INDEX "IX_AidRequests_TenantId_AadObjectId" ON "AidRequests" ("TenantId", "AadObjectId");

CREATE INDEX "IX_DisasterCases_State_RegisteredAt" ON "DisasterCases" ("State", "RegisteredAt");

CREATE INDEX "IX_DisasterEntries_DisasterId_At" ON "DisasterEntries" ("DisasterId", "At");

CREATE INDEX "IX_SupportReports_DisasterId_ReportedAt" ON "SupportReports" ("DisasterId", "ReportedAt");

CREATE INDEX "IX_SupportReports_OrganisationKind_OrganisationId" ON "SupportReports" ("OrganisationKind", "OrganisationId");

CREATE INDEX "IX_SupportReports_TenantId_AadObjectId" ON "SupportReports" ("TenantId", "AadObjectId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121212320_DisasterSupport', '6.0.7');

ALTER TABLE "Channels" ADD "PreviousProposalFields" TEXT NOT NULL DEFAULT '';

ALTER TABLE "Channels" ADD "PreviousTopics" INTEGER NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121213226_ChannelSettings', '6.0.7');

CREATE TABLE "MeetingAnswers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_MeetingAnswers" PRIMARY KEY,
    "MeetingId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "AadObjectId" TEXT NOT NULL,
    "OrganisationKind" TEXT NOT NULL,
    "OrganisationId" TEXT NOT NULL,
    "OrganisationName" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Attendance" TEXT NOT NULL,
    "Substitute" TEXT NOT NULL,
    "DateRevision" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "PlannedMeetings" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_PlannedMeetings" PRIMARY KEY,
    "State" TEXT NOT NULL,
    "Content" TEXT NOT NULL,
    "Pending" TEXT NULL,
    "StartsAt" TEXT NOT NULL,
    "EndsAt" TEXT NOT NULL,
    "Sequence" INTEGER NOT NULL,
    "DateRevision" INTEGER NOT NULL,
    "Changes" TEXT NOT NULL,
    "CancelReason" TEXT NOT NULL,
    "Minutes" TEXT NULL,
    "CalendarUrl" TEXT NOT NULL,
    "JoinUrl" TEXT NOT NULL,
    "OnlineEventId" TEXT NOT NULL,
    "OnlineDueAt" TEXT NULL,
    "ReminderAt" TEXT NULL,
    "AreCountsOld" INTEGER NOT NULL,
    "Source" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE UNIQUE INDEX "IX_MeetingAnswers_MeetingId_TenantId_AadObjectId" ON "MeetingAnswers" ("MeetingId", "TenantId", "AadObjectId");

CREATE INDEX "IX_MeetingAnswers_TenantId_AadObjectId" ON "MeetingAnswers" ("TenantId", "AadObjectId");

CREATE INDEX "IX_PlannedMeetings_ReminderAt" ON "PlannedMeetings" ("ReminderAt");

CREATE INDEX "IX_PlannedMeetings_Source" ON "PlannedMeetings" ("Source");

CREATE INDEX "IX_PlannedMeetings_State_StartsAt" ON "PlannedMeetings" ("State", "StartsAt");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121213909_Meetings', '6.0.7');

CREATE TABLE "Announcements" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Announcements" PRIMARY KEY,
    "State" TEXT NOT NULL,
    "Content" TEXT NOT NULL,
    "Correction" TEXT NULL,
    "AuthorId" TEXT NOT NULL,
    "CorrectorId" TEXT NULL,
    "ApprovedBy" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    "FirstAt" TEXT NULL,
    "NextAt" TEXT NULL,
    "Occurrences" INTEGER NOT NULL,
    "CorrectedAt" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL
);

CREATE TABLE "AnnouncementTemplates" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AnnouncementTemplates" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Content" TEXT NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL
);

CREATE TABLE "AnnouncementConfirmations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AnnouncementConfirmations" PRIMARY KEY AUTOINCREMENT,
    "AnnouncementId" TEXT NOT NULL,
    "Occurrence" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    "AadObjectId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "OrganisationKind" TEXT NULL,
    "OrganisationId" TEXT NOT NULL,
    "OrganisationName" TEXT NOT NULL,
    "Target" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    CONSTRAINT "FK_AnnouncementConfirmations_Announcements_AnnouncementId" FOREIGN KEY ("AnnouncementId") REFERENCES "Announcements" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AnnouncementOccurrences" (
    "AnnouncementId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "DueAt" TEXT NOT NULL,
    "StartedAt" TEXT NOT NULL,
    "Targets" INTEGER NOT NULL,
    "IsRunning" INTEGER NOT NULL,
    "IsDirty" INTEGER NOT NULL,
    "Sent" INTEGER NOT NULL,
    "Waiting" INTEGER NOT NULL,
    "Failed" INTEGER NOT NULL,
    "Deleted" INTEGER NOT NULL,
    "FinishedAt" TEXT NULL,
    "RemindedOn" TEXT NULL,
    CONSTRAINT "PK_AnnouncementOccurrences" PRIMARY KEY ("AnnouncementId", "Number"),
    CONSTRAINT "FK_AnnouncementOccurrences_Announcements_AnnouncementId" FOREIGN KEY ("AnnouncementId") REFERENCES "Announcements" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AnnouncementTargets" (
    "AnnouncementId" TEXT NOT NULL,
    "Occurrence" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "ConversationId" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "AadObjectId" TEXT NOT NULL,
    "OrganisationKind" TEXT NULL,
    "OrganisationId" TEXT NOT NULL,
    "IsWritten" INTEGER NOT NULL,
    "IsPending" INTEGER NOT NULL,
    "Confirmed" INTEGER NOT NULL,
    CONSTRAINT "PK_AnnouncementTargets" PRIMARY KEY ("AnnouncementId", "Occurrence", "Number"),
    CONSTRAINT "FK_AnnouncementTargets_Announcements_AnnouncementId" FOREIGN KEY ("AnnouncementId") REFERENCES "Announcements" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_AnnouncementConfirmations_AnnouncementId_Occurrence_TenantId_AadObjectId" ON "AnnouncementConfirmations" ("AnnouncementId", "Occurrence", "TenantId", "AadObjectId");

CREATE INDEX "IX_AnnouncementConfirmations_TenantId_AadObjectId" ON "AnnouncementConfirmations" ("TenantId", "AadObjectId");

CREATE INDEX "IX_Announcements_NextAt" ON "Announcements" ("NextAt");

CREATE INDEX "IX_Announcements_UpdatedAt" ON "Announcements" ("UpdatedAt");

CREATE INDEX "IX_AnnouncementTargets_TenantId_AadObjectId" ON "AnnouncementTargets" ("TenantId", "AadObjectId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121214531_Announcements', '6.0.7');

CREATE UNIQUE INDEX "IX_DisasterCases_ActiveName" ON "DisasterCases" ("Name", "IsDrill") WHERE [State] = 'Active';

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121220541_DisasterNames', '6.0.7');

DROP INDEX "IX_OutboxMessages_EndedAt";

CREATE INDEX "IX_OutboxMessages_EndedAt" ON "OutboxMessages" ("EndedAt") WHERE [EndedAt] IS NOT NULL;

CREATE INDEX "IX_OutboxMessages_LeasedUntil" ON "OutboxMessages" ("LeasedUntil") WHERE [LeasedUntil] IS NOT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121224310_OutboxIndexes', '6.0.7');

CREATE TABLE "OutboxContents" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_OutboxContents" PRIMARY KEY,
    "Activity" TEXT NOT NULL
);

ALTER TABLE "OutboxMessages" ADD "ContentId" TEXT NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';

UPDATE [OutboxMessages] SET [ContentId] = upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6)));

INSERT INTO [OutboxContents] ([Id], [Activity]) SELECT [ContentId], [Activity] FROM [OutboxMessages];

CREATE INDEX "IX_OutboxMessages_ContentId" ON "OutboxMessages" ("ContentId");

CREATE TABLE "ef_temp_OutboxMessages" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_OutboxMessages" PRIMARY KEY AUTOINCREMENT,
    "AadObjectId" TEXT NOT NULL,
    "ActivityId" TEXT NULL,
    "Attempts" INTEGER NOT NULL,
    "ContentId" TEXT NOT NULL,
    "ConversationId" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "EndedAt" TEXT NULL,
    "Failure" TEXT NULL,
    "IsThrottled" INTEGER NOT NULL,
    "IsWithdrawn" INTEGER NOT NULL,
    "Key" TEXT NOT NULL,
    "Lane" INTEGER NOT NULL,
    "LeasedUntil" TEXT NULL,
    "Leaseholder" TEXT NULL,
    "NotBefore" TEXT NOT NULL,
    "ParentKey" TEXT NULL,
    "Reference" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    "SentAt" TEXT NULL,
    "SentRevision" INTEGER NOT NULL,
    "ServiceUrl" TEXT NULL,
    "Source" TEXT NOT NULL,
    "Target" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "FK_OutboxMessages_OutboxContents_ContentId" FOREIGN KEY ("ContentId") REFERENCES "OutboxContents" ("Id") ON DELETE RESTRICT
);

INSERT INTO "ef_temp_OutboxMessages" ("Id", "AadObjectId", "ActivityId", "Attempts", "ContentId", "ConversationId", "CreatedAt", "EndedAt", "Failure", "IsThrottled", "IsWithdrawn", "Key", "Lane", "LeasedUntil", "Leaseholder", "NotBefore", "ParentKey", "Reference", "Revision", "SentAt", "SentRevision", "ServiceUrl", "Source", "Target", "TenantId")
SELECT "Id", "AadObjectId", "ActivityId", "Attempts", "ContentId", "ConversationId", "CreatedAt", "EndedAt", "Failure", "IsThrottled", "IsWithdrawn", "Key", "Lane", "LeasedUntil", "Leaseholder", "NotBefore", "ParentKey", "Reference", "Revision", "SentAt", "SentRevision", "ServiceUrl", "Source", "Target", "TenantId"
FROM "OutboxMessages";

PRAGMA foreign_keys = 0;

DROP TABLE "OutboxMessages";

ALTER TABLE "ef_temp_OutboxMessages" RENAME TO "OutboxMessages";

PRAGMA foreign_keys = 1;

CREATE INDEX "IX_OutboxMessages_ContentId" ON "OutboxMessages" ("ContentId");

CREATE INDEX "IX_OutboxMessages_EndedAt" ON "OutboxMessages" ("EndedAt") WHERE [EndedAt] IS NOT NULL;

CREATE UNIQUE INDEX "IX_OutboxMessages_Key" ON "OutboxMessages" ("Key");

CREATE INDEX "IX_OutboxMessages_LeasedUntil" ON "OutboxMessages" ("LeasedUntil") WHERE [LeasedUntil] IS NOT NULL;

CREATE INDEX "IX_OutboxMessages_Source_EndedAt" ON "OutboxMessages" ("Source", "EndedAt");

CREATE INDEX "IX_OutboxMessages_Target_SentAt" ON "OutboxMessages" ("Target", "SentAt");

CREATE INDEX "IX_OutboxMessages_TenantId_AadObjectId" ON "OutboxMessages" ("TenantId", "AadObjectId");

CREATE INDEX "IX_OutboxMessages_Waiting" ON "OutboxMessages" ("Lane", "Id") WHERE [EndedAt] IS NULL;

CREATE INDEX "IX_OutboxMessages_WaitingOfTarget" ON "OutboxMessages" ("Target", "Lane", "Id") WHERE [EndedAt] IS NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261121234834_OutboxContents', '6.0.7');

DROP INDEX "IX_OutboxMessages_Waiting";

CREATE INDEX "IX_OutboxMessages_Waiting" ON "OutboxMessages" ("Lane", "Id", "TenantId") WHERE [EndedAt] IS NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122004353_OutboxWaitingTenant', '6.0.7');

