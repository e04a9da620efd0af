using System.Text.Json;
using Immy.Typed.Server.IntegrationTypes;
using Immy.Typed.Server.Storage;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>An instance of an integration type: its form's values, and how it fares.</summary>
internal sealed class ProviderLink : IStamped
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid IntegrationTypeId { get; init; }

    public IntegrationType? IntegrationType { get; init; }

    public required string Name { get; set; }

    public bool IsEnabled { get; set; } = true;

    /// <summary>The form's values that are no secrets, as a JSON object.</summary>
    public string Values { get; set; } = "{}";

    /// <summary>The secret values as a JSON object, each value encrypted.</summary>
    public string ProtectedSecrets { get; set; } = "{}";

    /// <summary>Capabilities that it does not have, whatever the script adds, as a JSON array of names.</summary>
    public string Exclusions { get; set; } = "[]";

    /// <summary>The same as a list.</summary>
    public IReadOnlyList<string> ExcludedCapabilities
    {
        get => JsonSerializer.Deserialize<string[]>(Exclusions)!;
        set => Exclusions = JsonSerializer.Serialize(value);
    }

    public LinkHealth Health { get; set; }

    /// <summary>Why it is not healthy.</summary>
    public string? HealthMessage { get; set; }

    public DateTimeOffset? CheckedAt { get; set; }

    public string Stamp { get; set; } = "";
}
