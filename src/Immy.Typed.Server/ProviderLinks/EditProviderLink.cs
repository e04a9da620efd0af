using System.Text.Json;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>A provider link as it is to be. What is left out stays as it is, except for the name.</summary>
/// <param name="Name">The link's name.</param>
/// <param name="Values">The form's values by field. Among them, secrets that are left out stay as they are; null removes one.</param>
/// <param name="IsEnabled">Whether it works.</param>
/// <param name="ExcludedCapabilities">Capabilities that this link does not have, whatever the script adds.</param>
internal sealed record EditProviderLink(string? Name, Dictionary<string, JsonElement>? Values, bool? IsEnabled, IReadOnlyList<string>? ExcludedCapabilities);
