using Immy.Typed.Server.Problems;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>How a connection test went.</summary>
/// <param name="Succeeded">True when Init went well and HealthCheck found the remote system usable.</param>
/// <param name="Health">What HealthCheck found; Unhealthy when Init failed.</param>
/// <param name="Message">Why, unless it is healthy.</param>
/// <param name="Run">The run with all of it.</param>
/// <param name="Problems">Warnings of the script and problems of the two blocks.</param>
/// <param name="Records">What the script wrote to its streams.</param>
/// <param name="Requests">The requests that it sent.</param>
internal sealed record ConnectionResult(
    bool Succeeded, LinkHealth Health, string? Message, Guid Run, IReadOnlyList<ProblemView> Problems, IReadOnlyList<ConnectionRecord> Records, IReadOnlyList<ConnectionRequest> Requests);
