using Platform.Kernel;

namespace Platform.ModuleName;

/// <summary>Notes of the current company.</summary>
public interface INoteAppService : IApplicationService
{
    /// <summary>A page of the list, the newest first. Needs <see cref="ModuleNamePermissions.Notes.Default"/>.</summary>
    /// <exception cref="BusinessException">ModuleName:CursorInvalid.</exception>
    Task<PagedResult<NoteDto>> GetListAsync(GetNotesInput input, CancellationToken cancellationToken = default);

    /// <summary>One note. Needs <see cref="ModuleNamePermissions.Notes.Default"/>.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company.</exception>
    Task<NoteDto> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Adds a note. Needs <see cref="ModuleNamePermissions.Notes.Create"/>.</summary>
    /// <exception cref="InputException">Every refused field at once.</exception>
    Task<NoteDto> CreateAsync(CreateNoteDto input, CancellationToken cancellationToken = default);
}
