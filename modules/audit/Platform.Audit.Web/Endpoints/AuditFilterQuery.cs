using Microsoft.AspNetCore.Mvc;

namespace Platform.Audit.Web;

internal sealed record AuditFilterQuery
{
    [FromQuery(Name = "installation")]
    public bool? Installation { get; init; }

    [FromQuery(Name = "from")]
    public DateTime? From { get; init; }

    [FromQuery(Name = "to")]
    public DateTime? To { get; init; }

    [FromQuery(Name = "userId")]
    public Guid? UserId { get; init; }

    [FromQuery(Name = "person")]
    public string? Person { get; init; }

    [FromQuery(Name = "action")]
    public string? Action { get; init; }

    [FromQuery(Name = "entityType")]
    public string? EntityType { get; init; }

    [FromQuery(Name = "entityId")]
    public string? EntityId { get; init; }

    [FromQuery(Name = "sessionId")]
    public Guid? SessionId { get; init; }

    [FromQuery(Name = "correlationId")]
    public string? CorrelationId { get; init; }

    [FromQuery(Name = "text")]
    public string? Text { get; init; }

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "pageSize")]
    public int? PageSize { get; init; }

    public AuditFilterDto ToFilter() => new()
    {
        Installation = Installation ?? false,
        From = From,
        To = To,
        UserId = UserId,
        Person = Person,
        Action = Action,
        EntityType = EntityType,
        EntityId = EntityId,
        SessionId = SessionId,
        CorrelationId = CorrelationId,
        Text = Text,
    };
}
