using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Streams an approved remittance from the database to storage; memory does not grow with the number of orders.</summary>
internal sealed class RemittanceFileWriter(RemittanceLines lines, IBlobContainer blobs, TimeProvider clock) : IScopedDependency
{
    public async Task<IssuedFile> WriteAsync(Remittance remittance, CreditorAccount account, CancellationToken cancellationToken)
    {
        var profile = account.Profile();
        var blocks = await lines.GetBlocksAsync(remittance.Id, cancellationToken);
        var message = Message(remittance, account, blocks);
        var writer = new Pain008Writer(new Pain008Options(profile.Version, profile.AddressStyle, profile.NewDebtorAccountPlace));
        var blob = $"remittances/{remittance.Id:N}/{Guid.CreateVersion7():N}.xml";
        var (size, sha256) = (0L, "");
        await blobs.SaveAsync(
            blob,
            async stream =>
            {
                await using var hashing = new HashingStream(stream);
                await writer.WriteAsync(hashing, message, ReadAsync(remittance, blocks, cancellationToken).ReadAheadAsync(cancellationToken), cancellationToken);
                (size, sha256) = (hashing.Size, hashing.Sha256());
            },
            cancellationToken);
        return new IssuedFile(blob, message.MessageId, profile.Version, size, sha256);
    }

    private Pain008Message Message(Remittance remittance, CreditorAccount account, IReadOnlyList<LineBlock> blocks)
    {
        var id = MessageId(remittance);
        var name = Written(account.CreditorName);
        return new Pain008Message
        {
            MessageId = id,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
            InitiatingParty = new Pain008InitiatingParty(name),
            Creditor = new Pain008Creditor(name, account.Iban, account.Bic, account.CreditorIdentifier, account.Address().Transliterate()),
            BatchBooking = account.BatchBooking,
            Blocks = [.. blocks.Select((b, i) => new Pain008Block(
                string.Create(CultureInfo.InvariantCulture, $"{id}-{i + 1:000}"), Key(remittance.Scheme, b.SequenceType, b.CollectionDate), b.Count, b.Cents))],
        };
    }

    // Block by block, only the columns that the file needs: this is most of what an approval costs.
    private async IAsyncEnumerable<Pain008Transaction> ReadAsync(
        Remittance remittance, IReadOnlyList<LineBlock> blocks, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var block in blocks)
        {
            var key = Key(remittance.Scheme, block.SequenceType, block.CollectionDate);
            var orders = lines.Of(remittance.Id).Where(c => c.SequenceType == block.SequenceType && c.CollectionDate == block.CollectionDate)
                .OrderBy(c => c.Id).Select(OrderLine.Columns(block));
            await foreach (var order in orders.AsAsyncEnumerable().WithCancellation(cancellationToken))
                yield return Transaction(key, order);
        }
    }

    private static Pain008Transaction Transaction(Pain008BlockKey block, OrderLine order) => new()
    {
        Block = block,
        EndToEndId = order.EndToEndId,
        AmountCents = order.AmountCents,
        MandateReference = order.MandateReference,
        SignedOn = order.SignedOn,
        Amendment = order.DebtorAccountChanged ? new MandateAmendment { NewDebtorAccount = true } : null,
        DebtorName = Written(order.DebtorName),
        DebtorIban = order.DebtorIban,
        DebtorBic = order.DebtorBic,
        DebtorAddress = order.Address()?.Transliterate(),
        RemittanceText = order.RemittanceInformation is { } text ? Written(text) : null,
    };

    private static Pain008BlockKey Key(SddScheme scheme, SequenceType sequenceType, DateOnly date) => new(scheme, sequenceType, date);

    // The number is unique in the company; the part of the id keeps two companies at one bank apart.
    private static string MessageId(Remittance remittance) => $"{remittance.Number}-{remittance.Id.ToString("N")[^8..].ToUpperInvariant()}";

    private static string Written(string text) => SepaText.Transliterate(text).Text;
}
