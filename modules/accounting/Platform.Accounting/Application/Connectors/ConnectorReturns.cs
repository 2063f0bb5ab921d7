using System.Globalization;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Takes the files of bookings that wait at the package, each whole or not at all.</summary>
internal sealed class ConnectorReturns(BookingWriter writer, ICurrentUser user, IUnitOfWork unitOfWork, IPlatformTexts texts) : IScopedDependency
{
    private const int AtOnce = 20;

    /// <returns>Name of the last file that was refused; null for none.</returns>
    public async Task<string?> TakeAsync(IAccountingConnector connector, string company, string language, CancellationToken cancellationToken)
    {
        string? refused = null;
        var name = ReaderLanguage.Write(CultureInfo.GetCultureInfo(language), () => texts.Get(connector.TextKey));
        using var package = user.Change(CurrentUserInfo.None with { Name = name });
        for (var i = 0; i < AtOnce && await connector.FindReturnAsync(company, cancellationToken) is { } file; i++)
        {
            var refusals = await KeepAsync(file, language, cancellationToken);
            await connector.SettleAsync(company, file, refusals, cancellationToken);
            refused = refusals.Count > 0 ? file.FileName : refused;
        }

        return refused;
    }

    private async Task<IReadOnlyList<string>> KeepAsync(AccountingReturn file, string language, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await file.OpenAsync(cancellationToken);
            await writer.WriteAsync(file.FileName, await BookingFile.ReadAsync(content, cancellationToken), cancellationToken);
            await unitOfWork.CompleteAsync(cancellationToken);
            return [];
        }
        catch (InputException refusal)
        {
            await unitOfWork.RollbackAsync(cancellationToken);
            return ReaderLanguage.Write(CultureInfo.GetCultureInfo(language), () => refusal.Errors.Select(Describe).ToList());
        }
    }

    private string Describe(FieldError error) => string.Create(
        CultureInfo.InvariantCulture, $"{(error.Line is { } line ? $"{line}: " : "")}{error.Field}{(error.Value is { } value ? $" \"{value}\"" : "")}: {texts.Get(error.Code, new Dictionary<string, object?> { ["value"] = error.Value })}");
}
