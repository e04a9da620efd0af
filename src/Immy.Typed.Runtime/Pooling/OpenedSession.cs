using Immy.Typed.Integrations;
using Immy.Typed.Sessions;

namespace Immy.Typed.Pooling;

/// <summary>What came of opening a session.</summary>
/// <param name="Session">The session; null when the script did not load.</param>
/// <param name="Load">Why not, and what deserves a warning.</param>
/// <param name="Hung">The session whose script did not even stop; null as a rule.</param>
internal sealed record OpenedSession(ScriptSession? Session, LoadWork Load, ScriptSession? Hung);
