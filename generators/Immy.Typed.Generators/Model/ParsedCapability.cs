namespace Immy.Typed.Generators.Model;

/// <summary>A capability interface as it was read.</summary>
/// <param name="Name">Its names, which it has with an error too.</param>
/// <param name="Model">All that is generated from, or null where it has an error.</param>
internal sealed record ParsedCapability(CapabilityName Name, CapabilityModel? Model);
