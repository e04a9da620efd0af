namespace Immy.Typed.Hosting;

/// <summary>What one call of a block may use, besides time.</summary>
public sealed class CallLimits
{
    /// <summary>How many objects a block may write; 1,000,000. A block that writes more is stopped, and its call fails.</summary>
    public int OutputObjects { get; set; } = 1_000_000;

    /// <summary>How many stream records a run keeps; 10,000. Later ones are dropped, and the run says how many.</summary>
    public int StreamRecords { get; set; } = 10_000;

    /// <summary>How many characters of a stream record a run keeps; 16,384. A longer one is cut, and says how much is missing.</summary>
    public int StreamRecordLength { get; set; } = 16_384;

    /// <summary>How many problems a run keeps; 1,000. Later ones are dropped, and the run says how many.</summary>
    public int Problems { get; set; } = 1_000;
}
