using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Which members to list.</summary>
/// <param name="Search">Part of the name or address, ignoring case; null for all.</param>
/// <param name="RoleId">Only holders of this role; null for all.</param>
/// <param name="Cursor">From the former page; null for the first.</param>
/// <param name="PageSize">1 to 100.</param>
public sealed record UserListInput(string? Search = null, Guid? RoleId = null, string? Cursor = null, int PageSize = 25);

/// <summary>A member in a list.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Display name.</param>
/// <param name="Email">Sign-in address.</param>
/// <param name="Roles">In the company, by name.</param>
/// <param name="DirectGrants">Number of rights besides roles.</param>
/// <param name="IsActive">False: can sign in nowhere.</param>
/// <param name="Block">Blocked after failed sign-ins, or null.</param>
/// <param name="LastSignInAt">UTC.</param>
public sealed record UserListItemDto(
    Guid Id, string Name, string Email, IReadOnlyList<RoleReferenceDto> Roles, int DirectGrants, bool IsActive, SignInBlockDto? Block, DateTime? LastSignInAt);

/// <summary>A block after failed sign-ins; at least one of the two is set.</summary>
/// <param name="AccountUntil">UTC; the account is blocked till then.</param>
/// <param name="AddressUntil">UTC; the address of the last failure is blocked till then.</param>
/// <param name="Address">That network address.</param>
public sealed record SignInBlockDto(DateTime? AccountUntil, DateTime? AddressUntil, string? Address);

/// <summary>A member in full.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Display name.</param>
/// <param name="Email">Sign-in address.</param>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Phone">Last digits of the confirmed telephone number, or null for none.</param>
/// <param name="IsActive">False: can sign in nowhere.</param>
/// <param name="WorksElsewhere">Is a member of other companies too.</param>
/// <param name="HasSecondFactor">Signing in by password asks for a second factor.</param>
/// <param name="Block">Blocked after failed sign-ins, or null.</param>
/// <param name="LastSignInAt">UTC.</param>
/// <param name="Roles">In the company, by name.</param>
/// <param name="DirectGrants">Permissions held besides roles.</param>
/// <param name="Rights">Every defined permission, in the order of definition.</param>
/// <param name="Customers">Which customers the rights show together: all, or one or two of the others; empty without rights that show any.</param>
public sealed record UserDto(
    Guid Id, string Name, string Email, string Language, string? Phone, bool IsActive, bool WorksElsewhere, bool HasSecondFactor, SignInBlockDto? Block,
    DateTime? LastSignInAt, IReadOnlyList<RoleReferenceDto> Roles, IReadOnlyList<string> DirectGrants, IReadOnlyList<EffectiveRightDto> Rights, IReadOnlyList<CustomerView> Customers);

/// <summary>One permission of one person, explained.</summary>
/// <param name="Permission">Its name.</param>
/// <param name="Group">Its module's group.</param>
/// <param name="IsGranted">Whether the person may do it now; never for an inactive account.</param>
/// <param name="IsDirect">Given to the person besides roles.</param>
/// <param name="Roles">The person's roles that bring it.</param>
/// <param name="Lenders">Members who lend it now.</param>
public sealed record EffectiveRightDto(
    string Permission, string Group, bool IsGranted, bool IsDirect, IReadOnlyList<RoleReferenceDto> Roles, IReadOnlyList<MemberDto> Lenders);

/// <summary>New roles of a member.</summary>
/// <param name="RoleIds">All of them.</param>
public sealed record SetRolesDto(IReadOnlyList<Guid> RoleIds);

/// <summary>New direct grants of a member.</summary>
/// <param name="Permissions">All of them.</param>
public sealed record SetDirectGrantsDto(IReadOnlyList<string> Permissions);

/// <summary>Someone to invite.</summary>
/// <param name="Email">Where the link goes.</param>
/// <param name="Name">1 to 120 characters.</param>
/// <param name="Language">Language of the mail: a code of <see cref="Platform.Tenancy.CompanyLanguages"/>.</param>
/// <param name="RoleIds">Roles from acceptance on; at least one.</param>
public sealed record InviteUserDto(string Email, string Name, string Language, IReadOnlyList<Guid> RoleIds);

/// <summary>An invitation that is not accepted yet.</summary>
/// <param name="Id">Opens nothing.</param>
/// <param name="Email">Invited address.</param>
/// <param name="Name">Invited person.</param>
/// <param name="Roles">Roles from acceptance on.</param>
/// <param name="SentAt">UTC; the last mail.</param>
/// <param name="ExpiresAt">UTC.</param>
/// <param name="IsExpired">Can only be sent again.</param>
public sealed record InvitationDto(
    Guid Id, string Email, string Name, IReadOnlyList<RoleReferenceDto> Roles, DateTime SentAt, DateTime ExpiresAt, bool IsExpired);
