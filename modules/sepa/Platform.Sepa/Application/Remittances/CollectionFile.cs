using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Platform.Sepa;

/// <summary>Streams collections into a pain.008 file.</summary>
internal sealed class CollectionFile(SepaDbContext db, BankFile file)
{
    public Task WriteAsync(Stream output, CancellationToken cancellationToken)
    {
        var profile = file.Account.Profile();
        var writer = new Pain008Writer(new Pain008Options(profile.Version, profile.AddressStyle, profile.NewDebtorAccountPlace));
        return writer.WriteAsync(output, Message(), ReadAsync(cancellationToken).ReadAheadAsync(cancellationToken), cancellationToken);
    }

    private Pain008Message Message()
    {
        var account = file.Account;
        var name = OrderLine.Written(account.CreditorName);
        return new Pain008Message
        {
            MessageId = file.MessageId,
            CreatedAt = file.CreatedAt,
            InitiatingParty = new InitiatingParty(name),
            Creditor = new Pain008Creditor(name, account.Iban, account.Bic, account.CreditorIdentifier!, account.Address().Transliterate()),
            BatchBooking = account.BatchBooking,
            Blocks = [.. file.Blocks.Select((b, i) => new Pain008Block(BankFileNames.Block(file.MessageId, i), Key(b), b.Count, b.Cents))],
        };
    }

    // Block by block, only the columns that the file needs: this is most of what an approval costs.
    private async IAsyncEnumerable<Pain008Transaction> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var block in file.Blocks)
        {
            var key = Key(block);
            var orders = db.Collections.AsNoTracking()
                .Where(c => c.RemittanceId == file.Remittance.Id && c.SequenceType == block.SequenceType && c.ExecutionDate == block.ExecutionDate)
                .OrderBy(c => c.Id).Select(block.HasAddresses ? CollectionLine.Addressed : CollectionLine.Plain);
            await foreach (var order in orders.AsAsyncEnumerable().WithCancellation(cancellationToken))
                yield return Transaction(key, order, file.Account);
        }
    }

    private static Pain008Transaction Transaction(Pain008BlockKey block, CollectionLine order, CreditorAccount account) => new()
    {
        Block = block,
        EndToEndId = order.EndToEndId,
        AmountCents = order.AmountCents,
        MandateReference = order.MandateReference,
        SignedOn = order.SignedOn,
        Amendment = order.Amendment(account),
        DebtorName = OrderLine.Written(order.PartyName),
        DebtorIban = order.PartyIban,
        DebtorBic = order.PartyBic,
        DebtorAddress = order.Address(),
        RemittanceText = order.RemittanceText,
    };

    private Pain008BlockKey Key(LineBlock block) => new(file.Remittance.Scheme.Mandates()!.Value, block.SequenceType!.Value, block.ExecutionDate);

    private sealed record CollectionLine(
        string EndToEndId, long AmountCents, string PartyName, string PartyIban, string? PartyBic, string? RemittanceInformation,
        string MandateReference, DateOnly SignedOn, string? OriginalReference, string? OriginalIban, string? OriginalIdentifier, string? OriginalName)
        : OrderLine(EndToEndId, AmountCents, PartyName, PartyIban, PartyBic, RemittanceInformation)
    {
        // Addresses are nearly half of the columns and most debtors have none, so they are read only where there are some.
        public static readonly Expression<Func<Collection, CollectionLine>> Plain = c => new CollectionLine(
            c.EndToEndId, c.AmountCents, c.PartyName!, c.PartyIban!, c.PartyBic, c.RemittanceInformation, c.MandateReference!, c.SignedOn!.Value,
            c.OriginalReference, c.OriginalDebtorIban, c.OriginalCreditorIdentifier, c.OriginalCreditorName);

        public static readonly Expression<Func<Collection, CollectionLine>> Addressed = c => new CollectionLine(
            c.EndToEndId, c.AmountCents, c.PartyName!, c.PartyIban!, c.PartyBic, c.RemittanceInformation, c.MandateReference!, c.SignedOn!.Value,
            c.OriginalReference, c.OriginalDebtorIban, c.OriginalCreditorIdentifier, c.OriginalCreditorName)
        {
            Street = c.Street,
            BuildingNumber = c.BuildingNumber,
            PostalCode = c.PostalCode,
            Town = c.Town,
            Country = c.Country,
            AddressLine1 = c.AddressLine1,
            AddressLine2 = c.AddressLine2,
        };

        public MandateAmendment? Amendment(CreditorAccount account) =>
            (OriginalReference ?? OriginalIban ?? OriginalIdentifier ?? OriginalName) is null ? null : new MandateAmendment
            {
                OriginalReference = OriginalReference,
                OriginalCreditorIdentifier = OriginalIdentifier,
                OriginalCreditorName = OtherName(account),
                OriginalDebtorIban = OriginalIban,
                NewDebtorAccount = OriginalIban is not null && !(TellsAgent(account) && DebtorBanks.AreSame(OriginalIban, PartyIban)),
            };

        // Only accents may have changed: the file says the same then.
        private string? OtherName(CreditorAccount account) =>
            OriginalName is { } name && Written(name) is var written && written != Written(account.CreditorName) ? written : null;

        // Where SMNDA names another bank, an account in the same bank is told by its number.
        private static bool TellsAgent(CreditorAccount account) => account.NewDebtorAccountPlace == NewDebtorAccountPlace.OriginalDebtorAgent;
    }
}
