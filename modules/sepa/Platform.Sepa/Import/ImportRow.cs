using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>A row turned into a draft, or the errors that prevent it.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Draft">Null when there are errors.</param>
/// <param name="Errors">At most one per cell.</param>
/// <param name="Warnings">Texts that were converted to the SEPA character set; the value is what stood in the file.</param>
internal sealed record ImportRow<T>(int Line, T? Draft, IReadOnlyList<FieldError> Errors, IReadOnlyList<FieldError> Warnings)
    where T : class;
