using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Accounting;

/// <summary>Makes handoffs: whatever happens at the same moment, each new document is in one of them, once.</summary>
internal sealed class HandoffMaking(
    AccountingDbContext db, HandoffDocuments documents, HandoffNumbers numbers, HandoffFiles files, HandoffSending sending, ICompanyAppService companies,
    IPermissionChecker permissions, ILocalEventBus events, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    /// <summary>The handoff with this key, made now unless it was before.</summary>
    public async Task<Guid> MakeAsync(CreateHandoffDto input, CancellationToken cancellationToken)
    {
        if (await FindAsync(input.Key, cancellationToken) is { } former)
            return former;
        var (message, language) = (HandoffMessage.Read(input.Message), await LanguageAsync(cancellationToken));
        await sending.CheckAsync(input.LinkDays, cancellationToken);
        var accountant = await db.Accountants.AsNoTracking().SingleOrDefaultAsync(a => a.EndedAt == null, cancellationToken)
            ?? throw new BusinessException(AccountingErrorCodes.HandoffWithoutAccountant);
        var baseNumber = await BaseNumberAsync(input.BaseId, cancellationToken);
        await numbers.LockAsync(cancellationToken);
        // From here on alone in the company: whoever had the same key or the same documents has committed.
        if (await FindAsync(input.Key, cancellationToken) is { } same)
            return same;
        var taken = await TakeAsync(input.Choice, cancellationToken);
        var handoff = New(input, await numbers.NextAsync(cancellationToken), message, language ?? accountant.Language, accountant, taken);
        db.Handoffs.Add(handoff);
        db.HandoffItems.AddRange(await files.MakeAsync(handoff, taken, cancellationToken));
        taken.ForEach(d => d.MarkSent());
        await db.SaveChangesAsync(cancellationToken);
        if (accountant.FirmId is { } firm)
            await events.PublishAsync(new DocumentsHandedOverEto(firm, taken.ConvertAll(d => d.Id)), cancellationToken);
        await sending.SendAsync(handoff, Types(taken), baseNumber, input.LinkDays, cancellationToken);
        return handoff.Id;
    }

    private async Task<List<Document>> TakeAsync(HandoffChoice choice, CancellationToken cancellationToken)
    {
        var taken = await (await documents.ChooseAsync(choice, cancellationToken)).OrderBy(d => d.Id).Take(HandoffLimits.Documents + 1).ToListAsync(cancellationToken);
        return taken.Count switch
        {
            0 => throw new BusinessException(AccountingErrorCodes.HandoffEmpty),
            > HandoffLimits.Documents => throw new BusinessException(AccountingErrorCodes.HandoffTooLarge).WithData("limit", HandoffLimits.Documents),
            _ => taken,
        };
    }

    private Handoff New(CreateHandoffDto input, int number, string? message, string language, Accountant accountant, List<Document> taken) => new()
    {
        Number = number,
        Key = input.Key,
        BaseId = input.BaseId,
        Language = HandoffTexts.Known(language),
        AccountantId = accountant.Id,
        RecipientName = accountant.Name,
        RecipientEmail = accountant.Email,
        RecipientLanguage = HandoffTexts.Known(accountant.Language),
        // To the second, as HTTP says it; a zip knows steps of two.
        MadeAt = new DateTime(clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc),
        MadeBy = user.Id,
        MadeByName = user.Info.Name,
        PeriodFrom = input.Choice.From,
        PeriodTo = input.Choice.To,
        Message = message,
        Count = taken.Count,
        Size = taken.Sum(d => d.Size),
    };

    private static List<HandoffTypeCountDto> Types(List<Document> taken) =>
        [.. taken.GroupBy(d => d.Type).OrderBy(g => g.Key.Rank()).Select(g => new HandoffTypeCountDto(g.Key, g.Count(), g.Sum(d => d.Size)))];

    private async Task<Guid?> FindAsync(Guid key, CancellationToken cancellationToken) =>
        await db.Handoffs.AsNoTracking().Where(h => h.Key == key).Select(h => (Guid?)h.Id).SingleOrDefaultAsync(cancellationToken);

    private async Task<int?> BaseNumberAsync(Guid? id, CancellationToken cancellationToken) => id is null
        ? null
        : await db.Handoffs.Where(h => h.Id == id).Select(h => (int?)h.Number).SingleOrDefaultAsync(cancellationToken) ?? throw new EntityNotFoundException();

    // Whoever may not read the company's record makes handoffs in the accountant's language.
    private async Task<string?> LanguageAsync(CancellationToken cancellationToken) =>
        await permissions.IsGrantedAsync(TenancyPermissions.Company.Default, cancellationToken) ? (await companies.GetAsync(cancellationToken)).Language : null;
}

internal static class HandoffMessage
{
    /// <summary>Trimmed, with line breaks as they are in mails; null for none.</summary>
    /// <exception cref="InputException">Too long, or with characters that are no text.</exception>
    public static string? Read(string? message)
    {
        var text = message?.ReplaceLineEndings("\n").Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        return text.Length <= HandoffLimits.Message && !text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))
            ? text
            : throw new InputException(new FieldError(nameof(CreateHandoffDto.Message), AccountingErrorCodes.HandoffMessage, text[..Math.Min(100, text.Length)]));
    }
}
