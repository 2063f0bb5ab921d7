using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// pain.002 (CustomerPaymentStatusReport, 001.03 and later): what became of a message, its blocks and its orders. A level is told before
/// those below it.
/// </summary>
internal static class StatusReport
{
    public const string Root = "CstmrPmtStsRpt";

    public static IEnumerable<AnswerItem> Read(IsoXmlReader xml)
    {
        string? messageId = null;
        AnswerItem? group = null;
        foreach (var name in xml.Children())
        {
            if (name == "GrpHdr")
                messageId = AnswerHeader.Read(xml);
            else if (name == "OrgnlGrpInfAndSts")
                yield return group = Group(xml, messageId);
            else if (name == "OrgnlPmtInfAndSts")
            {
                foreach (var item in Block(xml, group ?? throw xml.Error(SepaErrorCodes.AnswerOrder)))
                    yield return item;
            }
        }

        if (group is null)
            throw xml.Error(SepaErrorCodes.AnswerMissing, child: "OrgnlGrpInfAndSts");
    }

    private static AnswerItem Group(IsoXmlReader xml, string? messageId)
    {
        var group = new AnswerItem(BankAnswerLevel.Group, xml.Line) { AnswerMessageId = messageId ?? throw xml.Error(SepaErrorCodes.AnswerOrder) };
        foreach (var name in xml.Children())
        {
            if (name == "OrgnlMsgId")
                group.OriginalMessageId = xml.Identifier();
            else if (name == "OrgnlMsgNmId")
                group.OriginalMessage = xml.Identifier();
            else
                Status(xml, name, "GrpSts", group);
        }

        return group.OriginalMessageId is null ? throw xml.Error(SepaErrorCodes.AnswerMissing, child: "OrgnlMsgId") : group;
    }

    private static IEnumerable<AnswerItem> Block(IsoXmlReader xml, AnswerItem group)
    {
        var block = Below(group, BankAnswerLevel.Block, xml.Line);
        var isTold = false;
        foreach (var name in xml.Children())
        {
            if (name == "TxInfAndSts")
            {
                if (!isTold)
                    yield return Identified(xml, block);
                isTold = true;
                yield return Transaction(xml, block);
            }
            else if (isTold && name is "OrgnlPmtInfId" or "PmtInfSts" or "StsRsnInf")
                throw xml.Error(SepaErrorCodes.AnswerOrder);
            else if (name == "OrgnlPmtInfId")
                block.PaymentInformationId = xml.Identifier();
            else
                Status(xml, name, "PmtInfSts", block);
        }

        if (!isTold)
            yield return Identified(xml, block);
    }

    private static AnswerItem Transaction(IsoXmlReader xml, AnswerItem block)
    {
        var item = Below(block, BankAnswerLevel.Transaction, xml.Line);
        item.PaymentInformationId = block.PaymentInformationId;
        foreach (var name in xml.Children())
        {
            if (name == "OrgnlInstrId")
                item.InstructionId = xml.Identifier();
            else if (name == "OrgnlEndToEndId")
                item.EndToEndId = xml.EndToEndReference();
            else if (name == "OrgnlTxRef")
                Original(xml, item);
            else
                Status(xml, name, "TxSts", item);
        }

        return item;
    }

    private static void Status(IsoXmlReader xml, string name, string status, AnswerItem item)
    {
        if (name == status)
            item.Status = xml.Code();
        else if (name == "StsRsnInf" && xml.Reason() is { } reason)
            item.Reasons.Add(reason);
    }

    private static void Original(IsoXmlReader xml, AnswerItem item)
    {
        foreach (var name in xml.Children())
        {
            if (name == "Amt")
                AmountOf(xml, item);
            else if (name == "MndtRltdInf")
                Mandate(xml, item);
        }
    }

    private static void AmountOf(IsoXmlReader xml, AnswerItem item)
    {
        foreach (var name in xml.Children())
        {
            if (name == "InstdAmt")
                item.Amount = IsoAmount.Read(xml);
        }
    }

    // Later editions put the mandate of a direct debit one step deeper.
    private static void Mandate(IsoXmlReader xml, AnswerItem item)
    {
        foreach (var name in xml.Children())
        {
            if (name == "MndtId")
                item.MandateReference = xml.Identifier();
            else if (name == "DrctDbtMndt")
                Mandate(xml, item);
        }
    }

    private static AnswerItem Below(AnswerItem upper, BankAnswerLevel level, int line) =>
        new(level, line)
        {
            AnswerMessageId = upper.AnswerMessageId,
            OriginalMessageId = upper.OriginalMessageId,
            OriginalMessage = upper.OriginalMessage,
        };

    private static AnswerItem Identified(IsoXmlReader xml, AnswerItem block) =>
        block.PaymentInformationId is null ? throw xml.Error(SepaErrorCodes.AnswerMissing, child: "OrgnlPmtInfId") : block;
}

/// <summary>Group header, the same in every message that is read.</summary>
internal static class AnswerHeader
{
    public static string Read(IsoXmlReader xml)
    {
        string? id = null;
        foreach (var name in xml.Children())
        {
            if (name == "MsgId")
                id = xml.Identifier();
        }

        return id ?? throw xml.Error(SepaErrorCodes.AnswerMissing, child: "MsgId");
    }
}
