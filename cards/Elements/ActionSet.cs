using System.Text.Json;

namespace RenkeiBot.Cards.Elements;

/// <summary><c>ActionSet</c>: buttons among the elements of a body.</summary>
/// <param name="Actions">The buttons. Hosts draw them side by side and drop those beyond their limit (5 or 6).</param>
public sealed record ActionSet(IReadOnlyList<CardAction> Actions) : CardElement
{
    private protected override ReadOnlySpan<byte> TypeName => "ActionSet"u8;

    private protected override void WriteProperties(Utf8JsonWriter writer) => writer.WriteActions(Actions);
}
