using System.Globalization;
using Platform.Kernel;

namespace Platform.Vault;

internal sealed class ConsentGranting(
    VaultDbContext db, Envelope envelope, IErasureStore erasure, Asker asker, IUnitOfWork unitOfWork, TimeProvider clock) : IScopedDependency
{
    public async Task<Guid> GrantAsync(NewConsent input, SecretBuffer secret, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        Validate(input, now);
        var (_, userId, userName) = asker.Require();
        var consent = new Consent(input, userId, userName, now);
        var binding = asker.BindingOf(input.Provider, input.Account, input.Purpose);
        var stored = await envelope.SealAsync(consent.Id, binding, secret, cancellationToken);
        try
        {
            db.Consents.Add(consent);
            db.Secrets.Add(stored);
            await unitOfWork.CompleteAsync(cancellationToken);
            return consent.Id;
        }
        catch
        {
            await erasure.EraseAsync(consent.Id, CancellationToken.None);
            throw;
        }
    }

    private static void Validate(NewConsent input, DateTime now)
    {
        var errors = new List<FieldError>();
        Check(nameof(input.Provider), input.Provider, Consent.MaxProvider);
        Check(nameof(input.Account), input.Account, Consent.MaxAccount);
        Check(nameof(input.Purpose), input.Purpose, Consent.MaxProvider);
        Check(nameof(input.Label), input.Label, Consent.MaxAccount);
        if (input.ValidUntil <= now)
            errors.Add(new FieldError(nameof(input.ValidUntil), VaultErrorCodes.ValidUntilPast, input.ValidUntil?.ToString("u", CultureInfo.InvariantCulture)));
        if (errors.Count > 0)
            throw new InputException(errors);

        void Check(string field, string? value, int most)
        {
            if (string.IsNullOrWhiteSpace(value) || value.Length > most)
                errors.Add(new FieldError(field, VaultErrorCodes.TextLength, value is { Length: > 100 } ? value[..100] : value));
        }
    }
}
