using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RenkeiBot.Data.Migrations.Sqlite
{
    public partial class Meetings : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "MeetingAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    AadObjectId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    OrganisationKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    OrganisationId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OrganisationName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Attendance = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Substitute = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DateRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingAnswers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlannedMeetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Pending = table.Column<string>(type: "TEXT", nullable: true),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    DateRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Minutes = table.Column<string>(type: "TEXT", nullable: true),
                    CalendarUrl = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    JoinUrl = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    OnlineEventId = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    OnlineDueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReminderAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AreCountsOld = table.Column<bool>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlannedMeetings", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingAnswers_MeetingId_TenantId_AadObjectId",
                table: "MeetingAnswers",
                columns: new[] { "MeetingId", "TenantId", "AadObjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingAnswers_TenantId_AadObjectId",
                table: "MeetingAnswers",
                columns: new[] { "TenantId", "AadObjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlannedMeetings_ReminderAt",
                table: "PlannedMeetings",
                column: "ReminderAt");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedMeetings_Source",
                table: "PlannedMeetings",
                column: "Source");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedMeetings_State_StartsAt",
                table: "PlannedMeetings",
                columns: new[] { "State", "StartsAt" });
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MeetingAnswers");

            migrationBuilder.DropTable(
                name: "PlannedMeetings");
        }
    }
}
