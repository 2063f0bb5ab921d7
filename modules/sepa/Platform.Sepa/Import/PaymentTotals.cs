using System.Globalization;

namespace Platform.Sepa;

/// <summary>What a message or a block states of its orders beside what they come to: both must agree to the cent.</summary>
internal sealed class PaymentTotals
{
    private const string CountName = "NbOfTxs";
    private const string SumName = "CtrlSum";

    private decimal? _statedCount;
    private decimal? _statedSum;
    private decimal _count;
    private decimal _sum;

    /// <summary>False when the present element is none of the two.</summary>
    public bool Read(IsoXmlReader xml, string name)
    {
        if (name is not (CountName or SumName))
            return false;
        var value = PaymentValues.Number(xml);
        _ = name == CountName ? _statedCount = value : _statedSum = value;
        return true;
    }

    public void Add(decimal amount)
    {
        _count++;
        _sum += amount;
    }

    public void Add(PaymentTotals block) => (_count, _sum) = (_count + block._count, _sum + block._sum);

    /// <param name="xml">At the end of what the totals speak of.</param>
    /// <param name="head">Element below it that holds them.</param>
    /// <param name="isCounted">Whether the count is compulsory.</param>
    public void Check(IsoXmlReader xml, string head = "", bool isCounted = false)
    {
        if (isCounted && _statedCount is null)
            throw xml.Error(SepaErrorCodes.PaymentFileMissing, child: head + CountName);
        if (_statedCount is { } count && count != _count)
            throw xml.Error(SepaErrorCodes.PaymentFileCount, Difference(count, _count), head + CountName);
        if (_statedSum is { } sum && sum != _sum)
            throw xml.Error(SepaErrorCodes.PaymentFileSum, Difference(sum, _sum), head + SumName);
    }

    private static string Difference(decimal stated, decimal found) => string.Create(CultureInfo.InvariantCulture, $"{stated} ≠ {found}");
}
