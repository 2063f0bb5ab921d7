using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>Rights lent for a time; every member sees and ends their own.</summary>
[Authorize(PlatformPolicies.SignedIn)]
internal sealed class DelegationsModel(
    IDelegationAppService delegations, PermissionGroups groups, IPermissionChecker permissions, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    private IReadOnlyList<string> _lendable = [];

    [BindProperty]
    public Guid? ToUserId { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public List<string> Permissions { get; set; } = [];

    public IReadOnlyList<DelegationDto> Delegations { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    public bool CanLend { get; private set; }

    public IReadOnlyList<PermissionGroup> Groups =>
        [.. groups.Get().Select(g => new PermissionGroup(g.Text, [.. g.Permissions.Where(p => _lendable.Contains(p.Name))])).Where(g => g.Permissions.Count > 0)];

    public static Tone ToneOf(DelegationState state) => state switch
    {
        DelegationState.Running => Tone.Success,
        DelegationState.Planned => Tone.Info,
        _ => Tone.Neutral,
    };

    public static string DaysOf(DelegationDto delegation) => $"{delegation.StartsAt:d} – {delegation.EndsAt.AddTicks(-1):d}";

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await delegations.CreateAsync(new CreateDelegationDto(ToUserId ?? Guid.Empty, From, Until, Permissions), cancellationToken);
        return Back("Delegations:Lent");
    });

    public Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await delegations.EndAsync(id, cancellationToken);
        return Back("Delegations:IsEnded");
    });

    public string TextsOf(DelegationDto delegation) => string.Join(", ", delegation.Permissions.Select(groups.Text));

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Delegations = await delegations.GetListAsync(aborted);
        CanLend = await permissions.IsGrantedAsync(IdentityPermissions.Delegations, aborted);
        if (CanLend)
        {
            _lendable = await delegations.GetLendableAsync(aborted);
            Members = [new SelectListItem("", ""), .. (await delegations.GetMembersAsync(aborted)).Select(m => new SelectListItem(m.Name, m.Id.ToString()))];
        }
    }

    private LocalRedirectResult Back(string notice)
    {
        Notify(texts[notice]);
        return LocalRedirect($"~{TenantUrl("delegations")}");
    }
}
