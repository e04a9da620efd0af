namespace Immy.Typed.Server.Modules;

/// <summary>One version of a module script. It never changes.</summary>
internal sealed class StoredModuleVersion
{
    public string ModuleKey { get; init; } = "";

    public int Number { get; init; }

    public required string Script { get; init; }

    public string? Note { get; init; }

    public required string Author { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
