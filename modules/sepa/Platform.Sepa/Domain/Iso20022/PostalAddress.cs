namespace Platform.Sepa;

/// <summary>Structured address, or hybrid when lines are given. Town and country are compulsory since November 2026.</summary>
internal sealed record PostalAddress
{
    public string? Street { get; init; }

    public string? BuildingNumber { get; init; }

    public string? PostalCode { get; init; }

    public string? Town { get; init; }

    public string? Country { get; init; }

    public string? Line1 { get; init; }

    public string? Line2 { get; init; }
}
