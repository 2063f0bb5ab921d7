using System.Linq.Expressions;

namespace Platform.Sepa;

/// <summary>What a bank file says about an order in a remittance: the columns that are read for it, and no others.</summary>
internal sealed record OrderLine(
    string EndToEndId, long AmountCents, string MandateReference, DateOnly SignedOn, string DebtorName, string DebtorIban, string? DebtorBic,
    bool DebtorAccountChanged, string? RemittanceInformation)
{
    private static readonly Expression<Func<Collection, OrderLine>> Plain = c => new OrderLine(
        c.EndToEndId, c.AmountCents, c.MandateReference!, c.SignedOn!.Value, c.DebtorName!, c.DebtorIban!, c.DebtorBic, c.DebtorAccountChanged,
        c.RemittanceInformation);

    private static readonly Expression<Func<Collection, OrderLine>> Addressed = c => new OrderLine(
        c.EndToEndId, c.AmountCents, c.MandateReference!, c.SignedOn!.Value, c.DebtorName!, c.DebtorIban!, c.DebtorBic, c.DebtorAccountChanged,
        c.RemittanceInformation)
    {
        Street = c.Street,
        BuildingNumber = c.BuildingNumber,
        PostalCode = c.PostalCode,
        Town = c.Town,
        Country = c.Country,
        AddressLine1 = c.AddressLine1,
        AddressLine2 = c.AddressLine2,
    };

    public string? Street { get; private init; }

    public string? BuildingNumber { get; private init; }

    public string? PostalCode { get; private init; }

    public string? Town { get; private init; }

    public string? Country { get; private init; }

    public string? AddressLine1 { get; private init; }

    public string? AddressLine2 { get; private init; }

    /// <summary>Addresses are nearly half of the columns and most debtors have none, so they are read only where there are some.</summary>
    public static Expression<Func<Collection, OrderLine>> Columns(LineBlock block) => block.HasAddresses ? Addressed : Plain;

    /// <summary>Null without country, which every address has.</summary>
    public PostalAddress? Address() => Country is null && Town is null
        ? null
        : new PostalAddress
        {
            Street = Street,
            BuildingNumber = BuildingNumber,
            PostalCode = PostalCode,
            Town = Town,
            Country = Country,
            Line1 = AddressLine1,
            Line2 = AddressLine2,
        };
}
