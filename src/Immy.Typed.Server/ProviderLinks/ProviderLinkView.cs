using System.Text.Json;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>A provider link as the API shows it. Secret values are not among the values; their names are.</summary>
internal sealed record ProviderLinkView(
    Guid Id,
    Guid IntegrationTypeId,
    string Name,
    bool IsEnabled,
    JsonElement Values,
    IReadOnlyList<string> SecretFields,
    IReadOnlyList<string> ExcludedCapabilities,
    LinkHealth Health,
    string? HealthMessage,
    DateTimeOffset? CheckedAt)
{
    public static ProviderLinkView Of(ProviderLink link) => new(
        link.Id,
        link.IntegrationTypeId,
        link.Name,
        link.IsEnabled,
        JsonSerializer.Deserialize<JsonElement>(link.Values),
        LinkSecrets.NamesOf(link),
        link.ExcludedCapabilities,
        link.Health,
        link.HealthMessage,
        link.CheckedAt);
}
