using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RenkeiBot.Data.Migrations.SqlServer
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
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsWithdrawn",
                table: "OutboxMessages",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Lane",
                table: "OutboxMessages",
                type: "int",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Leaseholder",
                table: "OutboxMessages",
                type: "nvarchar(36)",
                maxLength: 36,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "ParentKey",
                table: "OutboxMessages",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "OutboxMessages",
                type: "int",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<DateTime>(
                name: "SentAt",
                table: "OutboxMessages",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SentRevision",
                table: "OutboxMessages",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "OutboxMessages",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Target",
                table: "OutboxMessages",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            // In a statement of its own: the columns are new in this very batch.
            migrationBuilder.Sql("EXEC(N'UPDATE OutboxMessages SET Target = COALESCE(ConversationId, TenantId + ''/'' + AadObjectId), SentRevision = CASE WHEN EndedAt IS NOT NULL AND Failure IS NULL THEN 1 ELSE 0 END');");

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
                    ConversationId = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TenantId = table.Column<string>(type: "nvarchar(36)", maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TeamId = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TeamName = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AadGroupId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reference = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    ServiceUrl = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ServiceUrlVerifiedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Topics = table.Column<int>(type: "int", nullable: false),
                    ProposalFields = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    OrganisationKind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    OrganisationId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OrganisationName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Channels", x => x.ConversationId);
                });

            migrationBuilder.CreateTable(
                name: "OutboxBudgets",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "nvarchar(36)", maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NextSlot = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ParkedUntil = table.Column<DateTime>(type: "datetime2", nullable: true)
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
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

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
