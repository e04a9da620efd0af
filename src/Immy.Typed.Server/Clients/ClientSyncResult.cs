namespace Immy.Typed.Server.Clients;

/// <summary>What a sync of clients changed.</summary>
/// <param name="Added">Clients that are new.</param>
/// <param name="Renamed">Clients whose names changed.</param>
/// <param name="Returned">Clients that were gone and are there again, each the same as before.</param>
/// <param name="Removed">Clients that are gone now.</param>
/// <param name="Waiting">Clients that seem to be gone, but wait for a person to confirm it, since they are too many or all.</param>
/// <param name="Message">Why nothing changed, or why nothing was removed; null when all went well.</param>
/// <param name="Groups">What changed of the clients' groups; null when the link does not group its clients, or clients could not be listed.</param>
[GenerateSerializer]
internal sealed record ClientSyncResult(
    [property: Id(0)] int Added, [property: Id(1)] int Renamed, [property: Id(2)] int Returned, [property: Id(3)] int Removed, [property: Id(4)] int Waiting, [property: Id(5)] string? Message,
    [property: Id(6)] ClientGroupSyncResult? Groups = null)
{
    public static ClientSyncResult Nothing(string message) => new(0, 0, 0, 0, 0, message);
}
