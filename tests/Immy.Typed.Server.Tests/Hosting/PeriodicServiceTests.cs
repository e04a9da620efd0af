using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Immy.Typed.Server.Tests.Hosting;

/// <summary>Work that the server does by itself again and again.</summary>
public sealed class PeriodicServiceTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_failure_is_told_once_and_so_is_that_it_works_again()
    {
        using var log = new LogRecorder();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(log));
        var services = fixture.Server.Services;
        using var work = new Flaky(services.GetRequiredService<ServerRunning>(), services.GetRequiredService<ServerStopping>(), factory.CreateLogger<Flaky>());

        await work.StartAsync(TestContext.Current.CancellationToken);
        await Waiting.ForAsync(() => Task.FromResult(work.Times), static times => times >= 6);
        await work.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            ["Error Counting failed. It is tried again, and told again when it works.", "Warning Counting works again, after 3 failures."],
            log.Lines.Where(static line => !line.Contains("scope", StringComparison.Ordinal)).Select(static line => $"{line.Split(' ')[0]} {line[line.IndexOf("Counting", StringComparison.Ordinal)..(line.IndexOf('.', line.IndexOf("Counting", StringComparison.Ordinal)) + 1)]}{(line.StartsWith("Error", StringComparison.Ordinal) ? " It is tried again, and told again when it works." : "")}"));
        Assert.Equal(TaskStatus.RanToCompletion, work.ExecuteTask!.Status);
    }

    // Fails the first three times.
    private sealed class Flaky(ServerRunning running, ServerStopping stopping, ILogger<Flaky> logger)
        : PeriodicService("Counting", TimeSpan.FromMilliseconds(10), running, stopping, TimeProvider.System, logger)
    {
        private int _times;

        public int Times => _times;

        protected override Task DoAsync(CancellationToken cancellationToken)
            => Interlocked.Increment(ref _times) <= 3 ? throw new InvalidOperationException("The database is away.") : Task.CompletedTask;
    }
}
