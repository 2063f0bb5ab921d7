using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Tenancy.Web;

/// <summary>Companies that the firm works for, and those that ask for it.</summary>
[Authorize(TenancyPermissions.Clients.Default)]
public sealed class ClientsModel(IClientAppService clients, IPermissionChecker permissions, IStringLocalizer<TenancyResource> texts) : PlatformPageModel
{
    /// <summary>Search; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>In this state; null for what is open.</summary>
    [BindProperty(SupportsGet = true)]
    public EngagementState? State { get; set; }

    /// <summary>Of the page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    /// <summary>What matches, by name.</summary>
    public PagedResult<EngagementDto> Clients { get; private set; } = new([], null);

    /// <summary>Whether the person may accept, refuse and end.</summary>
    public bool CanDecide { get; private set; }

    /// <summary>Whether the person may enter the clients' companies.</summary>
    public bool CanWork { get; private set; }

    /// <summary>The page without its cursor.</summary>
    public string ListUrl => Url.Content($"~{TenantUrl("clients")}?q={Uri.EscapeDataString(Q ?? "")}&state={State}");

    /// <summary>The next page.</summary>
    public string? NextUrl => Clients.NextCursor is { } next ? $"{ListUrl}&cursor={next}" : null;

    /// <summary>The page, or its list for htmx.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return IsHtmx("p-clients") ? Partial("_Clients", this) : Page();
    }

    /// <summary>Works for the client from now on.</summary>
    public Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(() => clients.AcceptAsync(id, cancellationToken), "Clients:IsAccepted");

    /// <summary>Does not.</summary>
    public Task<IActionResult> OnPostRefuseAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(() => clients.RefuseAsync(id, cancellationToken), "Clients:IsRefused");

    /// <summary>Ends the work.</summary>
    public Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(() => clients.EndAsync(id, cancellationToken), "Engagements:IsEnded");

    /// <inheritdoc />
    protected override async Task OnReloadAsync()
    {
        Clients = await clients.GetListAsync(new ClientListInput(State, null, Q, Cursor), HttpContext.RequestAborted);
        CanDecide = await permissions.IsGrantedAsync(TenancyPermissions.Clients.Decide, HttpContext.RequestAborted);
        CanWork = await permissions.IsGrantedAsync(TenancyPermissions.Clients.Work, HttpContext.RequestAborted);
    }

    private Task<IActionResult> ActAsync(Func<Task> act, string notice) => TryAsync(async () =>
    {
        await act();
        Notify(texts[notice]);
        return LocalRedirect($"~{TenantUrl("clients")}");
    });
}
