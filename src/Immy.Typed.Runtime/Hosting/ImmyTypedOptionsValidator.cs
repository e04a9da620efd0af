using System.Globalization;
using System.Numerics;
using Immy.Typed.Http;
using Microsoft.Extensions.Options;

namespace Immy.Typed.Hosting;

/// <summary>Checks the options at start-up, and names every one that is wrong.</summary>
internal sealed class ImmyTypedOptionsValidator : IValidateOptions<ImmyTypedOptions>
{
    public ValidateOptionsResult Validate(string? name, ImmyTypedOptions options)
    {
        var errors = new List<string>();
        MustBePositive(errors, nameof(options.DefaultTimeout), options.DefaultTimeout);
        MustBePositive(errors, nameof(options.MaximumTimeout), options.MaximumTimeout);
        MustBePositive(errors, nameof(options.MetascriptTimeout), options.MetascriptTimeout);
        MustBePositive(errors, nameof(options.LoadTimeout), options.LoadTimeout);
        MustBePositive(errors, nameof(options.StopGracePeriod), options.StopGracePeriod);
        MustBeWithin(errors, nameof(options.SessionsPerIntegration), options.SessionsPerIntegration, 1, 64);
        CheckCalls(errors, options.Calls);
        CheckSessions(errors, options.Sessions);
        CheckPool(errors, options.Pool);
        MustBeWithin(errors, "Http.RequestsKept", options.Http.RequestsKept, 1, int.MaxValue);
        errors.AddRange(options.Http.AllowedHosts.Where(static host => !HostPattern.IsValid(host)).Select(static host
            => $"Http.AllowedHosts has '{host}', which is no host. Write a name such as api.example.com, or *.example.com for all below it, without scheme, port or path."));
        if (options.MaximumTimeout < options.DefaultTimeout)
        {
            errors.Add($"{nameof(options.MaximumTimeout)} ({options.MaximumTimeout}) is less than {nameof(options.DefaultTimeout)} ({options.DefaultTimeout}). Raise the one or lower the other.");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static void CheckCalls(List<string> errors, CallLimits calls)
    {
        MustBeWithin(errors, "Calls.OutputObjects", calls.OutputObjects, 1, int.MaxValue);
        MustBeWithin(errors, "Calls.StreamRecords", calls.StreamRecords, 1, int.MaxValue);
        MustBeWithin(errors, "Calls.StreamRecordLength", calls.StreamRecordLength, 80, int.MaxValue);
        MustBeWithin(errors, "Calls.Problems", calls.Problems, 1, int.MaxValue);
    }

    private static void CheckSessions(List<string> errors, SessionLimits sessions)
    {
        MustBePositive(errors, "Sessions.Age", sessions.Age);
        MustBePositive(errors, "Sessions.Idle", sessions.Idle);
        MustBeWithin(errors, "Sessions.Calls", sessions.Calls, 1, int.MaxValue);
        MustBeWithin(errors, "Sessions.AllocatedBytes", sessions.AllocatedBytes, 1 << 20, long.MaxValue);
        MustBeWithin(errors, "Sessions.StackBytes", sessions.StackBytes, 1 << 20, 64 << 20);
    }

    private static void CheckPool(List<string> errors, PoolLimits pool)
    {
        MustBeWithin(errors, "Pool.QueueLength", pool.QueueLength, 0, int.MaxValue);
        MustBePositive(errors, "Pool.QueueTime", pool.QueueTime);
        MustBeWithin(errors, "Pool.RunningCalls", pool.RunningCalls, 1, int.MaxValue);
        MustBeWithin(errors, "Pool.RunningMetascripts", pool.RunningMetascripts, 1, int.MaxValue);
        MustBeWithin(errors, "Pool.HungScripts", pool.HungScripts, 1, int.MaxValue);
        if (pool.OpenSessions < pool.RunningCalls)
        {
            errors.Add(string.Create(
                CultureInfo.InvariantCulture, $"Pool.OpenSessions ({pool.OpenSessions}) is less than Pool.RunningCalls ({pool.RunningCalls}), but each call needs a session. Raise the one or lower the other."));
        }
    }

    private static void MustBePositive(List<string> errors, string option, TimeSpan value)
    {
        if (value <= TimeSpan.Zero)
        {
            errors.Add($"{option} is {value}. Set it to a time longer than zero.");
        }
    }

    private static void MustBeWithin<T>(List<string> errors, string option, T value, T least, T most)
        where T : INumber<T>, IMinMaxValue<T>
    {
        if (value < least || value > most)
        {
            errors.Add(string.Create(CultureInfo.InvariantCulture, $"{option} is {value}. Set it to a number {(most == T.MaxValue ? $"of at least {least}" : $"from {least} to {most}")}."));
        }
    }
}
