namespace Immy.Typed.Sessions.AllowList;

/// <summary>Commands that a session offers for one reason.</summary>
/// <param name="Reason">Why scripts need them, and why they are harmless.</param>
/// <param name="Commands">The cmdlets' types.</param>
internal sealed record CommandGroup(string Reason, params IReadOnlyList<Type> Commands);
