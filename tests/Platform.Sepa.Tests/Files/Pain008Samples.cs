namespace Platform.Sepa.Tests;

/// <summary>Messages of any size whose totals are counted beforehand, as the product does it in the database.</summary>
internal static class Pain008Samples
{
    private static readonly DateOnly FirstDate = new(2026, 12, 1);

    private static readonly string[] Ibans =
        [.. Enumerable.Range(0, 50).Select(i => Iban.Create(i % 2 == 0 ? "DE" : "AT", $"3704{i:D4}0532013000"[..(i % 2 == 0 ? 18 : 16)]).Value)];

    public static Pain008Creditor Creditor { get; } = new(
        "Societe Exemple SARL",
        "FR1420041010050500013M02606",
        "PSSTFRPPPAR",
        CreditorIdentifier.Create("DE", "ZZZ", "09999999999").Value,
        new PostalAddress { Street = "rue de la Paix", BuildingNumber = "12 bis", PostalCode = "75002", Town = "Paris", Country = "FR" });

    /// <summary>Orders sorted by block: two schemes, four sequence types and two dates, as many as fit the count.</summary>
    public static IEnumerable<Pain008Transaction> Transactions(int count)
    {
        for (var i = 0; i < count; i++)
            yield return Transaction(i, Key((int)((long)i * Math.Min(16, count) / count)));
    }

    public static Pain008Message Message(IEnumerable<Pain008Transaction> transactions) => new()
    {
        MessageId = "REM-2026-000001",
        CreatedAt = new DateTime(2026, 11, 22, 9, 30, 47, DateTimeKind.Utc),
        InitiatingParty = new("Societe Exemple SARL", "PSSTFRPPPAR"),
        Creditor = Creditor,
        BatchBooking = true,
        Blocks = [.. transactions.GroupBy(t => t.Block).Select((g, i) => new Pain008Block($"REM-2026-000001-{i + 1}", g.Key, g.Count(), g.Sum(t => t.AmountCents)))],
    };

    public static Pain008Transaction Transaction(int i, Pain008BlockKey key) => new()
    {
        Block = key,
        EndToEndId = $"INV-{i:D8}",
        AmountCents = 1 + i * 7919L % 99_999_999,
        MandateReference = $"RUM-{i:D8}",
        SignedOn = new DateOnly(2020, 1, 1).AddDays(i % 2000),
        DebtorName = $"Debtor {i} + Sons",
        DebtorIban = Ibans[i % Ibans.Length],
        DebtorBic = i % 3 == 0 ? "DEUTDEFFXXX" : null,
        DebtorAddress = i % 4 == 0 ? Address : null,
        RemittanceText = i % 5 == 0 ? null : $"Invoice {i}, thank you",
    };

    public static Pain008BlockKey Key(int i) => new((SddScheme)(i / 8 % 2), (SequenceType)(i / 2 % 4), FirstDate.AddDays(i % 2));

    public static async IAsyncEnumerable<Pain008Transaction> Stream(IEnumerable<Pain008Transaction> transactions)
    {
        foreach (var transaction in transactions)
        {
            await Task.CompletedTask;
            yield return transaction;
        }
    }

    public static async Task<MemoryStream> WriteAsync(Pain008Options options, Pain008Message message, IEnumerable<Pain008Transaction> transactions)
    {
        var output = new MemoryStream();
        await new Pain008Writer(options).WriteAsync(output, message, Stream(transactions), TestContext.Current.CancellationToken);
        output.Position = 0;
        return output;
    }

    private static PostalAddress Address { get; } =
        new() { Street = "Hauptstrasse", BuildingNumber = "1a", PostalCode = "10115", Town = "Berlin", Country = "DE" };
}
