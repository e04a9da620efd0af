using Immy.Typed.Cli.CommandLine;
using Immy.Typed.Cli.Output;
using Immy.Typed.Sessions;

if (args is ["invoke" or "demo", ..])
{
    EngineWarmUp.Begin();
}

using var streams = CliStreams.OfProcess();
return await ImmyCommandLine.RunAsync(args, streams).ConfigureAwait(false);
