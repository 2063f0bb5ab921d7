using Platform.TestBase;
using Shouldly;

namespace Platform.Architecture.Tests;

/// <summary>A document that is written from what the product declares, and compared with it ever after. <c>./etc/write-docs.sh</c> writes it anew.</summary>
internal static class GeneratedDocument
{
    private const string Variable = "PLATFORM_WRITE_DOCS";

    public static async Task ShouldBeAsync(string path, string text, CancellationToken cancellationToken)
    {
        var file = Path.Combine(TestEnvironment.Root, path);
        if (Environment.GetEnvironmentVariable(Variable) == "true")
            await File.WriteAllTextAsync(file, text, cancellationToken);
        (await File.ReadAllTextAsync(file, cancellationToken)).ReplaceLineEndings("\n").ShouldBe(text, $"{path} is out of date: ./etc/write-docs.sh writes it");
    }

    /// <summary>Cells of the rows of the table below a heading.</summary>
    public static IReadOnlyList<string[]> Rows(string path, string heading) =>
    [
        .. File.ReadLines(Path.Combine(TestEnvironment.Root, path)).SkipWhile(l => l != heading).Skip(1).TakeWhile(l => !l.StartsWith('#'))
            .Where(l => l.StartsWith("| ")).Skip(1).Select(l => l.Trim('|', ' ').Split(" | ")),
    ];
}
