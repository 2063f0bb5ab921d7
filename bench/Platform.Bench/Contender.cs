using System.Diagnostics;
using System.Globalization;

namespace Platform.Bench;

/// <summary>A program that writes COUNT transactions to FILE and tells how long it took.</summary>
internal sealed record Contender(string Name, string Program, params string[] Arguments)
{
    public const string Bare = "bare XmlWriter loop";
    public const string Sepa = "npm sepa 3.0.0";
    public const string SepaXml = "npm sepa-xml 0.6.0";

    private static readonly string Self = Path.Combine(AppContext.BaseDirectory, "Platform.Bench.dll");

    public static IEnumerable<Contender> All(string root, IEnumerable<ProductStage> products)
    {
        var peers = Path.Combine(root, "bench", "peers");
        return
        [
            new(Bare, "dotnet", Self, "bare"),
            .. products.Select(product => new Contender(product.Name, "dotnet", Self, "generate", product.Folder)),
            new(Sepa, "node", Path.Combine(peers, "sepa.mjs")),
            new(SepaXml, "node", Path.Combine(peers, "sepa-xml.mjs")),
        ];
    }

    public static Contender Import { get; } = Of("import");

    /// <summary>This program with another task.</summary>
    public static Contender Of(params string[] arguments) => new(arguments[0], "dotnet", [Self, .. arguments]);

    public Outcome Measure(int count, string target) => Run(count.ToString(CultureInfo.InvariantCulture), target);

    public Outcome Run(params string[] last)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, [.. Arguments, .. last])
        {
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Outcome.Parse(output)
            : throw new InvalidOperationException($"{Name} ended with exit code {process.ExitCode}: {output}");
    }
}
