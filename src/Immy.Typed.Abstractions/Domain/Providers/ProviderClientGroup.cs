namespace Immybot.Backend.Domain.Providers;

/// <summary>
/// A group of clients, as a value. A script makes it as
/// <c>[ProviderClientGroup]@{ ExternalGroupId = '7'; GroupName = 'Gold'; ExternalClientIds = '1', '2' }</c>.
/// </summary>
public sealed record ProviderClientGroup : IProviderClientGroup
{
    /// <inheritdoc/>
    public string ExternalGroupId { get; set; } = "";

    /// <inheritdoc/>
    public string GroupName { get; set; } = "";

    /// <inheritdoc cref="IProviderClientGroup.ExternalClientIds"/>
    public string[] ExternalClientIds { get; set; } = [];

    IReadOnlyList<string> IProviderClientGroup.ExternalClientIds => ExternalClientIds;
}
