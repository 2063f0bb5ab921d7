using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>The assistant that leads from an old login to a person's own account, one step after the other, and back.</summary>
[Authorize(PlatformPolicies.SignedIn)]
[DespiteObligation]
internal sealed class MigrationModel(
    IMigrationAppService migration, IPasskeyService passkeys, PasskeyCookie cookie, IUnitOfWork unitOfWork, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    private const string Here = "/account/migration";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>An earlier step, to change what was given there.</summary>
    [BindProperty(SupportsGet = true)]
    public MigrationStep? Back { get; set; }

    [BindProperty]
    public MigrationInput Input { get; set; } = new();

    public MigrationDto State { get; private set; } = null!;

    public MigrationStep Shown => Back is { } back && back < State.Step && CanReturnTo(back) ? back : State.Step;

    public string PasswordRule => Languages.PolicyText(State.PasswordPolicy, texts);

    public bool OffersPasskey => passkeys.IsAvailable && State.Means is { Passkey: true };

    /// <summary>The steps of this way, as far as they are known.</summary>
    public IEnumerable<MigrationStep> Steps =>
    [
        MigrationStep.Email, MigrationStep.Code, State.AccountExists ? MigrationStep.Account : MigrationStep.Identity,
        .. State.Means is { Any: true } ? new[] { MigrationStep.Factor } : [], .. State.NeedsProof ? new[] { MigrationStep.Proof } : [], MigrationStep.Terms,
    ];

    public MigrationStep? Previous => Shown switch
    {
        MigrationStep.Email or MigrationStep.Done => null,
        MigrationStep.Terms or MigrationStep.Proof when !State.AccountExists => MigrationStep.Identity,
        _ => MigrationStep.Email,
    };

    private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";

    public async Task OnGetAsync()
    {
        await OnReloadAsync();
        (Input.Email, Input.Name) = (State.Email, State.Name);
    }

    public Task<IActionResult> OnPostEmailAsync(CancellationToken cancellationToken) =>
        NextAsync(() => migration.SendCodeAsync(new MigrationEmailDto(Input.Email ?? ""), cancellationToken));

    public Task<IActionResult> OnPostCodeAsync(CancellationToken cancellationToken) =>
        NextAsync(() => migration.VerifyCodeAsync(new MigrationCodeDto(Input.Code ?? ""), cancellationToken));

    public Task<IActionResult> OnPostAgainAsync(CancellationToken cancellationToken) => NextAsync(async () =>
    {
        await migration.SendCodeAsync(new MigrationEmailDto((await migration.GetAsync(cancellationToken)).Email ?? ""), cancellationToken);
        Notify(texts["Migration:SentAgain"]);
    });

    public Task<IActionResult> OnPostIdentityAsync(CancellationToken cancellationToken) => NextAsync(
        () => migration.ChooseIdentityAsync(new NewAccountDto(Input.Name ?? "", Input.Password ?? "", Input.RepeatPassword ?? ""), cancellationToken));

    public Task<IActionResult> OnPostJoinAsync(CancellationToken cancellationToken) =>
        NextAsync(() => migration.JoinAsync(new MigrationJoinDto(Input.Password ?? ""), cancellationToken));

    public Task<IActionResult> OnPostFactorAsync(CancellationToken cancellationToken) =>
        NextAsync(() => migration.ProveFactorAsync(new MigrationCodeDto(Input.Code ?? ""), cancellationToken));

    public async Task<IActionResult> OnPostPasskeyQuestionAsync(CancellationToken cancellationToken) => cookie.Ask(await migration.AskPasskeyAsync(cancellationToken));

    public Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancellationToken) =>
        NextAsync(() => migration.ProvePasskeyAsync(cookie.Take(credential), cancellationToken));

    public Task<IActionResult> OnPostProofAsync(CancellationToken cancellationToken) =>
        NextAsync(() => migration.ProveCustomerAsync(new MigrationProofDto(Input.CustomerCode ?? "", Input.Number ?? ""), cancellationToken));

    public Task<IActionResult> OnPostTermsAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (!Input.Accepted)
            throw new InputException(new FieldError(nameof(Input.Accepted), IdentityErrorCodes.Required));
        var done = await migration.CompleteAsync(new AcceptTermsDto(Input.Version ?? ""), cancellationToken);
        // The session begins in a transaction of its own: the person must be there.
        await unitOfWork.CompleteAsync(cancellationToken);
        await HttpContext.BeginSessionAsync(done.Person, rememberMe: false, done.BySecondFactor);
        return LocalRedirect(Languages.Switch(done.Person.Language, $"{Here}/done"));
    });

    public Task<IActionResult> OnPostLaterAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await migration.PostponeAsync(cancellationToken);
        return LocalRedirect(Target);
    });

    public string LinkTo(MigrationStep step) => Url.Page("", new { back = step, ReturnUrl })!;

    protected override async Task OnReloadAsync() => State = await migration.GetAsync(HttpContext.RequestAborted);

    private bool CanReturnTo(MigrationStep step) => step == MigrationStep.Email || (step == MigrationStep.Identity && !State.AccountExists);

    private Task<IActionResult> NextAsync(Func<Task> act) => TryAsync(async () =>
    {
        await act();
        return RedirectToPage(new { ReturnUrl });
    });
}

/// <summary>What the steps' forms hold.</summary>
internal sealed class MigrationInput
{
    public string? Email { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Password { get; set; }

    public string? RepeatPassword { get; set; }

    public string? CustomerCode { get; set; }

    public string? Number { get; set; }

    public string? Version { get; set; }

    public bool Accepted { get; set; }
}
