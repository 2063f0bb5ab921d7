using System.Buffers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Kernel;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Platform.Accounting;

/// <summary>Takes a mail that is whole. What it answers with 250 is committed; what it does not expect, the server sends again.</summary>
internal sealed class MailStore(IServiceScopeFactory scopes, ILogger logger) : MessageStore
{
    private const int BufferLength = 80 * 1024;

    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return AdmittedMail.Of(context) is { } admitted
                ? await ReceiveAsync(admitted, MailGate.AddressOf(transaction.From), buffer, cancellationToken)
                : SmtpReplies.NoMailbox;
        }
        catch (FormatException)
        {
            return SmtpReplies.Unreadable;
        }
        catch (TooDeepException)
        {
            return SmtpReplies.TooDeep;
        }
        catch (BusinessException e) when (e.Code == AccountingErrorCodes.ScannerUnavailable)
        {
            return SmtpReplies.Later;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "A mail could not be taken");
            return SmtpReplies.Later;
        }
    }

    private async Task<SmtpResponse> ReceiveAsync(AdmittedMail admitted, string sender, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        await using var file = await WriteAsync(buffer, cancellationToken);
        var mail = await IncomingMail.ReadAsync(file, sender, cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        // A mail of many megabytes takes minutes, in which the company may close.
        if (await scope.ServiceProvider.GetRequiredService<ITenantStore>().FindByIdAsync(admitted.Company.Id, cancellationToken) is not { ClosedAt: null })
            return SmtpReplies.NoMailbox;
        using var inCompany = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(admitted.Company);
        return SmtpReplies.Of(await scope.ServiceProvider.GetRequiredService<MailReceiving>().ReceiveAsync(mail, admitted.Token, cancellationToken));
    }

    // The parser leaves attachments in it: none of them is in memory as a whole.
    private static async Task<Stream> WriteAsync(ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        var file = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferLength, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        foreach (var piece in buffer)
            await file.WriteAsync(piece, cancellationToken);
        file.Position = 0;
        return file;
    }
}
