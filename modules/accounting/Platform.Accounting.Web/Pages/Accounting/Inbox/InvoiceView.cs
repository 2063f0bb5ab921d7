using System.Globalization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Accounting.Web;

/// <summary>What _Invoice shows: the e-invoice, or why it cannot be read, or that the document is none.</summary>
internal sealed class InvoiceView
{
    private InvoiceView(IPlatformTexts texts, EInvoiceDto? document, string? failure) => (Texts, Document, Failure) = (texts, document, failure);

    public EInvoiceDto? Document { get; }

    public string? Failure { get; }

    private IPlatformTexts Texts { get; }

    /// <exception cref="EntityNotFoundException">No such document in the current company.</exception>
    public static async Task<InvoiceView> LoadAsync(IEInvoiceAppService invoices, IPlatformTexts texts, Guid documentId, CancellationToken cancellationToken)
    {
        try
        {
            return new InvoiceView(texts, await invoices.GetAsync(documentId, cancellationToken), null);
        }
        catch (BusinessException e) when (e.Code.StartsWith("Accounting:", StringComparison.Ordinal))
        {
            return new InvoiceView(texts, null, texts.Get(e.Code, e.Data));
        }
    }

    public IReadOnlyList<string> Findings(EInvoiceSeverity severity) =>
        [.. Document!.Findings.Where(f => f.Severity == severity).Select(f => $"{Text(f)} ({f.Place}, {f.Rule})")];

    /// <summary>Null where a payment can be prepared.</summary>
    public string? Refusal => Document!.PaymentRefusal is { } code
        ? Texts.Get(code, new Dictionary<string, object?> { ["value"] = code == AccountingErrorCodes.EInvoiceNotEuro ? Document.Invoice.Currency : Document.Invoice.Payment.Iban })
        : null;

    /// <summary>"1,234.50 USD" as the reader's culture writes numbers; euro with their sign.</summary>
    public string Amount(decimal? amount)
    {
        if (amount is not { } value)
            return "–";
        var currency = Document!.Invoice.Currency;
        return currency == "EUR" && decimal.Round(value, 2) == value
            ? MoneyTagHelper.Format((long)(value * 100))
            : $"{value.ToString("#,0.00###", CultureInfo.CurrentCulture)}\u00a0{currency}";
    }

    public static string Number(decimal? number, string? unit = null) =>
        number is { } value ? $"{value.ToString("#,0.######", CultureInfo.CurrentCulture)}{(unit is null ? "" : $"\u00a0{unit}")}" : "–";

    private string Text(EInvoiceFinding finding) =>
        Texts.Get(finding.Code, new Dictionary<string, object?> { ["place"] = finding.Place, ["value"] = Shown(finding.Value), ["expected"] = Shown(finding.Expected) });

    // Findings tell amounts and days culture-neutral.
    private string? Shown(string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("d", CultureInfo.CurrentCulture)
        : value?.Contains('.') == true && decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? Amount(amount)
        : value;
}
