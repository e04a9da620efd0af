using System.ComponentModel;
using System.Text;
using System.Text.Json;
using CliWrap;
using Immy.Typed.Computers;
using Immy.Typed.Server.Hosting;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Server.Computers;

/// <summary>
/// Runs scripts in a <c>pwsh</c> process on the server's own machine, in a folder of its own for each computer: for
/// trying things out and for tests. It keeps nobody from anything, and is no substitute for an agent on the computer.
/// </summary>
internal sealed class PwshRunner(ServerOptions options) : IEndpointCommandRunner
{
    private const string Script = "endpoint.ps1";

    public async Task<ComputerResult> InvokeAsync(Computer computer, ComputerCommand command, CancellationToken cancellationToken)
    {
        var home = Path.GetFullPath(Path.Combine(options.DataFolder, "endpoints", computer.Id.ToString()));
        var folder = Directory.CreateDirectory(Path.Combine(home, ".immy", Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            await WriteAsync(folder, command, cancellationToken);
            var error = await RunAsync(home, folder, command.Timeout, cancellationToken);
            return Read(folder, error, command.AsUser);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public async Task<object?> GetRegistryValueAsync(Computer computer, string path, string name, CancellationToken cancellationToken)
    {
        return (await InvokeAsync(computer, RegistryRead.Of(path, name), cancellationToken)).Output is [var value, ..] ? value : null;
    }

    private static async Task WriteAsync(string folder, ComputerCommand command, CancellationToken cancellationToken)
    {
        await using var script = typeof(PwshRunner).Assembly.GetManifestResourceStream(Script)!;
        await using var file = File.Create(Path.Combine(folder, Script));
        await script.CopyToAsync(file, cancellationToken);

        // PowerShell's own JSON: it knows what its objects hold.
        var request = new Dictionary<string, object?> { ["Script"] = command.Script, ["Arguments"] = command.Arguments.ToArray(), ["Variables"] = command.Variables.ToDictionary() };
        await File.WriteAllTextAsync(Path.Combine(folder, "request.json"), JsonObject.ConvertToJson(request, new JsonObject.ConvertToJsonContext(maxDepth: 10, enumsAsStrings: true, compressOutput: true)), cancellationToken);
    }

    private async Task<string?> RunAsync(string home, string folder, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var pwsh = options.Endpoint.Pwsh;
        string[] arguments = ["-NoProfile", "-NonInteractive", "-File", Path.Combine(folder, Script)];
        var errors = new StringBuilder();
        using var time = new CancellationTokenSource(timeout);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            var isLibrary = pwsh.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
            var result = await Cli.Wrap(isLibrary ? "dotnet" : pwsh)
                .WithArguments(isLibrary ? [pwsh, .. arguments] : arguments)
                .WithWorkingDirectory(home)
                .WithValidation(CommandResultValidation.None)
                .WithStandardErrorPipe(PipeTarget.ToStringBuilder(errors))
                .ExecuteAsync(stop.Token);
            return result.ExitCode == 0 ? null : $"pwsh ended with exit code {result.ExitCode}. {errors}".TrimEnd();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"the script ran longer than {timeout.TotalSeconds:0} seconds and was stopped. Give it more time: Invoke-ImmyCommand -Timeout SECONDS.";
        }
        catch (Win32Exception)
        {
            return $"the program '{pwsh}' was not found. Install PowerShell (https://aka.ms/powershell) on the server's machine, or say where it is: Server:Endpoint:Pwsh.";
        }
    }

    private static ComputerResult Read(string folder, string? error, bool wasAsUser)
    {
        var output = new List<object?>();
        var warnings = new List<string>();
        if (wasAsUser)
        {
            warnings.Add("the script was to run as the signed-in user; here it ran as the server's own account.");
        }

        var file = Path.Combine(folder, "output.txt");
        foreach (var line in File.Exists(file) ? File.ReadLines(file) : [])
        {
            switch (line[0])
            {
                case 'O':
                    output.Add(JsonObject.ConvertFromJson(line[2..], out _));
                    break;
                case 'W':
                    warnings.Add(JsonSerializer.Deserialize<string>(line[2..])!);
                    break;
                default:
                    error ??= JsonSerializer.Deserialize<string>(line[2..]);
                    break;
            }
        }

        return new ComputerResult(output, error, warnings);
    }
}
