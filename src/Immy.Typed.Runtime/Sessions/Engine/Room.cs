namespace Immy.Typed.Sessions.Engine;

/// <summary>How large the engine's tables are made at once: more than all types that hosts will ever add.</summary>
internal static class Room
{
    public const int ToSpare = 4096;
}
