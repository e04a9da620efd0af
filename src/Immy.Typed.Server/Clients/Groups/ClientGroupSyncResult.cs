namespace Immy.Typed.Server.Clients;

/// <summary>What a sync of clients changed of their groups.</summary>
/// <param name="Listed">Groups that were listed.</param>
/// <param name="Added">Groups that are new.</param>
/// <param name="Changed">Groups whose names or clients changed.</param>
/// <param name="Removed">Groups that are gone.</param>
/// <param name="Waiting">Groups that seem to be gone, but wait for a person to confirm it.</param>
/// <param name="Message">Why something was left out; null when all went well.</param>
[GenerateSerializer, Immutable]
internal sealed record ClientGroupSyncResult(
    [property: Id(0)] int Listed, [property: Id(1)] int Added, [property: Id(2)] int Changed, [property: Id(3)] int Removed, [property: Id(4)] int Waiting, [property: Id(5)] string? Message);
