using System.Globalization;
using System.Xml;

namespace Platform.Sepa.Tests;

/// <summary>Totals of a file, read back by element names with exact decimals.</summary>
internal sealed record Pain008Content(int HeaderCount, decimal HeaderSum, IReadOnlyList<Pain008Content.Block> Blocks)
{
    public sealed record Block(int Count, decimal Sum, string Scheme, string Sequence, string Date, List<decimal> Amounts);

    public static Pain008Content Read(Stream file)
    {
        file.Position = 0;
        using var reader = XmlReader.Create(file, new XmlReaderSettings { IgnoreWhitespace = true });
        var blocks = new List<Block>();
        reader.ReadToFollowing("NbOfTxs");
        var count = reader.ReadElementContentAsInt();
        var sum = Sum(reader.ReadElementContentAsString());
        while (reader.ReadToFollowing("PmtInf"))
            blocks.Add(ReadBlock(reader.ReadSubtree()));
        return new(count, sum, blocks);
    }

    private static Block ReadBlock(XmlReader reader)
    {
        reader.ReadToFollowing("NbOfTxs");
        var count = reader.ReadElementContentAsInt();
        var sum = Sum(reader.ReadElementContentAsString());
        reader.ReadToFollowing("LclInstrm");
        reader.ReadToDescendant("Cd");
        var scheme = reader.ReadElementContentAsString();
        reader.ReadToFollowing("SeqTp");
        var sequence = reader.ReadElementContentAsString();
        reader.ReadToFollowing("ReqdColltnDt");
        var date = reader.ReadElementContentAsString();
        var amounts = new List<decimal>();
        while (reader.ReadToFollowing("InstdAmt"))
            amounts.Add(Sum(reader.ReadElementContentAsString()));
        return new(count, sum, scheme, sequence, date, amounts);
    }

    private static decimal Sum(string text) => decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
