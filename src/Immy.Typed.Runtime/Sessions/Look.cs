using System.Diagnostics;

namespace Immy.Typed.Sessions;

/// <summary>
/// A look at something that may happen at any moment, about as long as it takes to wake a thread. It lets others go
/// first soon: the thread whose answer it looks for may need this very core.
/// </summary>
internal struct Look
{
    private readonly long _since = Stopwatch.GetTimestamp();
    private SpinWait _spin;

    public Look()
    {
    }

    /// <summary>How long a look lasts.</summary>
    public static TimeSpan Length { get; } = TimeSpan.FromMicroseconds(20);

    /// <summary>Pauses a little; false when the look has lasted long enough.</summary>
    public bool GoesOn()
    {
        _spin.SpinOnce(sleep1Threshold: -1);
        return Stopwatch.GetElapsedTime(_since) < Length;
    }
}
