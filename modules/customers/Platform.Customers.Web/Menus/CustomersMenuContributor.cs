using Platform.AspNetCore;

namespace Platform.Customers.Web;

internal sealed class CustomersMenuContributor : IMenuContributor
{
    public Type ResourceType => typeof(CustomersResource);

    public IEnumerable<MenuItem> GetItems() => [new("Customers.Customers", "Customers:Title", "customers", "users", 90, CustomersPermissions.Default)];
}
