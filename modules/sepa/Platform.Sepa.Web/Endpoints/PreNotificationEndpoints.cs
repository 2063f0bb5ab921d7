using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

internal static class PreNotificationEndpoints
{
    private const string Tag = "Pre-notifications";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var all = endpoints.MapTenantApi("pre-notifications", Tag);
        all.MapGet("", ListAsync).WithSummary("A page of pre-notifications, newest orders first").RequireAuthorization(SepaPermissions.Remittances.Default);
        all.MapGet("total", TotalAsync).WithSummary("Number and sum of all that match").RequireAuthorization(SepaPermissions.Remittances.Default);
        all.MapGet("summary", SummaryAsync).WithSummary("Counts by state").RequireAuthorization(SepaPermissions.Remittances.Default);
        all.MapGet("letters", LettersAsync).WithSummary("Letters to debtors whom mail did not reach").RequireAuthorization(SepaPermissions.Remittances.Default);
        all.MapGet("settings", SettingsAsync).WithSummary("Whether and how debtors are told").RequireAuthorization(SepaPermissions.Remittances.Default);
        all.MapPut("settings", SaveAsync).WithSummary("Chooses whether and how debtors are told").RequireAuthorization(SepaPermissions.Remittances.Create);
        all.MapPost("told", ToldAsync).WithSummary("Notes that debtors were told by letter, telephone or face to face").RequireAuthorization(SepaPermissions.Remittances.Create);
        all.MapGet("{id:guid}", GetAsync).WithSummary("One pre-notification, by the key of its order").RequireAuthorization(SepaPermissions.Remittances.Default);
        all.MapPost("{id:guid}/send", SendAsync).WithSummary("Sends mail again, to this address").RequireAuthorization(SepaPermissions.Remittances.Create);
        var remittance = endpoints.MapTenantApi("remittances/{id:guid}/pre-notifications", Tag);
        remittance.MapGet("", OfRemittanceAsync).WithSummary("Counts of a remittance by state").RequireAuthorization(SepaPermissions.Remittances.Default);
        remittance.MapPost("", PlanAsync).WithSummary("Plans those of an approved remittance that has none").RequireAuthorization(SepaPermissions.Remittances.Create);
    }

    private static async Task<Ok<PagedResult<PreNotificationDto>>> ListAsync(
        [AsParameters] PreNotificationQuery query, IPreNotificationAppService notifications, CancellationToken cancellationToken) =>
        TypedResults.Ok(await notifications.GetListAsync(query.ToInput(), cancellationToken));

    private static async Task<Ok<OrderTotalDto>> TotalAsync(
        [AsParameters] PreNotificationQuery query, IPreNotificationAppService notifications, CancellationToken cancellationToken) =>
        TypedResults.Ok(await notifications.GetTotalAsync(query.ToInput(), cancellationToken));

    private static async Task<Ok<PreNotificationSummaryDto>> SummaryAsync(IPreNotificationAppService notifications, CancellationToken cancellationToken) =>
        TypedResults.Ok(await notifications.GetSummaryAsync(cancellationToken: cancellationToken));

    private static async Task<Ok<IReadOnlyList<PreNotificationLetterDto>>> LettersAsync(
        Guid? remittanceId, IPreNotificationAppService notifications, CancellationToken cancellationToken) =>
        TypedResults.Ok(await notifications.GetLettersAsync(remittanceId, cancellationToken));

    private static async Task<Ok<PreNotificationSettingsDto>> SettingsAsync(IPreNotificationSettingsAppService settings, CancellationToken cancellationToken) =>
        TypedResults.Ok(await settings.GetAsync(cancellationToken));

    private static async Task<NoContent> SaveAsync(
        PreNotificationSettingsDto input, IPreNotificationSettingsAppService settings, CancellationToken cancellationToken)
    {
        await settings.SaveAsync(input, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ToldAsync(ToldOtherwiseDto input, IPreNotificationAppService notifications, CancellationToken cancellationToken)
    {
        await notifications.ToldOtherwiseAsync(input, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<PreNotificationDto>> GetAsync(Guid id, IPreNotificationAppService notifications, CancellationToken cancellationToken) =>
        TypedResults.Ok(await notifications.GetAsync(id, cancellationToken));

    private static async Task<Ok<PreNotificationDto>> SendAsync(
        Guid id, SendPreNotificationDto input, IPreNotificationAppService notifications, CancellationToken cancellationToken) =>
        TypedResults.Ok(await notifications.SendAsync(id, input, cancellationToken));

    private static async Task<Ok<PreNotificationSummaryDto>> OfRemittanceAsync(Guid id, IPreNotificationAppService notifications, CancellationToken cancellationToken) =>
        TypedResults.Ok(await notifications.GetSummaryAsync(id, cancellationToken));

    private static async Task<Ok<PreNotificationSummaryDto>> PlanAsync(Guid id, IPreNotificationAppService notifications, CancellationToken cancellationToken) =>
        TypedResults.Ok(await notifications.PlanAsync(id, cancellationToken));
}

/// <summary>Query of the list of pre-notifications.</summary>
internal sealed record PreNotificationQuery(Guid? RemittanceId, PreNotificationState? State, bool? Late, string? Search, string? Cursor, int? PageSize)
{
    public GetPreNotificationsInput ToInput() => new(RemittanceId, State, Late ?? false, Search, Cursor, PageSize ?? 25);
}
