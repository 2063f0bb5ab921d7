using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

internal static class SecurityEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var company = endpoints.MapTenantApi("security-settings", "Security");
        company.MapGet("", (ISecuritySettingsAppService s, CancellationToken c) => GetAsync(SettingPlace.Entity, s, c))
            .WithSummary("The company's security settings with their origin").RequireAuthorization(IdentityPermissions.Security.Default);
        company.MapPost("preview", (Dictionary<string, string?> changes, ISecuritySettingsAppService s, CancellationToken c) => PreviewAsync(SettingPlace.Entity, changes, s, c))
            .WithSummary("Whom changes would concern").RequireAuthorization(IdentityPermissions.Security.Manage);
        company.MapPut("", (Dictionary<string, string?> changes, ISecuritySettingsAppService s, CancellationToken c) => SetAsync(SettingPlace.Entity, changes, s, c))
            .WithSummary("Changes the settings that are named").RequireAuthorization(IdentityPermissions.Security.Manage);
        var alerts = endpoints.MapTenantApi("security-alerts", "Security").RequireAuthorization(IdentityPermissions.Users.Manage);
        alerts.MapGet("", async (ISecurityAlertAppService service, CancellationToken c) => TypedResults.Ok(await service.GetListAsync(c)))
            .WithSummary("Attempts at unauthorised access, open ones first");
        alerts.MapPost("{id:guid}/settle", SettleAsync).WithSummary("Somebody looked into it");
        MapBounds(endpoints.MapTenantApi("security-bounds", "Security").RequireAuthorization(IdentityPermissions.Security.Bounds));
        MapGroup(endpoints.MapHostApi("groups/{id:guid}", "Groups").RequireAuthorization(PlatformPolicies.SignedIn));
    }

    private static void MapBounds(RouteGroupBuilder bounds)
    {
        bounds.MapGet("", (ISecuritySettingsAppService s, CancellationToken c) => GetAsync(SettingPlace.Operator, s, c)).WithSummary("Bounds for all companies");
        bounds.MapPost("preview", (Dictionary<string, string?> changes, ISecuritySettingsAppService s, CancellationToken c) => PreviewAsync(SettingPlace.Operator, changes, s, c))
            .WithSummary("Whom changed bounds would concern");
        bounds.MapPut("", (Dictionary<string, string?> changes, ISecuritySettingsAppService s, CancellationToken c) => SetAsync(SettingPlace.Operator, changes, s, c))
            .WithSummary("Changes the bounds that are named");
    }

    private static void MapGroup(RouteGroupBuilder group)
    {
        group.MapGet("people", async (Guid id, IGroupPeopleAppService people, CancellationToken c) => TypedResults.Ok(await people.GetListAsync(id, c)))
            .WithSummary("People of the group's companies");
        group.MapGet("security-settings", (Guid id, ISecuritySettingsAppService s, CancellationToken c) => GetAsync(SettingPlace.Group(id), s, c))
            .WithSummary("The group's security settings with their origin");
        group.MapPost("security-settings/preview", (Guid id, Dictionary<string, string?> changes, ISecuritySettingsAppService s, CancellationToken c) => PreviewAsync(SettingPlace.Group(id), changes, s, c))
            .WithSummary("Whom changes would concern");
        group.MapPut("security-settings", (Guid id, Dictionary<string, string?> changes, ISecuritySettingsAppService s, CancellationToken c) => SetAsync(SettingPlace.Group(id), changes, s, c))
            .WithSummary("Changes the settings that are named");
    }

    private static async Task<Ok<IReadOnlyList<SecuritySettingDto>>> GetAsync(SettingPlace place, ISecuritySettingsAppService settings, CancellationToken cancellationToken) =>
        TypedResults.Ok(await settings.GetAsync(place, cancellationToken));

    private static async Task<Ok<IReadOnlyList<SettingImpactDto>>> PreviewAsync(
        SettingPlace place, Dictionary<string, string?> changes, ISecuritySettingsAppService settings, CancellationToken cancellationToken) =>
        TypedResults.Ok(await settings.PreviewAsync(place, changes, cancellationToken));

    private static async Task<NoContent> SettleAsync(Guid id, ISecurityAlertAppService alerts, CancellationToken cancellationToken)
    {
        await alerts.SettleAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SetAsync(SettingPlace place, Dictionary<string, string?> changes, ISecuritySettingsAppService settings, CancellationToken cancellationToken)
    {
        await settings.SetAsync(place, changes, cancellationToken);
        return TypedResults.NoContent();
    }
}
