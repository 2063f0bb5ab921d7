using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Accounting.Web;

internal static class WorkEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        MapDocuments(endpoints.MapTenantApi("documents", "Documents"));
        MapQueue(endpoints.MapTenantApi("queue", "Queue"));
    }

    private static void MapDocuments(RouteGroupBuilder group)
    {
        group.MapGet("{id:guid}/messages", async (Guid id, IDocumentWorkAppService s, CancellationToken c) => TypedResults.Ok(await s.GetMessagesAsync(id, c)))
            .WithSummary("Questions and answers about a document").RequireAuthorization(AccountingPermissions.Documents.Default);
        group.MapPost("accept", (DocumentsInput input, IDocumentWorkAppService s, CancellationToken c) => DoneAsync(s.AcceptAsync(input.Ids, c)))
            .WithSummary("Takes documents for the books").RequireAuthorization(AccountingPermissions.Documents.Process);
        group.MapPost("book", (DocumentsInput input, IDocumentWorkAppService s, CancellationToken c) => DoneAsync(s.BookAsync(input.Ids, c)))
            .WithSummary("Marks documents as booked").RequireAuthorization(AccountingPermissions.Documents.Process);
        group.MapPost("{id:guid}/question", (Guid id, MessageInput input, IDocumentWorkAppService s, CancellationToken c) => DoneAsync(s.AskAsync(id, input.Text, c)))
            .WithSummary("Asks the company about a document").RequireAuthorization(AccountingPermissions.Documents.Process);
        group.MapPost("{id:guid}/answer", (Guid id, MessageInput input, IDocumentWorkAppService s, CancellationToken c) => DoneAsync(s.AnswerAsync(id, input.Text, c)))
            .WithSummary("Answers the accountant's question").RequireAuthorization(AccountingPermissions.Documents.Edit);
    }

    private static void MapQueue(RouteGroupBuilder group)
    {
        group.RequireAuthorization(AccountingPermissions.Queue);
        group.MapGet("", async ([AsParameters] QueueInput input, IQueueAppService s, CancellationToken c) => TypedResults.Ok(await s.GetListAsync(input, c)))
            .WithSummary("Documents of all clients, what came last first");
        group.MapGet("clients", async (IQueueAppService s, CancellationToken c) => TypedResults.Ok(await s.GetClientsAsync(c)))
            .WithSummary("Clients with documents in the queue");
        group.MapPost("accept", (DocumentsInput input, IQueueAppService s, CancellationToken c) => DoneAsync(s.AcceptAsync(input.Ids, c)))
            .WithSummary("Takes documents for the books");
        group.MapPost("book", (DocumentsInput input, IQueueAppService s, CancellationToken c) => DoneAsync(s.BookAsync(input.Ids, c)))
            .WithSummary("Marks documents as booked");
        group.MapPost("{id:guid}/question", (Guid id, MessageInput input, IQueueAppService s, CancellationToken c) => DoneAsync(s.AskAsync(id, input.Text, c)))
            .WithSummary("Asks the client about a document");
    }

    private static async Task<NoContent> DoneAsync(Task act)
    {
        await act;
        return TypedResults.NoContent();
    }
}
