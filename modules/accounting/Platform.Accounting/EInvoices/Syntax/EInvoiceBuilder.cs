namespace Platform.Accounting;

/// <summary>An invoice from its terms.</summary>
internal static class EInvoiceBuilder
{
    private const int MostNotes = 20;

    public static EInvoice Build(EInvoiceSyntax syntax, TermGroup root)
    {
        var currency = root.Text("BT-5");
        var means = Means(root);
        var lines = root.Groups("BG-25");
        return new EInvoice(
            syntax, root.Text("BT-24"), root.Text("BT-1"), root.Day("BT-2"), root.Day("BT-9") ?? means.Day("BT-9"), root.Text("BT-3"), currency,
            Party(root, SellerTerms), Party(root, BuyerTerms), lines.Count, lines.Sum(l => l.Number("BT-131") ?? 0),
            [.. lines.Take(EInvoiceLimits.LinesKept).Select(Line)],
            [.. root.Groups("BG-23").Where(g => IsIn(g, currency)).Select(Vat)], Sums(root, currency), Payment(root, means), Note(root));
    }

    private static readonly PartyTerms SellerTerms = new("BT-27", "BT-28", "BT-30", "BG-4-TAX", "BT-31", "BT-34", "BT-37", "BT-40", "BT-43");
    private static readonly PartyTerms BuyerTerms = new("BT-44", "BT-45", "BT-47", "BG-7-TAX", "BT-48", "BT-49", "BT-52", "BT-55", "BT-58");

    private static EInvoiceParty Party(TermGroup root, PartyTerms terms)
    {
        var (id, address) = (root.Value(terms.CompanyId), root.Value(terms.Address));
        return new EInvoiceParty(
            root.Text(terms.Name) ?? root.Text(terms.TradingName), root.Groups(terms.Taxes).FirstOrDefault(g => IsVat(g, terms.Vat))?.Text(terms.Vat),
            id?.Text, id?.Qualifier, root.Text(terms.Country), root.Text(terms.Town),
            root.Text(terms.Email) ?? (address?.Qualifier == "EM" ? address.Text : null));
    }

    // UBL names the tax in an element, CII in an attribute.
    private static bool IsVat(TermGroup registration, string term) =>
        (registration.Text($"{term}-SCHEME") ?? registration.Value(term)?.Qualifier)?.ToUpperInvariant() is "VAT" or "VA";

    private static TermGroup Means(TermGroup root)
    {
        var all = root.Groups("BG-16");
        return all.FirstOrDefault(m => m.Text("BT-81") is "49" or "59") ?? all.FirstOrDefault(m => m.Text("BT-84") is not null) ?? all.FirstOrDefault() ?? new TermGroup();
    }

    private static EInvoicePayment Payment(TermGroup root, TermGroup means) => new(
        means.Text("BT-81"), means.Text("BT-84"), means.Text("BT-86"), means.Text("BT-85"), root.Text("BT-59"),
        means.Text("BT-83") ?? root.Text("BT-83"), means.Text("BT-89") ?? root.Text("BT-89"));

    private static EInvoiceLine Line(TermGroup line) => new(
        line.Text("BT-126"), Description(line.Text("BT-153"), line.Text("BT-154")), line.Number("BT-129"), line.Value("BT-129")?.Qualifier,
        line.Number("BT-131"), line.Number("BT-152"));

    private static string? Description(string? name, string? more) => more is null || more == name ? name : name is null ? more : $"{name} – {more}";

    private static bool IsIn(TermGroup vat, string? currency) => vat.Value("BT-117")?.Qualifier is var own && (own is null || currency is null || own == currency);

    private static EInvoiceVat Vat(TermGroup vat) =>
        new(vat.Text("BT-118"), vat.Number("BT-119"), vat.Number("BT-116"), vat.Number("BT-117"), vat.Text("BT-120"));

    private static EInvoiceSums Sums(TermGroup root, string? currency) => new(
        root.Number("BT-106"), root.Number("BT-107"), root.Number("BT-108"), root.Number("BT-109"), root.Amount("BT-110", currency),
        root.Number("BT-112"), root.Number("BT-113"), root.Number("BT-114"), root.Number("BT-115"));

    private static string? Note(TermGroup root) =>
        root.Values("BT-22") is { Count: > 0 } notes ? string.Join('\n', notes.Take(MostNotes).Select(n => n.Text)) : null;

    private sealed record PartyTerms(
        string Name, string TradingName, string CompanyId, string Taxes, string Vat, string Address, string Town, string Country, string Email);
}
