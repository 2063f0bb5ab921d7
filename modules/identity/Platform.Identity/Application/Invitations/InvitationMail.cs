using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>The mail that brings the link, in the invited person's language.</summary>
internal sealed class InvitationMail(
    IEmailSender sender, ITenantStore tenants, IStringLocalizer<IdentityResource> texts, IConfiguration configuration, ICurrentUser currentUser) : IScopedDependency
{
    public async Task QueueAsync(Invitation invitation, string token, CancellationToken cancellationToken)
    {
        var company = await tenants.FindByIdAsync(invitation.TenantId, cancellationToken) ?? throw new EntityNotFoundException();
        await sender.QueueAsync(Write(invitation, company.Name, LinkTo(token)), cancellationToken);
    }

    private EmailMessage Write(Invitation invitation, string company, string link)
    {
        var (ui, format) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        var language = CultureInfo.GetCultureInfo(invitation.Language);
        try
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (language, language);
            var until = invitation.ExpiresAt.ToString("d MMMM yyyy", language);
            return new EmailMessage(
                invitation.Email,
                texts["Mail:Invitation:Subject", company],
                texts["Mail:Invitation:Text", invitation.Name, currentUser.Info.Name ?? company, company, link, until]);
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (ui, format);
        }
    }

    // Never from the request's Host header: whoever sends the request could choose where the link leads.
    private string LinkTo(string token) =>
        configuration["App:BaseUrl"] is { Length: > 0 } root
            ? $"{root.TrimEnd('/')}/account/invitation/{token}"
            : throw new InvalidOperationException("App:BaseUrl is not configured: links in mails need the public address of this host.");
}
