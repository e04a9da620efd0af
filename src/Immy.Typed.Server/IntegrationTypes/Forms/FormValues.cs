using System.Text.Json;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>Values for a form, as far as they are known.</summary>
/// <param name="Values">The values by field, secrets among them.</param>
internal sealed record FormValues(Dictionary<string, JsonElement>? Values);
