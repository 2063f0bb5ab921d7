using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Mandates.Default)]
internal sealed class MandatePageModel(
    IMandateAppService mandates, IMandateSigningAppService signing, ICollectionAppService collections, IPermissionChecker permissions, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid Stamp { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public DateOnly? SignedOn { get; set; }

    public MandateDto Mandate { get; private set; } = null!;

    public PagedResult<CollectionDto>? Collections { get; private set; }

    public bool CanEdit { get; private set; }

    public bool IsAsked => Mandate.Timeline.Any(e => e.Kind == MandateEventKind.SignatureAsked);

    public bool CanCollect { get; private set; }

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostActivateAsync(CancellationToken cancellationToken) => RunAsync(() => SignedOn is { } day
        ? mandates.ActivateAsync(Id, day, Stamp, cancellationToken)
        : throw new InputException(new FieldError(nameof(SignedOn), SepaErrorCodes.Required)), "Mandate:Activated");

    public Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var until = await signing.AskAsync(Id, Stamp, cancellationToken);
        Notify(texts["MandateSigning:Asked", until]);
        return this.Go($"mandates/{Id}");
    });

    public Task<IActionResult> OnPostSuspendAsync(CancellationToken cancellationToken) =>
        RunAsync(() => mandates.SuspendAsync(Id, Reason ?? "", Stamp, cancellationToken), "Mandate:Suspended");

    public Task<IActionResult> OnPostResumeAsync(CancellationToken cancellationToken) =>
        RunAsync(() => mandates.ResumeAsync(Id, Stamp, cancellationToken), "Mandate:Resumed");

    public Task<IActionResult> OnPostCancelAsync(CancellationToken cancellationToken) =>
        RunAsync(() => mandates.CancelAsync(Id, Reason ?? "", Stamp, cancellationToken), "Mandate:Cancelled");

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Mandate = await mandates.GetAsync(Id, aborted);
        CanEdit = await permissions.IsGrantedAsync(SepaPermissions.Mandates.Edit, aborted);
        CanCollect = await permissions.IsGrantedAsync(SepaPermissions.Remittances.Create, aborted);
        if (await permissions.IsGrantedAsync(SepaPermissions.Remittances.Default, aborted))
            Collections = await collections.GetListAsync(new GetCollectionsInput(Status: null, MandateId: Id, PageSize: 10), aborted);
    }

    private Task<IActionResult> RunAsync(Func<Task<MandateDto>> act, string notice) => TryAsync(async () =>
    {
        var mandate = await act();
        Notify(texts[notice, mandate.Reference]);
        return this.Go($"mandates/{Id}");
    });
}
