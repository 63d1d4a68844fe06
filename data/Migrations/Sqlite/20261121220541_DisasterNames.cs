using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RenkeiBot.Data.Migrations.Sqlite
{
    public partial class DisasterNames : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_DisasterCases_ActiveName",
                table: "DisasterCases",
                columns: new[] { "Name", "IsDrill" },
                unique: true,
                filter: "[State] = 'Active'");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_DisasterCases_ActiveName",
                table: "DisasterCases");
        }
    }
}
