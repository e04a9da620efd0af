using System;
using System.Threading;
using System.Threading.Tasks;
using Immy.Typed;

namespace Acme.Defaults;

/// <summary>How bright.</summary>
public enum Colour
{
    /// <summary>Dark.</summary>
    Dark = -1,

    /// <summary>Bright.</summary>
    Bright = 1,
}

/// <summary>Has a default for everything.</summary>
[Capability]
public interface ISupportsDefaults
{
    /// <summary>Values of every kind.</summary>
    Task<string> Values(
        Colour colour = Colour.Dark,
        Colour? otherColour = Colour.Bright,
        Colour? noColour = null,
        string? nothing = null,
        string text = "a \"quoted\"\r\n\ttext \\ 'ü'",
        char letter = '\'',
        int number = -5,
        long? big = -5_000_000_000,
        ulong huge = ulong.MaxValue,
        byte small = 7,
        decimal price = 79228162514264337593543950.335m,
        double ratio = 1.5e-7,
        float half = 0.5f,
        double notANumber = double.NaN,
        float farAway = float.NegativeInfinity,
        bool yes = true,
        DateTime day = default,
        Guid? id = null,
        CancellationToken cancellationToken = default);
}
