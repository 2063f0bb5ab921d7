using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Tenancy;

namespace Platform.Customers.Web;

internal abstract class CustomerFormModel(IStringLocalizer<CustomersResource> texts) : PlatformPageModel
{
    [BindProperty]
    public CustomerInput Input { get; set; } = new();

    public abstract string BackUrl { get; }

    public IReadOnlyList<SelectListItem> Languages =>
        [new SelectListItem("–", ""), .. CompanyLanguages.All.Select(l => new SelectListItem(texts[$"Language:{l}"], l))];

    protected IActionResult Saved(CustomerDto customer)
    {
        Notify(texts["Customer:Saved", customer.Name]);
        return LocalRedirect(this.Link($"customers/{customer.Id}"));
    }
}

[Authorize(CustomersPermissions.Create)]
internal sealed class NewCustomerModel(ICustomerAppService customers, IStringLocalizer<CustomersResource> texts) : CustomerFormModel(texts)
{
    public override string BackUrl => this.Link("customers");

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        TryAsync(async () => Saved(await customers.CreateAsync(Input.ToDto(), cancellationToken)));
}

[Authorize(CustomersPermissions.Edit)]
internal sealed class EditCustomerModel(ICustomerAppService customers, IStringLocalizer<CustomersResource> texts) : CustomerFormModel(texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public override string BackUrl => this.Link($"customers/{Id}");

    public async Task OnGetAsync(CancellationToken cancellationToken) => Input = CustomerInput.Of(await customers.GetAsync(Id, cancellationToken));

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        TryAsync(async () => Saved(await customers.UpdateAsync(Id, Input.ToDto(), cancellationToken)));
}

internal sealed class CustomerInput
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Language { get; set; }

    public Guid? ConcurrencyStamp { get; set; }

    public static CustomerInput Of(CustomerDto c) => new() { Code = c.Code, Name = c.Name, Email = c.Email, Language = c.Language, ConcurrencyStamp = c.ConcurrencyStamp };

    public SaveCustomerDto ToDto() => new(Code, Name, Email, Language, ConcurrencyStamp);
}
