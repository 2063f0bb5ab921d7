using System.Globalization;
using Platform.Kernel;

namespace Platform.Notary;

/// <summary>Belongs to the client, whose company it concerns; the office works on it as long as it is engaged.</summary>
internal sealed class Deed : IMultiTenant, IHasConcurrencyStamp
{
    public const int ReferenceLength = 40;
    public const int SubjectLength = 200;
    public const int OfficeLength = 140;

    private Deed()
    {
    }

    public Guid Id { get; private set; }

    public Guid TenantId { get; set; }

    public Guid OfficeId { get; private set; }

    /// <summary>As it was called when it opened the deed: offices merge, deeds stay.</summary>
    public string Office { get; private set; } = "";

    public string Reference { get; private set; } = "";

    public DeedKind Kind { get; private set; }

    public string Subject { get; private set; } = "";

    public DeedState State { get; private set; }

    public DateOnly? SigningDay { get; private set; }

    public DateTime OpenedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public Guid ConcurrencyStamp { get; set; }

    public static Deed Open(TenantInfo office, OpenDeedDto input, DateTime now)
    {
        var deed = new Deed
        {
            Id = Guid.CreateVersion7(),
            OfficeId = office.Id,
            Office = office.Name,
            Reference = input.Reference?.Trim() ?? "",
            Kind = input.Kind ?? DeedKind.Other,
            Subject = input.Subject?.Trim() ?? "",
            OpenedAt = now,
        };
        var errors = deed.Errors(input).ToList();
        return errors.Count == 0 ? deed : throw new InputException(errors);
    }

    /// <summary>Plans the day of signing, or another one than before.</summary>
    public void SetAppointment(DateOnly? day, DateOnly today)
    {
        Require(DeedState.Opened, DeedState.AppointmentSet);
        if (day is null)
            throw new InputException(new FieldError("Day", NotaryErrorCodes.Required));
        if (day < today)
            throw new InputException(new FieldError("Day", NotaryErrorCodes.DayPast, day.Value.ToString("O", CultureInfo.InvariantCulture)));
        (State, SigningDay) = (DeedState.AppointmentSet, day);
    }

    /// <summary>Everybody has signed: today, whatever was planned.</summary>
    public void Sign(DateOnly today)
    {
        Require(DeedState.AppointmentSet);
        (State, SigningDay) = (DeedState.Signed, today);
    }

    public void Close(DateTime now)
    {
        Require(DeedState.Signed);
        (State, ClosedAt) = (DeedState.Closed, now);
    }

    private void Require(params ReadOnlySpan<DeedState> states)
    {
        if (!states.Contains(State))
            throw new BusinessException(NotaryErrorCodes.DeedState).WithData("reference", Reference);
    }

    private IEnumerable<FieldError> Errors(OpenDeedDto input)
    {
        if (Reference.Length == 0)
            yield return new FieldError(nameof(Reference), NotaryErrorCodes.Required);
        if (Reference.Length > ReferenceLength)
            yield return new FieldError(nameof(Reference), NotaryErrorCodes.ReferenceTooLong, Cut(Reference));
        if (input.Kind is not { } kind || !Enum.IsDefined(kind))
            yield return new FieldError(nameof(Kind), NotaryErrorCodes.Required);
        if (Subject.Length == 0)
            yield return new FieldError(nameof(Subject), NotaryErrorCodes.Required);
        if (Subject.Length > SubjectLength)
            yield return new FieldError(nameof(Subject), NotaryErrorCodes.SubjectTooLong, Cut(Subject));
    }

    private static string Cut(string value) => value.Length > 100 ? value[..100] : value;
}
