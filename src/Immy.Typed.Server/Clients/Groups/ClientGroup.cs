namespace Immy.Typed.Server.Clients;

/// <summary>Clients that belong together in the remote system, as by an agreement or a product.</summary>
internal sealed class ClientGroup
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ProviderLinkId { get; init; }

    public required string ExternalGroupId { get; init; }

    public required string Name { get; set; }

    public IList<ClientGroupMember> Members { get; init; } = [];
}
