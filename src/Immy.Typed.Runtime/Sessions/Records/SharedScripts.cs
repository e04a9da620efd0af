namespace Immy.Typed.Sessions.Records;

/// <summary>The scripts that sessions of a host run now. Instances of one integration share its script; one that nobody runs any more is forgotten.</summary>
internal sealed class SharedScripts
{
    private const int FewestToSweep = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Script, string File, bool IsConstrained), WeakReference<SharedScript>> _known = [];
    private int _sweepAt = FewestToSweep;

    /// <summary>The parsed script; who uses it keeps it.</summary>
    public SharedScript Get(string script, string file, bool isConstrained)
    {
        lock (_gate)
        {
            if (_known.TryGetValue((script, file, isConstrained), out var known) && known.TryGetTarget(out var shared))
            {
                return shared;
            }
        }

        // Parsed outside of the lock: two that do it at once waste time, and make two equal scripts.
        var parsed = new SharedScript(script, file, isConstrained);
        lock (_gate)
        {
            _known[(script, file, isConstrained)] = new(parsed);
            Sweep();
        }

        return parsed;
    }

    private void Sweep()
    {
        if (_known.Count < _sweepAt)
        {
            return;
        }

        foreach (var (key, known) in _known)
        {
            if (!known.TryGetTarget(out _))
            {
                _known.Remove(key);
            }
        }

        _sweepAt = Math.Max(FewestToSweep, _known.Count * 2);
    }
}
