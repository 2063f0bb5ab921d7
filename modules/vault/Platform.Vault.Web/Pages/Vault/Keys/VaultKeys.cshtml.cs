using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Vault.Web;

[Authorize(VaultPermissions.Keys)]
internal sealed class VaultKeysModel(IVaultKeyAppService keys, IStringLocalizer<VaultResource> texts) : PlatformPageModel
{
    public const string LiveId = "vault-state";

    /// <summary>The version that the person is asked about.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Retire { get; set; }

    public VaultStatusDto Status { get; private set; } = null!;

    public MasterKeyDto? ToRetire => Status.Versions.FirstOrDefault(v => v.Version == Retire && CanRetire(v));

    /// <summary>Secrets still under a former master key.</summary>
    public long ToMove => Status.Versions.Where(v => v.State == MasterKeyState.Retiring).Sum(v => v.Secrets);

    public DataKeyRotationDto? Running => Status.Rotation is { FinishedAt: null } rotation ? rotation : null;

    public bool IsMoving => ToMove > 0 || Running is not null;

    /// <summary>Master keys that a former key of the service wraps.</summary>
    public int WrappedByFormer => Status.KmsKeyId is { } current
        ? Status.Versions.Count(v => v.State != MasterKeyState.Retired && v.KmsKeyId != current)
        : 0;

    public static bool CanRetire(MasterKeyDto key) => key is { State: MasterKeyState.Retiring, Secrets: 0 };

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return IsHtmx(LiveId) ? Partial("_VaultState", this) : Page();
    }

    public Task<IActionResult> OnPostMasterKeyAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var before = Newest(await keys.GetStatusAsync(cancellationToken));
        var made = Newest(await keys.RotateMasterKeyAsync(cancellationToken));
        return made > before ? Done("Keys:MasterKeyMade", "success", made) : Done("Keys:StillMoving", "warning");
    });

    public Task<IActionResult> OnPostDataKeysAsync(CancellationToken cancellationToken) =>
        ActAsync(() => keys.RotateDataKeysAsync(cancellationToken), "Keys:DataKeysStarted");

    public Task<IActionResult> OnPostRewrapAsync(CancellationToken cancellationToken) =>
        ActAsync(() => keys.RewrapMasterKeysAsync(cancellationToken), "Keys:Rewrapped");

    public Task<IActionResult> OnPostRetireAsync(int version, CancellationToken cancellationToken) =>
        ActAsync(() => keys.RetireMasterKeyAsync(version, cancellationToken), "Keys:RetiredNotice", version);

    public Task<IActionResult> OnPostUnsealAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var status = await keys.UnsealAsync(cancellationToken);
        return status.IsSealed ? Done("Keys:StillSealed", "warning") : Done("Keys:UnsealedNotice", "success");
    });

    protected override async Task OnReloadAsync() => Status = await keys.GetStatusAsync(HttpContext.RequestAborted);

    private static int Newest(VaultStatusDto status) => status.Versions.Select(v => v.Version).DefaultIfEmpty().Max();

    private Task<IActionResult> ActAsync(Func<Task<VaultStatusDto>> act, string notice, params object[] values) => TryAsync(async () =>
    {
        await act();
        return Done(notice, "success", values);
    });

    private LocalRedirectResult Done(string notice, string tone, params object[] values)
    {
        Notify(texts[notice, values], tone);
        return LocalRedirect(this.Link("vault/keys"));
    }
}
