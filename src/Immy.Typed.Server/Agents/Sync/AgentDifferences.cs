using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Storage;

namespace Immy.Typed.Server.Agents;

/// <summary>Writes every difference of a sync into its run, in the sync's own transaction. What is alike stands together, so that a first sync does not write as much again.</summary>
internal sealed class AgentDifferences(ImmyDbContext database, Guid run, TimeProvider time)
{
    private const int Together = 50;

    private readonly Dictionary<string, List<string>> _alike = [];

    /// <summary>One of many of a kind, such as <c>Added</c>.</summary>
    public void Add(string what, string agent)
    {
        if (!_alike.TryGetValue(what, out var agents))
        {
            _alike[what] = agents = [];
        }

        agents.Add(agent);
        if (agents.Count == Together)
        {
            Write(what, agents);
        }
    }

    /// <summary>Writes what has gathered.</summary>
    public void Flush()
    {
        foreach (var (what, agents) in _alike.Where(static pair => pair.Value.Count > 0))
        {
            Write(what, agents);
        }
    }

    private void Write(string what, List<string> agents)
    {
        database.RunEvents.Add(new RunEvent { RunId = run, At = time.GetUtcNow(), Kind = RunEventKind.Difference, Text = $"{what}: {string.Join(", ", agents)}" });
        agents.Clear();
    }
}
