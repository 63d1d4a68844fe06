using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RenkeiBot.Data.Migrations.Sqlite
{
    public partial class OutboxContents : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "OutboxContents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Activity = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxContents", x => x.Id);
                });

            migrationBuilder.AddColumn<Guid>(
                name: "ContentId",
                table: "OutboxMessages",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            // What the messages say so far: one content for each.
            migrationBuilder.Sql("UPDATE [OutboxMessages] SET [ContentId] = upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6)));");
            migrationBuilder.Sql("INSERT INTO [OutboxContents] ([Id], [Activity]) SELECT [ContentId], [Activity] FROM [OutboxMessages];");

            migrationBuilder.DropColumn(
                name: "Activity",
                table: "OutboxMessages");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_ContentId",
                table: "OutboxMessages",
                column: "ContentId");

            migrationBuilder.AddForeignKey(
                name: "FK_OutboxMessages_OutboxContents_ContentId",
                table: "OutboxMessages",
                column: "ContentId",
                principalTable: "OutboxContents",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Activity",
                table: "OutboxMessages",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("UPDATE [OutboxMessages] SET [Activity] = (SELECT [Activity] FROM [OutboxContents] WHERE [OutboxContents].[Id] = [OutboxMessages].[ContentId]);");

            migrationBuilder.DropForeignKey(
                name: "FK_OutboxMessages_OutboxContents_ContentId",
                table: "OutboxMessages");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMessages_ContentId",
                table: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "ContentId",
                table: "OutboxMessages");

            migrationBuilder.DropTable(
                name: "OutboxContents");
        }
    }
}
