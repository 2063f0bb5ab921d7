using Platform.Kernel;

namespace Platform.Sepa;

internal abstract class SepaEntity : IMultiTenant
{
    public Guid Id { get; protected init; } = RisingGuid.Next();

    public Guid TenantId { get; set; }
}

/// <summary>Address columns in plain properties: bulk inserts write no owned or complex parts.</summary>
internal abstract class AddressedEntity : SepaEntity
{
    public string? Street { get; private set; }

    public string? BuildingNumber { get; private set; }

    public string? PostalCode { get; private set; }

    public string? Town { get; private set; }

    public string? Country { get; private set; }

    public string? AddressLine1 { get; private set; }

    public string? AddressLine2 { get; private set; }

    public PostalAddress Address() => new()
    {
        Street = Street,
        BuildingNumber = BuildingNumber,
        PostalCode = PostalCode,
        Town = Town,
        Country = Country,
        Line1 = AddressLine1,
        Line2 = AddressLine2,
    };

    protected void SetAddress(PostalAddress? address)
    {
        Street = address?.Street;
        BuildingNumber = address?.BuildingNumber;
        PostalCode = address?.PostalCode;
        Town = address?.Town;
        Country = address?.Country;
        AddressLine1 = address?.Line1;
        AddressLine2 = address?.Line2;
    }
}
