using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Vault.Web;

internal static class VaultKeyEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var vault = endpoints.MapTenantApi("vault", "Vault");
        vault.MapGet("", GetAsync).WithSummary("Seal, key service, master keys and the running rotation").RequireAuthorization(VaultPermissions.Keys);
        vault.MapPost("rotate-master-key", RotateMasterKeyAsync).WithSummary("Makes a new master key; what is kept moves under it in the background").RequireAuthorization(VaultPermissions.Keys);
        vault.MapPost("rotate-data-keys", RotateDataKeysAsync).WithSummary("Gives every secret a new data key in the background").RequireAuthorization(VaultPermissions.Keys);
        vault.MapPost("retire/{version:int}", RetireAsync).WithSummary("Destroys a master key that nothing is sealed under any more").RequireAuthorization(VaultPermissions.Keys);
        vault.MapPost("rewrap-master-keys", RewrapAsync).WithSummary("Wraps every master key under the key service's present key").RequireAuthorization(VaultPermissions.Keys);
        vault.MapPost("retry-damaged", RetryDamagedAsync).WithSummary("Has the rotation try again what it could not open").RequireAuthorization(VaultPermissions.Keys);
        vault.MapPost("discard-shredded", DiscardShreddedAsync).WithSummary("Removes what was shredded and came back with a restored backup").RequireAuthorization(VaultPermissions.Keys);
        vault.MapPost("unseal", UnsealAsync).WithSummary("Asks the key service now").RequireAuthorization(VaultPermissions.Keys);
    }

    private static async Task<Ok<VaultStatusDto>> GetAsync(IVaultKeyAppService keys, CancellationToken cancellationToken) =>
        TypedResults.Ok(await keys.GetStatusAsync(cancellationToken));

    private static async Task<Ok<VaultStatusDto>> RotateMasterKeyAsync(int? after, IVaultKeyAppService keys, CancellationToken cancellationToken) =>
        TypedResults.Ok(await keys.RotateMasterKeyAsync(after, cancellationToken));

    private static async Task<Ok<VaultStatusDto>> RotateDataKeysAsync(IVaultKeyAppService keys, CancellationToken cancellationToken) =>
        TypedResults.Ok(await keys.RotateDataKeysAsync(cancellationToken));

    private static async Task<Ok<VaultStatusDto>> RetireAsync(int version, IVaultKeyAppService keys, CancellationToken cancellationToken) =>
        TypedResults.Ok(await keys.RetireMasterKeyAsync(version, cancellationToken));

    private static async Task<Ok<VaultStatusDto>> RewrapAsync(IVaultKeyAppService keys, CancellationToken cancellationToken) =>
        TypedResults.Ok(await keys.RewrapMasterKeysAsync(cancellationToken));

    private static async Task<Ok<VaultStatusDto>> RetryDamagedAsync(IVaultKeyAppService keys, CancellationToken cancellationToken) =>
        TypedResults.Ok(await keys.RetryDamagedAsync(cancellationToken));

    private static async Task<Ok<VaultStatusDto>> DiscardShreddedAsync(IVaultKeyAppService keys, CancellationToken cancellationToken) =>
        TypedResults.Ok(await keys.DiscardShreddedAsync(cancellationToken));

    private static async Task<Ok<VaultStatusDto>> UnsealAsync(IVaultKeyAppService keys, CancellationToken cancellationToken) =>
        TypedResults.Ok(await keys.UnsealAsync(cancellationToken));
}
