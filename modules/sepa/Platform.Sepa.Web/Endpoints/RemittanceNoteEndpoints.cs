using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

internal static class RemittanceNoteEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var remittance = endpoints.MapTenantApi("remittances/{id:guid}", "Remittances");
        remittance.MapGet("accompanying-note", AccompanyingAsync).WithSummary("What goes with the bank file").RequireAuthorization(SepaPermissions.Remittances.Default);
        remittance.MapGet("confirmation-note", ConfirmationAsync).WithSummary("What the bank made of the file").RequireAuthorization(SepaPermissions.Remittances.Default);
        remittance.MapGet("accompanying-note.pdf", AccompanyingPdfAsync).WithSummary("The same, to be signed, printed or faxed")
            .RequireAuthorization(SepaPermissions.Remittances.Default).Produces(StatusCodes.Status200OK, contentType: NotePrinter.MediaType);
        remittance.MapGet("confirmation-note.pdf", ConfirmationPdfAsync).WithSummary("The same, to be printed")
            .RequireAuthorization(SepaPermissions.Remittances.Default).Produces(StatusCodes.Status200OK, contentType: NotePrinter.MediaType);
        remittance.MapGet("orders/{orderId:guid}/proof", ProofAsync).WithSummary("Everything on record of one order, to be verified without this product")
            .RequireAuthorization(SepaPermissions.Remittances.Download).Produces(StatusCodes.Status200OK, contentType: OrderProofFile.MediaType);
        MapOrders(remittance, OrderFileFormat.Csv, "Every order for spreadsheets, with whole account numbers");
        MapOrders(remittance, OrderFileFormat.Txt, "Every order as text with columns at fixed places");
    }

    private static void MapOrders(RouteGroupBuilder remittance, OrderFileFormat format, string summary) =>
        remittance.MapGet($"orders.{format.ToString().ToLowerInvariant()}", (Guid id, IRemittanceExportAppService exports, CancellationToken cancellationToken) => OrdersAsync(id, format, exports, cancellationToken))
            .WithSummary(summary).RequireAuthorization(SepaPermissions.Remittances.Download).Produces(StatusCodes.Status200OK, contentType: format.MediaType().Split(';')[0]);

    private static async Task<Ok<AccompanyingNoteDto>> AccompanyingAsync(Guid id, IRemittanceNoteAppService notes, CancellationToken cancellationToken) =>
        TypedResults.Ok(await notes.GetAccompanyingNoteAsync(id, cancellationToken));

    private static async Task<Ok<ConfirmationNoteDto>> ConfirmationAsync(Guid id, IRemittanceNoteAppService notes, CancellationToken cancellationToken) =>
        TypedResults.Ok(await notes.GetConfirmationNoteAsync(id, cancellationToken));

    private static async Task<FileContentHttpResult> AccompanyingPdfAsync(Guid id, IRemittanceNoteAppService notes, NotePrinter printer, CancellationToken cancellationToken)
    {
        var (content, name) = await printer.PrintAsync(await notes.GetAccompanyingNoteAsync(id, cancellationToken), cancellationToken);
        return TypedResults.Bytes(content, NotePrinter.MediaType, name);
    }

    private static async Task<FileContentHttpResult> ConfirmationPdfAsync(Guid id, IRemittanceNoteAppService notes, NotePrinter printer, CancellationToken cancellationToken)
    {
        var (content, name) = await printer.PrintAsync(await notes.GetConfirmationNoteAsync(id, cancellationToken), cancellationToken);
        return TypedResults.Bytes(content, NotePrinter.MediaType, name);
    }

    private static async Task<FileStreamHttpResult> ProofAsync(Guid id, Guid orderId, IOrderProofAppService proofs, CancellationToken cancellationToken)
    {
        var (content, name) = await proofs.OpenAsync(id, orderId, cancellationToken);
        return TypedResults.File(content, OrderProofFile.MediaType, name);
    }

    private static async Task<FileStreamHttpResult> OrdersAsync(Guid id, OrderFileFormat format, IRemittanceExportAppService exports, CancellationToken cancellationToken)
    {
        var (content, name) = await exports.OpenOrdersAsync(id, format, cancellationToken);
        return TypedResults.File(content, format.MediaType(), name);
    }
}
