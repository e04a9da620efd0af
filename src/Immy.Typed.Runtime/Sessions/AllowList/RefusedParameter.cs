namespace Immy.Typed.Sessions.AllowList;

/// <summary>A parameter of an allowed command that sessions refuse.</summary>
/// <param name="Command">The command.</param>
/// <param name="Name">The parameter, without its dash.</param>
/// <param name="Reason">What it would do, as the end of "is refused: it ...".</param>
/// <param name="Mend">What to do instead; by default, to run the command on the computer.</param>
/// <param name="Values">The only values that are refused; empty when the parameter is refused whatever its value.</param>
internal sealed record RefusedParameter(string Command, string Name, string Reason, string? Mend = null, params IReadOnlyList<string> Values);
