using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

internal static class LegacyEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var accounts = endpoints.MapTenantApi("legacy-accounts", "Old logins").RequireAuthorization(IdentityPermissions.LegacyAccounts.Import);
        Upload(accounts.MapPost("check", CheckAsync)).WithSummary("What importing a CSV file of old logins would do, or every error of every row; stores nothing");
        Upload(accounts.MapPost("import", ImportAsync)).WithSummary("Imports a CSV file of old logins, all of it or nothing; the same file again changes nothing");
        accounts.MapGet("progress", ProgressAsync).WithSummary("How far each company with old logins is");
        accounts.MapGet("report.csv", ReportAsync).WithSummary("The old logins of those companies as CSV").Produces(StatusCodes.Status200OK, contentType: "text/csv");
        accounts.MapPost("{companyId:guid}/remind", RemindCompanyAsync).WithSummary("Reminds a company's notification addresses by mail; answers of how many logins");
        var own = endpoints.MapTenantApi("legacy-logins", "Old logins");
        own.MapGet("", ListAsync).WithSummary("Old logins of the company").RequireAuthorization(IdentityPermissions.Users.Default);
        own.MapPut("{id:guid}/profile", SetProfileAsync).WithSummary("Replaces the profile of an old login").RequireAuthorization(IdentityPermissions.Users.Manage);
        own.MapPost("{id:guid}/remind", RemindAsync).WithSummary("Reminds the notification addresses by mail").RequireAuthorization(IdentityPermissions.Users.Manage);
    }

    // "*/*": with named types alone routing would answer others itself, before the company is looked at.
    private static RouteHandlerBuilder Upload(RouteHandlerBuilder endpoint) => endpoint
        .Accepts<IFormFile>("multipart/form-data", "text/csv", "*/*")
        .WithMetadata(new RequestSizeLimitAttribute(LegacyUpload.MostBytes)).ProducesProblem(StatusCodes.Status413PayloadTooLarge);

    private static async Task<Ok<LegacyImportDto>> CheckAsync(HttpRequest request, ILegacyImportAppService imports, CancellationToken cancellationToken)
    {
        await using var file = await LegacyUpload.ReadAsync(request, cancellationToken);
        return TypedResults.Ok(await imports.CheckAsync(file, cancellationToken));
    }

    private static async Task<Ok<LegacyImportDto>> ImportAsync(string? digest, HttpRequest request, ILegacyImportAppService imports, CancellationToken cancellationToken)
    {
        await using var file = await LegacyUpload.ReadAsync(request, cancellationToken);
        return TypedResults.Ok(await imports.ImportAsync(file, digest, cancellationToken));
    }

    private static async Task<Ok<IReadOnlyList<LegacyProgressDto>>> ProgressAsync(
        string? search, LegacyState? state, ILegacyImportAppService imports, CancellationToken cancellationToken) =>
        TypedResults.Ok(await imports.GetProgressAsync(new LegacyProgressInput(search, state), cancellationToken));

    private static async Task<FileContentHttpResult> ReportAsync(string? search, LegacyState? state, ILegacyImportAppService imports, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        await imports.WriteReportAsync(new LegacyProgressInput(search, state), file, cancellationToken);
        return TypedResults.File(file.ToArray(), "text/csv; charset=utf-8", "legacy-accounts.csv");
    }

    private static async Task<Ok<int>> RemindCompanyAsync(Guid companyId, ILegacyImportAppService imports, CancellationToken cancellationToken) =>
        TypedResults.Ok(await imports.RemindAsync(companyId, cancellationToken));

    private static async Task<Ok<IReadOnlyList<LegacyLoginDto>>> ListAsync(LegacyState? state, ILegacyLoginAppService logins, CancellationToken cancellationToken) =>
        TypedResults.Ok(await logins.GetListAsync(state, cancellationToken));

    private static async Task<NoContent> SetProfileAsync(Guid id, LegacyProfileDto input, ILegacyLoginAppService logins, CancellationToken cancellationToken)
    {
        await logins.SetProfileAsync(id, input, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RemindAsync(Guid id, ILegacyLoginAppService logins, CancellationToken cancellationToken)
    {
        await logins.RemindAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }
}
