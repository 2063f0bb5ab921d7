using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Identity;
using Platform.Kernel;

namespace Platform.Customers.Web;

internal static class CustomerEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapTenantApi("customers", "Customers");
        group.MapGet("", GetListAsync).WithSummary("A page of the customers one sees, by code").RequireAuthorization(CustomersPermissions.Default);
        group.MapGet("{id:guid}", GetAsync).WithSummary("One customer with the people in charge").RequireAuthorization(CustomersPermissions.Default);
        group.MapPost("", CreateAsync).WithSummary("Adds a customer").RequireAuthorization(CustomersPermissions.Create);
        group.MapPut("{id:guid}", UpdateAsync).WithSummary("Changes a customer").RequireAuthorization(CustomersPermissions.Edit);
        group.MapPut("{id:guid}/people", SetPeopleAsync).WithSummary("Says who manages a customer and to whom it is assigned").RequireAuthorization(CustomersPermissions.Assign);
        group.MapGet("members", GetMembersAsync).WithSummary("People who can be put in charge").RequireAuthorization(CustomersPermissions.Assign);
    }

    private static async Task<Ok<PagedResult<CustomerListDto>>> GetListAsync(
        [AsParameters] GetCustomersInput input, ICustomerAppService customers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await customers.GetListAsync(input, cancellationToken));

    private static async Task<Ok<CustomerDto>> GetAsync(Guid id, ICustomerAppService customers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await customers.GetAsync(id, cancellationToken));

    private static async Task<Created<CustomerDto>> CreateAsync(
        SaveCustomerDto input, ICustomerAppService customers, HttpRequest request, CancellationToken cancellationToken)
    {
        var customer = await customers.CreateAsync(input, cancellationToken);
        return TypedResults.Created($"{request.Path}/{customer.Id}", customer);
    }

    private static async Task<Ok<CustomerDto>> UpdateAsync(Guid id, SaveCustomerDto input, ICustomerAppService customers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await customers.UpdateAsync(id, input, cancellationToken));

    private static async Task<NoContent> SetPeopleAsync(Guid id, CustomerPeopleDto input, ICustomerAppService customers, CancellationToken cancellationToken)
    {
        await customers.SetPeopleAsync(id, input, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<MemberDto>>> GetMembersAsync(ICustomerAppService customers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await customers.GetMembersAsync(cancellationToken));
}
