using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

internal static class CashEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var cash = endpoints.MapTenantApi("cash", "Cash");
        cash.MapGet("calendar", CalendarAsync).WithSummary("Money to come and to go, by day, week or month").RequireAuthorization(SepaPermissions.Remittances.Default);
        cash.MapGet("failures", FailuresAsync).WithSummary("Failed direct debits by day, week or month, and why").RequireAuthorization(SepaPermissions.Remittances.Default);
    }

    private static async Task<Ok<CashCalendarDto>> CalendarAsync([AsParameters] PeriodQuery query, ICashAppService cash, CancellationToken cancellationToken) =>
        TypedResults.Ok(await cash.GetCalendarAsync(query.ToInput(), cancellationToken));

    private static async Task<Ok<FailuresDto>> FailuresAsync([AsParameters] PeriodQuery query, ICashAppService cash, CancellationToken cancellationToken) =>
        TypedResults.Ok(await cash.GetFailuresAsync(query.ToInput(), cancellationToken));
}

/// <summary>Eight weeks where nothing else is asked for.</summary>
internal sealed record PeriodQuery(PeriodLength? Length, int? Count)
{
    public GetPeriodsInput ToInput() => new(Length ?? PeriodLength.Week, Count ?? 8);
}
