namespace Immy.Typed.Server.Clients;

/// <summary>A client in a group. It is kept by its id in the remote system, so that one which is listed later belongs to the group at once.</summary>
internal sealed class ClientGroupMember
{
    public Guid GroupId { get; init; }

    public required string ExternalClientId { get; init; }
}
