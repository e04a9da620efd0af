using Immy.Typed.Server.Hosting;

try
{
    await using var server = ServerApplication.Build(args);
    await ServerStart.PrepareAsync(server);
    await server.RunAsync();
    return 0;
}
catch (Exception exception) when (StartProblems.Describe(exception) is { } message)
{
    Console.Error.WriteLine(message);
    return 2;
}
