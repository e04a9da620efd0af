using Orleans.Placement;

namespace Immy.Typed.Server.Cluster;

/// <summary>Puts a grain on the machine whose address is its key.</summary>
[GenerateSerializer, Immutable]
internal sealed class MachinePlacement : PlacementStrategy;

/// <summary>Marks such a grain.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MachinePlacementAttribute() : PlacementAttribute(new MachinePlacement());
