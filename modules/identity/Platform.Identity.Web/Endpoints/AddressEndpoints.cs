using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

/// <summary>Lists of allowed addresses, and the person's telephone. Codes that open a company are for sessions: not here.</summary>
internal static class AddressEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        MapCompany(endpoints.MapTenantApi("allowed-addresses", "Security"));
        MapGroup(endpoints.MapHostApi("groups/{id:guid}/allowed-addresses", "Groups").RequireAuthorization(PlatformPolicies.SignedIn));
        MapPhone(endpoints.MapHostApi("me/phone", "Account").RequireAuthorization(PlatformPolicies.SignedIn));
    }

    private static void MapCompany(RouteGroupBuilder list)
    {
        list.MapGet("", (IAllowedAddressAppService a, CancellationToken c) => GetAsync(SettingPlace.Entity, a, c))
            .WithSummary("Addresses from which the company opens").RequireAuthorization(IdentityPermissions.Security.Default);
        list.MapPost("", (NewAllowedAddressDto input, IAllowedAddressAppService a, CancellationToken c) => AddAsync(SettingPlace.Entity, input, a, c))
            .WithSummary("Adds an address or network").RequireAuthorization(IdentityPermissions.Security.Manage);
        list.MapDelete("{addressId:guid}", (Guid addressId, IAllowedAddressAppService a, CancellationToken c) => RemoveAsync(SettingPlace.Entity, addressId, a, c))
            .WithSummary("Removes an address or network").RequireAuthorization(IdentityPermissions.Security.Manage);
    }

    private static void MapGroup(RouteGroupBuilder list)
    {
        list.MapGet("", (Guid id, IAllowedAddressAppService a, CancellationToken c) => GetAsync(SettingPlace.Group(id), a, c))
            .WithSummary("Addresses from which all companies of the group open");
        list.MapPost("", (Guid id, NewAllowedAddressDto input, IAllowedAddressAppService a, CancellationToken c) => AddAsync(SettingPlace.Group(id), input, a, c))
            .WithSummary("Adds an address or network");
        list.MapDelete("{addressId:guid}", (Guid id, Guid addressId, IAllowedAddressAppService a, CancellationToken c) => RemoveAsync(SettingPlace.Group(id), addressId, a, c))
            .WithSummary("Removes an address or network");
    }

    private static void MapPhone(RouteGroupBuilder phone)
    {
        phone.MapGet("", async (IPhoneAppService p, CancellationToken c) => TypedResults.Ok(await p.GetAsync(c))).WithSummary("The person's telephone number, masked");
        phone.MapPost("", SetPhoneAsync).WithSummary("Sends a code to a new number");
        phone.MapPost("confirm", ConfirmPhoneAsync).WithSummary("The number counts from now on");
        phone.MapDelete("", RemovePhoneAsync).WithSummary("Forgets the number");
    }

    private static async Task<Ok<AllowedAddressesDto>> GetAsync(SettingPlace place, IAllowedAddressAppService addresses, CancellationToken cancellationToken) =>
        TypedResults.Ok(await addresses.GetAsync(place, cancellationToken));

    private static async Task<Ok<AllowedAddressDto>> AddAsync(SettingPlace place, NewAllowedAddressDto input, IAllowedAddressAppService addresses, CancellationToken cancellationToken) =>
        TypedResults.Ok(await addresses.AddAsync(place, input, cancellationToken));

    private static async Task<NoContent> RemoveAsync(SettingPlace place, Guid id, IAllowedAddressAppService addresses, CancellationToken cancellationToken)
    {
        await addresses.RemoveAsync(place, id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SetPhoneAsync(NumberInput input, IPhoneAppService phones, CancellationToken cancellationToken)
    {
        await phones.SetAsync(input.Number, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ConfirmPhoneAsync(CodeInput input, IPhoneAppService phones, CancellationToken cancellationToken)
    {
        await phones.ConfirmAsync(input.Code, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RemovePhoneAsync(IPhoneAppService phones, CancellationToken cancellationToken)
    {
        await phones.RemoveAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>A telephone number with its country code.</summary>
internal sealed record NumberInput(string? Number)
{
    /// <summary>Never the content.</summary>
    public override string ToString() => "***";
}
