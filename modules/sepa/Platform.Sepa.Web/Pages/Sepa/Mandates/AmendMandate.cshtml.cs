using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Mandates.Edit)]
internal sealed class AmendMandateModel(IMandateAppService mandates, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AmendInput Input { get; set; } = new();

    public MandateDto Mandate { get; private set; } = null!;

    public string BackUrl => this.Link($"mandates/{Id}");

    public async Task OnGetAsync()
    {
        await OnReloadAsync();
        Input = new AmendInput
        {
            Reference = Mandate.Reference,
            DebtorIban = Mandate.DebtorIban,
            DebtorBic = Mandate.DebtorBic,
            Stamp = Mandate.ConcurrencyStamp,
        };
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var mandate = await mandates.AmendAsync(Id, new AmendMandateDto(Input.Reference, Input.DebtorIban, Input.DebtorBic, Input.Stamp), cancellationToken);
        Notify(texts["Mandate:Amended", mandate.Reference]);
        return this.Go($"mandates/{Id}");
    });

    protected override async Task OnReloadAsync() => Mandate = await mandates.GetAsync(Id, HttpContext.RequestAborted);
}

/// <summary>The form of an amendment; the application service checks every field.</summary>
internal sealed class AmendInput
{
    public string? Reference { get; set; }

    public string? DebtorIban { get; set; }

    public string? DebtorBic { get; set; }

    public Guid Stamp { get; set; }
}
