using System.Collections;
using Immy.Typed;

namespace Immybot.Backend.Domain.Providers;

/// <summary>
/// A group of clients, as a value. A script makes it as
/// <c>[ProviderClientGroup]@{ ExternalGroupId = '7'; GroupName = 'Gold'; ExternalClientIds = '1', '2' }</c>.
/// </summary>
public sealed record ProviderClientGroup : IProviderClientGroup
{
    /// <summary>Makes an empty one, to set its properties.</summary>
    public ProviderClientGroup()
    {
    }

    /// <summary>Makes one from a table: <c>[ProviderClientGroup]@{ ... }</c>.</summary>
    /// <param name="values">Property names and values.</param>
    public ProviderClientGroup(IDictionary values) => TableReader.Fill(values, typeof(ProviderClientGroup), new Dictionary<string, Action<object?>>
    {
        [nameof(ExternalGroupId)] = value => ExternalGroupId = TableReader.To<string>(value) ?? "",
        [nameof(GroupName)] = value => GroupName = TableReader.To<string>(value) ?? "",
        [nameof(ExternalClientIds)] = value => ExternalClientIds = TableReader.To<string[]>(value) ?? [],
    });

    /// <inheritdoc/>
    public string ExternalGroupId { get; set; } = "";

    /// <inheritdoc/>
    public string GroupName { get; set; } = "";

    /// <inheritdoc cref="IProviderClientGroup.ExternalClientIds"/>
    public string[] ExternalClientIds { get; set; } = [];

    IReadOnlyList<string> IProviderClientGroup.ExternalClientIds => ExternalClientIds;
}
