using Microsoft.EntityFrameworkCore;
using Platform.Identity;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class MandateSigningAppService(
    SepaDbContext db, MandateFormReader forms, MandateRecord records, MandateSigning signing, ILinkService links, IEmailSender mails, IPermissionChecker permissions,
    ICurrentTenant tenant, ICurrentUser user, IAuditLog audit, TimeProvider clock) : IMandateSigningAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<DateTime> AskAsync(Guid mandateId, Guid concurrencyStamp, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Mandates.Edit, cancellationToken);
        var mandate = await db.Mandates.SingleOrDefaultAsync(m => m.Id == mandateId, cancellationToken) ?? throw new EntityNotFoundException();
        mandate.Require(concurrencyStamp);
        var email = mandate.RequireSignable();
        var form = await forms.OfAsync(mandate, cancellationToken);
        var link = await links.MakeAsync(new NewLink(MandateSigningLink.Kind, mandateId, email), cancellationToken);
        var (subject, text) = records.Mail(form, "MandateSigning:Ask", form.Debtor.Name, form.Creditor.Name, form.Reference, link.Address, link.ExpiresAt);
        await mails.QueueAsync(new EmailMessage(email, subject, text), cancellationToken);
        db.MandateEvents.Add(new MandateEvent(mandateId, MandateEventKind.SignatureAsked, Actor.Of(user), Now, email));
        audit.Add("Sepa.Mandate.SignatureAsked", nameof(Mandate), $"{mandateId}", new AuditChange(nameof(mandate.Email), null, email));
        await db.SaveChangesAsync(cancellationToken);
        return link.ExpiresAt;
    }

    public async Task<MandateToSignDto> LookAsync(string token, CancellationToken cancellationToken = default)
    {
        var link = await links.LookAsync(MandateSigningLink.Kind, token, cancellationToken);
        using var company = tenant.Change(link.Company);
        var form = await forms.OfAsync(await signing.FindAsync(link, cancellationToken), cancellationToken);
        return new MandateToSignDto(form, MandateRecord.Sha256(records.Content(form)), link.ExpiresAt);
    }

    public async Task<SignedMandateDto> SignAsync(string token, SignMandateDto input, CancellationToken cancellationToken = default)
    {
        var link = await links.OpenAsync(MandateSigningLink.Kind, token, cancellationToken);
        using var company = tenant.Change(link.Company);
        var mandate = await signing.FindAsync(link, cancellationToken);
        var form = await forms.OfAsync(mandate, cancellationToken);
        var content = records.Content(form);
        if (input.ContentSha256 != MandateRecord.Sha256(content))
            throw new BusinessException(SepaErrorCodes.MandateChangedMeanwhile).WithData("reference", mandate.Reference);
        var signature = Read(input, mandate.Email!);
        var record = records.Signed(form, content, signature);
        await signing.SignAsync(mandate, signature, record, cancellationToken);
        var (subject, text) = records.Mail(form, "MandateSigning:Done", form.Debtor.Name, form.Creditor.Name, record);
        await mails.QueueAsync(new EmailMessage(signature.Email, subject, text), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new SignedMandateDto(form.Reference, form.Creditor.Name, form.Language, signature.Email, record);
    }

    private MandateSignature Read(SignMandateDto input, string email)
    {
        var fields = new FieldReader();
        var signerName = fields.Text(nameof(input.SignerName), input.SignerName, SepaLengths.Name);
        var place = fields.Text(nameof(input.Place), input.Place, SepaLengths.Name);
        if (!input.IsAgreed)
            fields.Refuse(nameof(input.IsAgreed), SepaErrorCodes.ConsentMissing);
        fields.ThrowIfAny();
        return new MandateSignature(OneLine(signerName), OneLine(place), email, Now);
    }

    // The record has a line for each fact: no name can add one.
    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
