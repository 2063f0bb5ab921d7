using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Identity;
using Platform.Kernel;

namespace Platform.Customers.Web;

[Authorize(CustomersPermissions.Default)]
internal sealed class CustomerPageModel(ICustomerAppService customers, IPermissionChecker permissions, IStringLocalizer<CustomersResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<Guid> ManagedBy { get; set; } = [];

    [BindProperty]
    public List<Guid> AssignedTo { get; set; } = [];

    public CustomerDto Customer { get; private set; } = null!;

    public IReadOnlyList<MemberDto> Members { get; private set; } = [];

    public bool CanEdit { get; private set; }

    public string NamesOf(IReadOnlyList<MemberDto> people) => people.Count == 0 ? texts["Nobody"] : string.Join(", ", people.Select(p => p.Name));

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostPeopleAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await customers.SetPeopleAsync(Id, new CustomerPeopleDto(ManagedBy, AssignedTo), cancellationToken);
        Notify(texts["Customer:PeopleSaved"]);
        return LocalRedirect(this.Link($"customers/{Id}"));
    });

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Customer = await customers.GetAsync(Id, aborted);
        CanEdit = await permissions.IsGrantedAsync(CustomersPermissions.Edit, aborted);
        if (await permissions.IsGrantedAsync(CustomersPermissions.Assign, aborted))
            Members = await customers.GetMembersAsync(aborted);
    }
}

/// <summary>People to tick.</summary>
internal sealed record PeopleChoices(string Field, string Title, IReadOnlyList<MemberDto> Members, IReadOnlyList<MemberDto> Chosen);
