namespace Immy.Typed.Runtime.Tests.Differential;

/// <summary>Cases that differ from <c>pwsh</c> by design, each with its reason. A case that differs no longer fails its test.</summary>
internal static class ExpectedDifferences
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
    };
}
