using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Hash of everything an approver answers for: account, bank profile and every order. It changes when any of it changes and is the
/// same for the same content.
/// </summary>
internal sealed class RemittanceContent(RemittanceLines lines) : IScopedDependency
{
    private const char Divider = '\u001f';

    public async Task<string> HashAsync(Remittance remittance, CreditorAccount account, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, [remittance.Number, remittance.Scheme, account.CreditorName, account.Iban, account.Bic, account.CreditorIdentifier, account.Address(), account.Profile()]);
        await foreach (var c in lines.Of(remittance.Id).OrderBy(c => c.Id).AsAsyncEnumerable().ReadAheadAsync(cancellationToken))
        {
            var mandate = c as Collection;
            Append(hash, [c.EndToEndId, c.AmountCents, c.SequenceType, c.ExecutionDate, mandate?.MandateReference, mandate?.SignedOn, c.PartyName,
                c.PartyIban, c.PartyBic, c.Address(), mandate?.DebtorAccountChanged, c.RemittanceInformation]);
            if (mandate is { TellsAmendment: true })
                Append(hash, [mandate.OriginalReference, mandate.OriginalDebtorIban, mandate.OriginalCreditorIdentifier, mandate.OriginalCreditorName]);
            if (c is Reversal reversal)
                Append(hash, [reversal.OriginalId, reversal.OriginalRemittanceId, reversal.OriginalBlock, reversal.Reason]);
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<object?> values)
    {
        var text = new StringBuilder(256);
        foreach (var value in values)
            text.Append(CultureInfo.InvariantCulture, $"{value}").Append(Divider);
        hash.AppendData(Encoding.UTF8.GetBytes(text.Append('\n').ToString()));
    }
}
