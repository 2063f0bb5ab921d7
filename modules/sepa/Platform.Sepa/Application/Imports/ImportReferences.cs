using Microsoft.EntityFrameworkCore;
using Platform.Customers;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>What many rows have to be compared with, asked of the database in one go.</summary>
internal sealed class ImportReferences(SepaDbContext db, ICustomerDirectory customers) : IScopedDependency
{
    /// <summary>Adds to each row what it collides with in the database; collections learn their mandates, mandates their customers.</summary>
    public async Task<IReadOnlyList<LinkedRow>> LinkAsync(ImportBatch batch, IReadOnlyList<ParsedRow> rows, CancellationToken cancellationToken)
    {
        var taken = await TakenAsync(batch, rows, cancellationToken);
        var mandates = await MandatesAsync(batch, rows, cancellationToken);
        var codes = rows.Select(r => r.Mandate?.CustomerCode).OfType<string>().Distinct().ToArray();
        var known = await customers.FindAsync(codes, cancellationToken);
        return [.. rows.Select(row => Link(row, taken, mandates) with { CustomerId = CustomerOf(row, known)?.Id }).Select(row => WithCustomer(row))];
    }

    private async Task<HashSet<string>> TakenAsync(ImportBatch batch, IReadOnlyList<ParsedRow> rows, CancellationToken cancellationToken)
    {
        var keys = rows.Select(r => r.Verdict.UniqueKey).OfType<string>().Distinct().ToArray();
        var found = batch.Kind == ImportKind.Mandates
            ? db.Mandates.Where(m => m.CreditorKey == batch.CreditorKey && EF.Parameter(keys).Contains(m.ReferenceKey)).Select(m => m.ReferenceKey)
            : db.Orders.Where(c => EF.Parameter(keys).Contains(c.EndToEndId)).Select(c => c.EndToEndId);
        return keys.Length == 0 ? [] : await found.ToHashSetAsync(cancellationToken);
    }

    private async Task<Dictionary<string, KnownMandate>> MandatesAsync(ImportBatch batch, IReadOnlyList<ParsedRow> rows, CancellationToken cancellationToken)
    {
        var keys = rows.Select(r => r.Collection?.MandateReference.Key).OfType<string>().Distinct().ToArray();
        return keys.Length == 0
            ? []
            : await db.Mandates.Where(m => m.CreditorKey == batch.CreditorKey && EF.Parameter(keys).Contains(m.ReferenceKey))
                .Select(m => new { m.ReferenceKey, m.Id, m.DebtorIban }).ToDictionaryAsync(m => m.ReferenceKey, m => new KnownMandate(m.Id, m.DebtorIban), cancellationToken);
    }

    private static LinkedRow Link(ParsedRow row, HashSet<string> taken, Dictionary<string, KnownMandate> mandates)
    {
        var verdict = row.Verdict;
        Guid? mandateId = null;
        if (row.Collection is { } order)
        {
            var found = mandates.GetValueOrDefault(order.MandateReference.Key);
            mandateId = found?.Id;
            if (found is null)
                verdict = verdict.With(ImportReading.Error(ImportField.MandateReference, SepaErrorCodes.MandateUnknown, order.MandateReference.Value));
            else if (order.DebtorIban is { } iban && iban != found.DebtorIban)
                verdict = verdict.With(new RowFinding(ImportField.DebtorIban, SepaErrorCodes.MandateAccountDiffers, FindingSeverity.Warning, Shorten.To100(iban)));
        }

        if (verdict.UniqueKey is { } key && taken.Contains(key))
            verdict = verdict.With(Taken(row, key));
        return new LinkedRow(row with { Verdict = verdict }, mandateId);
    }

    private static CustomerReferenceDto? CustomerOf(ParsedRow row, IReadOnlyDictionary<string, CustomerReferenceDto> known) =>
        row.Mandate?.CustomerCode is { } code ? known.GetValueOrDefault(code) : null;

    private static LinkedRow WithCustomer(LinkedRow linked) => linked is { CustomerId: null, Row.Mandate.CustomerCode: { } code }
        ? linked with { Row = linked.Row with { Verdict = linked.Row.Verdict.With(ImportReading.Error(ImportField.CustomerCode, SepaErrorCodes.CustomerUnknown, code)) } }
        : linked;

    private static RowFinding Taken(ParsedRow row, string key) => row.Mandate is { } mandate
        ? ImportReading.Error(ImportField.MandateReference, SepaErrorCodes.MandateReferenceTaken, mandate.Reference.Value)
        : ImportReading.Error(ImportField.EndToEndId, SepaErrorCodes.EndToEndIdTaken, key);
}

internal sealed record KnownMandate(Guid Id, string DebtorIban);

internal sealed record LinkedRow(ParsedRow Row, Guid? MandateId, Guid? CustomerId = null);

/// <summary>Finds what stands twice in one file: the later line is wrong.</summary>
internal static class FileDuplicates
{
    public static RowVerdict Check(RowVerdict verdict, ImportKind kind, bool isTwice) => !isTwice
        ? verdict
        : verdict.With(kind == ImportKind.Mandates
            ? ImportReading.Error(ImportField.MandateReference, SepaErrorCodes.MandateReferenceTwice, verdict.UniqueKey)
            : ImportReading.Error(ImportField.EndToEndId, SepaErrorCodes.EndToEndIdTwice, verdict.UniqueKey));
}
