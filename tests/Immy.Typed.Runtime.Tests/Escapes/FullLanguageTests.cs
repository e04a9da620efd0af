using Immy.Typed.Integrations;
using Immy.Typed.Modules;
using Immy.Typed.Problems;
using Immy.Typed.Runtime.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>FullLanguage for one integration: only where it is asked for, said in the log, and no other one gets it.</summary>
public sealed class FullLanguageTests
{
    private static readonly ModuleLibrary Modules = ModuleLibrary.Empty.With("Modes", "function Get-Mode { $ExecutionContext.SessionState.LanguageMode }\nfunction Get-Temp { [System.IO.Path]::GetTempPath() }");

    [Fact]
    public async Task It_gives_a_script_all_of_DotNet_and_is_logged()
    {
        await using var loader = new Loader();
        await using var integration = await loader.LoadAsync(full: true, "Import-Module Modes; \"$([System.IO.Path]::GetTempPath())|$(Get-Temp)|$([System.Environment]::ProcessId)|$(Get-Mode)|$(& { $ExecutionContext.SessionState.LanguageMode })\"");

        Assert.Equal($"{Path.GetTempPath()}|{Path.GetTempPath()}|{Environment.ProcessId}|FullLanguage|FullLanguage", await integration.TokenAsync());
        Assert.Equal(["Warning 101: The integration 'Full' runs in FullLanguage: its script can do whatever this process can."], loader.Log);
    }

    [Fact]
    public async Task Without_it_the_same_is_refused_and_nothing_is_logged()
    {
        await using var loader = new Loader();
        await using var integration = await loader.LoadAsync(full: false, "[System.IO.Path]::GetTempPath()");

        Assert.StartsWith(
            "Full.ps1(3,1): error IMMY202: ISupportsTenantInstallToken.GetTenantInstallToken wrote an error: Cannot invoke method. Method invocation is supported only on core types in this language mode.",
            await Harness.Calls.FailureAsync(() => integration.TokenAsync()),
            StringComparison.Ordinal);
        Assert.Empty(loader.Log);
    }

    [Fact]
    public async Task Another_integration_of_the_host_stays_constrained()
    {
        await using var loader = new Loader();
        const string Body = "Import-Module Modes; \"$($ExecutionContext.SessionState.LanguageMode)|$(Get-Mode)|$(& { $ExecutionContext.SessionState.LanguageMode })|$(1 | ForEach-Object { $ExecutionContext.SessionState.LanguageMode })|$(try { Get-Temp } catch { 'refused' })\"";

        // The same text in the same file: the engine keeps compiled scripts, and must not keep their mode.
        await using var full = await loader.LoadAsync(full: true, Body);
        await using var constrained = await loader.LoadAsync(full: false, Body);
        var calls = await Task.WhenAll(Enumerable.Range(0, 20).SelectMany(_ => new[] { full.TokenAsync(), constrained.TokenAsync() }));

        Assert.All(calls.Where(static (_, index) => index % 2 == 0), static text => Assert.Equal($"FullLanguage|FullLanguage|FullLanguage|FullLanguage|{Path.GetTempPath()}", text));
        Assert.All(calls.Where(static (_, index) => index % 2 == 1), static text => Assert.Equal("ConstrainedLanguage|ConstrainedLanguage|ConstrainedLanguage|ConstrainedLanguage|refused", text));
    }

    [Fact]
    public async Task The_commands_are_the_same_in_either_mode()
    {
        await using var loader = new Loader();

        var exception = await Assert.ThrowsAsync<IntegrationLoadException>(() => loader.LoadAsync(full: true, "Start-Process touch"));

        Assert.Equal("IMMY116", Assert.Single(exception.Problems).Id);
    }

    private sealed class Loader : ILoggerProvider, ILogger, IAsyncDisposable
    {
        private readonly ServiceProvider _services;

        public Loader()
        {
            var services = new ServiceCollection();
            services.AddLogging(logging => logging.AddProvider(this));
            services.AddImmyTyped();
            _services = services.BuildServiceProvider();
        }

        public List<string> Log { get; } = [];

        public Task<DynamicIntegration> LoadAsync(bool full, string body) => _services.GetRequiredService<IIntegrationLoader>().LoadAsync(
            new IntegrationSource { Name = "Full", Script = Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", body), Modules = Modules, AllowFullLanguage = full },
            cancellationToken: TestContext.Current.CancellationToken);

        public ValueTask DisposeAsync() => _services.DisposeAsync();

        ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => Log.Add($"{logLevel} {eventId.Id}: {formatter(state, exception)}");

        bool ILogger.IsEnabled(LogLevel logLevel) => true;

        IDisposable? ILogger.BeginScope<TState>(TState state) => null;

        void IDisposable.Dispose()
        {
        }
    }
}
