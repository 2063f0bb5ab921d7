using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;

namespace Platform.Accounting.Web;

/// <summary>Where whoever holds the link downloads a handoff; the token is the authority.</summary>
[AllowAnonymous]
internal sealed class CollectHandoffModel(IHandoffLinkAppService handoffs) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public HandoffToCollectDto Handoff { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Handoff = await handoffs.LookAsync(Token, cancellationToken);

    public async Task<IActionResult> OnGetZipAsync(CancellationToken cancellationToken) =>
        new ZipResult(await handoffs.DownloadAsync(Token, ZipResult.Read(Request), cancellationToken));
}
