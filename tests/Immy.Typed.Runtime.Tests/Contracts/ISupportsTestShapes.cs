namespace Immy.Typed.Runtime.Tests.Contracts;

#pragma warning disable IMMY011, CA1716 // Members without a token and names that are keywords are among the shapes.
/// <summary>A capability with members of every shape.</summary>
[Capability]
public interface ISupportsTestShapes
{
    /// <summary>A property.</summary>
    int TestLevel { get; }

    /// <summary>Nothing, while the caller waits.</summary>
    /// <param name="text">What is told.</param>
    void TellNothing(string text);

    /// <summary>Nothing, later.</summary>
    /// <param name="token">Stops the script.</param>
    /// <returns>A task.</returns>
    ValueTask TellLater(CancellationToken token);

    /// <summary>A value that may be missing.</summary>
    /// <param name="value">The value, or null.</param>
    /// <param name="token">Stops the script.</param>
    /// <returns>The value.</returns>
    ValueTask<int?> Echo(int? value, CancellationToken token);

    /// <summary>An array, while the caller waits.</summary>
    /// <param name="values">Any number of values.</param>
    /// <returns>The values.</returns>
    string[] Words(params string[] values);

    /// <summary>A list.</summary>
    /// <param name="token">Stops the script.</param>
    /// <returns>Numbers.</returns>
    Task<IReadOnlyList<int>> Numbers(CancellationToken token);

    /// <summary>A stream with gaps.</summary>
    /// <param name="token">Stops the script.</param>
    /// <returns>Words and nulls.</returns>
    IAsyncEnumerable<string?> Gaps(CancellationToken token);

    /// <summary>Lists in a list.</summary>
    /// <param name="token">Stops the script.</param>
    /// <returns>Rows.</returns>
    Task<IReadOnlyList<int[]>> Rows(CancellationToken token);

    /// <summary>A table.</summary>
    /// <param name="token">Stops the script.</param>
    /// <returns>Numbers by name.</returns>
    Task<IReadOnlyDictionary<string, int>> Table(CancellationToken token);

    /// <summary>Keywords and letters.</summary>
    /// <param name="event">A keyword of C#.</param>
    /// <param name="größe">A word with other letters.</param>
    /// <param name="token">Stops the script.</param>
    /// <returns>Both.</returns>
    Task<string> @await(string @event, string größe, CancellationToken token);

    /// <summary>Default values.</summary>
    /// <param name="day">A day.</param>
    /// <param name="number">A number.</param>
    /// <param name="text">A text.</param>
    /// <param name="token">Stops the script.</param>
    /// <returns>What arrived.</returns>
    Task<string> Defaults(DayOfWeek day = DayOfWeek.Friday, int? number = null, string text = "it's \"so\"", CancellationToken token = default);

    /// <summary>A record.</summary>
    /// <param name="shape">The record.</param>
    /// <param name="token">Stops the script.</param>
    /// <returns>The same record.</returns>
    Task<TestShape> Turn(TestShape shape, CancellationToken token);

    /// <summary>What nobody may call any more.</summary>
    /// <param name="token">Stops the script.</param>
    /// <returns>A number.</returns>
    [Obsolete("Nobody calls it.", true)]
    Task<int> Old(CancellationToken token);

    /// <summary>Asks the next.</summary>
    /// <param name="token">Stops the script.</param>
    /// <returns>Both answers.</returns>
    async Task<string> First(CancellationToken token) => "first " + await Second(token);

    /// <summary>Is asked.</summary>
    /// <param name="token">Stops the script.</param>
    /// <returns>Its answer.</returns>
    Task<string> Second(CancellationToken token) => Task.FromResult("second");
}
