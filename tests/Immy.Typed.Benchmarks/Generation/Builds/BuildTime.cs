namespace Immy.Typed.Benchmarks.Generation.Builds;

/// <summary>How long one build took.</summary>
/// <param name="Processor">Processor time of <c>dotnet build</c> and all that it started.</param>
/// <param name="Compiler">The compiler's process by the clock, as MSBuild reports it.</param>
internal sealed record BuildTime(TimeSpan Processor, TimeSpan Compiler);
