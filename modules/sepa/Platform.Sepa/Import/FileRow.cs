using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>One row as it stands in the file.</summary>
/// <param name="Line">Line of the file on which the row begins, from 1.</param>
/// <param name="Cells">As many as the header has; empty when there are errors.</param>
/// <param name="Errors">What makes the row unreadable.</param>
/// <param name="IsFatal">Nothing after this row could be read: the file as a whole is refused.</param>
internal sealed record FileRow(int Line, IReadOnlyList<string> Cells, IReadOnlyList<FieldError> Errors, bool IsFatal = false)
{
    public static FileRow Refused(FieldError error, bool isFatal = false) => new(error.Line ?? 0, [], [error], isFatal);
}
