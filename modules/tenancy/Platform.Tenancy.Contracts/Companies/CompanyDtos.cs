namespace Platform.Tenancy;

/// <summary>
/// What a company says about itself. Texts are trimmed on saving; lengths are those of ISO 20022, so that they fit bank files.
/// </summary>
public record CompanyProfileDto
{
    /// <summary>Legal name, required, at most 140 characters.</summary>
    public string? Name { get; init; }

    /// <summary>EU VAT number with its prefix, separators allowed on input; null or empty when the company has none.</summary>
    public string? VatNumber { get; init; }

    /// <summary>Number in the register of companies, at most 35 characters; not checked further.</summary>
    public string? CompanyNumber { get; init; }

    /// <summary>Registered address.</summary>
    public AddressDto Address { get; init; } = new();

    /// <summary>Whom banks and partners reach.</summary>
    public ContactDto Contact { get; init; } = new();

    /// <summary>Language of the company's own documents and mails: one of <see cref="CompanyLanguages.All"/>.</summary>
    public string? Language { get; init; }

    /// <summary>"#rrggbb", shown wherever the company is named.</summary>
    public string? Color { get; init; }
}

/// <summary>A structured postal address (ISO 20022 PostalAddress24).</summary>
public sealed record AddressDto
{
    /// <summary>StrtNm, at most 70 characters.</summary>
    public string? Street { get; init; }

    /// <summary>BldgNb, at most 16 characters.</summary>
    public string? BuildingNumber { get; init; }

    /// <summary>PstCd, at most 16 characters.</summary>
    public string? PostalCode { get; init; }

    /// <summary>TwnNm, required, at most 35 characters.</summary>
    public string? Town { get; init; }

    /// <summary>Ctry, required, two letters of ISO 3166-1.</summary>
    public string? Country { get; init; }
}

/// <summary>A person or a desk to write to.</summary>
public sealed record ContactDto
{
    /// <summary>At most 140 characters.</summary>
    public string? Name { get; init; }

    /// <summary>One address, at most 140 characters.</summary>
    public string? Email { get; init; }

    /// <summary>At most 35 characters: digits, spaces and + ( ) . / -</summary>
    public string? Phone { get; init; }
}

/// <summary>A company with its identity.</summary>
public sealed record CompanyDto : CompanyProfileDto
{
    /// <summary>Never changes.</summary>
    public Guid Id { get; init; }

    /// <summary>Its segment in URLs; never changes.</summary>
    public string Slug { get; init; } = "";

    /// <summary>Name of its tenant type.</summary>
    public string TenantType { get; init; } = "";

    /// <summary>To be sent back with a change.</summary>
    public Guid ConcurrencyStamp { get; init; }
}

/// <summary>A changed profile; replaces all of the former one.</summary>
public sealed record UpdateCompanyDto : CompanyProfileDto
{
    /// <summary>As read: a change by somebody else in between is refused with status 409.</summary>
    public Guid ConcurrencyStamp { get; init; }
}

/// <summary>A new company.</summary>
public sealed record CreateCompanyDto : CompanyProfileDto
{
    /// <summary>A name from <see cref="TenantTypeCatalog"/>.</summary>
    public string? TenantType { get; init; }

    /// <summary>Wanted URL segment; made from the name, with a number where taken, when null.</summary>
    public string? Slug { get; init; }
}

/// <summary>One of the signed-in person's companies.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Slug">Its segment in URLs.</param>
/// <param name="Name">Legal name.</param>
/// <param name="VatNumber">With prefix, without separators; empty when there is none.</param>
/// <param name="Color">"#rrggbb".</param>
/// <param name="TenantType">Name of its tenant type.</param>
/// <param name="IsFavourite">Whether the person wants it on top of the switcher.</param>
/// <param name="ActingFor">Name of the firm for which the person works there; null for a member.</param>
/// <param name="Firms">Names of the firms that work for it, for its members.</param>
/// <param name="IsClosing">Whether it closed its account and waits for its erasure; only who may take that back sees it.</param>
public sealed record CompanyListItemDto(
    Guid Id, string Slug, string Name, string VatNumber, string Color, string TenantType, bool IsFavourite = false, string? ActingFor = null,
    IReadOnlyList<string>? Firms = null, bool IsClosing = false);
