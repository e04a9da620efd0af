using Immy.Typed.Cli.CommandLine;
using Immy.Typed.Cli.Output;

using var streams = CliStreams.OfProcess();
return await ImmyCommandLine.RunAsync(args, streams).ConfigureAwait(false);
