using Immy.Typed.Server.Hosting;

await using var server = ServerApplication.Build(args);
await ServerStart.PrepareAsync(server);
await server.RunAsync();
