using Immy.Typed.Cli.CommandLine;

namespace Immy.Typed.Cli.Invoke;

/// <summary>Finds the value of a secret where the command line says that it is.</summary>
internal static class SecretSource
{
    private const char FilePrefix = '@';
    private const string VariablePrefix = "env:";

    /// <exception cref="UsageException">There is no such file or environment variable.</exception>
    public static string Resolve(string name, string source)
    {
        if (source.StartsWith(FilePrefix))
        {
            return WithoutLastLineBreak(UserFile.Read($"secret {name}'s file", source[1..]));
        }

        if (!source.StartsWith(VariablePrefix, StringComparison.OrdinalIgnoreCase))
        {
            return source;
        }

        var variable = source[VariablePrefix.Length..];
        return Environment.GetEnvironmentVariable(variable)
            ?? throw new UsageException($"The environment variable '{variable}' of the secret {name} is not set.");
    }

    // Editors and echo end a file with one; it is no part of a password.
    private static string WithoutLastLineBreak(string text)
        => text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
}
