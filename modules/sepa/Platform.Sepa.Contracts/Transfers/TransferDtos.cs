namespace Platform.Sepa;

/// <summary>A credit-transfer order.</summary>
/// <param name="Id">Key.</param>
/// <param name="CreditorName">Who is paid.</param>
/// <param name="CreditorIban">Normal form: mask it in lists.</param>
/// <param name="CreditorBic">Normal form, if known.</param>
/// <param name="CreditorAddress">Empty where there is none.</param>
/// <param name="Amount">Euro, two decimals.</param>
/// <param name="RequestedOn">Wanted execution date; null for the earliest possible.</param>
/// <param name="EndToEndId">Unique in the company, collections included.</param>
/// <param name="InvoiceNumber">Invoice paid, if known.</param>
/// <param name="RemittanceInformation">What the creditor reads, at most 140 characters.</param>
/// <param name="Status">State.</param>
/// <param name="RemittanceId">Remittance it stands in.</param>
/// <param name="ImportBatchId">Import it came with.</param>
/// <param name="BankState">What the bank said of it; null before it is issued.</param>
/// <param name="BankStateOn">Day of the answer or booking.</param>
/// <param name="BankReason">Why it failed, in words.</param>
/// <param name="RetryOfId">The failed transfer of which it is the second attempt.</param>
/// <param name="RetriedById">The second attempt, where there is one.</param>
public sealed record TransferDto(
    Guid Id, string CreditorName, string CreditorIban, string? CreditorBic, AddressDto CreditorAddress, decimal Amount, DateOnly? RequestedOn,
    string EndToEndId, string? InvoiceNumber, string? RemittanceInformation, OrderStatus Status, Guid? RemittanceId, Guid? ImportBatchId,
    BankState? BankState = null, DateOnly? BankStateOn = null, BankReasonDto? BankReason = null, Guid? RetryOfId = null, Guid? RetriedById = null);

/// <summary>A transfer entered by hand.</summary>
/// <param name="CreditorName">At most 70 characters.</param>
/// <param name="CreditorIban">In SEPA, spaces allowed.</param>
/// <param name="Amount">Euro, 0.01 to 999,999,999.99, at most two decimals.</param>
/// <param name="CreditorBic">Compulsory outside the EEA only.</param>
/// <param name="CreditorAddress">Compulsory outside the EEA only; town and country at least where given.</param>
/// <param name="RequestedOn">Null for the earliest possible date.</param>
/// <param name="EndToEndId">Made up when absent.</param>
/// <param name="InvoiceNumber">At most 35 characters.</param>
/// <param name="RemittanceInformation">At most 140 characters.</param>
public sealed record CreateTransferDto(
    string? CreditorName, string? CreditorIban, decimal Amount, string? CreditorBic = null, AddressDto? CreditorAddress = null,
    DateOnly? RequestedOn = null, string? EndToEndId = null, string? InvoiceNumber = null, string? RemittanceInformation = null);

/// <summary>Which transfers.</summary>
/// <param name="Search">Part of end-to-end reference, invoice number or creditor.</param>
/// <param name="Status">Only these; null for all.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="PageSize">1 to 200.</param>
/// <param name="BankState">Only issued ones of which the bank said this.</param>
/// <param name="From">Executed, or wanted, on or after this day.</param>
/// <param name="To">Executed, or wanted, on or before this day.</param>
/// <param name="IsExpected">Only those that are still to come: neither cancelled nor settled nor failed.</param>
public sealed record GetTransfersInput(
    string? Search = null, OrderStatus? Status = OrderStatus.Waiting, string? Cursor = null, int PageSize = 25, BankState? BankState = null,
    DateOnly? From = null, DateOnly? To = null, bool IsExpected = false);
