using System.Text.Json;
using Platform.Kernel;

namespace Platform.Tenancy;

// Open, closed until the day of erasure, erased.
[Retained(120, "Tenancy.Retained.Company")]
internal sealed partial class Company
{
    public const int ErasedRowsLength = 8000;

    public DateTime? ClosedAt { get; private set; }

    /// <summary>From when on it is erased; until then the closing may be taken back.</summary>
    public DateTime? ErasureDue { get; private set; }

    /// <summary>From then on nothing is taken back.</summary>
    public DateTime? ErasureStartedAt { get; private set; }

    public DateTime? ErasedAt { get; private set; }

    /// <summary>How many rows of each table are gone so far, as JSON.</summary>
    [DisableAuditing("The end of the erasure is recorded as an act with the same numbers.")]
    public string? ErasedRows { get; private set; }

    public bool IsErasable(DateTime now) => ErasureDue <= now && ErasedAt is null;

    public void Close(DateTime now, int days)
    {
        if (ClosedAt is not null)
            throw new BusinessException(TenancyErrorCodes.ClosingDone);
        (ClosedAt, ErasureDue, GroupId) = (now, now.AddDays(days), null);
    }

    public void TakeBackClosing()
    {
        if (ClosedAt is null || ErasureStartedAt is not null)
            throw new BusinessException(TenancyErrorCodes.ClosingNone);
        (ClosedAt, ErasureDue) = (null, null);
    }

    public void StartErasure(DateTime now) => ErasureStartedAt = now;

    /// <summary>What <see cref="ErasedRows"/> is with these rows: it is written by statement, as progress is no change of a record.</summary>
    public string CountErased(string table, long rows)
    {
        var counted = ErasedCounts();
        counted[table] = counted.GetValueOrDefault(table) + rows;
        return JsonSerializer.Serialize(counted);
    }

    public SortedDictionary<string, long> ErasedCounts() =>
        ErasedRows is null ? new(StringComparer.Ordinal) : new(JsonSerializer.Deserialize<Dictionary<string, long>>(ErasedRows)!, StringComparer.Ordinal);
}
