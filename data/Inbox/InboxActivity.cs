namespace RenkeiBot.Data.Inbox;

/// <summary>An activity that was taken care of: delivered again, it is answered as before and acts no second time.</summary>
public sealed class InboxActivity
{
    /// <summary>Channel, conversation, kind and id of the activity; hashed where that is too long.</summary>
    public required string Key { get; init; }

    /// <summary>The HTTP status that it was answered with; 0 where the turn changed something and then ended without an answer.</summary>
    public required int StatusCode { get; set; }

    /// <summary>The body that it was answered with (expected replies, the answer to an invoke); null for none.</summary>
    public string? Body { get; set; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}
