namespace Platform.Accounting.Web;

/// <summary>Conditions of the list of documents, as the address names them.</summary>
internal sealed record DocumentsQuery(
    string? Search, string? Tag, DocumentType? Type, DocumentState? State, Guid? UploadedBy, DateOnly? From, DateOnly? Until, string? Hash, bool? Trashed, string? Cursor, int? PageSize)
{
    public GetDocumentsInput ToInput() => new(Search, Tag, Type, State, UploadedBy, From, Until, Hash, Trashed ?? false, Cursor, PageSize ?? 25);
}
