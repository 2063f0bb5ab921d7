using System.Net.Mail;

namespace Platform.Kernel;

/// <summary>What passes as somebody's e-mail address.</summary>
public static class EmailAddresses
{
    /// <summary>The longest that can be written to (RFC 5321, 4.5.3.1.3, without the brackets).</summary>
    public const int Longest = 254;

    /// <summary>
    /// One bare mailbox at a domain of the internet: no display name, no space or control character, a dot in the domain, at most
    /// <see cref="Longest"/> characters.
    /// </summary>
    public static bool IsMailbox(string text) => text.Length <= Longest && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
        && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Trim('.').Contains('.', StringComparison.Ordinal);
}
