using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

/// <summary>Before the door of a company that does not know the address. Sends on request only: opening a page sends nothing.</summary>
[Authorize(PlatformPolicies.SignedIn)]
[BeforeTheGate]
internal sealed class AdmissionModel(IAdmissionAppService admission, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public AdmissionDto Admission { get; private set; } = null!;

    public string Company => Tenant.Name;

    private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : $"~{TenantUrl("")}";

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return Admission.IsAdmitted ? LocalRedirect(Target) : Page();
    }

    public Task<IActionResult> OnPostSendAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await admission.SendAsync(cancellationToken);
        Notify(texts["Admission:Sent"]);
        return LocalRedirect($"~{TenantUrl("admission")}{QueryString.Create("returnUrl", Target)}");
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await admission.EnterAsync(Code ?? "", cancellationToken);
        return LocalRedirect(Target);
    });

    protected override async Task OnReloadAsync() => Admission = await admission.GetAsync(HttpContext.RequestAborted);
}
