namespace Immy.Typed.Server.Agents;

/// <summary>A client whose latest agent version is asked for, and what it is.</summary>
internal sealed record ClientVersion(Guid Id, string ExternalClientId, string Name, Version? Latest = null)
{
    public override string ToString() => $"{Name} ({ExternalClientId})";
}
