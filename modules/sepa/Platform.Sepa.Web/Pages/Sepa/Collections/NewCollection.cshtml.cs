using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Remittances.Create)]
internal sealed class NewCollectionModel(ICollectionAppService collections, IMandateAppService mandates, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Mandate { get; set; }

    [BindProperty]
    public CollectionInput Input { get; set; } = new();

    public MandateDto Of { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> SequenceTypes => Presentation.Options<SequenceType>(texts, texts["SequenceType:Automatic"]);

    public string BackUrl => this.Link($"mandates/{Mandate}");

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (!SepaAmount.TryParse(Input.Amount, CultureInfo.CurrentCulture, out var amount, out var code))
            throw new InputException(new FieldError(nameof(Input.Amount), code, Input.Amount));
        var order = await collections.CreateAsync(
            new CreateCollectionDto(Mandate, amount.Euros, Input.RequestedOn, Input.EndToEndId, Input.InvoiceNumber, Input.RemittanceInformation, Input.SequenceType),
            cancellationToken);
        Notify(texts["Collections:Saved", order.EndToEndId]);
        return this.Go("collections");
    });

    protected override async Task OnReloadAsync() => Of = await mandates.GetAsync(Mandate, HttpContext.RequestAborted);
}

internal sealed class CollectionInput
{
    public string? Amount { get; set; }

    public DateOnly? RequestedOn { get; set; }

    public string? EndToEndId { get; set; }

    public string? InvoiceNumber { get; set; }

    public string? RemittanceInformation { get; set; }

    public SequenceType? SequenceType { get; set; }
}
