using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Platform.Sepa;

/// <summary>Column names that people and programs write, in English, French and German; compared by letters and digits only.</summary>
internal static class ImportHeader
{
    private static readonly (ImportField Field, string Names)[] Aliases =
    [
        (ImportField.MandateReference, """
            mandate reference | mandate id | mandate | mandate ref | unique mandate reference | umr | MndtId |
            référence du mandat | référence mandat | référence unique du mandat | réf mandat | mandat | rum |
            numéro de mandat | Mandatsreferenz | Mandat | Mandatsnummer | Mandatsref | Mandatsreferenznummer
            """),
        (ImportField.SignedOn, """
            signature date | signed on | date of signature | mandate date | mandate signature date | signed | DtOfSgntr |
            date de signature | date signature | signé le | date du mandat | date de signature du mandat |
            Unterschriftsdatum | Mandatsdatum | unterschrieben am | Datum der Unterschrift | Ausstellungsdatum |
            Mandat vom
            """),
        (ImportField.DebtorName, """
            debtor name | debtor | name | customer | customer name | account holder | payer | nom du débiteur | débiteur |
            nom | client | nom du client | titulaire | titulaire du compte | raison sociale |
            Name des Zahlungspflichtigen | Zahlungspflichtiger | Schuldner | Name des Schuldners | Kunde | Kundenname |
            Kontoinhaber
            """),
        (ImportField.DebtorIban, """
            iban | debtor iban | debtor account | account | iban du débiteur | iban débiteur | compte | iban client |
            IBAN des Zahlungspflichtigen | Konto | IBAN Schuldner | Kunden IBAN
            """),
        (ImportField.DebtorBic, """
            bic | debtor bic | bic swift | swift | swift code | bic code | debtor agent | bic du débiteur | bic débiteur |
            code bic | BIC des Zahlungspflichtigen
            """),
        (ImportField.Scheme, """
            scheme | local instrument | sdd scheme | mandate type | mandate scheme | LclInstrm | schéma | type de mandat |
            type de prélèvement | instrument local | Lastschriftart | Lastschrifttyp | Mandatsart | Verfahren
            """),
        (ImportField.SequenceType, """
            sequence type | sequence | type | SeqTp | séquence | type de séquence | Sequenz | Sequenztyp | Abfolge
            """),
        (ImportField.Street, """
            street | street name | debtor street | address | StrtNm | rue | voie | nom de la voie | adresse | Straße |
            Strasse | Adresse | Anschrift
            """),
        (ImportField.BuildingNumber, """
            building number | house number | street number | number | BldgNb | numéro | numéro de voie | numéro de rue |
            n° | Hausnummer | Hausnr | Nr
            """),
        (ImportField.PostalCode, """
            postal code | postcode | zip | zip code | PstCd | code postal | cp | Postleitzahl | PLZ
            """),
        (ImportField.Town, """
            town | city | town name | TwnNm | ville | localité | commune | Ort | Stadt | Wohnort
            """),
        (ImportField.Country, """
            country | country code | Ctry | pays | code pays | Land | Ländercode | Länderkennzeichen
            """),
        (ImportField.AddressLine1, """
            address line 1 | address line | address 1 | AdrLine | ligne d'adresse 1 | adresse 1 | ligne d'adresse |
            complément d'adresse | Adresszeile 1 | Adresszeile | Adresse 1 | Adresszusatz
            """),
        (ImportField.AddressLine2, """
            address line 2 | address 2 | ligne d'adresse 2 | adresse 2 | Adresszeile 2
            """),
        (ImportField.Email, """
            email | email address | mail | debtor email | adresse e-mail | courriel | adresse mail |
            adresse électronique | E-Mail-Adresse
            """),
        (ImportField.Language, """
            language | lang | language code | langue | Sprache
            """),
        (ImportField.CustomerCode, """
            customer code | customer number | customer no | customer id | code client | numéro client | numéro de client | n° client |
            Kundennummer | Kundennr | Kundencode
            """),
        (ImportField.Amount, """
            amount | amount eur | amount in eur | total | InstdAmt | montant | montant eur | montant en euros |
            montant ttc | somme | Betrag | Betrag EUR | Summe | Betrag in EUR
            """),
        (ImportField.CollectionDate, """
            collection date | requested collection date | due date | due on | date | ReqdColltnDt | date d'échéance |
            échéance | date de prélèvement | date d'encaissement | date de collecte | Fälligkeit | Fälligkeitsdatum |
            fällig am | Einzugsdatum | Ausführungsdatum | Datum
            """),
        (ImportField.EndToEndId, """
            end to end id | end to end reference | end to end | e2e | e2e id | EndToEndId | reference |
            référence de bout en bout | référence bout en bout | référence | Ende zu Ende Referenz |
            End to End Referenz | Referenz
            """),
        (ImportField.InvoiceNumber, """
            invoice number | invoice | invoice no | bill | numéro de facture | facture | n° de facture |
            Rechnungsnummer | Rechnung | Rechnungsnr
            """),
        (ImportField.RemittanceText, """
            remittance text | remittance information | remittance | description | text | message | label | purpose |
            Ustrd | libellé | motif | motif de paiement | description du paiement | objet | communication |
            Verwendungszweck | Buchungstext | Zweck | Beschreibung
            """),
        (ImportField.CreditorName, """
            creditor name | creditor | beneficiary | beneficiary name | supplier | supplier name | vendor | payee | recipient |
            bénéficiaire | nom du bénéficiaire | fournisseur | nom du fournisseur | créancier | destinataire |
            Empfänger | Empfängername | Name des Empfängers | Zahlungsempfänger | Begünstigter | Lieferant | Kreditor
            """),
        (ImportField.CreditorIban, """
            creditor iban | beneficiary iban | creditor account | beneficiary account | iban du bénéficiaire | iban bénéficiaire |
            iban fournisseur | compte du bénéficiaire | compte bénéficiaire | IBAN des Empfängers | IBAN Empfänger | Empfängerkonto
            """),
        (ImportField.CreditorBic, """
            creditor bic | beneficiary bic | creditor agent | bic du bénéficiaire | bic bénéficiaire | bic fournisseur |
            BIC des Empfängers | BIC Empfänger
            """),
        (ImportField.ExecutionDate, """
            execution date | requested execution date | payment date | pay on | ReqdExctnDt | date d'exécution | date de paiement |
            date de virement | date de règlement | Zahlungsdatum | Überweisungsdatum
            """),
    ];

