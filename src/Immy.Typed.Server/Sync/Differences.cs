using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Storage;

namespace Immy.Typed.Server.Sync;

/// <summary>Writes every difference of a sync into its run, in the sync's own transaction. What is alike stands together, so that a first sync does not write as much again.</summary>
internal sealed class Differences(ImmyDbContext database, Guid run, TimeProvider time)
{
    private const int Together = 50;

    private readonly Dictionary<string, List<string>> _alike = [];

    /// <summary>One of many of a kind, such as <c>Added</c>.</summary>
    public void Add(string what, string thing)
    {
        if (!_alike.TryGetValue(what, out var things))
        {
            _alike[what] = things = [];
        }

        things.Add(thing);
        if (things.Count == Together)
        {
            Write(what, things);
        }
    }

    /// <summary>Writes what has gathered.</summary>
    public void Flush()
    {
        foreach (var (what, things) in _alike.Where(static pair => pair.Value.Count > 0))
        {
            Write(what, things);
        }
    }

    private void Write(string what, List<string> things)
    {
        database.RunEvents.Add(new RunEvent { RunId = run, At = time.GetUtcNow(), Kind = RunEventKind.Difference, Text = $"{what}: {string.Join(", ", things)}" });
        things.Clear();
    }
}
