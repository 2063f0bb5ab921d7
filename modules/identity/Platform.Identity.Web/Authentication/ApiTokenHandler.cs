using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>API tokens as bearer tokens (RFC 6750), only in the header: addresses end up in logs.</summary>
internal sealed class ApiTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IApiTokenValidator tokens,
    IProblemDetailsService problems, IPlatformTexts texts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Prefix = "Bearer ";

    private bool _owes;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var found = await tokens.ValidateAsync(header[Prefix.Length..].Trim(), Context.RequestAborted);
        _owes = found is { Owes: not Obligation.None };
        return found is null || _owes
            ? AuthenticateResult.Fail(_owes ? "Its person owes something first." : "The token is unknown, revoked or expired.")
            : AuthenticateResult.Success(new AuthenticationTicket(Principals.Of(found.Person, found.Id, Scheme.Name, Limits(found)), Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (_owes)
        {
            await WriteAsync(StatusCodes.Status403Forbidden, IdentityErrorCodes.TokenOwes);
            return;
        }

        var failed = (await HandleAuthenticateOnceSafeAsync()).Failure is not null;
        Response.Headers.WWWAuthenticate = failed ? "Bearer error=\"invalid_token\"" : "Bearer";
        await WriteAsync(StatusCodes.Status401Unauthorized, IdentityErrorCodes.TokenInvalid);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        WriteAsync(StatusCodes.Status403Forbidden, "Platform:PermissionDenied");

    private static IEnumerable<Claim> Limits(AuthenticatedToken token)
    {
        if (token.TenantId is { } tenant)
        {
            yield return new Claim(PlatformClaimTypes.Tenant, tenant.ToString());
        }

        foreach (var scope in token.Scopes ?? [])
        {
            yield return new Claim(PlatformClaimTypes.Scope, scope);
        }
    }

    private async Task WriteAsync(int status, string code)
    {
        Response.StatusCode = status;
        var problem = new ProblemDetails { Status = status, Title = texts.Get(code), Type = $"urn:platform:error:{code}" };
        problem.Extensions["code"] = code;
        await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = Context, ProblemDetails = problem });
    }
}
