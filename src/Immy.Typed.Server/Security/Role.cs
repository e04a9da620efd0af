namespace Immy.Typed.Server.Security;

/// <summary>What its holder may do; each role may do what those before it may.</summary>
internal enum Role
{
    /// <summary>Reads.</summary>
    Reader,

    /// <summary>Runs syncs, maps clients, links agents.</summary>
    Operator,

    /// <summary>Changes integration types, provider links and keys.</summary>
    Administrator,
}
