using Immy.Typed.Server.Hosting;

try
{
    await using var server = ServerApplication.Build(args);
    await ServerStart.PrepareAsync(server);
    await server.RunAsync();
    return 0;
}
catch (StartException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
