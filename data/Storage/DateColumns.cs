using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RenkeiBot.Data.Storage;

/// <summary>EF Core 6 knows days in SQLite alone: here they are midnights, in the <c>date</c> of SQL Server.</summary>
internal sealed class DayConverter() : ValueConverter<DateOnly, DateTime>(
    day => day.ToDateTime(TimeOnly.MinValue),
    stored => DateOnly.FromDateTime(stored));

/// <summary>
/// A moment is stored as UTC in the provider's own date-time (<c>datetime2</c> in SQL Server, ISO text in SQLite): both order and compare it as it is, which SQLite
/// does not do with an offset in it.
/// </summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    moment => moment.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
