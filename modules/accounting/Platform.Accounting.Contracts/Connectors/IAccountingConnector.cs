namespace Platform.Accounting;

/// <summary>
/// A way to the accounting package in which a company's books are kept: documents that are ready to book go there, files of bookings come back.
/// A module implements it as a singleton or scoped dependency, and the scanner finds it. Each step may be asked for again after a failure or a lost
/// host: what was done before is then found done.
/// </summary>
public interface IAccountingConnector
{
    /// <summary>Stored with companies, so it never changes: lower-case letters and hyphens, at most 40.</summary>
    string Name { get; }

    /// <summary>Key of its text, the resource first: "Accounting.Connector.Folder".</summary>
    string TextKey { get; }

    /// <summary>Whether the operator has set it up.</summary>
    bool IsAvailable { get; }

    /// <summary>Brings one document to the package. Returns when the package has it for good, once however often it is asked.</summary>
    /// <param name="delivery">What it is.</param>
    /// <param name="content">Its bytes, from the beginning; the caller disposes.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task DeliverAsync(AccountingDelivery delivery, Stream content, CancellationToken cancellationToken = default);

    /// <summary>The file of bookings that waits longest, whole; null for none.</summary>
    /// <param name="company">URL segment of the company.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<AccountingReturn?> FindReturnAsync(string company, CancellationToken cancellationToken = default);

    /// <summary>Takes a file of bookings away from those that wait, after its entries were kept or refused for good.</summary>
    /// <param name="company">URL segment of the company.</param>
    /// <param name="file">As it was found.</param>
    /// <param name="refusals">Why it was refused, in the company's language; empty when it was taken.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task SettleAsync(string company, AccountingReturn file, IReadOnlyList<string> refusals, CancellationToken cancellationToken = default);
}

/// <summary>A document on its way to the accounting package.</summary>
/// <param name="Id">Of the document: the same at each attempt.</param>
/// <param name="Company">URL segment of the company.</param>
/// <param name="FileName">Safe on every usual system.</param>
/// <param name="Type">What it is.</param>
/// <param name="MediaType">By its content.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Invoice">What an e-invoice says; null for other documents.</param>
public sealed record AccountingDelivery(Guid Id, string Company, string FileName, DocumentType Type, string MediaType, string Sha256, DeliveredInvoice? Invoice);

/// <summary>What an accounting package files an invoice by (EN 16931).</summary>
/// <param name="Number">BT-1.</param>
/// <param name="Seller">BT-27.</param>
/// <param name="SellerVatNumber">BT-31.</param>
/// <param name="IssuedOn">BT-2.</param>
/// <param name="DueOn">BT-9.</param>
/// <param name="Payable">BT-115.</param>
/// <param name="Currency">BT-5.</param>
/// <param name="IsCreditNote">By BT-3.</param>
public sealed record DeliveredInvoice(
    string? Number, string? Seller, string? SellerVatNumber, DateOnly? IssuedOn, DateOnly? DueOn, decimal? Payable, string? Currency, bool IsCreditNote);

/// <summary>A file of bookings in the formats of <see cref="IBookingAppService.ImportAsync"/>.</summary>
/// <param name="FileName">As the package called it.</param>
/// <param name="OpenAsync">Its bytes; the caller disposes.</param>
public sealed record AccountingReturn(string FileName, Func<CancellationToken, Task<Stream>> OpenAsync);
