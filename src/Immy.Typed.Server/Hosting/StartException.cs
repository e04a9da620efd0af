namespace Immy.Typed.Server.Hosting;

/// <summary>The server cannot start, for a reason that whoever starts it can mend. The message says how.</summary>
internal sealed class StartException(string message) : Exception(message);
