using System.Collections.Frozen;
using System.Globalization;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>How far the rights of a role or a person reach in one scope. No row: as far as the company.</summary>
[DisableAuditing("Recorded as one act that names what changed.")]
internal sealed class RightLimit : IGrantsRights
{
    public const int MostItems = 100;
    public const int ValueLength = MostItems * (GuidLength + 1);
    public const int ScopeLength = 128;

    private const int GuidLength = 32;

    public Guid TenantId { get; set; }

    /// <summary>The role or the person.</summary>
    public Guid HolderId { get; private init; }

    public string Scope { get; private init; } = "";

    /// <summary>Cents, or ids divided by spaces.</summary>
    public string Value { get; private set; } = "";

    public static RightLimit Of(Guid holder, DataScopeDefinition scope, ScopeLimit limit)
    {
        var row = new RightLimit { HolderId = holder, Scope = scope.Name };
        row.Set(limit);
        return row;
    }

    /// <summary>The same limit of another holder.</summary>
    public RightLimit For(Guid holder) => new() { HolderId = holder, Scope = Scope, Value = Value };

    public void Set(ScopeLimit limit) => Value = Text(limit);

    public ScopeLimit Read(DataScopeKind kind) => kind == DataScopeKind.Amount
        ? new ScopeLimit(Cents: long.Parse(Value, CultureInfo.InvariantCulture))
        : new ScopeLimit(Items: Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse).ToFrozenSet());

    public static string Text(ScopeLimit limit) =>
        limit.Cents?.ToString(CultureInfo.InvariantCulture) ?? string.Join(' ', limit.Items!.Order().Select(i => i.ToString("N")));
}
