using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

/// <summary>The assistant for programs: a token of the old login stands where pages have the session.</summary>
internal static class MigrationEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var migration = endpoints.MapHostApi("me/migration", "Old logins").RequireAuthorization(PlatformPolicies.SignedIn);
        migration.MapGet("", async (IMigrationAppService m, CancellationToken c) => TypedResults.Ok(await m.GetAsync(c))).WithSummary("Where the old login stands");
        migration.MapPost("postpone", (IMigrationAppService m, CancellationToken c) => DoneAsync(m.PostponeAsync(c))).WithSummary("Later");
        migration.MapPost("code", (MigrationEmailDto input, IMigrationAppService m, CancellationToken c) => DoneAsync(m.SendCodeAsync(input, c))).WithSummary("Mails a code to the person's own address");
        migration.MapPost("verify", (MigrationCodeDto input, IMigrationAppService m, CancellationToken c) => DoneAsync(m.VerifyCodeAsync(input, c))).WithSummary("The code that was mailed");
        migration.MapPost("identity", (NewAccountDto input, IMigrationAppService m, CancellationToken c) => DoneAsync(m.ChooseIdentityAsync(input, c))).WithSummary("Name and password of a new account");
        migration.MapPost("join", (MigrationJoinDto input, IMigrationAppService m, CancellationToken c) => DoneAsync(m.JoinAsync(input, c))).WithSummary("Password of the account that has the address");
        migration.MapPost("factor", (MigrationCodeDto input, IMigrationAppService m, CancellationToken c) => DoneAsync(m.ProveFactorAsync(input, c))).WithSummary("Second factor of that account");
        migration.MapPost("proof", (MigrationProofDto input, IMigrationAppService m, CancellationToken c) => DoneAsync(m.ProveCustomerAsync(input, c))).WithSummary("Customer code and a number of an invoice or licence");
        migration.MapPost("complete", async (AcceptTermsDto input, IMigrationAppService m, CancellationToken c) => TypedResults.Ok(await m.CompleteAsync(input, c)))
            .WithSummary("Accepts the terms; the person's account takes the old login's place");
        migration.MapGet("companies", async (IMigrationAppService m, CancellationToken c) => TypedResults.Ok(await m.GetCompletedAsync(c)))
            .WithSummary("Companies in which the person took the place of an old login");
        migration.MapPost("companies/{companyId:guid}/administrator", (Guid companyId, IMigrationAppService m, CancellationToken c) => DoneAsync(m.BecomeAdministratorAsync(companyId, c)))
            .WithSummary("Becomes administrator of a company that has none");
    }

    private static async Task<NoContent> DoneAsync(Task act)
    {
        await act;
        return TypedResults.NoContent();
    }
}
