namespace Platform.Sepa;

/// <summary>Stable error codes of the SEPA module: problem details, file errors, and keys of their texts.</summary>
public static partial class SepaErrorCodes
{
    /// <summary>A value is needed and was empty.</summary>
    public const string Required = "Sepa:Required";

    /// <summary>An IBAN holds something else than letters, digits and spaces.</summary>
    public const string IbanCharacters = "Sepa:IbanCharacters";

    /// <summary>The first two letters are no country of the IBAN registry.</summary>
    public const string IbanCountry = "Sepa:IbanCountry";

    /// <summary>An IBAN is longer or shorter than its country's.</summary>
    public const string IbanLength = "Sepa:IbanLength";

    /// <summary>A letter stands where the country has digits, or the reverse.</summary>
    public const string IbanStructure = "Sepa:IbanStructure";

    /// <summary>The check digits (ISO 7064 MOD 97-10) are wrong: usually a typing error.</summary>
    public const string IbanCheckDigits = "Sepa:IbanCheckDigits";

    /// <summary>The account's country takes no part in the SEPA schemes.</summary>
    public const string IbanNotSepa = "Sepa:IbanNotSepa";

    /// <summary>A BIC has another shape than ISO 9362 gives it.</summary>
    public const string BicFormat = "Sepa:BicFormat";

    /// <summary>Letters five and six of a BIC are no country.</summary>
    public const string BicCountry = "Sepa:BicCountry";

    /// <summary>A creditor identifier holds something else than letters, digits and spaces.</summary>
    public const string CreditorIdentifierCharacters = "Sepa:CreditorIdentifierCharacters";

    /// <summary>A creditor identifier begins with no SEPA country.</summary>
    public const string CreditorIdentifierCountry = "Sepa:CreditorIdentifierCountry";

    /// <summary>A creditor identifier is longer or shorter than its country's (EPC262-08).</summary>
    public const string CreditorIdentifierLength = "Sepa:CreditorIdentifierLength";

    /// <summary>The check digits of a creditor identifier are wrong.</summary>
    public const string CreditorIdentifierCheckDigits = "Sepa:CreditorIdentifierCheckDigits";

    /// <summary>A mandate reference has more than 35 characters.</summary>
    public const string MandateReferenceLength = "Sepa:MandateReferenceLength";

    /// <summary>A mandate reference holds characters outside the SEPA set.</summary>
    public const string MandateReferenceCharacters = "Sepa:MandateReferenceCharacters";

    /// <summary>An end-to-end reference has more than 35 characters.</summary>
    public const string EndToEndIdLength = "Sepa:EndToEndIdLength";

    /// <summary>An end-to-end reference holds characters outside the SEPA set.</summary>
    public const string EndToEndIdCharacters = "Sepa:EndToEndIdCharacters";

    /// <summary>An identifier begins or ends with a slash, or holds two together.</summary>
    public const string IdentifierSlash = "Sepa:IdentifierSlash";

    /// <summary>A text is longer than its element of the bank file.</summary>
    public const string TextLength = "Sepa:TextLength";

    /// <summary>A text holds characters outside the SEPA set (EPC217-08).</summary>
    public const string TextCharacters = "Sepa:TextCharacters";

    /// <summary>A warning: the text is written with other characters, by the table of EPC217-08.</summary>
    public const string TextConverted = "Sepa:TextConverted";

    /// <summary>Not a written amount: letters, exponents, formulas, misplaced separators.</summary>
    public const string AmountFormat = "Sepa:AmountFormat";

    /// <summary>The amount reads differently with a decimal comma and with a decimal point.</summary>
    public const string AmountAmbiguous = "Sepa:AmountAmbiguous";

    /// <summary>The amount has more than two decimals; nothing is rounded.</summary>
    public const string AmountDecimals = "Sepa:AmountDecimals";

    /// <summary>The amount is negative.</summary>
    public const string AmountNegative = "Sepa:AmountNegative";

    /// <summary>The amount is outside 0.01 to 999,999,999.99 euro.</summary>
    public const string AmountRange = "Sepa:AmountRange";

    /// <summary>Not a date in one of the accepted forms, or a day that does not exist.</summary>
    public const string DateFormat = "Sepa:DateFormat";

    /// <summary>Not a country code of ISO 3166-1.</summary>
    public const string CountryUnknown = "Sepa:CountryUnknown";

    /// <summary>Neither CORE nor B2B.</summary>
    public const string SchemeUnknown = "Sepa:SchemeUnknown";

    /// <summary>None of OOFF, FRST, RCUR, FNAL.</summary>
    public const string SequenceTypeUnknown = "Sepa:SequenceTypeUnknown";

    /// <summary>An address lacks town or country: both are compulsory since 15 November 2026.</summary>
    public const string AddressIncomplete = "Sepa:AddressIncomplete";

    /// <summary>The file holds no text.</summary>
    public const string CsvEmpty = "Sepa:CsvEmpty";

    /// <summary>The file holds a header and nothing else.</summary>
    public const string CsvNoRows = "Sepa:CsvNoRows";

    /// <summary>The file is larger than the limit.</summary>
    public const string CsvTooLarge = "Sepa:CsvTooLarge";

    /// <summary>The file has more rows than the limit.</summary>
    public const string CsvTooManyRows = "Sepa:CsvTooManyRows";

    /// <summary>The file is not text: a spreadsheet or an image, for instance.</summary>
    public const string CsvBinary = "Sepa:CsvBinary";

    /// <summary>The file's byte order mark promises an encoding that its bytes break.</summary>
    public const string CsvEncoding = "Sepa:CsvEncoding";

    /// <summary>The first line holds no known column name.</summary>
    public const string CsvHeader = "Sepa:CsvHeader";

    /// <summary>A compulsory column is absent.</summary>
    public const string CsvColumnMissing = "Sepa:CsvColumnMissing";

    /// <summary>Two columns hold the same thing.</summary>
    public const string CsvColumnTwice = "Sepa:CsvColumnTwice";

    /// <summary>A row has more or fewer cells than the header.</summary>
    public const string CsvColumnCount = "Sepa:CsvColumnCount";

    /// <summary>Quotation marks are misplaced in a row; other rows are not affected.</summary>
    public const string CsvQuote = "Sepa:CsvQuote";

    /// <summary>A quotation mark is never closed: what follows cannot be read.</summary>
    public const string CsvQuoteOpen = "Sepa:CsvQuoteOpen";

    /// <summary>A cell has more than 1,000 characters.</summary>
    public const string CsvFieldTooLong = "Sepa:CsvFieldTooLong";

    /// <summary>A row holds a NUL character: the file is damaged.</summary>
    public const string CsvNul = "Sepa:CsvNul";

    /// <summary>A cell begins like a spreadsheet formula (=, +, -, @).</summary>
    public const string CsvFormula = "Sepa:CsvFormula";
}
