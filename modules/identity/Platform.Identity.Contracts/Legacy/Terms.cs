namespace Platform.Identity;

/// <summary>The terms of use; their text stands in the resource, "Terms:{Version}:1" and following.</summary>
public static class Terms
{
    /// <summary>Of the text shown now. A changed text gets another version, and the former one stays.</summary>
    public const string Version = "2026-11";

    /// <summary>Paragraphs of the text.</summary>
    public const int Paragraphs = 6;
}
