using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Notifications;

namespace Platform.Accounting;

internal sealed class DocumentWorkAppService(
    AccountingDbContext context, QueueWriter queue, INotificationPublisher notifications, ICurrentUser user, IPermissionChecker permissions, IUnitOfWork unitOfWork,
    TimeProvider clock) : IDocumentWorkAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<DocumentMessageDto>> GetMessagesAsync(Guid documentId, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Documents.Default, cancellationToken);
        if (!await context.Documents.AnyAsync(d => d.Id == documentId, cancellationToken))
            throw new EntityNotFoundException();
        return await context.Messages.AsNoTracking().Where(m => m.DocumentId == documentId).OrderBy(m => m.Id)
            .Select(m => new DocumentMessageDto(m.Id, m.IsFromAccountant, m.Text, m.At, m.By, m.Firm)).ToListAsync(cancellationToken);
    }

    public Task AcceptAsync(IReadOnlyCollection<Guid> documentIds, CancellationToken cancellationToken = default) =>
        ProcessAsync(documentIds, d => d.Accept(), cancellationToken);

    public Task BookAsync(IReadOnlyCollection<Guid> documentIds, CancellationToken cancellationToken = default) =>
        ProcessAsync(documentIds, d => d.Book(), cancellationToken);

    public async Task AskAsync(Guid documentId, string? text, CancellationToken cancellationToken = default)
    {
        var question = new DocumentMessage(documentId, isFromAccountant: true, text, user.Info, Now);
        await ProcessAsync([documentId], d => d.Ask(), cancellationToken);
        context.Messages.Add(question);
        await context.SaveChangesAsync(cancellationToken);
        var name = await context.Documents.Where(d => d.Id == documentId).Select(d => d.Name).SingleAsync(cancellationToken);
        await notifications.PublishToHoldersAsync(AccountingPermissions.Documents.Edit, new NotificationDto(
            "Accounting.Notification.Asked", new Dictionary<string, object> { ["firm"] = question.Firm ?? question.By ?? "", ["document"] = name },
            NotificationSeverity.Warning, $"inbox/{documentId}", KeyOf(documentId)), cancellationToken: cancellationToken);
    }

    public async Task AnswerAsync(Guid documentId, string? text, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Documents.Edit, cancellationToken);
        var answer = new DocumentMessage(documentId, isFromAccountant: false, text, user.Info, Now);
        await unitOfWork.BeginAsync(cancellationToken);
        var document = (await LoadAsync([documentId], cancellationToken))[0];
        document.Answer();
        context.Messages.Add(answer);
        await context.SaveChangesAsync(cancellationToken);
        await notifications.WithdrawAsync(KeyOf(documentId), cancellationToken);
        await queue.FollowAsync([document], cancellationToken);
        await queue.TellAnswerAsync(document, cancellationToken);
    }

    private async Task ProcessAsync(IReadOnlyCollection<Guid> ids, Action<Document> act, CancellationToken cancellationToken)
    {
        await permissions.CheckAsync(AccountingPermissions.Documents.Process, cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var documents = await LoadAsync(ids, cancellationToken);
        documents.ForEach(act);
        await context.SaveChangesAsync(cancellationToken);
        await queue.FollowAsync(documents, cancellationToken);
    }

    private async Task<List<Document>> LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = await context.Documents.Where(d => ids.Contains(d.Id) && d.TrashedAt == null).ToListAsync(cancellationToken);
        return found.Count == ids.Distinct().Count() ? found : throw new EntityNotFoundException();
    }

    private static string KeyOf(Guid documentId) => $"Accounting.Question.{documentId:N}";
}
