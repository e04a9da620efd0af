namespace Immy.Typed.Server.Deployments;

/// <summary>What a deployment wants of its software.</summary>
internal enum DesiredState
{
    /// <summary>It is there.</summary>
    Installed,

    /// <summary>It is not there.</summary>
    Uninstalled,
}
