using System.Globalization;
using System.Xml;

namespace Platform.Bench;

/// <summary>A measurement counts only when the file holds what it should: transactions, header count and exact sums.</summary>
internal static class OutputCheck
{
    public static void Verify(string contender, string file, int count)
    {
        var (transactions, cents, header) = Read(file);
        var expected = SampleRows.TotalCents(count);
        if (transactions != count || cents != expected || header.Count != count || header.Cents != expected)
        {
            throw new InvalidOperationException(
                $"{contender} wrote {transactions} transactions of {cents} cents (header: {header.Count}, {header.Cents}); "
                + $"expected {count} of {expected}");
        }
    }

    private static (int Transactions, long Cents, (int Count, long Cents) Header) Read(string file)
    {
        var (transactions, cents, headerCount, headerCents) = (0, 0L, 0, 0L);
        using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (reader.Read())
        {
            switch (reader.NodeType == XmlNodeType.Element ? reader.LocalName : "")
            {
                case "InstdAmt": transactions++; cents += Cents(reader); break;
                case "NbOfTxs" when headerCount == 0: headerCount = (int)Number(reader); break;
                case "CtrlSum" when headerCents == 0: headerCents = Cents(reader); break;
            }
        }
        return (transactions, cents, (headerCount, headerCents));
    }

    private static long Cents(XmlReader reader) => (long)(Number(reader) * 100);

    private static decimal Number(XmlReader reader)
    {
        reader.Read();
        return decimal.Parse(reader.Value, CultureInfo.InvariantCulture);
    }
}
