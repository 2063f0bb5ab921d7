using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>The person's accounts at providers of their companies.</summary>
[Authorize(PlatformPolicies.SignedIn)]
internal sealed class LinksModel(
    ISignOnLinkAppService links, ISignOnService signOn, IFreshProof proof, SignOnCookie cookie, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    private const string Here = "/account/links";

    public IReadOnlyList<SignOnLinkDto> Links { get; private set; } = [];

    /// <summary>An account that this browser has just come back with.</summary>
    public PendingLinkDto? Pending { get; private set; }

    /// <summary>The provider's page; null until the person asks to link.</summary>
    public string? LeavingTo { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        try
        {
            await OnReloadAsync();
            return Page();
        }
        catch (BusinessException e) when (e.Code == IdentityErrorCodes.SignOnLimited)
        {
            return LocalRedirect("~/account/limited?returnUrl=%2Faccount%2Flinks");
        }
    });

    public Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await proof.RequireAsync(cancellationToken);
        var question = await signOn.BeginAsync(new SignOnRequest(id, Here, SignOnPurpose.Link), cancellationToken);
        cookie.Keep(question);
        LeavingTo = question.Address;
        // Not a redirect: the form-action of the content security policy holds for where a form's answer leads.
        Response.Headers["Refresh"] = $"0;url={LeavingTo}";
        await OnReloadAsync();
        return Page();
    });

    public Task<IActionResult> OnPostPendingAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var provider = (await links.FindPendingAsync(cookie.PendingLink, cancellationToken))?.Provider ?? "";
        await links.LinkPendingAsync(cookie.PendingLink, cancellationToken);
        cookie.ForgetPending();
        Notify(texts["SignOn:LinkedNow", provider]);
        return LocalRedirect($"~{Here}");
    });

    public IActionResult OnPostForget()
    {
        cookie.ForgetPending();
        return LocalRedirect($"~{Here}");
    }

    public Task<IActionResult> OnPostUnlinkAsync(Guid id, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await links.UnlinkAsync(id, cancellationToken);
        Notify(texts["SignOn:Unlinked"]);
        return LocalRedirect($"~{Here}");
    });

    protected override async Task OnReloadAsync()
    {
        Links = await links.GetListAsync(HttpContext.RequestAborted);
        Pending = await links.FindPendingAsync(cookie.PendingLink, HttpContext.RequestAborted);
    }
}
