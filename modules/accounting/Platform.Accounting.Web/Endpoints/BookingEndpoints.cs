using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Accounting.Web;

internal static class BookingEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var bookings = endpoints.MapTenantApi("bookings", "Bookings");
        bookings.MapGet("", ListAsync).WithSummary("Entries that the accountant brought back, the latest date first").RequireAuthorization(AccountingPermissions.Bookings.Default);
        bookings.MapGet("imports", async (IBookingAppService s, CancellationToken c) => TypedResults.Ok(await s.GetImportsAsync(c)))
            .WithSummary("The latest files").RequireAuthorization(AccountingPermissions.Bookings.Default);
        bookings.MapPost("imports", ImportAsync).WithSummary("Brings back a FEC or a CSV of bookings, as the body itself")
            .Accepts<byte[]>("text/csv", "text/plain", "*/*").RequireAuthorization(AccountingPermissions.Bookings.Import)
            .WithMetadata(new RequestSizeLimitAttribute(BookingLimits.MaxBytes + 1L)).ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        endpoints.MapTenantApi("documents", "Documents").MapGet("{id:guid}/bookings", async (Guid id, IBookingAppService s, CancellationToken c) => TypedResults.Ok(await s.GetOfDocumentAsync(id, c)))
            .WithSummary("How a document was booked").RequireAuthorization(AccountingPermissions.Bookings.Default);
    }

    private static async Task<Ok<PagedResult<BookingDto>>> ListAsync(string? search, string? cursor, int? pageSize, IBookingAppService bookings, CancellationToken cancellationToken) =>
        TypedResults.Ok(await bookings.GetListAsync(new GetBookingsInput(search, cursor, pageSize ?? 50), cancellationToken));

    private static async Task<Ok<BookingImportDto>> ImportAsync(string? fileName, HttpRequest request, IBookingAppService bookings, CancellationToken cancellationToken) =>
        TypedResults.Ok(await bookings.ImportAsync(fileName ?? "bookings.txt", request.Body, cancellationToken));
}
