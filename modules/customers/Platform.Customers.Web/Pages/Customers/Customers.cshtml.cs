using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Customers.Web;

[Authorize(CustomersPermissions.Default)]
internal sealed class CustomersModel(ICustomerAppService customers, IPermissionChecker permissions) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public PagedResult<CustomerListDto> Customers { get; private set; } = new([], null);

    public bool CanCreate { get; private set; }

    public string FirstUrl => this.Link("customers", ("q", Q));

    public string? NextUrl => Customers.NextCursor is { } next ? this.Link("customers", ("q", Q), ("cursor", next)) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Customers = await customers.GetListAsync(new GetCustomersInput(Q, Cursor), cancellationToken);
        CanCreate = await permissions.IsGrantedAsync(CustomersPermissions.Create, cancellationToken);
        return IsHtmx("customer-list") ? Partial("_CustomerTable", this) : Page();
    }
}
