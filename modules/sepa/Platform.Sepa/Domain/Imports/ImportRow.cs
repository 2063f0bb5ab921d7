using Platform.Kernel;

namespace Platform.Sepa;

[DisableAuditing("Staged, not yet business data; the confirmation is recorded as one act.")]
internal sealed class ImportRow : SepaEntity
{
    public ImportRow(Guid batchId, int line, string cells, RowVerdict verdict)
    {
        (BatchId, Line, Cells) = (batchId, line, cells);
        Apply(verdict);
    }

    private ImportRow()
    {
    }

    public Guid BatchId { get; private set; }

    public int Line { get; private set; }

    /// <summary>JSON array of the cells as in the file or as corrected.</summary>
    public string Cells { get; private set; } = "[]";

    /// <summary>JSON array of findings; null when there are none.</summary>
    public string? Findings { get; private set; }

    public ImportRowState State { get; private set; }

    public bool HasWarnings { get; private set; }

    public bool Corrected { get; private set; }

    /// <summary>What may stand once per company: mandate reference or end-to-end reference, in the form that is compared.</summary>
    public string? UniqueKey { get; private set; }

    public long AmountCents { get; private set; }

    public void Correct(string cells) => (Cells, Corrected) = (cells, true);

    public void Skip(bool skip)
    {
        if (skip)
            State = ImportRowState.Skipped;
        else if (State == ImportRowState.Skipped)
            State = Findings is null ? ImportRowState.Valid : ImportRowState.Invalid;
    }

    /// <summary>Takes over a validation; a skipped row stays skipped.</summary>
    public void Apply(RowVerdict verdict)
    {
        if (State != ImportRowState.Skipped)
            State = verdict.IsValid ? ImportRowState.Valid : ImportRowState.Invalid;
        (Findings, HasWarnings) = (verdict.ToJson(), verdict.HasWarnings);
        (UniqueKey, AmountCents) = (verdict.UniqueKey, verdict.AmountCents);
    }
}
