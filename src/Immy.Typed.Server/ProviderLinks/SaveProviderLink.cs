using System.Text.Json;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>A provider link to make.</summary>
/// <param name="IntegrationTypeId">The integration type.</param>
/// <param name="Name">The link's name.</param>
/// <param name="Values">The form's values by field, secrets among them.</param>
internal sealed record SaveProviderLink(Guid IntegrationTypeId, string? Name, Dictionary<string, JsonElement>? Values);
