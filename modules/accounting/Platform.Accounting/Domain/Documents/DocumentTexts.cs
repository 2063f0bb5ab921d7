using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Names and tags as they are kept.</summary>
internal static class DocumentTexts
{
    private const int Shown = 100;

    /// <summary>The last part of a path, trimmed.</summary>
    /// <param name="name">As a person or a browser gives it.</param>
    /// <exception cref="InputException">Of the field Name.</exception>
    public static string Name(string? name) => Check("Name", (name ?? "").Split('/', '\\')[^1], DocumentLimits.NameLength, AccountingErrorCodes.NameTooLong);

    /// <summary>Each once, whatever the case and accents, in the order given.</summary>
    /// <exception cref="InputException">Of the field Tags.</exception>
    public static IReadOnlyList<string> Tags(IEnumerable<string> tags)
    {
        var kept = tags.Where(t => !string.IsNullOrWhiteSpace(t)).Select(Tag).DistinctBy(SearchTexts.Normalize).ToList();
        return kept.Count <= DocumentLimits.MaxTags
            ? kept
            : throw new InputException(new FieldError("Tags", AccountingErrorCodes.TagsMany, $"{kept.Count}"));
    }

    /// <summary>Trimmed.</summary>
    /// <exception cref="InputException">Of the field Tags.</exception>
    public static string Tag(string? tag) => Check("Tags", tag ?? "", DocumentLimits.TagLength, AccountingErrorCodes.TagTooLong);

    private static string Check(string field, string text, int limit, string tooLong)
    {
        text = text.Trim();
        if (text.Length == 0)
            throw new InputException(new FieldError(field, AccountingErrorCodes.Required));
        if (text.Length > limit)
            throw new InputException(new FieldError(field, tooLong, text[..Math.Min(Shown, text.Length)]));
        if (text.Any(char.IsControl))
            throw new InputException(new FieldError(field, AccountingErrorCodes.Characters, text[..Math.Min(Shown, text.Length)]));
        return text;
    }
}
