using Platform.Identity;

namespace Platform.Customers;

/// <summary>A customer in a list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Code">The company's own number for it; unique, whatever case.</param>
/// <param name="Name">Name.</param>
/// <param name="Email">E-mail address, if known.</param>
/// <param name="ManagedBy">Names of those who manage it.</param>
/// <param name="AssignedTo">Names of those it is assigned to.</param>
public sealed record CustomerListDto(
    Guid Id, string Code, string Name, string? Email, IReadOnlyList<string> ManagedBy, IReadOnlyList<string> AssignedTo);

/// <summary>A customer in full.</summary>
/// <param name="Id">Key.</param>
/// <param name="Code">The company's own number for it; unique, whatever case.</param>
/// <param name="Name">Name.</param>
/// <param name="Email">E-mail address, if known.</param>
/// <param name="Language">ISO 639-1 code, if known.</param>
/// <param name="ManagedBy">Who manages it; former members are left out.</param>
/// <param name="AssignedTo">Whom it is assigned to; former members are left out.</param>
/// <param name="ConcurrencyStamp">Give it back when saving.</param>
public sealed record CustomerDto(
    Guid Id, string Code, string Name, string? Email, string? Language, IReadOnlyList<MemberDto> ManagedBy, IReadOnlyList<MemberDto> AssignedTo,
    Guid ConcurrencyStamp);

/// <summary>A customer as a person enters it.</summary>
/// <param name="Code">1 to 35 characters, unique in the company.</param>
/// <param name="Name">1 to 140 characters.</param>
/// <param name="Email">Optional.</param>
/// <param name="Language">ISO 639-1 code of one of the product's languages; optional.</param>
/// <param name="ConcurrencyStamp">As read; null for a new one, or to overwrite whatever is there.</param>
public sealed record SaveCustomerDto(string? Code, string? Name, string? Email = null, string? Language = null, Guid? ConcurrencyStamp = null);

/// <summary>Who is in charge of a customer.</summary>
/// <param name="ManagedBy">Active members who manage it.</param>
/// <param name="AssignedTo">Active members it is assigned to.</param>
public sealed record CustomerPeopleDto(IReadOnlyList<Guid> ManagedBy, IReadOnlyList<Guid> AssignedTo);

/// <summary>Which customers.</summary>
/// <param name="Search">Parts of code, name or e-mail address; accents and case do not matter.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="PageSize">1 to 200.</param>
public sealed record GetCustomersInput(string? Search = null, string? Cursor = null, int PageSize = 25);
