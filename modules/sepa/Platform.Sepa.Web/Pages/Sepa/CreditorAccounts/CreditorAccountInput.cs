using System.Globalization;
using Platform.Kernel;

namespace Platform.Sepa.Web;

/// <summary>The form of a creditor account; the application service checks every field.</summary>
internal sealed class CreditorAccountInput
{
    public string? Name { get; set; }

    public string? Iban { get; set; }

    public string? Bic { get; set; }

    public string? BankName { get; set; }

    public string? CreditorName { get; set; }

    public string? CreditorIdentifier { get; set; }

    public AddressInput Address { get; set; } = new();

    public Pain008Version Version { get; set; } = Pain008Version.V08;

    public AddressStyle AddressStyle { get; set; }

    public NewDebtorAccountPlace NewDebtorAccountPlace { get; set; }

    public bool BatchBooking { get; set; } = true;

    public bool BicRequired { get; set; }

    public bool UsesFrst { get; set; }

    public string? CutOff { get; set; } = "12:00";

    public string? TimeZone { get; set; } = "Europe/Paris";

    public int? LeadDays { get; set; } = 1;

    public Pain001Version TransferVersion { get; set; } = Pain001Version.V09;

    public string? TransferCutOff { get; set; } = "12:00";

    public string? SecondApprovalAbove { get; set; }

    public Guid? Stamp { get; set; }

    public static CreditorAccountInput Of(CreditorAccountDto a) => new()
    {
        Name = a.Name,
        Iban = a.Iban,
        Bic = a.Bic,
        BankName = a.BankName,
        CreditorName = a.CreditorName,
        CreditorIdentifier = a.CreditorIdentifier,
        Address = AddressInput.Of(a.Address),
        Version = a.Profile.Version,
        AddressStyle = a.Profile.AddressStyle,
        NewDebtorAccountPlace = a.Profile.NewDebtorAccountPlace,
        BatchBooking = a.Profile.BatchBooking,
        BicRequired = a.Profile.BicRequired,
        UsesFrst = a.Profile.UsesFrst,
        CutOff = a.Profile.CutOff?.ToString("HH:mm", CultureInfo.InvariantCulture),
        TimeZone = a.Profile.TimeZone,
        LeadDays = a.Profile.LeadDays,
        TransferVersion = a.Profile.TransferVersion,
        TransferCutOff = a.Profile.TransferCutOff?.ToString("HH:mm", CultureInfo.InvariantCulture),
        SecondApprovalAbove = a.SecondApprovalAbove?.ToString("0.00", CultureInfo.CurrentCulture),
        Stamp = a.ConcurrencyStamp,
    };

    public SaveCreditorAccountDto ToDto() => new(
        Name, Iban, Bic, BankName, CreditorName, CreditorIdentifier, Address.ToDto(),
        new BankProfileDto(
            Version, BatchBooking, BicRequired, UsesFrst, ReadTime(nameof(CutOff), CutOff), TimeZone ?? "", LeadDays ?? -1, AddressStyle, NewDebtorAccountPlace,
            TransferVersion, ReadTime(nameof(TransferCutOff), TransferCutOff)),
        ReadLimit(), Stamp);

    private static TimeOnly ReadTime(string field, string? text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new InputException(new FieldError(field, SepaErrorCodes.NumberRange, text));

    private decimal? ReadLimit()
    {
        if (string.IsNullOrWhiteSpace(SecondApprovalAbove))
            return null;
        return SepaAmount.TryParse(SecondApprovalAbove, CultureInfo.CurrentCulture, out var amount, out var code)
            ? amount.Euros
            : throw new InputException(new FieldError(nameof(SecondApprovalAbove), code, SecondApprovalAbove));
    }
}
