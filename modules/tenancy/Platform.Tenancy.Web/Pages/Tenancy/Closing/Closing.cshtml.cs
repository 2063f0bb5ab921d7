using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Tenancy.Web;

/// <summary>Closes the company's account; once it is closed, the only page of it that is left.</summary>
[Authorize(TenancyPermissions.Company.Close)]
[OpenWhenClosed]
internal sealed class ClosingModel(IClosingAppService closing, IStringLocalizer<TenancyResource> texts) : PlatformPageModel
{
    private const string Here = "settings/closing";

    [BindProperty]
    public CloseCompanyDto Input { get; set; } = new(null);

    public ClosingDto Closing { get; private set; } = null!;

    public string LegalName => Tenant.Name;

    public bool CanClose => Closing is { IsOperator: false, Export: not null, Obstacles.Count: 0 };

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await closing.CloseAsync(Input, cancellationToken);
        return Done("Closing:DoneNotice");
    });

    public Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await closing.TakeBackAsync(cancellationToken);
        return Done("Closing:BackNotice");
    });

    protected override async Task OnReloadAsync() => Closing = await closing.GetAsync(HttpContext.RequestAborted);

    private LocalRedirectResult Done(string notice)
    {
        Notify(texts[notice]);
        return LocalRedirect($"~{TenantUrl(Here)}");
    }
}
