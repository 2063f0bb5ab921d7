using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Transfers.Create)]
internal sealed class NewTransferModel(ITransferAppService transfers, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    [BindProperty]
    public TransferInput Input { get; set; } = new();

    public string BackUrl => this.Link("transfers");

    public Task<IActionResult> OnPostAsync(bool another, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (!SepaAmount.TryParse(Input.Amount, CultureInfo.CurrentCulture, out var amount, out var code))
            throw new InputException(new FieldError(nameof(Input.Amount), code, Input.Amount));
        var order = await transfers.CreateAsync(Input.ToDto(amount.Euros), cancellationToken);
        Notify(texts["Collections:Saved", order.EndToEndId]);
        return this.Go(another ? "transfers/new" : "transfers");
    });
}

internal sealed class TransferInput
{
    public string? CreditorName { get; set; }

    public string? CreditorIban { get; set; }

    public string? CreditorBic { get; set; }

    public AddressInput Address { get; set; } = new();

    public string? Amount { get; set; }

    public DateOnly? RequestedOn { get; set; }

    public string? EndToEndId { get; set; }

    public string? InvoiceNumber { get; set; }

    public string? RemittanceInformation { get; set; }

    public CreateTransferDto ToDto(decimal amount) => new(
        CreditorName, CreditorIban, amount, CreditorBic, Address.ToDto(), RequestedOn, EndToEndId, InvoiceNumber, RemittanceInformation);
}
