using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Notices a sign-in from a country that the person has not signed in from before, and tells the person and the administrators.</summary>
internal sealed class KnownCountries(
    IdentityDbContext context, IAddressCountries countries, SecurityAlerts alerts, Mails mails, IUnitOfWork unitOfWork, ICurrentUser currentUser, TimeProvider clock) : IScopedDependency
{
    public async Task SeeAsync(User user, CancellationToken cancellationToken)
    {
        var address = currentUser.Info.ClientAddress ?? "";
        if (countries.Find(address) is not { } country)
            return;
        var isFirst = !await context.KnownCountries.AnyAsync(c => c.UserId == user.Id, cancellationToken);
        if (await AddAsync(user.Id, country, cancellationToken) && !isFirst)
        {
            await alerts.RaiseAsync("NewCountry", $"{user.Id:N}|{country}", user, address, cancellationToken);
            await mails.QueueAsync(
                user, "NewCountry", [], [user.Name, CountryName.Of(country, user.Language), currentUser.Info.Device ?? "", address, mails.LinkTo("/account/sessions")], cancellationToken);
        }
    }

    // In one statement: of two sign-ins at the same moment one brings the news, and none fails.
    private async Task<bool> AddAsync(Guid userId, string country, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await unitOfWork.BeginAsync(cancellationToken);
        var added = await context.Database.ExecuteSqlAsync(
            $"""INSERT INTO "IdentityKnownCountries" ("UserId", "Country", "LastSeenAt") VALUES ({userId}, {country}, {now}) ON CONFLICT DO NOTHING""", cancellationToken);
        if (added == 0)
            await context.KnownCountries.Where(c => c.UserId == userId && c.Country == country).ExecuteUpdateAsync(s => s.SetProperty(c => c.LastSeenAt, now), cancellationToken);
        return added == 1;
    }
}
