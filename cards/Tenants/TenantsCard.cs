using RenkeiBot.Cards.Elements;

namespace RenkeiBot.Cards.Tenants;

/// <summary>What the buttons of the tenants' card send back, and the keys of what they send.</summary>
public static class TenantVerbs
{
    /// <summary>「追加する」: <see cref="Id"/> and <see cref="Name"/>.</summary>
    public const string Add = "tenants.add";

    /// <summary>「外す」: <see cref="Id"/>.</summary>
    public const string Remove = "tenants.remove";

    /// <summary>The tenant's id.</summary>
    public const string Id = "tenantId";

    /// <summary>Whose tenant it is.</summary>
    public const string Name = "tenantName";
}

/// <summary>A tenant whose people may ask.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="IsRemovable">False for one of the settings.</param>
public sealed record TenantLine(string Id, string Name, bool IsRemovable);

/// <summary>What a <see cref="TenantsCard"/> shows.</summary>
/// <param name="Sentence">What has been done, or what is shown.</param>
/// <param name="Tenants">The tenants.</param>
public sealed record TenantsView(string Sentence, IReadOnlyList<TenantLine> Tenants)
{
    /// <summary>The id in the field.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name in the field.</summary>
    public string Name { get; init; } = "";

    /// <summary>What is wrong with what was typed; null for nothing.</summary>
    public string? Error { get; init; }
}

/// <summary>テナント設定: the tenants whose people may ask, for the secretariat to add to and to take from.</summary>
public static class TenantsCard
{
    /// <summary>The most tenants shown: the wards' own and some more.</summary>
    public const int MaxTenants = 40;

    private const string NameLabel = "どこのテナントですか";
    private const string NameError = "区や自治体の名前を入力してください（100文字まで）。";
    private const string IdLabel = "テナント ID";
    private const string IdError = "テナント ID を入力してください。";
    private const string AddTitle = "テナントを追加する";
    private const string AddButton = "追加する";
    private const string RemoveButton = "外す";
    private const int MaxText = 100;
    private const int MaxId = 40;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(TenantsView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Tenants.Count, MaxTenants), scale => Build(view, scale));
    }

    private static AdaptiveCard Build(TenantsView view, CardScale scale)
    {
        var sentence = scale.Line(view.Sentence, MaxText);
        return new AdaptiveCard
        {
            FallbackText = sentence,
            Speak = sentence,
            Body =
            [
                new TextBlock(sentence) { Size = FontSize.Medium },
                .. view.Tenants.Take(scale.Rows).Select(tenant => Line(tenant, scale)),
                .. view.Tenants.Count > scale.Rows ? [new TextBlock($"ほか {view.Tenants.Count - scale.Rows} 件") { IsSubtle = true }] : Array.Empty<CardElement>(),
                new TextBlock(AddTitle) { Weight = FontWeight.Bolder, IsHeading = true, Size = FontSize.Medium, Spacing = Spacing.Large },
                .. view.Error is { } error ? [new TextBlock(scale.Line(error, MaxText)) { Color = TextColor.Attention, Weight = FontWeight.Bolder }] : Array.Empty<CardElement>(),
                new TextInput(TenantVerbs.Name, NameLabel) { Value = scale.Line(view.Name, 2 * MaxText), MaxLength = MaxText, IsRequired = true, ErrorMessage = NameError },
                new TextInput(TenantVerbs.Id, IdLabel) { Value = scale.Line(view.Id, MaxText), MaxLength = MaxId, IsRequired = true, ErrorMessage = IdError },
            ],
            Actions = [new SubmitAction(AddButton, new ActionData(TenantVerbs.Add)) { Style = ActionStyle.Positive }],
        };
    }

    private static Container Line(TenantLine tenant, CardScale scale) => new(
    [
        new TextBlock(scale.Line(tenant.Name, MaxText)) { Weight = FontWeight.Bolder },
        new TextBlock(scale.Line(tenant.Id, MaxId)) { Size = FontSize.Small, IsSubtle = true, Spacing = Spacing.None },
        .. tenant.IsRemovable
            ? [new ActionSet([new SubmitAction(RemoveButton, new ActionData(TenantVerbs.Remove, TenantVerbs.Id, scale.Line(tenant.Id, MaxId))) { IgnoresInputs = true }]) { Spacing = Spacing.Small }]
            : Array.Empty<CardElement>(),
    ])
    {
        Separator = true,
        Spacing = Spacing.Medium,
    };
}
