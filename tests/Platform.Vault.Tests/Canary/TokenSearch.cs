namespace Platform.Vault.Tests;

internal static class TokenSearch
{
    private const int Chunk = 8 * 1024 * 1024;

    /// <summary>Files below the folders that hold the token in any form.</summary>
    public static List<string> FilesWith(CanaryToken token, params string[] folders)
    {
        var patterns = token.Patterns();
        return [.. folders.SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)).Where(f => Holds(f, patterns))];
    }

    public static bool Holds(string file, IReadOnlyList<byte[]> patterns)
    {
        var overlap = patterns.Max(p => p.Length);
        var buffer = new byte[Chunk + overlap];
        var kept = 0;
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        int read;
        while ((read = stream.Read(buffer, kept, Chunk)) > 0)
        {
            var filled = buffer.AsSpan(0, kept + read);
            foreach (var pattern in patterns)
            {
                if (filled.IndexOf(pattern) >= 0)
                    return true;
            }

            kept = Math.Min(overlap, filled.Length);
            filled[^kept..].CopyTo(buffer);
        }

        return false;
    }
}
