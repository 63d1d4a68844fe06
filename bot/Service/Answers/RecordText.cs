namespace RenkeiBot.Service.Answers;

/// <summary>What people wrote, for a record.</summary>
internal static class RecordText
{
    /// <summary>A text without what a record must not have: tags.</summary>
    public static string Plain(string text) => text.Replace('<', '＜').Replace('>', '＞');
}
