using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

/// <summary>Where a session is led that does not open the company asked for; the same whether that company exists.</summary>
[Authorize(PlatformPolicies.SignedIn)]
[OpenToLimitedSessions]
internal sealed class LimitedModel : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";

    /// <summary>The company that was asked for.</summary>
    public string? Slug => Target.Split('?')[0].Split('/') is ["", "t", { Length: > 0 } slug, ..] ? slug : null;
}
