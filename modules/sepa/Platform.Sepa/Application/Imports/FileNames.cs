namespace Platform.Sepa;

internal static class FileNames
{
    private const int MaxLength = 255;

    /// <summary>The last part of whatever a browser sends, without control characters.</summary>
    public static string Clean(string? name, string unnamed = "import.csv")
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = new string([.. last.Where(c => !char.IsControl(c))]).Trim();
        return clean.Length == 0 ? unnamed : clean.Length <= MaxLength ? clean : clean[..MaxLength];
    }
}
