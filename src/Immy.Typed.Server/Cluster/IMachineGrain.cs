namespace Immy.Typed.Server.Cluster;

/// <summary>One machine of the cluster, by its address: what only it can do is asked of it here.</summary>
internal interface IMachineGrain : IGrainWithStringKey
{
    /// <summary>Stops a run that goes on there; false when it cannot be stopped, or does not go on there.</summary>
    Task<bool> StopRunAsync(Guid run);
}
