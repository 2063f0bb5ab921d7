using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Tenancy.Web;

/// <summary>A company's first page: the cards of the modules that the person may see.</summary>
[Authorize(TenancyPermissions.Dashboard)]
public sealed class DashboardModel(
    IEnumerable<IDashboardWidget> widgets, IFirstStepAppService steps, IPermissionChecker permissions, ICurrentUser user) : PlatformPageModel
{
    private const int FirstFigure = 100;
    private readonly List<IDashboardWidget> _visible = [];

    /// <summary>What awaits the person, in order.</summary>
    public IReadOnlyList<IDashboardWidget> Tasks => _visible.FindAll(w => w.Order < FirstFigure);

    /// <summary>Figures to look at, in order.</summary>
    public IReadOnlyList<IDashboardWidget> Figures => _visible.FindAll(w => w.Order >= FirstFigure);

    /// <summary>Display name; null when the account has none.</summary>
    public string? PersonName => user.Info.Name;

    /// <summary>Name and VAT number of the company.</summary>
    public string Subtitle => Tenant.VatNumber.Length > 0 ? $"{Tenant.Name} · {Tenant.VatNumber}" : Tenant.Name;

    /// <summary>Asks each card's permission.</summary>
    public Task OnGetAsync() => OnReloadAsync();

    /// <summary>The first steps are not shown any more.</summary>
    public Task<IActionResult> OnPostPutStepsAwayAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await steps.PutAwayAsync(cancellationToken);
        return LocalRedirect($"~/t/{Tenant.Slug}");
    });

    /// <inheritdoc />
    protected override async Task OnReloadAsync()
    {
        foreach (var widget in widgets.OrderBy(w => w.Order))
        {
            if (await permissions.IsGrantedAsync(widget.Permission, HttpContext.RequestAborted))
                _visible.Add(widget);
        }
    }
}
