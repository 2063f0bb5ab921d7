using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Tenancy.Web;

internal static class CompanyEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHostApi("companies", "Companies")
            .MapGet("", ListAsync)
            .WithSummary("Companies that the token opens, by name")
            .RequireAuthorization(PlatformPolicies.SignedIn);
        var company = endpoints.MapTenantApi("company", "Company");
        company.MapGet("", GetAsync).WithSummary("The company's record").RequireAuthorization(TenancyPermissions.Company.Default);
        company.MapPut("", UpdateAsync).WithSummary("Replaces the company's record").RequireAuthorization(TenancyPermissions.Company.Edit);
    }

    private static async Task<Ok<IReadOnlyList<CompanyListItemDto>>> ListAsync(
        ICompanyAppService companies, string? search, CancellationToken cancellationToken) =>
        TypedResults.Ok(await companies.GetMineAsync(search, cancellationToken));

    private static async Task<Ok<CompanyDto>> GetAsync(ICompanyAppService companies, CancellationToken cancellationToken) =>
        TypedResults.Ok(await companies.GetAsync(cancellationToken));

    private static async Task<Ok<CompanyDto>> UpdateAsync(
        UpdateCompanyDto input, ICompanyAppService companies, CancellationToken cancellationToken) =>
        TypedResults.Ok(await companies.UpdateAsync(input, cancellationToken));
}
