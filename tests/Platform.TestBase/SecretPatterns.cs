using System.Text.RegularExpressions;

namespace Platform.TestBase;

/// <summary>What secrets look like in files.</summary>
public static partial class SecretPatterns
{
    /// <summary>The beginning of the first one in the text, or null.</summary>
    public static string? Find(string text) => Pattern().Match(text) is { Success: true } found ? found.Value[..Math.Min(found.Length, 24)] : null;

    // Private keys; keys of clouds and code hosts; our own API tokens; signed tokens; passwords in connection strings, unless a variable.
    [GeneratedRegex(
        """
        -----BEGIN\s(?:[A-Z]+\s)*PRIVATE\sKEY-----
        |\bAKIA[0-9A-Z]{16}\b
        |\b(?:ghp|gho|ghs|github_pat|glpat|xox[abp])[_-][A-Za-z0-9_-]{20,}
        |\bplf_[A-Za-z0-9_-]{30,}
        |\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{16,}
        |Username=[^;"]+;Password=(?!\.\.\.|\$|%|\{|'|")[^;"'\s]{8,}
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();
}
