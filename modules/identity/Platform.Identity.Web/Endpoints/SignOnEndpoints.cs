using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

internal static class SignOnEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var company = endpoints.MapTenantApi("sign-on", "Single sign-on");
        company.MapGet("", (ISignOnProviderAppService s, CancellationToken c) => GetAsync(SettingPlace.Entity, s, c))
            .WithSummary("The company's OpenID Connect provider, without its secret").RequireAuthorization(IdentityPermissions.Security.Default);
        company.MapPut("", (SignOnProviderInput input, ISignOnProviderAppService s, CancellationToken c) => SetAsync(SettingPlace.Entity, input, s, c))
            .WithSummary("Sets or changes it; without a secret the former one stays").RequireAuthorization(IdentityPermissions.Security.Manage);
        company.MapDelete("", (ISignOnProviderAppService s, CancellationToken c) => RemoveAsync(SettingPlace.Entity, s, c))
            .WithSummary("Removes it with all links").RequireAuthorization(IdentityPermissions.Security.Manage);
        company.MapPost("test", (SignOnTestInput input, ISignOnProviderAppService s, CancellationToken c) => TestAsync(SettingPlace.Entity, input, s, c))
            .WithSummary("What is wrong with its metadata").RequireAuthorization(IdentityPermissions.Security.Manage);
        company.MapGet("people", (ISignOnProviderAppService s, CancellationToken c) => PeopleAsync(SettingPlace.Entity, s, c))
            .WithSummary("Who has linked").RequireAuthorization(IdentityPermissions.Security.Default);
        company.MapDelete("people/{linkId:guid}", (Guid linkId, ISignOnProviderAppService s, CancellationToken c) => UnlinkAsync(SettingPlace.Entity, linkId, s, c))
            .WithSummary("Ends a link and its sessions").RequireAuthorization(IdentityPermissions.Security.Manage);
        MapGroup(endpoints.MapHostApi("groups/{id:guid}/sign-on", "Single sign-on").RequireAuthorization(PlatformPolicies.SignedIn));
        MapOwn(endpoints.MapHostApi("me/sign-on-links", "Account").RequireAuthorization(PlatformPolicies.SignedIn));
    }

    private static void MapGroup(RouteGroupBuilder group)
    {
        group.MapGet("", (Guid id, ISignOnProviderAppService s, CancellationToken c) => GetAsync(SettingPlace.Group(id), s, c)).WithSummary("The group's provider, without its secret");
        group.MapPut("", (Guid id, SignOnProviderInput input, ISignOnProviderAppService s, CancellationToken c) => SetAsync(SettingPlace.Group(id), input, s, c))
            .WithSummary("Sets or changes it for the companies in which the person holds every right");
        group.MapDelete("", (Guid id, ISignOnProviderAppService s, CancellationToken c) => RemoveAsync(SettingPlace.Group(id), s, c)).WithSummary("Removes it with all links");
        group.MapPost("test", (Guid id, SignOnTestInput input, ISignOnProviderAppService s, CancellationToken c) => TestAsync(SettingPlace.Group(id), input, s, c))
            .WithSummary("What is wrong with its metadata");
        group.MapGet("people", (Guid id, ISignOnProviderAppService s, CancellationToken c) => PeopleAsync(SettingPlace.Group(id), s, c)).WithSummary("Who has linked");
        group.MapDelete("people/{linkId:guid}", (Guid id, Guid linkId, ISignOnProviderAppService s, CancellationToken c) => UnlinkAsync(SettingPlace.Group(id), linkId, s, c))
            .WithSummary("Ends a link and its sessions");
    }

    private static void MapOwn(RouteGroupBuilder own)
    {
        own.MapGet("", async (ISignOnLinkAppService links, CancellationToken c) => TypedResults.Ok(await links.GetListAsync(c)))
            .WithSummary("The person's links to providers of their companies; linking needs a browser and its page");
        own.MapDelete("{id:guid}", async (Guid id, ISignOnLinkAppService links, CancellationToken c) =>
        {
            await links.UnlinkAsync(id, c);
            return TypedResults.NoContent();
        }).WithSummary("Ends a link and its sessions");
    }

    private static async Task<Ok<SignOnPlaceDto>> GetAsync(SettingPlace place, ISignOnProviderAppService providers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await providers.GetAsync(place, cancellationToken));

    private static async Task<NoContent> SetAsync(SettingPlace place, SignOnProviderInput input, ISignOnProviderAppService providers, CancellationToken cancellationToken)
    {
        await providers.SetAsync(place, input, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RemoveAsync(SettingPlace place, ISignOnProviderAppService providers, CancellationToken cancellationToken)
    {
        await providers.RemoveAsync(place, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<SignOnFindingDto>>> TestAsync(
        SettingPlace place, SignOnTestInput input, ISignOnProviderAppService providers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await providers.TestAsync(place, input.Issuer, cancellationToken));

    private static async Task<Ok<IReadOnlyList<SignOnPersonDto>>> PeopleAsync(SettingPlace place, ISignOnProviderAppService providers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await providers.GetPeopleAsync(place, cancellationToken));

    private static async Task<NoContent> UnlinkAsync(SettingPlace place, Guid linkId, ISignOnProviderAppService providers, CancellationToken cancellationToken)
    {
        await providers.UnlinkAsync(place, linkId, cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>Which provider to ask; null for the one that is set.</summary>
internal sealed record SignOnTestInput(string? Issuer);
