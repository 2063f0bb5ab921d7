using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;
using Platform.Vault;

namespace Platform.Ledger;

internal static class LedgerEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapTenantApi("ledger", "Ledger").MapGet("{consentId:guid}/entries", GetEntriesAsync)
            .WithSummary("Entries of the accounting package, read with what the caller connected")
            .RequireAuthorization(LedgerPermissions.Read);

    private static async Task<Ok<IReadOnlyList<LedgerEntryDto>>> GetEntriesAsync(
        Guid consentId, IConsentAppService consents, LedgerClient ledger, CancellationToken cancellationToken)
    {
        var consent = await consents.GetAsync(consentId, cancellationToken);
        if (consent.Provider != LedgerConnector.Provider)
            throw new EntityNotFoundException();
        return TypedResults.Ok(await ledger.GetEntriesAsync(consentId, consent.Account, cancellationToken));
    }
}
