namespace Immy.Typed.Server.Agents;

/// <summary>Says which computer an agent runs on.</summary>
/// <param name="ComputerId">The computer; null to take the link away, after which a person must say again.</param>
/// <param name="New">True to make a computer of what the agent says of it.</param>
/// <param name="Automatic">True to take the link away and let the server find the computer by itself again.</param>
internal sealed record LinkAgent(Guid? ComputerId, bool New = false, bool Automatic = false);
