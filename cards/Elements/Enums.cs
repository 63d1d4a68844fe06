namespace RenkeiBot.Cards.Elements;

/// <summary>Space before an element; the host picks the pixels.</summary>
public enum Spacing
{
    /// <summary>The host's default.</summary>
    Default,

    /// <summary>None.</summary>
    None,

    /// <summary>Small.</summary>
    Small,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>Large.</summary>
    Large,

    /// <summary>Extra large.</summary>
    ExtraLarge,

    /// <summary>As wide as the padding of the container.</summary>
    Padding,
}

/// <summary>The meaning of a container's background (<c>ContainerStyle</c>); the host picks the colours, in light and in dark mode.</summary>
public enum ContainerStyle
{
    /// <summary>No style of its own.</summary>
    Default,

    /// <summary>Set off from its surroundings.</summary>
    Emphasis,

    /// <summary>Good news.</summary>
    Good,

    /// <summary>Something is wrong.</summary>
    Attention,

    /// <summary>Something needs care.</summary>
    Warning,

    /// <summary>The host's accent.</summary>
    Accent,
}

/// <summary>Size of text (<c>FontSize</c>).</summary>
public enum FontSize
{
    /// <summary>The host's default.</summary>
    Default,

    /// <summary>Small.</summary>
    Small,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>Large.</summary>
    Large,

    /// <summary>Extra large.</summary>
    ExtraLarge,
}

/// <summary>Weight of text (<c>FontWeight</c>).</summary>
public enum FontWeight
{
    /// <summary>The host's default.</summary>
    Default,

    /// <summary>Lighter.</summary>
    Lighter,

    /// <summary>Bolder.</summary>
    Bolder,
}

/// <summary>Colour of text by meaning (<c>Colors</c>).</summary>
public enum TextColor
{
    /// <summary>The host's default.</summary>
    Default,

    /// <summary>The host's accent.</summary>
    Accent,

    /// <summary>Good news.</summary>
    Good,

    /// <summary>Something needs care.</summary>
    Warning,

    /// <summary>Something is wrong.</summary>
    Attention,
}

/// <summary>Size of an image (<c>ImageSize</c>).</summary>
public enum ImageSize
{
    /// <summary>Its own size, no wider than the card.</summary>
    Auto,

    /// <summary>As wide as the card.</summary>
    Stretch,

    /// <summary>Small.</summary>
    Small,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>Large.</summary>
    Large,
}

/// <summary>Horizontal alignment.</summary>
public enum HorizontalAlignment
{
    /// <summary>Inherited, or left.</summary>
    Default,

    /// <summary>Centred.</summary>
    Center,

    /// <summary>To the right: figures in a table.</summary>
    Right,
}

/// <summary>How a choice set is drawn (<c>ChoiceInputStyle</c>).</summary>
public enum ChoiceInputStyle
{
    /// <summary>A drop-down.</summary>
    Compact,

    /// <summary>Radio buttons or check boxes.</summary>
    Expanded,
}

/// <summary>What a text input takes (<c>TextInputStyle</c>): phones choose their keyboard by it.</summary>
public enum TextInputStyle
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A telephone number.</summary>
    Tel,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>A mail address.</summary>
    Email,
}

/// <summary>How a button is drawn (<c>ActionStyle</c>).</summary>
public enum ActionStyle
{
    /// <summary>An ordinary button.</summary>
    Default,

    /// <summary>The button most users will want.</summary>
    Positive,

    /// <summary>A button that takes something away.</summary>
    Destructive,
}
