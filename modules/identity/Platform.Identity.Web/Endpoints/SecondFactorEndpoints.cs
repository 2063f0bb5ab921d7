using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

internal static class SecondFactorEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var factor = endpoints.MapHostApi("me/second-factor", "Account").RequireAuthorization(PlatformPolicies.SignedIn);
        factor.MapGet("", GetAsync).WithSummary("The authenticator app of the person the token acts for");
        factor.MapPost("begin", BeginAsync).WithSummary("Makes a key to be confirmed");
        factor.MapGet("setup", GetSetupAsync).WithSummary("The key, until it is confirmed");
        factor.MapPost("confirm", ConfirmAsync).WithSummary("Asks for codes from now on; answers the recovery codes");
        factor.MapPost("recovery-codes", RenewAsync).WithSummary("Replaces all recovery codes");
        factor.MapPost("disable", DisableAsync).WithSummary("Asks for the password alone again");
    }

    private static async Task<Ok<SecondFactorDto>> GetAsync(ISecondFactorAppService factor, CancellationToken cancellationToken) =>
        TypedResults.Ok(await factor.GetAsync(cancellationToken));

    private static async Task<NoContent> BeginAsync(BeginInput input, ISecondFactorAppService factor, CancellationToken cancellationToken)
    {
        await factor.BeginAsync(input.Password ?? "", cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<AuthenticatorSetupDto>> GetSetupAsync(ISecondFactorAppService factor, CancellationToken cancellationToken) =>
        TypedResults.Ok(await factor.GetSetupAsync(cancellationToken));

    private static async Task<Ok<IReadOnlyList<string>>> ConfirmAsync(CodeInput input, ISecondFactorAppService factor, CancellationToken cancellationToken) =>
        TypedResults.Ok(await factor.ConfirmAsync(input.Code ?? "", cancellationToken));

    private static async Task<Ok<IReadOnlyList<string>>> RenewAsync(CodeInput input, ISecondFactorAppService factor, CancellationToken cancellationToken) =>
        TypedResults.Ok(await factor.RenewRecoveryCodesAsync(input.Code ?? "", cancellationToken));

    private static async Task<NoContent> DisableAsync(CodeInput input, ISecondFactorAppService factor, CancellationToken cancellationToken)
    {
        await factor.DisableAsync(input.Code ?? "", cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>The person's password.</summary>
internal sealed record BeginInput(string? Password)
{
    /// <summary>Never the content.</summary>
    public override string ToString() => "***";
}

/// <summary>A code of the app, or a recovery code.</summary>
internal sealed record CodeInput(string? Code);
