namespace Platform.Sepa;

/// <summary>Walks through one message and tells the cells of its orders; its end is reached only where what the file states agrees.</summary>
internal sealed class PaymentReader(IsoXmlReader xml, PaymentMessage message, PaymentElements elements, int amountColumn, int columns)
{
    /// <summary>From the present document on.</summary>
    public IEnumerable<string[]> Read()
    {
        var isRead = false;
        foreach (var name in xml.Children())
        {
            if (name != message.Root || isRead)
                throw xml.Error(SepaErrorCodes.PaymentFileUnknown, name);
            isRead = true;
            foreach (var cells in Message())
                yield return cells;
        }

        if (!isRead)
            throw xml.Error(SepaErrorCodes.PaymentFileMissing, child: message.Root);
    }

    private IEnumerable<string[]> Message()
    {
        var totals = new PaymentTotals();
        var isEmpty = true;
        foreach (var name in xml.Children())
        {
            if (name == "GrpHdr")
                ReadHeader(totals);
            if (name != "PmtInf")
                continue;
            isEmpty = false;
            foreach (var cells in Block(totals))
                yield return cells;
        }

        if (isEmpty)
            throw xml.Error(SepaErrorCodes.PaymentFileMissing, child: "PmtInf");
        totals.Check(xml, "GrpHdr/", isCounted: true);
    }

    private void ReadHeader(PaymentTotals totals)
    {
        foreach (var name in xml.Children())
            totals.Read(xml, name);
    }

    private IEnumerable<string[]> Block(PaymentTotals whole)
    {
        var totals = new PaymentTotals();
        var shared = Empty();
        var isEmpty = true;
        foreach (var name in xml.Children())
        {
            if (name == message.Transaction)
            {
                isEmpty = false;
                yield return Order(shared, totals);
            }
            else if (!totals.Read(xml, name) && elements.Child(name) is { } element)
            {
                if (!isEmpty)
                    throw xml.Error(SepaErrorCodes.PaymentFileOrder);
                element.Read(xml, shared);
            }
        }

        if (isEmpty)
            throw xml.Error(SepaErrorCodes.PaymentFileMissing, child: message.Transaction);
        totals.Check(xml);
        whole.Add(totals);
    }

    private string[] Order(string[] shared, PaymentTotals totals)
    {
        var cells = Empty();
        elements.Child(message.Transaction)!.Read(xml, cells);
        if (!IsoAmount.TryParse(cells[amountColumn], out var amount))
            throw xml.Error(SepaErrorCodes.PaymentFileMissing, child: "InstdAmt");
        totals.Add(amount);
        for (var i = 0; i < cells.Length; i++)
            cells[i] = cells[i].Length == 0 ? shared[i] : cells[i];
        return cells;
    }

    private string[] Empty()
    {
        var cells = new string[columns];
        Array.Fill(cells, "");
        return cells;
    }
}
