using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;

namespace Platform.Sepa.Tests;

/// <summary>Published schemas and vectors in the folder beside the repository; tests that need them say so and skip.</summary>
internal static class Shared
{
    public static string File(params string[] path)
    {
        var file = Path.Combine([Root(), .. path]);
        Assert.SkipUnless(System.IO.File.Exists(file), $"Not checked: {file} is missing.");
        return file;
    }

    public static IReadOnlyList<IDictionary<string, string>> Csv(string name)
    {
        using var reader = new CsvReader(new StreamReader(File("samples", "sepa", name)), CultureInfo.InvariantCulture);
        return [.. reader.GetRecords<dynamic>().Select(Row)];
    }

    private static Dictionary<string, string> Row(dynamic record) =>
        ((IDictionary<string, object>)record).ToDictionary(cell => cell.Key, cell => (string)cell.Value);

    private static string Root([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "..", "..", "shared"));
}
