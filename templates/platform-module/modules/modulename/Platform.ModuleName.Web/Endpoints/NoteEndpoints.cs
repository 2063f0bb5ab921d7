using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.ModuleName.Web;

internal static class NoteEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapTenantApi("modulename/notes", "ModuleName");
        group.MapGet("", GetListAsync).WithSummary("A page of notes, the newest first").RequireAuthorization(ModuleNamePermissions.Notes.Default);
        group.MapGet("{id:guid}", GetAsync).WithSummary("One note").RequireAuthorization(ModuleNamePermissions.Notes.Default);
        group.MapPost("", CreateAsync).WithSummary("Adds a note").RequireAuthorization(ModuleNamePermissions.Notes.Create);
    }

    private static async Task<Ok<PagedResult<NoteDto>>> GetListAsync(
        [AsParameters] GetNotesInput input, INoteAppService notes, CancellationToken cancellationToken) =>
        TypedResults.Ok(await notes.GetListAsync(input, cancellationToken));

    private static async Task<Ok<NoteDto>> GetAsync(Guid id, INoteAppService notes, CancellationToken cancellationToken) =>
        TypedResults.Ok(await notes.GetAsync(id, cancellationToken));

    private static async Task<Created<NoteDto>> CreateAsync(
        CreateNoteDto input, INoteAppService notes, HttpRequest request, CancellationToken cancellationToken)
    {
        var note = await notes.CreateAsync(input, cancellationToken);
        return TypedResults.Created($"{request.Path}/{note.Id}", note);
    }
}
