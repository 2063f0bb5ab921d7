using Platform.Kernel;

namespace Platform.Tenancy;

[HostWide("Spans companies; read by its administrators only.")]
internal sealed class CompanyGroup : IHasConcurrencyStamp
{
    public const int NameLength = 140;

    public Guid Id { get; set; }

    public string Name { get; set; } = "";

    public Guid ConcurrencyStamp { get; set; }
}

[HostWide("Who administers a group, which spans companies.")]
internal sealed class GroupAdministrator
{
    public Guid GroupId { get; set; }

    public Guid UserId { get; set; }
}
