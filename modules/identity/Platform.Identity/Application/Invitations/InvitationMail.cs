using Platform.Kernel;

namespace Platform.Identity;

/// <summary>The mail that brings the link, in the invited person's language.</summary>
internal sealed class InvitationMail(Mails mails, ITenantStore tenants, ICurrentUser currentUser) : IScopedDependency
{
    public async Task QueueAsync(Invitation invitation, string address, CancellationToken cancellationToken)
    {
        var company = (await tenants.FindByIdAsync(invitation.TenantId, cancellationToken) ?? throw new EntityNotFoundException()).Name;
        object[] words = [invitation.Name, currentUser.Info.Name ?? company, company, address, invitation.ExpiresAt];
        await mails.QueueAsync(invitation.Email, invitation.Language, "Invitation", [company], words, cancellationToken);
    }
}
