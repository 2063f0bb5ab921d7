using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Vault.Web;

[Authorize(VaultPermissions.Keys)]
internal sealed class VaultKeysModel(IVaultKeyAppService keys, IMailSecretAppService mail, IStringLocalizer<VaultResource> texts) : PlatformPageModel
{
    public const string LiveId = "vault-state";

    /// <summary>The version that the person is asked about.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Retire { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public VaultStatusDto Status { get; private set; } = null!;

    /// <summary>The mail server's password; null while the configured one counts.</summary>
    public SecretInfo? MailPassword { get; private set; }

    public MasterKeyDto? ToRetire => Status.Versions.FirstOrDefault(v => v.Version == Retire && CanRetire(v));

    public int Active => Status.Versions.FirstOrDefault(v => v.State == MasterKeyState.Active)?.Version ?? 0;

    /// <summary>Secrets still under a former master key that can be moved.</summary>
    public long ToMove => Status.Versions.Where(v => v.State == MasterKeyState.Retiring).Sum(v => v.Secrets - v.Damaged);

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

    public Task<IActionResult> OnPostMasterKeyAsync(int after, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        Status = await keys.RotateMasterKeyAsync(after, cancellationToken);
        return Active > after ? Done("Keys:MasterKeyMade", "success", Active) : Done("Keys:StillMoving", "warning");
    });

    public Task<IActionResult> OnPostDataKeysAsync(CancellationToken cancellationToken) =>
        ActAsync(() => keys.RotateDataKeysAsync(cancellationToken), "Keys:DataKeysStarted");

    public Task<IActionResult> OnPostRewrapAsync(CancellationToken cancellationToken) =>
        ActAsync(() => keys.RewrapMasterKeysAsync(cancellationToken), "Keys:Rewrapped");

    public Task<IActionResult> OnPostRetireAsync(int version, CancellationToken cancellationToken) =>
        ActAsync(() => keys.RetireMasterKeyAsync(version, cancellationToken), "Keys:RetiredNotice", version);

    public Task<IActionResult> OnPostRetryAsync(CancellationToken cancellationToken) =>
        ActAsync(() => keys.RetryDamagedAsync(cancellationToken), "Keys:Retried");

    public Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken) =>
        ActAsync(() => keys.DiscardShreddedAsync(cancellationToken), "Keys:Discarded");

    public Task<IActionResult> OnPostUnsealAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var status = await keys.UnsealAsync(cancellationToken);
        return status.IsSealed ? Done("Keys:StillSealed", "warning") : Done("Keys:UnsealedNotice", "success");
    });

    public Task<IActionResult> OnPostMailPasswordAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await mail.SetAsync(SecretBuffer.Take(Encoding.UTF8.GetBytes(Password ?? "")), cancellationToken);
        return Done("Mail:Kept", "success");
    });

    public Task<IActionResult> OnPostForgetMailPasswordAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await mail.RemoveAsync(cancellationToken);
        return Done("Mail:Forgotten", "success");
    });

    protected override async Task OnReloadAsync()
    {
        Status = await keys.GetStatusAsync(HttpContext.RequestAborted);
        MailPassword = await mail.FindAsync(HttpContext.RequestAborted);
    }

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
