using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

internal static class CreditorAccountEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var accounts = endpoints.MapTenantApi("creditor-accounts", "Creditor accounts");
        accounts.MapGet("", ListAsync).WithSummary("All creditor accounts").RequireAuthorization(SepaPermissions.CreditorAccounts.Default);
        accounts.MapGet("{id:guid}", GetAsync).WithSummary("One creditor account").RequireAuthorization(SepaPermissions.CreditorAccounts.Default);
        accounts.MapPost("", CreateAsync).WithSummary("Adds an account, to be approved by somebody else").RequireAuthorization(SepaPermissions.CreditorAccounts.Edit);
        accounts.MapPut("{id:guid}", UpdateAsync).WithSummary("Changes an account, to be approved again").RequireAuthorization(SepaPermissions.CreditorAccounts.Edit);
        accounts.MapPost("{id:guid}/approve", ApproveAsync).WithSummary("Approves an account").RequireAuthorization(SepaPermissions.CreditorAccounts.Approve);
        accounts.MapPost("{id:guid}/close", CloseAsync).WithSummary("Ends the use of an account").RequireAuthorization(SepaPermissions.CreditorAccounts.Edit);
    }

    private static async Task<Ok<IReadOnlyList<CreditorAccountDto>>> ListAsync(ICreditorAccountAppService accounts, CancellationToken cancellationToken) =>
        TypedResults.Ok(await accounts.GetListAsync(cancellationToken));

    private static async Task<Ok<CreditorAccountDto>> GetAsync(Guid id, ICreditorAccountAppService accounts, CancellationToken cancellationToken) =>
        TypedResults.Ok(await accounts.GetAsync(id, cancellationToken));

    private static async Task<Created<CreditorAccountDto>> CreateAsync(
        SaveCreditorAccountDto input, ICreditorAccountAppService accounts, HttpRequest request, CancellationToken cancellationToken)
    {
        var account = await accounts.CreateAsync(input, cancellationToken);
        return TypedResults.Created($"{request.Path}/{account.Id}", account);
    }

    private static async Task<Ok<CreditorAccountDto>> UpdateAsync(
        Guid id, SaveCreditorAccountDto input, ICreditorAccountAppService accounts, CancellationToken cancellationToken) =>
        TypedResults.Ok(await accounts.UpdateAsync(id, input, cancellationToken));

    private static async Task<Ok<CreditorAccountDto>> ApproveAsync(
        Guid id, ActInput input, ICreditorAccountAppService accounts, CancellationToken cancellationToken) =>
        TypedResults.Ok(await accounts.ApproveAsync(id, input.ConcurrencyStamp, cancellationToken));

    private static async Task<Ok<CreditorAccountDto>> CloseAsync(
        Guid id, ActInput input, ICreditorAccountAppService accounts, CancellationToken cancellationToken) =>
        TypedResults.Ok(await accounts.CloseAsync(id, input.ConcurrencyStamp, cancellationToken));
}

/// <summary>An act on a record as it was read.</summary>
/// <param name="ConcurrencyStamp">As read: refused with status 409 when it changed since.</param>
internal sealed record ActInput(Guid ConcurrencyStamp);

/// <summary>An act that needs a reason.</summary>
/// <param name="ConcurrencyStamp">As read.</param>
/// <param name="Reason">1 to 500 characters.</param>
internal sealed record ReasonInput(Guid ConcurrencyStamp, string Reason);

/// <summary>The signature of a draft mandate.</summary>
/// <param name="ConcurrencyStamp">As read.</param>
/// <param name="SignedOn">Not in the future.</param>
internal sealed record ActivateInput(Guid ConcurrencyStamp, DateOnly SignedOn);
