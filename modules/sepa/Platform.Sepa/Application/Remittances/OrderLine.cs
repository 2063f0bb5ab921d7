using System.Linq.Expressions;

namespace Platform.Sepa;

/// <summary>What a bank file says about an order in a remittance: the columns that are read for it, and no others.</summary>
internal sealed record OrderLine(
    string EndToEndId, long AmountCents, string MandateReference, DateOnly SignedOn, string DebtorName, string DebtorIban, string? DebtorBic,
    bool DebtorAccountChanged, string? RemittanceInformation, string? Street, string? BuildingNumber, string? PostalCode, string? Town,
    string? Country, string? AddressLine1, string? AddressLine2)
{
    public static readonly Expression<Func<Collection, OrderLine>> Columns = c => new OrderLine(
        c.EndToEndId, c.AmountCents, c.MandateReference!, c.SignedOn!.Value, c.DebtorName!, c.DebtorIban!, c.DebtorBic, c.DebtorAccountChanged,
        c.RemittanceInformation, c.Street, c.BuildingNumber, c.PostalCode, c.Town, c.Country, c.AddressLine1, c.AddressLine2);

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
