using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Kernel;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Platform.Accounting;

/// <summary>The inbox that the mail of a session is for.</summary>
internal sealed record AdmittedMail(TenantInfo Company, string Token)
{
    private const string Key = "Platform.AdmittedMail";

    public static AdmittedMail? Of(ISessionContext session) => session.Properties.TryGetValue(Key, out var found) ? (AdmittedMail)found : null;

    public static void Set(ISessionContext session, AdmittedMail? admitted)
    {
        session.Properties.Remove(Key);
        if (admitted is not null)
            session.Properties[Key] = admitted;
    }
}

/// <summary>Refuses at the door: unknown addresses and senders whom nobody allowed, before anything of a mail is sent.</summary>
internal sealed class MailGate(InboundMailOptions options, IServiceScopeFactory scopes, ILogger logger, Func<int> sessions) : MailboxFilter
{
    public override Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken)
    {
        AdmittedMail.Set(context, null);
        if (sessions() > InboundMailServer.MostSessions)
            throw new SmtpResponseException(SmtpReplies.Busy, true);
        return size > options.MaxMessageBytes ? throw new SmtpResponseException(SmtpResponse.SizeLimitExceeded) : Task.FromResult(true);
    }

    public override async Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken)
    {
        try
        {
            var admitted = await AdmitAsync(to, from, cancellationToken);
            // Two inboxes could not take a mail both or neither.
            if (AdmittedMail.Of(context) is { } other && other.Token != admitted.Token)
                throw new SmtpResponseException(SmtpReplies.OneAtATime);
            AdmittedMail.Set(context, admitted);
            return true;
        }
        catch (Exception e) when (e is not SmtpResponseException and not OperationCanceledException)
        {
            logger.LogError(e, "An inbox could not be looked up");
            throw new SmtpResponseException(SmtpReplies.Later);
        }
    }

    private async Task<AdmittedMail> AdmitAsync(IMailbox to, IMailbox from, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (!string.Equals(to.Host, options.Domain, StringComparison.OrdinalIgnoreCase) || InboxAddress.Read(to.User) is not var (slug, token))
            throw new SmtpResponseException(SmtpReplies.NoMailbox);
        if (await services.GetRequiredService<ITenantStore>().FindBySlugAsync(slug, cancellationToken) is not { ClosedAt: null } company)
            throw new SmtpResponseException(SmtpReplies.NoMailbox);
        using var inCompany = services.GetRequiredService<ICurrentTenant>().Change(company);
        var admission = services.GetRequiredService<MailAdmission>();
        if (!await admission.IsOpenAsync(token, cancellationToken))
            throw new SmtpResponseException(SmtpReplies.NoMailbox);
        return await admission.IsWelcomeAsync(AddressOf(from), cancellationToken)
            ? new AdmittedMail(company, token)
            : throw new SmtpResponseException(SmtpReplies.Foreign);
    }

    /// <summary>Empty for a report of a mail server, which names no sender.</summary>
    public static string AddressOf(IMailbox from) => string.IsNullOrEmpty(from.Host) ? "" : $"{from.User}@{from.Host}";
}
