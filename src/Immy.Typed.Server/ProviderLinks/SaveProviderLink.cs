using System.Text.Json;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>A provider link to make.</summary>
/// <param name="IntegrationTypeId">The integration type.</param>
/// <param name="Name">The link's name.</param>
/// <param name="Values">The form's values by field, secrets among them.</param>
/// <param name="ExcludedCapabilities">Capabilities that this link does not have, whatever the script adds; none when left out.</param>
internal sealed record SaveProviderLink(Guid IntegrationTypeId, string? Name, Dictionary<string, JsonElement>? Values, IReadOnlyList<string>? ExcludedCapabilities = null);