    // What a general name means follows from what the file holds.
    private static readonly Dictionary<ImportField, ImportField> OfTransfers = new()
    {
        [ImportField.DebtorName] = ImportField.CreditorName,
        [ImportField.DebtorIban] = ImportField.CreditorIban,
        [ImportField.DebtorBic] = ImportField.CreditorBic,
        [ImportField.CollectionDate] = ImportField.ExecutionDate,
    };

    private static readonly FrozenDictionary<string, ImportField> Fields = Names
        .Distinct()
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Field);

    /// <summary>All known names in normal form.</summary>
    public static IEnumerable<(string Name, ImportField Field)> Names => Aliases
        .SelectMany(row => row.Names.Split('|').Append(row.Field.ToString()).Select(name => (Normalise(name), row.Field)));

    public static ImportField? Recognise(string column) => Fields.TryGetValue(Normalise(column), out var field) ? field : null;

    public static ImportField? Recognise(string column, ImportKind kind) => Recognise(column) is { } field && kind == ImportKind.Transfers
        ? OfTransfers.GetValueOrDefault(field, field)
        : Recognise(column);

    private static string Normalise(string name)
    {
        var text = new StringBuilder(name.Length);
        var written = name.Replace("°", "um", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
        foreach (var rune in written.EnumerateRunes())
            AppendLetters(rune, text);
        return text.ToString();
    }

    private static void AppendLetters(Rune rune, StringBuilder text)
    {
        foreach (var c in rune.ToString().Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
                text.Append(char.ToLower(c, CultureInfo.InvariantCulture));
        }
    }
}
