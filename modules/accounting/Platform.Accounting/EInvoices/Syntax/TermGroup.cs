using System.Globalization;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>A value as it stands in the file.</summary>
/// <param name="Text">Not empty.</param>
/// <param name="Qualifier">Its attribute: currency of an amount, unit of a quantity, scheme of an identifier.</param>
/// <param name="Line">Of the file.</param>
internal sealed record TermValue(string Text, string? Qualifier, int Line);

/// <summary>Values and groups that stand together, by their numbers in EN 16931.</summary>
internal sealed class TermGroup
{
    // Beyond it no product with a rate overflows, and cents fit their column.
    private const decimal Most = 999_999_999_999m;

    private static readonly string[] DayFormats = ["yyyy-MM-dd", "yyyyMMdd"];

    private readonly Dictionary<string, List<TermValue>> _values = [];
    private readonly Dictionary<string, List<TermGroup>> _groups = [];

    public IReadOnlyList<TermValue> Values(string term) => _values.GetValueOrDefault(term) ?? [];

    public IReadOnlyList<TermGroup> Groups(string name) => _groups.GetValueOrDefault(name) ?? [];

    public TermValue? Value(string term) => Values(term) is [var first, ..] ? first : null;

    public string? Text(string term) => Value(term)?.Text;

    /// <exception cref="BusinessException">Accounting:EInvoiceValue.</exception>
    public decimal? Number(string term) => Number(term, Value(term));

    /// <summary>The one in the invoice's currency: VAT may stand in another one too.</summary>
    public decimal? Amount(string term, string? currency) =>
        Number(term, Values(term).FirstOrDefault(v => v.Qualifier is null || currency is null || v.Qualifier == currency));

    /// <exception cref="BusinessException">Accounting:EInvoiceValue.</exception>
    public DateOnly? Day(string term)
    {
        if (Value(term) is not { } value)
            return null;
        // xs:date may have a time zone, which means nothing for a day.
        var text = value.Text is [_, _, _, _, '-', ..] && value.Text.AsSpan(10) is [] or ['Z' or '+' or '-', ..] ? value.Text[..10] : value.Text;
        return DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Refused(term, value);
    }

    public void Add(string term, TermValue value)
    {
        if (!_values.TryGetValue(term, out var values))
            _values[term] = values = [];
        values.Add(value);
    }

    public TermGroup Begin(string name)
    {
        if (!_groups.TryGetValue(name, out var groups))
            _groups[name] = groups = [];
        if (groups.Count == EInvoiceLimits.Lines)
            throw new BusinessException(AccountingErrorCodes.EInvoiceManyLines).WithData("limit", EInvoiceLimits.Lines);
        groups.Add(new TermGroup());
        return groups[^1];
    }

    private static decimal? Number(string term, TermValue? value)
    {
        if (value is null)
            return null;
        var isNumber = decimal.TryParse(value.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        return isNumber && Math.Abs(number) <= Most ? number : throw Refused(term, value);
    }

    private static BusinessException Refused(string term, TermValue value) => new BusinessException(AccountingErrorCodes.EInvoiceValue)
        .WithData("place", term).WithData("value", value.Text.Length > 100 ? value.Text[..100] : value.Text).WithData("line", value.Line);
}
