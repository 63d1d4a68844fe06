using System.Data.Common;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Members;

/// <summary>The table Members as it is read while the service starts and, from then on, for what every turn asks.</summary>
public static class MemberTable
{
    private static readonly string[] Columns =
    [
        nameof(Member.Id), nameof(Member.TenantId), nameof(Member.AadObjectId), nameof(Member.Name), nameof(Member.OrganisationKind), nameof(Member.OrganisationId),
        nameof(Member.OrganisationName), nameof(Member.Role), nameof(Member.Contact), nameof(Member.RevokedAt), nameof(Member.CreatedAt), nameof(Member.UpdatedAt), nameof(Member.Version),
    ];

    /// <summary>Everyone who has ever been a member, in no order and not tracked.</summary>
    /// <param name="context">A context whose connection is open.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<Member>> ReadAsync(RenkeiBotDbContext context, CancellationToken cancellationToken)
    {
        await using var select = context.Command(null, sql => $"SELECT {string.Join(", ", Columns.Select(sql))} FROM {sql("Members")}");
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        var members = new List<Member>();
        while (await reader.ReadAsync(cancellationToken))
            members.Add(Read(reader));
        return members;
    }

    private static Member Read(DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        TenantId = row.GetString(1),
        AadObjectId = row.GetString(2),
        Name = row.GetString(3),
        OrganisationKind = Enum.Parse<OrganisationKind>(row.GetString(4)),
        OrganisationId = row.GetString(5),
        OrganisationName = row.GetString(6),
        Role = Enum.Parse<MemberRole>(row.GetString(7)),
        Contact = row.GetString(8),
        RevokedAt = row.IsDBNull(9) ? null : Moment(row, 9),
        CreatedAt = Moment(row, 10),
        UpdatedAt = Moment(row, 11),
        Version = row.GetInt32(12),
    };

    private static DateTimeOffset Moment(DbDataReader row, int column) => new(DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc));
}
