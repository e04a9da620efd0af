namespace Immy.Typed.Server.Audit;

/// <summary>What somebody did.</summary>
internal enum AuditAction
{
    /// <summary>Made something.</summary>
    Created,

    /// <summary>Changed something; the entry names its fields.</summary>
    Changed,

    /// <summary>Deleted something.</summary>
    Deleted,

    /// <summary>Signed in.</summary>
    SignedIn,

    /// <summary>Tried to sign in and was refused.</summary>
    SignInRefused,

    /// <summary>Signed out.</summary>
    SignedOut,

    /// <summary>Stopped work that went on.</summary>
    Stopped,

    /// <summary>Secret values were decrypted for a script; one entry a day for each provider link and process.</summary>
    SecretsUsed,
}
