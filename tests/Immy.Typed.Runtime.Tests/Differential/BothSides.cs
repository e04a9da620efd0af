namespace Immy.Typed.Runtime.Tests.Differential;

/// <summary>The whole corpus, run once here and once in a real <c>pwsh</c>.</summary>
public sealed class BothSides : IAsyncLifetime
{
    /// <summary>What each case and way did here.</summary>
    public IReadOnlyDictionary<string, string[]> Here { get; private set; } = null!;

    /// <summary>What each did in <c>pwsh</c>.</summary>
    public IReadOnlyDictionary<string, string[]> There { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var there = PwshSide.RunAsync(Corpus.Cases.Values);
        Here = await SessionSide.RunAsync(Corpus.Cases.Values);
        There = await there;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
