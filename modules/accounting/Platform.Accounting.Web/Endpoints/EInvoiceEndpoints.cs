using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Accounting.Web;

internal static class EInvoiceEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var invoice = endpoints.MapTenantApi("documents/{id:guid}/invoice", "Documents");
        invoice.MapGet("", GetAsync).WithSummary("What a document that is an e-invoice says, and what is wrong in it; 204 when it is none")
            .RequireAuthorization(AccountingPermissions.Documents.Default);
        invoice.MapPost("payment", PrepareAsync).WithSummary("Adds a transfer that pays the e-invoice; needs Sepa.Transfers.Create too")
            .RequireAuthorization(AccountingPermissions.Documents.Default);
    }

    private static async Task<Results<Ok<EInvoiceDto>, NoContent>> GetAsync(Guid id, IEInvoiceAppService invoices, CancellationToken cancellationToken) =>
        await invoices.GetAsync(id, cancellationToken) is { } invoice ? TypedResults.Ok(invoice) : TypedResults.NoContent();

    private static async Task<Created<PreparedPayment>> PrepareAsync(
        string tenant, Guid id, IEInvoiceAppService invoices, HttpRequest request, CancellationToken cancellationToken)
    {
        var transfer = await invoices.PreparePaymentAsync(id, cancellationToken);
        return TypedResults.Created($"{request.PathBase}/api/t/{tenant}/transfers/{transfer}", new PreparedPayment(transfer));
    }
}

/// <summary>The transfer that was added.</summary>
internal sealed record PreparedPayment(Guid TransferId);
