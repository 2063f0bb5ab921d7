using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed record SendSignUpArgs(string Email, string Language);

/// <summary>In a job, so that asking takes the same time whether the account exists or not.</summary>
internal sealed class SendSignUpJob(
    IdentityDbContext context, ILinkService links, Mails mails, ILookupNormalizer normalizer, ICurrentTenant tenant, TimeProvider clock) : IBackgroundJob<SendSignUpArgs>
{
    public async Task ExecuteAsync(SendSignUpArgs args, CancellationToken cancellationToken)
    {
        using var host = tenant.Change(null);
        var normalized = normalizer.NormalizeEmail(args.Email);
        if (await context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normalized, cancellationToken) is { } known)
        {
            // Whoever was locked out learns nothing here.
            if (known.IsActive)
                await mails.QueueAsync(known.Email!, known.Language, "SignUpKnown", [], [known.Name, mails.LinkTo("/companies/new")], cancellationToken);
            return;
        }

        var row = await context.SignUps.SingleOrDefaultAsync(s => s.NormalizedEmail == normalized, cancellationToken)
            ?? context.SignUps.Add(new SignUp { Id = Guid.CreateVersion7(), NormalizedEmail = normalized }).Entity;
        (row.Email, row.Language, row.AskedAt) = (args.Email, args.Language, clock.GetUtcNow().UtcDateTime);
        var link = await links.MakeAsync(new NewLink(IdentityLinkKinds.SignUp, row.Id, row.Email), cancellationToken);
        await mails.QueueAsync(row.Email, row.Language, "SignUp", [], [link.Address], cancellationToken);
    }
}
