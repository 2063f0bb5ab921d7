using System.Collections.Frozen;

namespace Platform.Identity;

/// <summary>The passwords that guessing begins with, also when dressed up: "P@ssw0rd2024!" is "password".</summary>
internal static class CommonPasswords
{
    private const int ShortestWord = 4;
    private static readonly FrozenSet<string> Known = Load();

    public static IReadOnlyCollection<string> Words => Known;

    public static bool Contains(string password)
    {
        var lower = password.ToLowerInvariant();
        return Known.Contains(lower) || IsDressed(lower) || IsDressed(Undisguise(lower));
    }

    private static bool IsDressed(string lower)
    {
        var core = lower.AsSpan().TrimStart(Dressing).TrimEnd(Dressing).ToString();
        return core.Length >= ShortestWord && Known.Contains(core);
    }

    private const string Dressing = "0123456789 !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~€£§°²";

    private static string Undisguise(string lower) => string.Create(lower.Length, lower, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = source[i] switch { '@' or '4' => 'a', '3' => 'e', '1' or '!' => 'i', '0' => 'o', '$' or '5' => 's', '7' => 't', var other => other };
        }
    });

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        var words = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith("# ", StringComparison.Ordinal))
            {
                words.Add(line);
            }
        }

        return words.ToFrozenSet(StringComparer.Ordinal);
    }
}
