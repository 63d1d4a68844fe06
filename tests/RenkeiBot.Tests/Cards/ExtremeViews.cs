using RenkeiBot.Cards.Announcements;
using RenkeiBot.Cards.Channels;
using RenkeiBot.Cards.DisasterSupport;
using RenkeiBot.Cards.Events;
using RenkeiBot.Cards.Meetings;
using RenkeiBot.Cards.Members;
using RenkeiBot.Cards.Proposals;

namespace RenkeiBot.Tests.Cards;

/// <summary>Makes view models in which every text is as long and as hostile as given, and every list as full.</summary>
internal static class ExtremeViews
{
    /// <summary>The keys of all inputs beside which something can be wrong.</summary>
    private static readonly IReadOnlyList<string> Keys =
    [
        .. new[] { typeof(MemberVerbs), typeof(ProposalKeys), typeof(ChannelKeys), typeof(EventKeys), typeof(DisasterKeys), typeof(MeetingKeys), typeof(AnnouncementKeys) }.SelectMany(type => type.GetFields()).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).Distinct(),
    ];

    /// <summary>A value of the type: records are filled through their constructor and their init properties.</summary>
    internal static object Fill(Type type, string text, int count)
    {
        if (type == typeof(string)) return text;
        if (type == typeof(int)) return int.MaxValue / 2;
        if (type == typeof(DateOnly)) return DateOnly.MaxValue;
        if (type == typeof(TimeOnly)) return TimeOnly.MaxValue;
        if (type == typeof(bool)) return true;
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Fill(underlying, text, count);
        if (type == typeof(IReadOnlyDictionary<string, string>)) return Keys.ToDictionary(key => key, _ => text);
        if (type.IsEnum) return type.GetEnumValues().GetValue(0)!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) return List(type.GetGenericArguments()[0], text, count);

        var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        var view = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Fill(parameter.ParameterType, text, count))]);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite)) property.SetValue(view, Fill(property.PropertyType, text, count));
        return view;
    }

    private static Array List(Type item, string text, int count)
    {
        var list = Array.CreateInstance(item, count);
        var value = Fill(item, text, count);
        for (var i = 0; i < list.Length; i++) list.SetValue(value, i);
        return list;
    }
}
