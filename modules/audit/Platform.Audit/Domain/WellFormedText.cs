using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Platform.Audit;

internal static class WellFormedText
{
    /// <summary>Replaces halves of surrogate pairs, which a cut leaves behind: PostgreSQL and Unicode normalisation refuse them.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text) => text is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
