using Platform.Kernel;
using Platform.Sepa;

namespace Platform.Accounting;

/// <summary>Pays e-invoices by SEPA credit transfer.</summary>
internal sealed class InvoicePayments(ITransferAppService transfers, IPermissionChecker permissions, TimeProvider clock) : IScopedDependency
{
    /// <summary>Why no payment can be prepared; null when one can.</summary>
    /// <param name="invoice">As read.</param>
    /// <param name="transferId">What was prepared last.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<BusinessException?> RefusalAsync(EInvoice invoice, Guid? transferId, CancellationToken cancellationToken) =>
        Refusal(invoice) ?? (transferId is { } id && await IsLiveAsync(id, cancellationToken) ? new BusinessException(AccountingErrorCodes.EInvoicePaymentExists) : null);

    /// <exception cref="InputException">What the SEPA module refuses.</exception>
    public async Task<Guid> PrepareAsync(EInvoice invoice, CancellationToken cancellationToken)
    {
        var (payment, seller) = (invoice.Payment, invoice.Seller);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var iban = SepaValueOf(payment.Iban!);
        var transfer = await transfers.CreateAsync(
            new CreateTransferDto(
                Fit(payment.AccountName ?? payment.PayeeName ?? seller.Name, SepaLengths.Name), iban.Value, invoice.Sums.Payable!.Value,
                Bic.TryParse(payment.Bic, out var bic, out _) ? bic.Value : null,
                // Banks want it outside the European Economic Area only.
                iban.IsEea ? null : new AddressDto(Town: Fit(seller.Town, SepaLengths.Town), Country: seller.Country),
                invoice.DueOn >= today ? invoice.DueOn : null, null,
                invoice.Number?.Length <= SepaLengths.Identifier ? invoice.Number : null,
                Fit(payment.Reference ?? invoice.Number, SepaLengths.Remittance)),
            cancellationToken);
        return transfer.Id;
    }

    private static BusinessException? Refusal(EInvoice invoice)
    {
        var payment = invoice.Payment;
        if (payment.IsDirectDebit)
            return new BusinessException(AccountingErrorCodes.EInvoiceDirectDebit);
        if (invoice.IsCreditNote || invoice.Sums.Payable is not > 0)
            return new BusinessException(AccountingErrorCodes.EInvoiceNothingToPay).WithData("value", invoice.Sums.Payable);
        if (invoice.Currency != "EUR")
            return new BusinessException(AccountingErrorCodes.EInvoiceNotEuro).WithData("value", invoice.Currency);
        if (payment.Iban is null)
            return new BusinessException(AccountingErrorCodes.EInvoiceNoAccount);
        return Iban.TryParse(payment.Iban, out var iban, out _) && iban.IsSepa
            ? null
            : new BusinessException(AccountingErrorCodes.EInvoiceAccountInvalid).WithData("value", payment.Iban);
    }

    // Whoever may not see transfers is told that there is one, not whether it was taken back.
    private async Task<bool> IsLiveAsync(Guid transferId, CancellationToken cancellationToken)
    {
        if (!await permissions.IsGrantedAsync(SepaPermissions.Transfers.Default, cancellationToken))
            return true;
        try
        {
            return (await transfers.GetAsync(transferId, cancellationToken)).Status != OrderStatus.Cancelled;
        }
        catch (EntityNotFoundException)
        {
            return false;
        }
    }

    private static Iban SepaValueOf(string text) => Iban.TryParse(text, out var iban, out var code) ? iban : throw new BusinessException(code);

    // Conversion into the characters of banks can make a text longer.
    private static string? Fit(string? text, int length)
    {
        while (text is not null && SepaText.Transliterate(text).Text.Length > length)
            text = text[..^1].TrimEnd();
        return text;
    }
}
