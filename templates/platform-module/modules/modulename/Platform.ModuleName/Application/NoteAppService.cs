using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.ModuleName;

internal sealed class NoteAppService(ModuleNameDbContext context, IUnitOfWork unitOfWork, IPermissionChecker permissions, TimeProvider clock)
    : INoteAppService
{
    private const int LargestPage = 200;

    public async Task<PagedResult<NoteDto>> GetListAsync(GetNotesInput input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(ModuleNamePermissions.Notes.Default, cancellationToken);
        var pageSize = Math.Clamp(input.PageSize, 1, LargestPage);
        var notes = context.Notes.AsNoTracking();
        if (input.Cursor is { Length: > 0 } cursor)
        {
            var last = ReadCursor(cursor);
            notes = notes.Where(n => n.Id < last);
        }

        var items = await notes.OrderByDescending(n => n.Id).Take(pageSize + 1).ToListAsync(cancellationToken);
        var next = items.Count > pageSize ? items[pageSize - 1].Id.ToString("N", CultureInfo.InvariantCulture) : null;
        return new PagedResult<NoteDto>([.. items.Take(pageSize).Select(ToDto)], next);
    }

    public async Task<NoteDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(ModuleNamePermissions.Notes.Default, cancellationToken);
        return ToDto(await context.Notes.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, cancellationToken) ?? throw new EntityNotFoundException());
    }

    public async Task<NoteDto> CreateAsync(CreateNoteDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(ModuleNamePermissions.Notes.Create, cancellationToken);
        var note = Note.Create(input.Title, input.Text, clock.GetUtcNow().UtcDateTime);
        await unitOfWork.BeginAsync(cancellationToken);
        if (await context.Notes.AnyAsync(n => n.Title == note.Title, cancellationToken))
            throw new InputException(new FieldError(nameof(input.Title), ModuleNameErrorCodes.TitleTaken, note.Title));
        context.Notes.Add(note);
        return ToDto(note);
    }

    private static Guid ReadCursor(string cursor) =>
        Guid.TryParseExact(cursor, "N", out var id) ? id : throw new BusinessException(ModuleNameErrorCodes.CursorInvalid).WithData("value", cursor);

    private static NoteDto ToDto(Note note) => new(note.Id, note.Title, note.Text, note.CreatedAt);
}
