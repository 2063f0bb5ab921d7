namespace Platform.Sepa;

/// <summary>Who sends the file; at most one of the two identifications is written, the BIC first.</summary>
internal sealed record InitiatingParty(string Name, string? Bic = null, string? OrganisationId = null);

/// <summary>Parties, banks and accounts, the same in debits and transfers of one ISO edition.</summary>
internal sealed class PartyElements(IsoXmlWriter xml, bool is2019)
{
    public void Initiator(InitiatingParty party)
    {
        xml.Open("InitgPty");
        xml.Text("Nm", party.Name);
        if (party.Bic is not null || party.OrganisationId is not null)
        {
            xml.Open("Id", "OrgId");
            if (party.Bic is not null)
                xml.Text(is2019 ? "AnyBIC" : "BICOrBEI", party.Bic);
            else
                Other(party.OrganisationId!);
            xml.Close(2);
        }

        xml.Close();
    }

    /// <summary>Where the agent is compulsory and unknown, the schemes want it to say so.</summary>
    public void Agent(string name, string? bic)
    {
        xml.Open(name, "FinInstnId");
        if (string.IsNullOrEmpty(bic))
            Other("NOTPROVIDED");
        else
            xml.Text(is2019 ? "BICFI" : "BIC", bic);
        xml.Close(2);
    }

    public void Account(string name, string iban)
    {
        xml.Open(name, "Id");
        xml.Text("IBAN", iban);
        xml.Close(2);
    }

    public void Remittance(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;
        xml.Open("RmtInf");
        xml.Text("Ustrd", text);
        xml.Close();
    }

    private void Other(string id)
    {
        xml.Open("Othr");
        xml.Text("Id", id);
        xml.Close();
    }
}
