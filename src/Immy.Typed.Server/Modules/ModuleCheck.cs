using Immy.Typed.Server.Problems;

namespace Immy.Typed.Server.Modules;

/// <summary>What saving a module script would say, without saving it.</summary>
/// <param name="Loads">True when the module itself can be read.</param>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="BrokenScripts">The scripts that load with the module as it is, and would not with this one.</param>
internal sealed record ModuleCheck(bool Loads, IReadOnlyList<ProblemView> Problems, IReadOnlyList<BrokenScript> BrokenScripts);
