using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>The provider of a company or group: set, tested, removed, and who has linked. The same at both places.</summary>
internal abstract class SignOnPageModel(ISignOnProviderAppService providers, IFreshProof proof, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    [BindProperty]
    public SignOnInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public bool Edit { get; set; }

    public SignOnPlaceDto Settings { get; private set; } = null!;

    public IReadOnlyList<SignOnPersonDto> People { get; private set; } = [];

    /// <summary>Not null: the answer to a test.</summary>
    public IReadOnlyList<SignOnFindingDto>? Findings { get; private set; }

    public bool CanChange { get; protected set; } = true;

    public abstract SettingPlace Place { get; }

    protected abstract string Path { get; }

    public IReadOnlyList<SelectListItem> Policies => Options<SignOnPolicy>("SignOn:Policy");

    public IReadOnlyList<SelectListItem> Factors => Options<SignOnFactor>("SignOn:Factor");

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (Edit)
            await proof.RequireAsync(cancellationToken);
        await OnReloadAsync();
        Input = Settings.Provider is { } known ? SignOnInput.Of(known) : new SignOnInput();
        return Page();
    });

    public Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        Edit = true;
        await providers.SetAsync(Place, Input.ToWish(), cancellationToken);
        Notify(texts["Saved"]);
        return LocalRedirect(Path);
    });

    public Task<IActionResult> OnPostTestAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        Edit = true;
        Findings = await providers.TestAsync(Place, Input.Issuer, cancellationToken);
        await OnReloadAsync();
        return Page();
    });

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await providers.RemoveAsync(Place, cancellationToken);
        Notify(texts["SignOn:Removed"]);
        return LocalRedirect(Path);
    });

    public Task<IActionResult> OnPostUnlinkAsync(Guid linkId, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await providers.UnlinkAsync(Place, linkId, cancellationToken);
        Notify(texts["SignOn:UnlinkedPerson"]);
        return LocalRedirect(Path);
    });

    protected override async Task OnReloadAsync()
    {
        Settings = await providers.GetAsync(Place, HttpContext.RequestAborted);
        People = await providers.GetPeopleAsync(Place, HttpContext.RequestAborted);
    }

    private IReadOnlyList<SelectListItem> Options<T>(string prefix) where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(name => new SelectListItem(texts[$"{prefix}:{name}"], name))];
}

/// <summary>What the form holds.</summary>
internal sealed class SignOnInput
{
    public string? Name { get; set; }

    public string? Issuer { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    public string? Domains { get; set; }

    public SignOnPolicy Policy { get; set; } = SignOnPolicy.Allowed;

    public SignOnFactor Factor { get; set; } = SignOnFactor.Always;

    public bool LetsInvitedIn { get; set; }

    public Guid? Stamp { get; set; }

    public static SignOnInput Of(SignOnProviderDto known) => new()
    {
        Name = known.Name,
        Issuer = known.Issuer,
        ClientId = known.ClientId,
        Domains = string.Join(", ", known.Domains),
        Policy = known.Policy,
        Factor = known.Factor,
        LetsInvitedIn = known.LetsInvitedIn,
        Stamp = known.ConcurrencyStamp,
    };

    public SignOnProviderInput ToWish() => new(
        Name, Issuer, ClientId, ClientSecret, Domains?.Split([' ', ',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), Policy, Factor, LetsInvitedIn, Stamp);
}
