using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

[Authorize(IdentityPermissions.Links.Default)]
internal sealed class SentLinksModel(ILinkAppService links, IPlatformTexts names, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public LinkState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public PagedResult<LinkDto> Links { get; private set; } = new([], null);

    public IReadOnlyList<(string Name, string Text)> Kinds { get; private set; } = [];

    public string ListUrl => this.Link("links");

    public string? NextUrl => Links.NextCursor is { } next ? $"{ListUrl}?q={Uri.EscapeDataString(Q ?? "")}&kind={Uri.EscapeDataString(Kind ?? "")}&state={State}&cursor={next}" : null;

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return IsHtmx("links-list") ? Partial("_LinkTable", this) : Page();
    }

    public Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await links.RevokeAsync(id, cancellationToken);
        Notify(texts["Links:RevokedNow"]);
        return LocalRedirect(ListUrl);
    });

    public string TextOf(string kind) => names.Get($"LinkKind:{kind}");

    public static Tone ToneOf(LinkState state) => state switch
    {
        LinkState.Open => Tone.Success,
        LinkState.Revoked => Tone.Danger,
        _ => Tone.Neutral,
    };

    protected override async Task OnReloadAsync()
    {
        Links = await links.GetListAsync(new LinkListInput(Kind is "" ? null : Kind, State, Q, Cursor), HttpContext.RequestAborted);
        Kinds = [.. (await links.GetKindsAsync(HttpContext.RequestAborted)).Select(k => (k, TextOf(k))).OrderBy(k => k.Item2, StringComparer.CurrentCulture)];
    }
}
