namespace Immy.Typed.Server.Clients;

/// <summary>What mapping the clients of a group did.</summary>
/// <param name="Changed">How many clients are mapped otherwise than before.</param>
/// <param name="Unchanged">How many were mapped so already.</param>
internal sealed record ClientGroupMapping(int Changed, int Unchanged);
