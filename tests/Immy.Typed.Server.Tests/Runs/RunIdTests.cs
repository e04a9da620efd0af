using Immy.Typed.Server.Runs;

namespace Immy.Typed.Server.Tests.Runs;

/// <summary>Ids sort as they were made, within a millisecond too.</summary>
public sealed class RunIdTests
{
    [Fact]
    public void Ids_sort_as_they_were_made()
    {
        var ids = Enumerable.Range(0, 20_000).Select(static _ => RunIds.Next()).ToList();

        Assert.Equal(ids, ids.OrderBy(static id => id.ToString(), StringComparer.Ordinal));
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, static id => Assert.Equal(7, id.Version));
    }
}
