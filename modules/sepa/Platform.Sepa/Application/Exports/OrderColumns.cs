using System.Globalization;

namespace Platform.Sepa;

/// <summary>Columns of both formats; those of the text are documented in the module's README.</summary>
internal static class OrderColumns
{
    public static readonly IReadOnlyList<CsvColumn<OrderRow>> Csv =
    [
        new("EndToEndId", (o, _) => o.EndToEndId),
        new("Mandate", (o, _) => o.MandateReference ?? ""),
        new("Orders:Party", (o, _) => o.PartyName),
        new("Iban", (o, _) => o.PartyIban),
        new("Bic", (o, _) => o.PartyBic ?? ""),
        new("SequenceType", (o, _) => o.SequenceType?.ToCode() ?? ""),
        new("Orders:Date", (o, _) => Day(o.ExecutionDate)),
        new("Amount", (o, _) => (o.AmountCents / 100m).ToString("0.00", CultureInfo.CurrentCulture)),
        new("Invoice", (o, _) => o.InvoiceNumber ?? ""),
        new("Collections:BankState", (o, texts) => o.BankState is { } state ? texts[$"BankState:{state}"] : ""),
        new("Notes:On", (o, _) => Day(o.BankStateOn)),
        new("Reason", (o, _) => o.BankReason ?? ""),
        new("RemittanceInformation", (o, _) => o.RemittanceInformation ?? ""),
    ];

    /// <summary>Of whatever remittance, or of none.</summary>
    public static readonly IReadOnlyList<CsvColumn<OrderRow>> ListCsv =
    [
        new("Remittance", (o, _) => o.RemittanceNumber ?? ""),
        new("Status", (o, texts) => texts[$"OrderStatus:{o.Status}"]),
        .. Csv,
    ];

    private static readonly IReadOnlyList<(string Name, int Width, Func<OrderRow, string> Value)> Fixed =
    [
        ("SEQ", 4, o => o.SequenceType?.ToCode() ?? ""),
        ("DATE", 10, o => Iso(o.ExecutionDate)),
        ("AMOUNT", -12, o => (o.AmountCents / 100m).ToString("0.00", CultureInfo.InvariantCulture)),
        ("END-TO-END", 35, o => o.EndToEndId),
        ("MANDATE", 35, o => o.MandateReference ?? ""),
        ("IBAN", 34, o => o.PartyIban),
        ("BIC", 11, o => o.PartyBic ?? ""),
        ("NAME", 70, o => o.PartyName),
        ("INVOICE", 35, o => o.InvoiceNumber ?? ""),
        ("STATE", 8, o => o.BankState?.ToString() ?? ""),
        ("STATE ON", 10, o => Iso(o.BankStateOn)),
        ("REASON", AnswerLimits.Code, o => o.BankReason ?? ""),
        ("INFORMATION", 140, o => o.RemittanceInformation ?? ""),
    ];

    public static string TextHeader() => Line(Cell("NO", -6), Fixed.Select(c => Cell(c.Name, c.Width)));

    public static string TextLine(int position, OrderRow order) =>
        Line(Cell(position.ToString(CultureInfo.InvariantCulture), -6), Fixed.Select(c => Cell(c.Value(order), c.Width)));

    private static string Line(string first, IEnumerable<string> others) => string.Join(' ', others.Prepend(first)).TrimEnd();

    // A negative width stands for the right-hand side. A line break within would be another order.
    private static string Cell(string text, int width)
    {
        var clean = string.Create(text.Length, text, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsControl(from[i]) ? ' ' : from[i];
        });
        return width < 0 ? clean.PadLeft(-width) : clean.Length > width ? clean[..width] : clean.PadRight(width);
    }

    private static string Day(DateOnly? day) => day?.ToString("d", CultureInfo.CurrentCulture) ?? "";

    private static string Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
