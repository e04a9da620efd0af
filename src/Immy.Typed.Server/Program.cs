using Immy.Typed.Server.Demo;
using Immy.Typed.Server.Hosting;

try
{
    if (args.Contains(DemoServer.Option))
    {
        await DemoServer.RunAsync(args);
        return 0;
    }

    await using var server = ServerApplication.Build(args);
    if (await ServerStart.PrepareAsync(server) is { } key)
    {
        Console.WriteLine($"The first administrator's API key, shown this once: {key}");
    }

    await server.RunAsync();
    return 0;
}
catch (Exception exception) when (StartProblems.Describe(exception) is { } message)
{
    Console.Error.WriteLine(message);
    return 2;
}
