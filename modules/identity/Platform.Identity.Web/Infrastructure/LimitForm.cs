using System.Globalization;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>Limits as a form sends them.</summary>
internal sealed class LimitForm
{
    /// <summary>Amounts as typed, by scope; empty: no limit.</summary>
    public Dictionary<string, string?> Amounts { get; set; } = [];

    /// <summary>Scopes whose records are limited to the chosen ones.</summary>
    public List<string> Limited { get; set; } = [];

    /// <summary>Chosen records, as scope, colon, id.</summary>
    public List<string> Items { get; set; } = [];

    public static LimitForm Of(IReadOnlyList<LimitDto> limits) => new()
    {
        Amounts = limits.Where(l => l.Amount is not null).ToDictionary(l => l.Scope, l => (string?)l.Amount!.Value.ToString("0.##", CultureInfo.CurrentCulture)),
        Limited = [.. limits.Where(l => l.Items is not null).Select(l => l.Scope)],
        Items = [.. limits.SelectMany(l => (l.Items ?? []).Select(i => $"{l.Scope}:{i}"))],
    };

    public SetLimitsDto Read() => new(
    [
        .. Amounts.Where(a => !string.IsNullOrWhiteSpace(a.Value)).Select(a => new LimitDto(a.Key, Amount: Euros(a.Value!))),
        .. Limited.Distinct(StringComparer.Ordinal).Select(scope => new LimitDto(scope, Items: [.. Items.Where(i => i.StartsWith($"{scope}:", StringComparison.Ordinal)).Select(i => Id(i[(scope.Length + 1)..]))])),
    ]);

    // What is no amount becomes one that the service refuses by name.
    private static decimal Euros(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.CurrentCulture, out var euros) ? euros : -1;

    private static Guid Id(string text) => Guid.TryParse(text, out var id) ? id : Guid.Empty;
}

/// <summary>The card of limits on a role's or a person's page.</summary>
internal sealed record LimitCard(IReadOnlyList<LimitChoiceDto> Choices, LimitForm Form, bool CanChange, string Hint);
