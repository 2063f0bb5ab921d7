namespace Platform.Sepa;

/// <summary>One order within a booking (TxDtls).</summary>
internal static class StatementDetail
{
    public static AnswerItem Read(IsoXmlReader xml, AnswerEntry entry)
    {
        var item = new AnswerItem(BankAnswerLevel.Detail, xml.Line)
        {
            Entry = entry,
            Status = entry.Status,
            OriginalMessageId = entry.BatchMessageId,
            PaymentInformationId = entry.BatchPaymentInformationId,
            BankCode = entry.BankCode,
        };
        IsoAmount? instructed = null;
        foreach (var name in xml.Children())
            Element(xml, name, item, ref instructed);
        // What was collected, not what the bank charged on top of it.
        item.Amount = instructed ?? item.Amount;
        return item;
    }

    private static void Element(IsoXmlReader xml, string name, AnswerItem item, ref IsoAmount? instructed)
    {
        switch (name)
        {
            case "Refs":
                References(xml, item);
                break;
            case "Amt":
                item.Amount = IsoAmount.Read(xml);
                break;
            case "CdtDbtInd":
                item.IsCredit = xml.IsCredit();
                break;
            case "AmtDtls":
                instructed = Instructed(xml);
                break;
            case "BkTxCd":
                item.BankCode = StatementEntry.BankCode(xml) ?? item.BankCode;
                break;
            case "RtrInf":
                (item.HasReturn, var reason) = (true, xml.Reason());
                if (reason is not null)
                    item.Reasons.Add(reason);
                break;
        }
    }

    private static void References(IsoXmlReader xml, AnswerItem item)
    {
        foreach (var name in xml.Children())
        {
            switch (name)
            {
                case "MsgId":
                    item.OriginalMessageId = xml.Identifier();
                    break;
                case "PmtInfId":
                    item.PaymentInformationId = xml.Identifier();
                    break;
                case "InstrId":
                    item.InstructionId = xml.Identifier();
                    break;
                case "EndToEndId":
                    item.EndToEndId = xml.EndToEndReference();
                    break;
                case "MndtId":
                    item.MandateReference = xml.Identifier();
                    break;
            }
        }
    }

    private static IsoAmount? Instructed(IsoXmlReader xml)
    {
        IsoAmount? instructed = null;
        IsoAmount? booked = null;
        foreach (var name in xml.Children())
        {
            if (name == "InstdAmt")
                instructed = Inner(xml);
            else if (name == "TxAmt")
                booked = Inner(xml);
        }

        return instructed ?? booked;
    }

    private static IsoAmount? Inner(IsoXmlReader xml)
    {
        IsoAmount? amount = null;
        foreach (var name in xml.Children())
        {
            if (name == "Amt")
                amount = IsoAmount.Read(xml);
        }

        return amount;
    }
}
