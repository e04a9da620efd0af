using Immy.Typed.Hosting;
using Immy.Typed.Problems;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Options;

namespace Immy.Typed.Server.Hosting.Configuration;

/// <summary>Reads the configuration before anything uses it, and names everything that is wrong with it at once.</summary>
internal static class ConfigurationCheck
{
    private const string Server = "Server";
    private const string ImmyTyped = "ImmyTyped";

    /// <summary>The server's options.</summary>
    /// <exception cref="StartException">Some setting is wrong or unknown.</exception>
    public static ServerOptions Read(IConfigurationRoot configuration)
    {
        var errors = Misspelt(configuration).ToList();
        SectionCheck.Check(configuration.GetSection(Server), typeof(ServerOptions), errors);
        SectionCheck.Check(configuration.GetSection(ImmyTyped), typeof(ImmyTypedOptions), errors);
        Refuse(errors);
        var options = configuration.GetSection(Server).Get<ServerOptions>() ?? new ServerOptions();
        ServerOptionsRules.Check(options, errors);
        Refuse(errors);
        return options;
    }

    /// <summary>Looks whether what is bound fits together.</summary>
    /// <exception cref="StartException">It does not.</exception>
    public static void Check(IServiceProvider services)
    {
        try
        {
            _ = services.GetRequiredService<IOptions<ImmyTypedOptions>>().Value;
        }
        catch (OptionsValidationException exception)
        {
            // The runtime writes Pool.QueueTime, the configuration ImmyTyped:Pool:QueueTime.
            Refuse([.. exception.Failures.Select(static failure => failure.Split(' ', 2) is [var name, var rest] ? $"{ImmyTyped}:{name.Replace('.', ':')} {rest}" : failure)]);
        }
    }

    // The environment holds variables of everybody; files and the command line are ours.
    private static IEnumerable<string> Misspelt(IConfigurationRoot configuration)
        => from provider in configuration.Providers
           where provider is not EnvironmentVariablesConfigurationProvider
           from section in provider.GetChildKeys([], null).Distinct(StringComparer.OrdinalIgnoreCase)
           where !section.Equals(Server, StringComparison.OrdinalIgnoreCase) && !section.Equals(ImmyTyped, StringComparison.OrdinalIgnoreCase) && provider.GetChildKeys([], section).Any()
           let nearest = NearestName.Of(section, [Server, ImmyTyped])
           where nearest is not null
           select $"{section} is no section of the configuration. Did you mean '{nearest}'?";

    private static void Refuse(List<string> errors)
    {
        if (errors.Count > 0)
        {
            throw new StartException($"The configuration is not right:{string.Concat(errors.Select(static error => $"{Environment.NewLine}  {error}"))}");
        }
    }
}
