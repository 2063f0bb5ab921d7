using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

internal static class BankAnswerSettingsEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var settings = endpoints.MapTenantApi("bank-answers/settings", "Bank answers");
        settings.MapGet("", GetAsync).WithSummary("Reasons that may suspend a mandate, and whether they do").RequireAuthorization(SepaPermissions.BankAnswers.Default);
        settings.MapPut("", SaveAsync).WithSummary("Chooses the reasons that suspend a mandate").RequireAuthorization(SepaPermissions.Mandates.Edit);
    }

    private static async Task<Ok<IReadOnlyList<MandateSuspensionDto>>> GetAsync(IBankAnswerSettingsAppService settings, CancellationToken cancellationToken) =>
        TypedResults.Ok(await settings.GetAsync(cancellationToken));

    private static async Task<NoContent> SaveAsync(
        IReadOnlyList<string> reasons, IBankAnswerSettingsAppService settings, CancellationToken cancellationToken)
    {
        await settings.SaveAsync(reasons, cancellationToken);
        return TypedResults.NoContent();
    }
}
