using System.Globalization;
using System.Text;
using Platform.Kernel;

namespace Platform.Audit;

/// <summary>Text as it is stored and asked for, so that both databases compare it alike: lower case, without accents.</summary>
internal static class AuditSearch
{
    public static string PersonOf(AuditRecord record) => Normalize($"{record.User.Name} {record.User.Email} {record.User.ActingFor?.Firm.Name}");

    /// <summary>Every value that a person would look for, one a line.</summary>
    public static string TextOf(AuditRecord record)
    {
        string?[] head = [record.User.Name, record.User.Email, record.Action, record.EntityType, record.EntityId, record.User.ClientAddress];
        var values = record.Changes.SelectMany(c => new[] { c.Property, c.Old, c.New });
        return Normalize(string.Join('\n', head.Concat(values).Where(t => !string.IsNullOrEmpty(t))));
    }

    public static string Normalize(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in WellFormedText.Of(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(char.ToLowerInvariant(c));
        }

        return plain.ToString();
    }

    public static IReadOnlyList<string> Words(string? text) => Normalize(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
