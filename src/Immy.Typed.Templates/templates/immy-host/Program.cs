using Immy.Typed.Integrations;
using Immybot.Backend.Providers.Interfaces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddImmyTyped();
using var host = builder.Build();

var script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Hello.ps1"));
var loader = host.Services.GetRequiredService<IIntegrationLoader>();
await using var integration = await loader.LoadAsync(new() { Name = "Hello", Script = script });
await integration.Provider.Init(new Dictionary<string, object?> { ["Server"] = "https://example.com" }, CancellationToken.None);

if (integration is ISupportsListingClients clients)
{
    await foreach (var client in clients.GetClients(CancellationToken.None))
    {
        Console.WriteLine($"{client.ExternalClientId}: {client.ClientName}");
    }
}
