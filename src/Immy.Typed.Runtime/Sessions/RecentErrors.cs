namespace Immy.Typed.Sessions;

/// <summary>
/// The errors that the running work wrote, to tell them from those that the script caught. $Error keeps 256, so more
/// need not be remembered, however many a script writes.
/// </summary>
internal sealed class RecentErrors
{
    private const int Most = 1024;

    private readonly HashSet<Exception> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<Exception> _order = new();

    /// <summary>How many errors were added, those included that are remembered no longer.</summary>
    public int Count { get; private set; }

    /// <summary>Remembers an error; false when it was known.</summary>
    public bool Add(Exception error)
    {
        if (!_known.Add(error))
        {
            return false;
        }

        Count++;
        _order.Enqueue(error);
        if (_order.Count > Most)
        {
            _known.Remove(_order.Dequeue());
        }

        return true;
    }
}
