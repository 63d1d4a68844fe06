using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RenkeiBot.Data.Migrations.Sqlite
{
    public partial class Channels : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What replaced a message is now an update of a message whose id is known.
            migrationBuilder.Sql("UPDATE OutboxMessages SET ActivityId = ReplacesActivityId WHERE EndedAt IS NULL AND ReplacesActivityId IS NOT NULL;");

            migrationBuilder.AddColumn<bool>(
                name: "IsThrottled",
                table: "OutboxMessages",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsWithdrawn",
                table: "OutboxMessages",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Lane",
                table: "OutboxMessages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Leaseholder",
                table: "OutboxMessages",
                type: "TEXT",
                maxLength: 36,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ParentKey",
                table: "OutboxMessages",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "OutboxMessages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<DateTime>(
                name: "SentAt",
                table: "OutboxMessages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SentRevision",
                table: "OutboxMessages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "OutboxMessages",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Target",
                table: "OutboxMessages",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("UPDATE OutboxMessages SET Target = COALESCE(ConversationId, TenantId || '/' || AadObjectId), SentRevision = CASE WHEN EndedAt IS NOT NULL AND Failure IS NULL THEN 1 ELSE 0 END;");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMessages_ConversationId",
                table: "OutboxMessages");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMessages_EndedAt_NotBefore",
                table: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "ReplacesActivityId",
                table: "OutboxMessages");

            migrationBuilder.CreateTable(
                name: "Channels",
                columns: table => new
                {
                    ConversationId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    TenantId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    TeamId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    TeamName = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    AadGroupId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", nullable: false),
                    ServiceUrl = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ServiceUrlVerifiedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Topics = table.Column<int>(type: "INTEGER", nullable: false),
                    ProposalFields = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    OrganisationKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    OrganisationId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OrganisationName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ChangedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Channels", x => x.ConversationId);
                });

            migrationBuilder.CreateTable(
                name: "OutboxBudgets",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    NextSlot = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ParkedUntil = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxBudgets", x => x.TenantId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_EndedAt",
                table: "OutboxMessages",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_Source_EndedAt",
                table: "OutboxMessages",
                columns: new[] { "Source", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_Target_SentAt",
                table: "OutboxMessages",
                columns: new[] { "Target", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_Waiting",
                table: "OutboxMessages",
                columns: new[] { "Lane", "Id" },
                filter: "[EndedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_WaitingOfTarget",
                table: "OutboxMessages",
                columns: new[] { "Target", "Lane", "Id" },
                filter: "[EndedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Channels_TeamId",
                table: "Channels",
                column: "TeamId");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Channels");

            migrationBuilder.DropTable(
                name: "OutboxBudgets");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMessages_EndedAt",
                table: "OutboxMessages");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMessages_Source_EndedAt",
                table: "OutboxMessages");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMessages_Target_SentAt",
                table: "OutboxMessages");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMessages_Waiting",
                table: "OutboxMessages");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMessages_WaitingOfTarget",
                table: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "IsThrottled",
                table: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "IsWithdrawn",
                table: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "Lane",
                table: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "Leaseholder",
                table: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "ParentKey",
                table: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "SentAt",
                table: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "SentRevision",
                table: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "Target",
                table: "OutboxMessages");

            migrationBuilder.AddColumn<string>(
                name: "ReplacesActivityId",
                table: "OutboxMessages",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_ConversationId",
                table: "OutboxMessages",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_EndedAt_NotBefore",
                table: "OutboxMessages",
                columns: new[] { "EndedAt", "NotBefore" });
        }
    }
}
