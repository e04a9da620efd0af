namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>One version of an integration type's script. It never changes.</summary>
internal sealed class IntegrationTypeVersion
{
    public Guid IntegrationTypeId { get; init; }

    public int Number { get; init; }

    public required string Script { get; init; }

    public string? Note { get; init; }

    public required string Author { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
