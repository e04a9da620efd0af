using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immybot.Backend.Domain.Providers;
using Immybot.Backend.Providers.Interfaces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddImmyTyped().AddCapabilities(typeof(ISupportsRebootingAgents).Assembly);
using var host = builder.Build();

var loader = host.Services.GetRequiredService<IIntegrationLoader>();
var script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reboots.ps1"));
await using var integration = await loader.LoadAsync(new() { Name = "Reboots", Script = script });
await integration.Provider.Init(new Dictionary<string, object?>(), CancellationToken.None);

Console.WriteLine($"is ISupportsRebootingAgents: {integration is ISupportsRebootingAgents}");
Console.WriteLine($"is ISupportsListingClients: {integration is ISupportsListingClients}");

await ((ISupportsRebootingAgents)(object)integration).RebootAgent(
    new ProviderAgentDetails { ExternalAgentId = "1", Name = "RECEPTION-01" }, CancellationToken.None);
Console.WriteLine((await integration.Provider.HealthCheck(CancellationToken.None)).Message);

try
{
    await loader.LoadAsync(new() { Name = "Wrong", Script = script.Replace("-RebootAgent", "-RebotAgent", StringComparison.Ordinal) });
}
catch (IntegrationLoadException exception)
{
    Console.WriteLine(string.Join(Environment.NewLine, exception.Problems));
}
