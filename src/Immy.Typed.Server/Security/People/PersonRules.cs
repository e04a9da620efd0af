using Microsoft.AspNetCore.Identity;

namespace Immy.Typed.Server.Security.People;

/// <summary>What a name and a password must be. A long password needs no signs of special kinds; those only make people write them down.</summary>
internal sealed class PersonRules : IUserValidator<Person>, IPasswordValidator<Person>
{
    public const int LongestName = 100;

    private const int Shortest = 12;
    private const int Longest = 256;
    private const int FewestDifferent = 5;

    // A name of a few letters is part of many words.
    private const int ShortestToAvoid = 4;

    public async Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user)
    {
        if (string.IsNullOrWhiteSpace(user.UserName))
        {
            return Wrong("userName", "The user needs a name.");
        }

        if (user.UserName.Length > LongestName)
        {
            return Wrong("userName", $"The name has {user.UserName.Length} characters; at most {LongestName} are allowed.");
        }

        if (user.UserName.Any(char.IsControl) || user.UserName != user.UserName.Trim())
        {
            return Wrong("userName", "The name begins or ends with a space, or has a control character. Leave those out.");
        }

        return await manager.FindByNameAsync(user.UserName) is { } other && other.Id != user.Id
            ? Wrong("userName", $"The name '{user.UserName}' belongs to another user. Choose another name.")
            : IdentityResult.Success;
    }

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) => Task.FromResult(
        password is null || password.Length < Shortest ? Wrong("password", $"The password has {password?.Length ?? 0} characters; at least {Shortest} are needed. Four unrelated words are a good one.")
        : password.Length > Longest ? Wrong("password", $"The password has {password.Length} characters; at most {Longest} are allowed.")
        : password.Distinct().Count() < FewestDifferent ? Wrong("password", $"The password has only {password.Distinct().Count()} different characters; at least {FewestDifferent} are needed.")
        : user.UserName.Length >= ShortestToAvoid && password.Contains(user.UserName, StringComparison.OrdinalIgnoreCase) ? Wrong("password", "The password contains the user's name. Choose one without it.")
        : IdentityResult.Success);

    // The code is the field that the message is about.
    private static IdentityResult Wrong(string field, string message) => IdentityResult.Failed(new IdentityError { Code = field, Description = message });
}
