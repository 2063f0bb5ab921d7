namespace Platform.Sepa;

/// <summary>One order within a booking (TxDtls).</summary>
internal static class StatementDetail
{
    public static AnswerItem Read(AnswerXml xml, AnswerEntry entry)
    {
        var item = new AnswerItem(BankAnswerLevel.Detail, xml.Line)
        {
            Entry = entry,
            Status = entry.Status,
            OriginalMessageId = entry.BatchMessageId,
            PaymentInformationId = entry.BatchPaymentInformationId,
            BankCode = entry.BankCode,
        };
        AnswerAmount? instructed = null;
        foreach (var name in xml.Children())
            Element(xml, name, item, ref instructed);
        // What was collected, not what the bank charged on top of it.
        item.Amount = instructed ?? item.Amount;
        return item;
    }

    private static void Element(AnswerXml xml, string name, AnswerItem item, ref AnswerAmount? instructed)
    {
        switch (name)
        {
            case "Refs":
                References(xml, item);
                break;
            case "Amt":
                item.Amount = xml.Amount();
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

    private static void References(AnswerXml xml, AnswerItem item)
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

    private static AnswerAmount? Instructed(AnswerXml xml)
    {
        AnswerAmount? instructed = null;
        AnswerAmount? booked = null;
        foreach (var name in xml.Children())
        {
            if (name == "InstdAmt")
                instructed = Inner(xml);
            else if (name == "TxAmt")
                booked = Inner(xml);
        }

        return instructed ?? booked;
    }

    private static AnswerAmount? Inner(AnswerXml xml)
    {
        AnswerAmount? amount = null;
        foreach (var name in xml.Children())
        {
            if (name == "Amt")
                amount = xml.Amount();
        }

        return amount;
    }
}
