using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Tenancy.Web;

/// <summary>For the operator: companies that people founded and nobody has looked at yet.</summary>
[Authorize(TenancyPermissions.Trials)]
public sealed class TrialsModel(ITrialAppService trials, TimeProvider clock, IStringLocalizer<TenancyResource> texts) : PlatformPageModel
{
    /// <summary>By how many days a trial is extended here.</summary>
    public const int Days = 30;

    /// <summary>Of the page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    /// <summary>The trial that ends first on top.</summary>
    public PagedResult<TrialDto> Trials { get; private set; } = new([], null);

    /// <summary>Whether its time is up.</summary>
    public bool IsOver(TrialDto trial) => trial.TrialEndsAt <= clock.GetUtcNow().UtcDateTime;

    /// <summary>Shows the list.</summary>
    public Task OnGetAsync() => OnReloadAsync();

    /// <summary>Takes the company for a customer.</summary>
    public Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(() => trials.ConfirmAsync(id, cancellationToken), "Trials:Confirmed");

    /// <summary>Lets it try longer.</summary>
    public Task<IActionResult> OnPostExtendAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(() => trials.ExtendAsync(id, Days, cancellationToken), "Trials:Extended");

    /// <inheritdoc />
    protected override async Task OnReloadAsync() => Trials = await trials.GetListAsync(Cursor, cancellationToken: HttpContext.RequestAborted);

    private Task<IActionResult> ActAsync(Func<Task> act, string notice) => TryAsync(async () =>
    {
        await act();
        Notify(texts[notice]);
        return LocalRedirect($"~{TenantUrl("trials")}");
    });
}
