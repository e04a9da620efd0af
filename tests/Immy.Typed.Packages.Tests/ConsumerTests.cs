namespace Immy.Typed.Packages.Tests;

/// <summary>A stranger's project: made from a template, outside the repository, with an empty package folder and one package reference.</summary>
public sealed class ConsumerTests(ConsumerTests.Consumer consumer) : IClassFixture<ConsumerTests.Consumer>
{
    [Fact]
    public void The_host_of_the_template_runs_its_script()
        => Assert.Equal(["1: Client 1 of example.com", "2: Client 2 of example.com", "3: Client 3 of example.com"], Lines(consumer.TemplateOutput));

    [Fact]
    public void One_interface_makes_the_integration_castable()
    {
        Assert.Contains("is ISupportsRebootingAgents: True", Lines(consumer.Output));
        Assert.Contains("is ISupportsListingClients: False", Lines(consumer.Output));
    }

    [Fact]
    public void A_call_runs_the_block_with_real_commands()
        => Assert.Contains("Rebooted: \"RECEPTION-01\"", Lines(consumer.Output));

    [Fact]
    public void Get_Help_has_the_text_of_cmdlets()
        => Assert.Contains("Help: Makes an agent of the remote system, for GetAgents.", Lines(consumer.Output));

    [Fact]
    public void A_misspelt_block_is_told_with_its_place_and_the_nearest_name()
        => Assert.Contains(
            "Wrong.ps1(8,85): error IMMY103: ISupportsRebootingAgents has no block -RebotAgent. Did you mean 'RebootAgent'?",
            Lines(consumer.Output));

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Builds and runs the host of the template, then puts the contributor's files into it.</summary>
    public sealed class Consumer(PackageFeed feed) : IAsyncLifetime
    {
        /// <summary>What the template's host printed.</summary>
        public string TemplateOutput { get; private set; } = "";

        /// <summary>What the contributor's program printed.</summary>
        public string Output { get; private set; } = "";

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            var made = await feed.NewAsync("immy-host", "-n", "Reboots");
            Assert.True(made.ExitCode == 0, made.Output);
            var folder = Path.Combine(feed.Workplace, "Reboots");
            TemplateOutput = await BuildAndRunAsync(folder);

            foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Consumer")))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
            Output = await BuildAndRunAsync(folder);
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private async Task<string> BuildAndRunAsync(string folder)
        {
            await feed.Dotnet.SucceedAsync(folder, "build", "-warnaserror");
            return await feed.Dotnet.SucceedAsync(folder, "run", "--no-build");
        }
    }
}
