using System.Net;
using System.Net.Sockets;
using Platform.Kernel;

namespace Platform.Identity;

[HostWide("Counts failed sign-ins, also on addresses that are nobody's account; a company sees its own members' blocks only.")]
[DisableAuditing("Each failed sign-in is recorded as an act.")]
internal sealed class FailureCounter
{
    public const int KeyLength = 80;
    public const int AddressLength = 64;
    private const string AddressPrefix = "address:";
    private const string MailPrefix = "reset:";
    private const string SmsPrefix = "sms:";
    private const string ProofPrefix = "customer:";
    private const string DevicePrefix = "device:";

    public string Key { get; set; } = "";

    public int Failures { get; set; }

    /// <summary>End of the block when the limit is reached, of the memory of these failures otherwise.</summary>
    public DateTime ExpiresAt { get; set; }

    /// <summary>Address of the last failure; empty when unknown.</summary>
    public string LastAddress { get; set; } = "";

    /// <summary>The end of the block that administrators were told of.</summary>
    public DateTime? AlertedUntil { get; set; }

    public bool IsOfAddress => Key.StartsWith(AddressPrefix, StringComparison.Ordinal);

    /// <summary>Counts mails or text messages, not failures.</summary>
    public bool IsOfMessages => Key.StartsWith(MailPrefix, StringComparison.Ordinal) || Key.StartsWith(SmsPrefix, StringComparison.Ordinal);

    /// <summary>Of the browser that it counts for, or null.</summary>
    public static string? DeviceHashOf(string key) => key.StartsWith(DevicePrefix, StringComparison.Ordinal) ? key[DevicePrefix.Length..] : null;

    public bool IsOfProofs => Key.StartsWith(ProofPrefix, StringComparison.Ordinal);

    /// <summary>Hashed: what people type into the wrong field stays out of the database.</summary>
    public static string AccountKey(string normalizedEmail) => $"account:{Secrets.Hash(normalizedEmail)}";

    /// <summary>Failures from a browser that the person is known to use, apart from everybody else's.</summary>
    public static string DeviceKey(string deviceHash) => $"{DevicePrefix}{deviceHash}";

    /// <summary>Codes are counted apart from passwords: whoever guesses them knows the password.</summary>
    public static string FactorKey(Guid userId) => $"factor:{userId:N}";

    /// <summary>Mails with links for a new password, not failures: nobody floods a mailbox.</summary>
    public static string ResetKey(string normalizedEmail) => $"{MailPrefix}{Secrets.Hash(normalizedEmail)}";

    /// <summary>Mails with links for a new account, to an address that anybody may type.</summary>
    public static string SignUpKey(string normalizedEmail) => $"{MailPrefix}sign-up:{Secrets.Hash(normalizedEmail)}";

    /// <summary>The same from one network: nobody writes to a thousand mailboxes.</summary>
    public static string SignUpNetworkKey(string network) => $"{MailPrefix}sign-up:{network}";

    /// <summary>Text messages that a person has caused in a company: they cost, and each brings five tries.</summary>
    public static string SmsKey(Guid userId, Guid companyId) => $"{SmsPrefix}{userId:N}:{companyId:N}";

    /// <summary>Mails with codes that somebody at an old login asks for, to whatever addresses.</summary>
    public static string CodeKey(Guid userId) => $"{MailPrefix}{userId:N}";

    /// <summary>Guesses of what only the customer of an old login knows.</summary>
    public static string ProofKey(Guid userId) => $"{ProofPrefix}{userId:N}";

    public static string AddressKey(string address) => $"{AddressPrefix}{address}";

    /// <summary>One subscriber owns a whole IPv6 /64 and could take a new address for each guess.</summary>
    public static string? NetworkOf(string? clientAddress)
    {
        if (!IPAddress.TryParse(clientAddress, out var address))
        {
            return null;
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return $"{new IPAddress(bytes)}/64";
    }
}

/// <summary>How many failures, and how long the block.</summary>
internal sealed record FailureLimit(int Failures, TimeSpan Duration);
