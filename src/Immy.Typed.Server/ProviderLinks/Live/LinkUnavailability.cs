namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Why a provider link does not serve.</summary>
internal enum LinkUnavailability
{
    /// <summary>There is no such link.</summary>
    Gone,

    /// <summary>It is switched off.</summary>
    Disabled,

    /// <summary>Its script does not load.</summary>
    NotLoaded,

    /// <summary>Init has not gone well.</summary>
    NotInitialized,

    /// <summary>Its script does not add the capability, or it is excluded for this link.</summary>
    LacksCapability,

    /// <summary>The server that it lives at was stopped, and the call did not end in time.</summary>
    Stopping,
}
