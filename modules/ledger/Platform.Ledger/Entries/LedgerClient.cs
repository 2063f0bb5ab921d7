using Platform.Kernel;
using Platform.Vault;

namespace Platform.Ledger;

/// <summary>Reads the accounting package for the current person, with the tokens that the vault keeps for them.</summary>
internal sealed class LedgerClient(IConsentVault vault, OAuthClient oauth, LedgerApi api, IPermissionChecker permissions, TimeProvider clock)
    : IApplicationService
{
    /// <param name="consentId">Whose tokens.</param>
    /// <param name="account">The account of the consent.</param>
    /// <param name="cancellationToken">Cancels, but for a renewal once begun.</param>
    /// <exception cref="EntityNotFoundException">No such consent in this company.</exception>
    /// <exception cref="BusinessException">One of <see cref="LedgerErrorCodes"/> or of <see cref="VaultErrorCodes"/>.</exception>
    public async Task<IReadOnlyList<LedgerEntryDto>> GetEntriesAsync(Guid consentId, string account, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(LedgerPermissions.Read, cancellationToken);
        var use = LedgerConnector.Use(consentId, account);
        if (await vault.UseAsync(use, ReadUnlessEndingAsync, cancellationToken) is { } entries)
            return entries;
        // To the end once begun: where refresh tokens rotate, a new one that is not kept is a lost connection.
        await vault.RenewAsync(use, RenewAsync, CancellationToken.None);
        return await vault.UseAsync(use, ReadAsync, cancellationToken);
    }

    private async Task<IReadOnlyList<LedgerEntryDto>?> ReadUnlessEndingAsync(SecretBuffer secret, CancellationToken cancellationToken)
    {
        using var tokens = TokenSet.Read(secret.Span);
        return tokens.IsEnding(clock.GetUtcNow()) ? null : await api.GetEntriesAsync(tokens, cancellationToken);
    }

    private async Task<IReadOnlyList<LedgerEntryDto>> ReadAsync(SecretBuffer secret, CancellationToken cancellationToken)
    {
        using var tokens = TokenSet.Read(secret.Span);
        return await api.GetEntriesAsync(tokens, cancellationToken);
    }

    // Whoever waited for the lease finds what another host renewed meanwhile.
    private async Task<SecretBuffer?> RenewAsync(SecretBuffer secret, CancellationToken cancellationToken)
    {
        using var tokens = TokenSet.Read(secret.Span);
        if (!tokens.IsEnding(clock.GetUtcNow()))
            return null;
        using var renewed = await oauth.RefreshAsync(tokens, cancellationToken);
        return renewed.ToSecret(tokens);
    }
}
