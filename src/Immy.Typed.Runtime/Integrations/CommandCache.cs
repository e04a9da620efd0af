using System.Collections.Concurrent;

namespace Immy.Typed.Integrations;

/// <summary>Results by key, with an end of life, and one lock per key for commands that must not run twice at once.</summary>
internal sealed class CommandCache
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new(StringComparer.OrdinalIgnoreCase);

    public bool TryGet(string key, DateTimeOffset now, out IReadOnlyList<object?> values)
    {
        var found = _entries.TryGetValue(key, out var entry) && entry.Until > now;
        values = found ? entry!.Values : [];
        return found;
    }

    public void Set(string key, IReadOnlyList<object?> values, DateTimeOffset until) => _entries[key] = new(values, until);

    /// <summary>Moves the end of life of a kept result; false when there is none.</summary>
    public bool Expire(string key, DateTimeOffset until)
        => _entries.TryGetValue(key, out var entry) && _entries.TryUpdate(key, entry with { Until = until }, entry);

    public SemaphoreSlim LockOf(string key) => _locks.GetOrAdd(key, static _ => new SemaphoreSlim(1, 1));

    private sealed record Entry(IReadOnlyList<object?> Values, DateTimeOffset Until);
}
