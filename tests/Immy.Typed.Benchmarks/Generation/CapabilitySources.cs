namespace Immy.Typed.Benchmarks.Generation;

/// <summary>The source texts of a project of capabilities: each a documented interface of two to four blocks with its records.</summary>
internal static class CapabilitySources
{
    public const int Count = 200;

    private const string Cancellation = "/// <param name=\"cancellationToken\">Stops the block.</param>";

    // # stands for the capability's number.
    private static readonly string[] Members =
    [
        $"""
            /// <summary>Lists the devices of the given clients, whether or not they are online.</summary>
            /// <param name="clientIds">The ids of the clients whose devices are wanted. Null asks for all.</param>
            {Cancellation}
            /// <returns>One object for each device.</returns>
            IAsyncEnumerable<Device#> GetDevices(string[]? clientIds, CancellationToken cancellationToken);
        """,
        $"""
            /// <summary>Finds one device.</summary>
            /// <param name="deviceId">The vendor's id of the device.</param>
            {Cancellation}
            /// <returns>The <see cref="Device#"/>, or null where the vendor does not know it.</returns>
            Task<Device#?> GetDevice(string deviceId, CancellationToken cancellationToken);
        """,
        $"""
            /// <summary>Puts a device into maintenance or takes it out.</summary>
            /// <param name="deviceId">The vendor's id of the device.</param>
            /// <param name="isOn">Whether maintenance begins.</param>
            /// <param name="until">When it ends by itself; null means never.</param>
            {Cancellation}
            Task SetMaintenance(string deviceId, bool isOn, DateTimeOffset? until, CancellationToken cancellationToken);
        """,
        $"""
            /// <summary>Gives the token with which an agent is installed.</summary>
            /// <param name="clientId">The client to which the agent will belong.</param>
            {Cancellation}
            /// <returns>The token as plain text.</returns>
            Task<string> GetInstallToken(string clientId, CancellationToken cancellationToken);
        """,
        $"""
            /// <summary>Orders something of the vendor.</summary>
            /// <param name="order">What is ordered, and for whom.</param>
            /// <param name="attempts">How often to try.</param>
            {Cancellation}
            /// <returns>What came of it.</returns>
            Task<Receipt#> Send(Order# order, int attempts = 3, CancellationToken cancellationToken = default);
        """,
        $"""
            /// <summary>The page of a device in the vendor's console, where there is one.</summary>
            /// <param name="deviceId">The vendor's id of the device.</param>
            {Cancellation}
            /// <returns>The address, or null.</returns>
            Task<Uri?> GetPage(string deviceId, CancellationToken cancellationToken) => Task.FromResult<Uri?>(null);
        """,
        $"""
            /// <summary>The versions that can be installed, newest first.</summary>
            /// <param name="channel">The channel; null means the stable one.</param>
            {Cancellation}
            /// <returns>One text for each version.</returns>
            Task<IReadOnlyList<string>> GetVersions(string? channel, CancellationToken cancellationToken);
        """,
    ];

    private const string File = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Immy.Typed;

        namespace Acme.Vendor#;

        /// <summary>A device as vendor # knows it.</summary>
        /// <param name="Id">The vendor's id.</param>
        /// <param name="Name">The name that people gave it.</param>
        /// <param name="SeenAt">When it was last seen.</param>
        public sealed record Device#(string Id, string Name, DateTimeOffset? SeenAt);

        /// <summary>Something ordered of vendor #.</summary>
        /// <param name="ClientId">Who orders.</param>
        /// <param name="Articles">What is ordered.</param>
        public sealed record Order#(string ClientId, string[] Articles);

        /// <summary>The answer to an order.</summary>
        /// <param name="Number">The order's number.</param>
        /// <param name="IsAccepted">Whether it will be delivered.</param>
        public sealed record Receipt#(int Number, bool IsAccepted);

        /// <summary>
        /// What vendor # can do. An integration that has it shows a tab of its own, on which the devices of each client stand.
        /// </summary>
        [Capability]
        public interface ISupportsVendor#
        {
        @
        }

        """;

    /// <summary>A file of the same project that declares no capability.</summary>
    public const string Unrelated = """
        namespace Acme;

        /// <summary>Counts.</summary>
        public static class Counter
        {
            /// <summary>Counts one on.</summary>
            /// <param name="number">The number before.</param>
            /// <returns>The number after.</returns>
            public static int Next(int number)
            {
                return number + 1;
            }
        }

        """;

    /// <summary>One file for each capability.</summary>
    public static IReadOnlyList<string> Capabilities { get; } = [.. Enumerable.Range(1, Count).Select(Capability)];

    private static string Capability(int number)
    {
        var members = Enumerable.Range(number, 2 + (number % 3)).Select(static index => Members[index % Members.Length]);
        return File
            .Replace("@", string.Join("\n\n", members), StringComparison.Ordinal)
            .Replace("#", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
