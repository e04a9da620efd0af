namespace Immy.Typed.Providers;

/// <summary>What a script may know of an integration instance. Secrets are no part of it.</summary>
/// <param name="ProviderLinkId">The provider link's id, as its host writes it.</param>
/// <param name="Name">The instance's name.</param>
/// <param name="Type">The integration type's name.</param>
/// <param name="Configuration">The form's values without the secret ones.</param>
public sealed record ProviderInfo(string ProviderLinkId, string Name, string Type, IReadOnlyDictionary<string, object?> Configuration);
