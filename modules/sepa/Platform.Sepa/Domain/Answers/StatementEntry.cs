namespace Platform.Sepa;

/// <summary>Head of a booking: everything its details stand under must come before them.</summary>
internal sealed class StatementEntry(IsoXmlReader xml, AnswerEntry entry)
{
    private bool _hasDirection;
    private bool _isComplete;

    public void Read(string name)
    {
        if (_isComplete && name is "Amt" or "CdtDbtInd" or "RvslInd")
            throw xml.Error(SepaErrorCodes.AnswerOrder);
        switch (name)
        {
            case "Amt":
                entry.Amount = IsoAmount.Read(xml);
                break;
            case "CdtDbtInd":
                (entry.IsCredit, _hasDirection) = (xml.IsCredit(), true);
                break;
            case "RvslInd":
                entry.IsReversal = xml.Indicator();
                break;
            case "Sts":
                // A code in the older editions, a choice with the code in it in the later ones.
                entry.Status = xml.Text(AnswerLimits.Code, within: true);
                break;
            case "BookgDt":
                entry.BookedOn = xml.Day();
                break;
            case "ValDt":
                entry.ValueOn = xml.Day();
                break;
            case "BkTxCd":
                entry.BankCode = BankCode(xml);
                break;
        }
    }

    /// <summary>Requires what the standard requires; called when the first detail or the end is reached.</summary>
    public void End()
    {
        _isComplete = true;
        if (entry.Amount is null)
            throw xml.Error(SepaErrorCodes.AnswerMissing, child: "Amt");
        if (!_hasDirection)
            throw xml.Error(SepaErrorCodes.AnswerMissing, child: "CdtDbtInd");
    }

    /// <summary>IBAN, or else the bank's own number.</summary>
    public static string? Account(IsoXmlReader xml)
    {
        string? account = null;
        foreach (var name in xml.Children())
        {
            if (name == "Id")
                account = AccountId(xml);
        }

        return account;
    }

    public static void Batch(IsoXmlReader xml, AnswerEntry entry)
    {
        foreach (var name in xml.Children())
        {
            if (name == "MsgId")
                entry.BatchMessageId = xml.Identifier();
            else if (name == "PmtInfId")
                entry.BatchPaymentInformationId = xml.Identifier();
        }
    }

    /// <summary>PMNT-IDDT-UPDD; the bank's own code where it gives no other.</summary>
    public static string? BankCode(IsoXmlReader xml)
    {
        string? code = null;
        string? own = null;
        foreach (var name in xml.Children())
        {
            if (name == "Domn")
                code = Codes(xml);
            else if (name == "Prtry")
                own = Codes(xml);
        }

        return code ?? own;
    }

    private static string? Codes(IsoXmlReader xml)
    {
        string? codes = null;
        foreach (var name in xml.Children())
        {
            var code = name switch
            {
                "Cd" or "SubFmlyCd" => xml.Code(),
                "Fmly" => Codes(xml),
                _ => null,
            };
            codes = code is null ? codes : codes is null ? code : $"{codes}-{code}";
        }

        return codes;
    }

    private static string? AccountId(IsoXmlReader xml)
    {
        string? id = null;
        foreach (var name in xml.Children())
        {
            if (name == "IBAN")
                id = xml.Identifier();
            else if (name == "Othr")
                id = AccountOther(xml) ?? id;
        }

        return id;
    }

    private static string? AccountOther(IsoXmlReader xml)
    {
        string? id = null;
        foreach (var name in xml.Children())
        {
            if (name == "Id")
                id = xml.Identifier();
        }

        return id;
    }
}
