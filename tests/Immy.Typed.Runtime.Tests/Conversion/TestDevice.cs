namespace Immy.Typed.Runtime.Tests.Conversion;

/// <summary>A device.</summary>
public sealed class TestDevice
{
    /// <summary>The serial number.</summary>
    public required string Serial { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? Made { get; init; }

    /// <summary>Its main part.</summary>
    public TestPart? Main { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, int> Tags { get; init; } = new Dictionary<string, int>();
}
