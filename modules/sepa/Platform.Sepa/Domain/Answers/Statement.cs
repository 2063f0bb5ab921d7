namespace Platform.Sepa;

/// <summary>
/// camt.053 (statement) and camt.054 (notification), editions 001.02 to 001.08 and those like them: each booked order, then its entry.
/// </summary>
internal static class Statement
{
    public const string StatementRoot = "BkToCstmrStmt";
    public const string NotificationRoot = "BkToCstmrDbtCdtNtfctn";

    public static IEnumerable<AnswerItem> Read(IsoXmlReader xml)
    {
        string? messageId = null;
        foreach (var name in xml.Children())
        {
            if (name == "GrpHdr")
                messageId = AnswerHeader.Read(xml);
            else if (name is "Stmt" or "Ntfctn")
            {
                foreach (var item in Entries(xml, messageId ?? throw xml.Error(SepaErrorCodes.AnswerOrder)))
                    yield return item;
            }
        }

        if (messageId is null)
            throw xml.Error(SepaErrorCodes.AnswerMissing, child: "GrpHdr");
    }

    private static IEnumerable<AnswerItem> Entries(IsoXmlReader xml, string messageId)
    {
        string? id = null;
        string? account = null;
        foreach (var name in xml.Children())
        {
            if (name == "Id")
                id = xml.Identifier();
            else if (name == "Acct")
                account = StatementEntry.Account(xml);
            else if (name == "Ntry")
            {
                if (id is null)
                    throw xml.Error(SepaErrorCodes.AnswerOrder);
                foreach (var item in Entry(xml, new AnswerEntry(xml.Line) { StatementId = id, Account = account }))
                {
                    item.AnswerMessageId = messageId;
                    yield return item;
                }
            }
        }

        if (id is null)
            throw xml.Error(SepaErrorCodes.AnswerMissing, child: "Id");
    }

    private static IEnumerable<AnswerItem> Entry(IsoXmlReader xml, AnswerEntry entry)
    {
        var head = new StatementEntry(xml, entry);
        foreach (var name in xml.Children())
        {
            if (name != "NtryDtls")
            {
                head.Read(name);
                continue;
            }

            head.End();
            foreach (var detail in Details(xml, entry))
                yield return detail;
        }

        head.End();
        yield return new AnswerItem(BankAnswerLevel.Entry, entry.Line)
        {
            Entry = entry,
            Amount = entry.Amount,
            Status = entry.Status,
            OriginalMessageId = entry.BatchMessageId,
            PaymentInformationId = entry.BatchPaymentInformationId,
            BankCode = entry.BankCode,
        };
    }

    private static IEnumerable<AnswerItem> Details(IsoXmlReader xml, AnswerEntry entry)
    {
        foreach (var name in xml.Children())
        {
            if (name == "Btch")
                StatementEntry.Batch(xml, entry);
            else if (name == "TxDtls")
            {
                entry.DetailCount++;
                yield return StatementDetail.Read(xml, entry);
            }
        }
    }
}
