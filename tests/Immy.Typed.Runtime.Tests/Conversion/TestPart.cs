namespace Immy.Typed.Runtime.Tests.Conversion;

/// <summary>A part, which may have parts.</summary>
/// <param name="Id">The id.</param>
/// <param name="Weight">The weight in kilograms.</param>
/// <param name="Parts">What it consists of.</param>
public sealed record TestPart(string Id, decimal Weight = 1, IReadOnlyList<TestPart>? Parts = null);
