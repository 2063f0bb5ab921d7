namespace Platform.Sepa;

/// <summary>The elements of pain.008 in the order of its schemas, for one bank's options.</summary>
internal sealed class Pain008Elements(IsoXmlWriter xml, Pain008Options options)
{
    private readonly bool _is2019 = options.Version is Pain008Version.V08;
    private readonly PostalAddressElements _addresses = new(xml, options.AddressStyle);
    private readonly AmendmentElements _amendments = new(xml, options.NewDebtorAccountPlace);

    public void GroupHeader(Pain008Message message)
    {
        xml.Open("GrpHdr");
        xml.Text("MsgId", message.MessageId);
        xml.Moment("CreDtTm", message.CreatedAt);
        xml.Number("NbOfTxs", message.TransactionCount);
        xml.Sum("CtrlSum", message.ControlSumCents);
        InitiatingParty(message.InitiatingParty);
        xml.Close();
    }

    public void OpenBlock(Pain008Message message, Pain008Block block)
    {
        xml.Open("PmtInf");
        xml.Text("PmtInfId", block.PaymentInformationId);
        xml.Text("PmtMtd", "DD");
        if (message.BatchBooking is { } batch)
            xml.Text("BtchBookg", batch ? "true" : "false");
        xml.Number("NbOfTxs", block.TransactionCount);
        xml.Sum("CtrlSum", block.ControlSumCents);
        PaymentType(block.Key);
        xml.Date("ReqdColltnDt", block.Key.CollectionDate);
        Creditor(message.Creditor);
    }

    public void CloseBlock() => xml.Close();

    public void Transaction(Pain008Transaction transaction)
    {
        xml.Open("DrctDbtTxInf", "PmtId");
        xml.Text("EndToEndId", transaction.EndToEndId);
        xml.Close();
        xml.EuroAmount("InstdAmt", transaction.AmountCents);
        Mandate(transaction);
        Agent("DbtrAgt", transaction.DebtorBic);
        xml.Open("Dbtr");
        xml.Text("Nm", transaction.DebtorName);
        _addresses.Write(transaction.DebtorAddress);
        xml.Close();
        Account("DbtrAcct", transaction.DebtorIban);
        Remittance(transaction.RemittanceText);
        xml.Close();
    }

    private void InitiatingParty(Pain008InitiatingParty party)
    {
        xml.Open("InitgPty");
        xml.Text("Nm", party.Name);
        if (party.Bic is not null || party.OrganisationId is not null)
        {
            xml.Open("Id", "OrgId");
            if (party.Bic is not null)
                xml.Text(_is2019 ? "AnyBIC" : "BICOrBEI", party.Bic);
            else
                Other(party.OrganisationId!);
            xml.Close(2);
        }

        xml.Close();
    }

    private void PaymentType(Pain008BlockKey key)
    {
        xml.Open("PmtTpInf", "SvcLvl");
        xml.Text("Cd", "SEPA");
        xml.Close();
        xml.Open("LclInstrm");
        xml.Text("Cd", key.Scheme.ToCode());
        xml.Close();
        xml.Text("SeqTp", key.SequenceType.ToCode());
        xml.Close();
    }

    private void Creditor(Pain008Creditor creditor)
    {
        xml.Open("Cdtr");
        xml.Text("Nm", creditor.Name);
        _addresses.Write(creditor.Address);
        xml.Close();
        Account("CdtrAcct", creditor.Iban);
        Agent("CdtrAgt", creditor.Bic);
        xml.Text("ChrgBr", "SLEV");
        xml.Open("CdtrSchmeId");
        xml.CreditorIdentifier(creditor.CreditorIdentifier);
        xml.Close();
    }

    private void Mandate(Pain008Transaction transaction)
    {
        xml.Open("DrctDbtTx", "MndtRltdInf");
        xml.Text("MndtId", transaction.MandateReference);
        xml.Date("DtOfSgntr", transaction.SignedOn);
        if (transaction.Amendment is { IsEmpty: false } amendment)
            _amendments.Write(amendment);
        xml.Close(2);
    }

    private void Agent(string name, string? bic)
    {
        xml.Open(name, "FinInstnId");
        if (string.IsNullOrEmpty(bic))
            Other("NOTPROVIDED");
        else
            xml.Text(_is2019 ? "BICFI" : "BIC", bic);
        xml.Close(2);
    }

    private void Account(string name, string iban)
    {
        xml.Open(name, "Id");
        xml.Text("IBAN", iban);
        xml.Close(2);
    }

    private void Other(string id)
    {
        xml.Open("Othr");
        xml.Text("Id", id);
        xml.Close();
    }

    private void Remittance(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;
        xml.Open("RmtInf");
        xml.Text("Ustrd", text);
        xml.Close();
    }
}
