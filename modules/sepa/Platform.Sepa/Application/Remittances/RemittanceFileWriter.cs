using System.Globalization;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Streams an approved remittance from the database to storage; memory does not grow with the number of orders.</summary>
internal sealed class RemittanceFileWriter(RemittanceLines lines, IEnumerable<IRemittanceOrders> kinds, IBlobContainer blobs, TimeProvider clock) : IScopedDependency
{
    public async Task<IssuedFile> WriteAsync(Remittance remittance, CreditorAccount account, CancellationToken cancellationToken)
    {
        var orders = kinds.Of(remittance.Scheme);
        var file = new BankFile(
            remittance, account, BankFileNames.Message(remittance), clock.GetUtcNow().UtcDateTime, await lines.GetBlocksAsync(remittance.Id, cancellationToken));
        var blob = $"remittances/{remittance.Id:N}/{Guid.CreateVersion7():N}.xml";
        var (size, sha256) = (0L, "");
        await blobs.SaveAsync(
            blob,
            async stream =>
            {
                await using var hashing = new HashingStream(stream);
                await orders.WriteAsync(hashing, file, cancellationToken);
                (size, sha256) = (hashing.Size, hashing.Sha256());
            },
            cancellationToken);
        return new IssuedFile(blob, file.MessageId, orders.Version(account), size, sha256);
    }
}

internal static class BankFileNames
{
    /// <summary>The number is unique in the company; the part of the id keeps two companies at one bank apart.</summary>
    public static string Message(Remittance remittance) => $"{remittance.Number}-{remittance.Id.ToString("N")[^8..].ToUpperInvariant()}";

    public static string Block(string messageId, int index) => string.Create(CultureInfo.InvariantCulture, $"{messageId}-{index + 1:000}");

    /// <summary>"pain.008.001.08".</summary>
    public static string Format(PaymentScheme scheme, string version) => $"{(scheme.IsTransfer() ? "pain.001" : scheme.IsReversal() ? "pain.007" : "pain.008")}.001.{version[1..]}";
}
