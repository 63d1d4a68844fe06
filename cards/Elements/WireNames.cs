namespace RenkeiBot.Cards.Elements;

/// <summary>The schema's spelling of the enumerations.</summary>
internal static class WireNames
{
    internal static ReadOnlySpan<byte> Wire(this Spacing value) => value switch
    {
        Spacing.None => "none"u8,
        Spacing.Small => "small"u8,
        Spacing.Medium => "medium"u8,
        Spacing.Large => "large"u8,
        Spacing.ExtraLarge => "extraLarge"u8,
        Spacing.Padding => "padding"u8,
        _ => "default"u8,
    };

    internal static ReadOnlySpan<byte> Wire(this ContainerStyle value) => value switch
    {
        ContainerStyle.Emphasis => "emphasis"u8,
        ContainerStyle.Good => "good"u8,
        ContainerStyle.Attention => "attention"u8,
        ContainerStyle.Warning => "warning"u8,
        ContainerStyle.Accent => "accent"u8,
        _ => "default"u8,
    };

    internal static ReadOnlySpan<byte> Wire(this FontSize value) => value switch
    {
        FontSize.Small => "small"u8,
        FontSize.Medium => "medium"u8,
        FontSize.Large => "large"u8,
        FontSize.ExtraLarge => "extraLarge"u8,
        _ => "default"u8,
    };

    internal static ReadOnlySpan<byte> Wire(this FontWeight value) => value switch
    {
        FontWeight.Lighter => "lighter"u8,
        FontWeight.Bolder => "bolder"u8,
        _ => "default"u8,
    };

    internal static ReadOnlySpan<byte> Wire(this TextColor value) => value switch
    {
        TextColor.Accent => "accent"u8,
        TextColor.Good => "good"u8,
        TextColor.Warning => "warning"u8,
        TextColor.Attention => "attention"u8,
        _ => "default"u8,
    };

    internal static ReadOnlySpan<byte> Wire(this ImageSize value) => value switch
    {
        ImageSize.Stretch => "stretch"u8,
        ImageSize.Small => "small"u8,
        ImageSize.Medium => "medium"u8,
        ImageSize.Large => "large"u8,
        _ => "auto"u8,
    };

    internal static ReadOnlySpan<byte> Wire(this HorizontalAlignment value) => value switch
    {
        HorizontalAlignment.Center => "center"u8,
        HorizontalAlignment.Right => "right"u8,
        _ => "left"u8,
    };

    internal static ReadOnlySpan<byte> Wire(this ChoiceInputStyle value) => value switch
    {
        ChoiceInputStyle.Expanded => "expanded"u8,
        _ => "compact"u8,
    };

    internal static ReadOnlySpan<byte> Wire(this TextInputStyle value) => value switch
    {
        TextInputStyle.Tel => "tel"u8,
        TextInputStyle.Url => "url"u8,
        TextInputStyle.Email => "email"u8,
        _ => "text"u8,
    };

    internal static ReadOnlySpan<byte> Wire(this ActionStyle value) => value switch
    {
        ActionStyle.Positive => "positive"u8,
        ActionStyle.Destructive => "destructive"u8,
        _ => "default"u8,
    };
}
