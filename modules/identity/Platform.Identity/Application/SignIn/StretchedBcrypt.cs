namespace Platform.Identity;

/// <summary>
/// Checks bcrypt hashes in a time that does not tell their cost: whatever is checked, and for nobody too, the rounds add up to those of
/// <see cref="LegacyPasswordHash.BcryptCost"/>.
/// </summary>
internal static class StretchedBcrypt
{
    private static readonly Lazy<string> Nobody = new(() => BCrypt.Net.BCrypt.HashPassword(Secrets.NewKey(), LegacyPasswordHash.BcryptCost));

    /// <param name="hash">An accepted hash, or null for nobody's.</param>
    /// <param name="password">At most 256 characters, of which bcrypt takes the first 72 bytes.</param>
    public static bool Verify(string? hash, string password)
    {
        var matches = BCrypt.Net.BCrypt.Verify(password, hash ?? Nobody.Value);
        // 2^c rounds so far; each further cost adds as many as there were: 2^c + 2^c + 2^(c+1) + ... = 2^most.
        for (var cost = LegacyPasswordHash.CostOf(hash ?? Nobody.Value); cost < LegacyPasswordHash.BcryptCost; cost++)
            BCrypt.Net.BCrypt.HashPassword(password, cost);
        return hash is not null && matches;
    }
}
