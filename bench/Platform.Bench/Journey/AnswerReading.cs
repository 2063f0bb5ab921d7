using System.Diagnostics;
using System.Xml;
using Platform.Sepa;

namespace Platform.Bench;

/// <summary>An answer read from its first byte to its last, with nothing stored.</summary>
internal static class AnswerReading
{
    public const string Bare = "bare";
    public const string Product = "product";

    public static async Task<int> RunAsync(string reader, string file)
    {
        Func<int> read = reader == Bare ? () => BareAnswerReader.Read(file).Count() : () => Items(file);
        var (count, first) = await Timing.OnceAsync(() => Task.FromResult(read()));
        var peak = PeakMemory.Kilobytes("VmHWM:");
        var again = await Timing.MedianAsync(() => Task.FromResult(read()));
        Outcome.Tell(new Outcome(first, again, peak) { Count = count });
        return 0;
    }

    /// <summary>The whole process, as nobody can look inside.</summary>
    public static double Xmllint(string file)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start("xmllint", ["--stream", "--noout", file]);
        process.WaitForExit();
        return process.ExitCode == 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"xmllint refuses {file}.");
    }

    private static int Items(string file)
    {
        using var content = File.OpenRead(file);
        using var answer = new AnswerFile(content);
        return answer.Read().Count(item => item.Level is BankAnswerLevel.Transaction or BankAnswerLevel.Detail);
    }
}

/// <summary>What a bare loop makes of one order in an answer.</summary>
internal sealed record BareItem(string EndToEndId, decimal Amount, string Status);

/// <summary>The floor: System.Xml alone, three values an order, no check.</summary>
internal static class BareAnswerReader
{
    public static IEnumerable<BareItem> Read(string file)
    {
        using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var (reference, amount, status) = ("", 0m, "");
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                switch (reader.LocalName)
                {
                    case "OrgnlEndToEndId" or "EndToEndId": reference = Text(reader); break;
                    case "InstdAmt" or "Amt" when reader.HasAttributes: amount = decimal.Parse(Text(reader), System.Globalization.CultureInfo.InvariantCulture); break;
                    case "TxSts" or "SubFmlyCd": status = Text(reader); break;
                }
            }
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName is "TxInfAndSts" or "TxDtls")
            {
                yield return new BareItem(reference, amount, status);
            }
        }
    }

    private static string Text(XmlReader reader) => reader.Read() ? reader.Value : "";
}
