using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Somebody besides the members who may mail documents: an address, or "@" and a domain for everybody there.</summary>
internal sealed class AllowedSender : IMultiTenant
{
    private AllowedSender()
    {
    }

    private AllowedSender(string sender, DateTime now) => (Id, Sender, Since) = (Guid.CreateVersion7(), sender, now);

    public Guid Id { get; private set; }

    public Guid TenantId { get; set; }

    /// <summary>In small letters.</summary>
    public string Sender { get; private set; } = "";

    public DateTime Since { get; private set; }

    /// <param name="typed">"name@domain", "@domain" or "domain".</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="InputException">Accounting:SenderFormat.</exception>
    public static AllowedSender Of(string? typed, DateTime now)
    {
        var text = (typed ?? "").Trim().ToLowerInvariant();
        var sender = text.Contains('@', StringComparison.Ordinal) ? text : $"@{text}";
        return EmailAddresses.IsMailbox(sender[0] == '@' ? $"x{sender}" : sender)
            ? new AllowedSender(sender, now)
            : throw new InputException(new FieldError("Sender", AccountingErrorCodes.SenderFormat, text.Length > 100 ? text[..100] : text));
    }

    /// <summary>The ways to allow an address: itself, and its domain.</summary>
    public static IReadOnlyList<string> WaysTo(string address) => [address.ToLowerInvariant(), address[address.LastIndexOf('@')..].ToLowerInvariant()];
}
