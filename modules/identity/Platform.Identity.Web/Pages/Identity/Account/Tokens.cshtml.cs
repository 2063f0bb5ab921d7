using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

[Authorize(PlatformPolicies.SignedIn)]
internal sealed class TokensModel(
    IApiTokenAppService tokens, ITenantStore tenants, ICurrentUser user, PermissionGroups groups, IUnitOfWork unitOfWork, TimeProvider clock,
    IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    private static readonly int[] Terms = [30, 90, 180, 365];

    [BindProperty]
    public TokenInput Input { get; set; } = new();

    public IReadOnlyList<ApiTokenDto> Tokens { get; private set; } = [];

    public IReadOnlyList<TenantInfo> Companies { get; private set; } = [];

    /// <summary>The secret, in the answer to its creation only.</summary>
    public string? CreatedToken { get; private set; }

    public IReadOnlyList<PermissionGroup> Groups => groups.Get();

    public IReadOnlyList<SelectListItem> CompanyOptions =>
        [new(texts["Tokens:AllCompanies"], ""), .. Companies.Select(c => new SelectListItem(c.Name, c.Id.ToString()))];

    public static IReadOnlyList<SelectListItem> TermOptions => [.. Terms.Select(days => new SelectListItem($"{days}", $"{days}"))];

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var created = await tokens.CreateAsync(new CreateApiTokenDto(Input.Name ?? "", Input.TenantId, Input.Scopes, Input.ValidDays), cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
        CreatedToken = created.Token;
        ModelState.Clear();
        Input = new TokenInput();
        await OnReloadAsync();
        return Page();
    });

    public Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await tokens.RevokeAsync(id, cancellationToken);
        Notify(texts["Tokens:Revoked"]);
        return LocalRedirect("~/account/tokens");
    });

    protected override async Task OnReloadAsync()
    {
        Tokens = await tokens.GetListAsync(HttpContext.RequestAborted);
        Companies = await tenants.GetListForUserAsync(user.Id!.Value, HttpContext.RequestAborted);
    }

    public string CompanyOf(ApiTokenDto token) =>
        token.TenantId is { } id ? Companies.FirstOrDefault(c => c.Id == id)?.Name ?? "–" : texts["Tokens:AllCompanies"];

    public string ScopesOf(ApiTokenDto token) => token.Scopes is { } scopes ? texts["Tokens:ScopeCount", scopes.Count] : texts["Tokens:AllRights"];

    public string ScopeTexts(ApiTokenDto token) => string.Join(", ", token.Scopes?.Select(groups.Text) ?? []);

    public bool IsExpired(ApiTokenDto token) => token.ExpiresAt <= clock.GetUtcNow().UtcDateTime;
}

internal sealed class TokenInput
{
    public string? Name { get; set; }

    public Guid? TenantId { get; set; }

    public List<string> Scopes { get; set; } = [];

    public int ValidDays { get; set; } = 90;
}
