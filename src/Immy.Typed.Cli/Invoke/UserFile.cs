using Immy.Typed.Cli.CommandLine;

namespace Immy.Typed.Cli.Invoke;

/// <summary>Reads files that the command line names.</summary>
internal static class UserFile
{
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static string Read(string what, string path)
    {
        if (Directory.Exists(path))
        {
            throw new UsageException($"The {what} '{path}' is a folder. Name a file.");
        }

        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"The {what} '{path}' does not exist.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"The {what} '{path}' cannot be read: {exception.Message}");
        }
    }
}
