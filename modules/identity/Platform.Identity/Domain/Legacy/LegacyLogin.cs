namespace Platform.Identity;

/// <summary>How old logins are written. No address is one, and none is an address.</summary>
internal static class LegacyLogin
{
    public const int Length = 64;
    private const int Shortest = 2;

    public static bool Is(string identifier) => !identifier.Contains('@', StringComparison.Ordinal);

    public static bool IsValid(string login) => login.Length is >= Shortest and <= Length && login == login.Trim() && login.All(IsAllowed);

    private static bool IsAllowed(char c) => char.IsLetterOrDigit(c) || c is ' ' or '.' or '_' or '-' or '/' or '+' or '&' or '\'';
}
