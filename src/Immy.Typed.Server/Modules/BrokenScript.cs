using Immy.Typed.Server.Problems;

namespace Immy.Typed.Server.Modules;

/// <summary>A script that loads, and would not after a change of a module script.</summary>
/// <param name="Kind">Whose script it is.</param>
/// <param name="Id">The integration type's or the software's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Problems">What would be wrong with it.</param>
internal sealed record BrokenScript(ScriptOwner Kind, Guid Id, string Name, IReadOnlyList<ProblemView> Problems);
