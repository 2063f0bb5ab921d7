using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Platform.Sepa;

/// <summary>Streams transfers into a pain.001 file.</summary>
internal sealed class TransferFile(SepaDbContext db, BankFile file)
{
    public Task WriteAsync(Stream output, CancellationToken cancellationToken)
    {
        var writer = new Pain001Writer(new Pain001Options(file.Account.TransferVersion, file.Account.AddressStyle));
        return writer.WriteAsync(output, Message(), ReadAsync(cancellationToken).ReadAheadAsync(cancellationToken), cancellationToken);
    }

    private Pain001Message Message()
    {
        var account = file.Account;
        var name = OrderLine.Written(account.CreditorName);
        return new Pain001Message
        {
            MessageId = file.MessageId,
            CreatedAt = file.CreatedAt,
            IsInstant = file.Remittance.Scheme == PaymentScheme.SctInst,
            Debtor = new Pain001Debtor(name, account.Iban, account.Bic, account.Address().Transliterate()),
            BatchBooking = account.BatchBooking,
            Blocks = [.. file.Blocks.Select((b, i) => new Pain001Block(BankFileNames.Block(file.MessageId, i), b.ExecutionDate, b.Count, b.Cents))],
        };
    }

    private async IAsyncEnumerable<Pain001Transaction> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var block in file.Blocks)
        {
            var orders = db.Transfers.AsNoTracking().Where(t => t.RemittanceId == file.Remittance.Id && t.ExecutionDate == block.ExecutionDate)
                .OrderBy(t => t.Id).Select(TransferLine.Columns);
            await foreach (var order in orders.AsAsyncEnumerable().WithCancellation(cancellationToken))
                yield return Transaction(block, order);
        }
    }

    private static Pain001Transaction Transaction(LineBlock block, TransferLine order) => new()
    {
        ExecutionDate = block.ExecutionDate,
        EndToEndId = order.EndToEndId,
        AmountCents = order.AmountCents,
        CreditorName = OrderLine.Written(order.PartyName),
        CreditorIban = order.PartyIban,
        CreditorBic = order.PartyBic,
        CreditorAddress = order.Address(),
        RemittanceText = order.RemittanceText,
    };

    private sealed record TransferLine(
        string EndToEndId, long AmountCents, string PartyName, string PartyIban, string? PartyBic, string? RemittanceInformation)
        : OrderLine(EndToEndId, AmountCents, PartyName, PartyIban, PartyBic, RemittanceInformation)
    {
        public static readonly Expression<Func<Transfer, TransferLine>> Columns = t => new TransferLine(
            t.EndToEndId, t.AmountCents, t.PartyName!, t.PartyIban!, t.PartyBic, t.RemittanceInformation)
        {
            Street = t.Street,
            BuildingNumber = t.BuildingNumber,
            PostalCode = t.PostalCode,
            Town = t.Town,
            Country = t.Country,
            AddressLine1 = t.AddressLine1,
            AddressLine2 = t.AddressLine2,
        };
    }
}
