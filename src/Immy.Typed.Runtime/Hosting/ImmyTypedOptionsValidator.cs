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
        MustBePositive(errors, nameof(options.LoadTimeout), options.LoadTimeout);
        MustBePositive(errors, nameof(options.StopGracePeriod), options.StopGracePeriod);
        if (options.MaximumTimeout < options.DefaultTimeout)
        {
            errors.Add($"{nameof(options.MaximumTimeout)} ({options.MaximumTimeout}) is less than {nameof(options.DefaultTimeout)} ({options.DefaultTimeout}). Raise the one or lower the other.");
        }

        if (options.SessionsPerIntegration is < 1 or > 64)
        {
            errors.Add($"{nameof(options.SessionsPerIntegration)} is {options.SessionsPerIntegration}. Set it to a number from 1 to 64.");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static void MustBePositive(List<string> errors, string option, TimeSpan value)
    {
        if (value <= TimeSpan.Zero)
        {
            errors.Add($"{option} is {value}. Set it to a time longer than zero.");
        }
    }
}
