using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;
using QRCoder;

namespace Platform.Identity.Web;

[Authorize(PlatformPolicies.SignedIn)]
[DespiteObligation]
internal sealed partial class SecondFactorModel(
    ISecondFactorAppService factor, IPasskeyAppService passkeys, IPasskeyService site, PasskeyCookie cookie, IUnitOfWork unitOfWork, IStringLocalizer<IdentityResource> texts)
    : PlatformPageModel
{
    private const string Here = "~/account/second-factor";
    private const int FewCodes = 3;

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The session was led here: it opens nothing else before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool IsOwed => ReturnUrl is not null && Factor.EnabledAt is null;

    public SecondFactorDto Factor { get; private set; } = null!;

    /// <summary>Only while a key waits for its confirmation.</summary>
    public AuthenticatorSetupDto? Setup { get; private set; }

    /// <summary>In the answer to their making only.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    public bool HasFactor => Factor.EnabledAt is not null || Passkeys.Count > 0;

    public bool FewCodesLeft => HasFactor && Factor.RecoveryCodesLeft <= FewCodes;

    /// <summary>Vector graphics of squares, without any text of others in it.</summary>
    public HtmlString Picture
    {
        get
        {
            using var data = QRCodeGenerator.GenerateQrCode(Setup!.Uri, QRCodeGenerator.ECCLevel.M);
            using var code = new SvgQRCode(data);
            return new HtmlString(code.GetGraphic(4));
        }
    }

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostBeginAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await factor.BeginAsync(Password ?? "", cancellationToken);
        return LocalRedirect(ReturnUrl is null ? Here : $"{Here}?returnUrl={Uri.EscapeDataString(ReturnUrl)}");
    });

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken) =>
        ShowCodesAsync(() => factor.ConfirmAsync(Code ?? "", cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostRenewAsync(CancellationToken cancellationToken) =>
        ShowCodesAsync(() => factor.RenewRecoveryCodesAsync(Code ?? "", cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostDisableAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await factor.DisableAsync(Code ?? "", cancellationToken);
        Notify(texts["SecondFactor:Disabled"]);
        return LocalRedirect(Here);
    });

    protected override async Task OnReloadAsync()
    {
        Factor = await factor.GetAsync(HttpContext.RequestAborted);
        Passkeys = await passkeys.GetListAsync(HttpContext.RequestAborted);
        Setup = Factor.IsPending ? await factor.GetSetupAsync(HttpContext.RequestAborted) : null;
    }

    // Where no codes were made, there is nothing to show.
    private Task<IActionResult> ShowCodesAsync(Func<Task<IReadOnlyList<string>>> make, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        NewCodes = await make();
        if (NewCodes.Count == 0)
            return LocalRedirect(Here);
        await unitOfWork.CompleteAsync(cancellationToken);
        await HttpContext.RenewSessionAsync();
        ModelState.Clear();
        (Code, Passkey) = (null, new PasskeyInput());
        await OnReloadAsync();
        return Page();
    });
}
