using System.Globalization;
using System.Net;

namespace Immy.Typed.Server.Hosting.Configuration;

/// <summary>What the values of <see cref="ServerOptions"/> must be, beyond their types.</summary>
internal static class ServerOptionsRules
{
    private const int SmallestBody = 1_000;

    // No timer of .NET waits longer than 49 days.
    private static readonly TimeSpan LongestPeriod = TimeSpan.FromDays(45);

    public static void Check(ServerOptions options, List<string> errors)
    {
        CheckTimes("Server", options, errors);
        if (options.RemovalShare is not (>= 0 and <= 1))
        {
            errors.Add(string.Create(CultureInfo.InvariantCulture, $"Server:RemovalShare is {options.RemovalShare}. Write a number from 0 to 1, such as 0.2 for a fifth."));
        }

        if (options.RequestBodyBytes < SmallestBody)
        {
            errors.Add($"Server:RequestBodyBytes is {options.RequestBodyBytes}. Write a whole number of at least {SmallestBody}.");
        }

        CheckFolder(options.DataFolder, errors);
        CheckCluster(options, errors);
    }

    private static void CheckTimes(string section, object options, List<string> errors)
    {
        foreach (var property in options.GetType().GetProperties())
        {
            var value = property.GetValue(options);
            if (value is TimeSpan time && (time <= TimeSpan.Zero || time > LongestPeriod))
            {
                errors.Add($"{section}:{property.Name} is {time}. Write a time longer than zero and of at most {LongestPeriod.TotalDays} days, such as 00:20:00.");
            }
            else if (value is not null && value.GetType().Assembly == typeof(ServerOptions).Assembly && value.GetType().IsClass)
            {
                CheckTimes($"{section}:{property.Name}", value, errors);
            }
        }
    }

    private static void CheckCluster(ServerOptions options, List<string> errors)
    {
        if (options.Cluster.IsOn && string.IsNullOrEmpty(options.Database))
        {
            errors.Add("Server:Cluster:IsOn is true without Server:Database. Machines find each other in a PostgreSQL database: give its connection string, such as Host=db;Database=immy;Username=immy;Password=....");
        }

        if (options.Cluster.IsOn && options.KeyFolder is null)
        {
            errors.Add("Server:Cluster:IsOn is true without Server:KeyFolder. A provider link moves between machines and needs its secrets on each: name a folder that all of them share.");
        }

        if (!IPAddress.TryParse(options.Cluster.Address, out _))
        {
            errors.Add($"Server:Cluster:Address is '{options.Cluster.Address}'. Write the IP address at which the other machines reach this one, such as 10.0.0.5.");
        }

        if (options.Cluster.Port is < 0 or > IPEndPoint.MaxPort)
        {
            errors.Add($"Server:Cluster:Port is {options.Cluster.Port}. Write a port from 1 to {IPEndPoint.MaxPort}, or 0 for a free one.");
        }
    }

    private static void CheckFolder(string folder, List<string> errors)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            errors.Add($"Server:DataFolder is '{folder}', which cannot be made: {exception.Message} Write the path of a folder that the server may write to.");
        }
    }
}
