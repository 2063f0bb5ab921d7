namespace Platform.Sepa;

internal sealed class AmendmentElements(IsoXmlWriter xml, NewDebtorAccountPlace place)
{
    private const string SameMandateNewDebtorAccount = "SMNDA";

    public void Write(MandateAmendment amendment)
    {
        xml.Text("AmdmntInd", "true");
        xml.Open("AmdmntInfDtls");
        xml.OptionalText("OrgnlMndtId", amendment.OriginalReference);
        OriginalCreditor(amendment);
        if (amendment.NewDebtorAccount)
            NewDebtorAccount();
        else if (amendment.OriginalDebtorIban is { } iban)
            OriginalDebtorAccount(iban);
        xml.Close();
    }

    private void OriginalCreditor(MandateAmendment amendment)
    {
        if (amendment.OriginalCreditorName is null && amendment.OriginalCreditorIdentifier is null)
            return;
        xml.Open("OrgnlCdtrSchmeId");
        xml.OptionalText("Nm", amendment.OriginalCreditorName);
        if (amendment.OriginalCreditorIdentifier is { } identifier)
            xml.CreditorIdentifier(identifier);
        xml.Close();
    }

    private void NewDebtorAccount()
    {
        if (place is NewDebtorAccountPlace.OriginalDebtorAgent)
            xml.Open("OrgnlDbtrAgt", "FinInstnId");
        else
            xml.Open("OrgnlDbtrAcct", "Id");
        xml.Open("Othr");
        xml.Text("Id", SameMandateNewDebtorAccount);
        xml.Close(3);
    }

    private void OriginalDebtorAccount(string iban)
    {
        xml.Open("OrgnlDbtrAcct", "Id");
        xml.Text("IBAN", iban);
        xml.Close(2);
    }
}
