using Immy.Typed.Server.Audit;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Security.People;
using Immy.Typed.Server.Storage.Paging;

namespace Immy.Typed.Server.OpenApi;

/// <summary>Operations about who may do what, and who did.</summary>
internal static class PeopleOperations
{
    private const int Created = StatusCodes.Status201Created;
    private const int Nothing = StatusCodes.Status204NoContent;

    public static IReadOnlyDictionary<string, ApiOperation> All { get; } = new Dictionary<string, ApiOperation>
    {
        ["GET /api-keys"] = new("Lists API keys by name, without their texts.", typeof(Page<ApiKeyView>)),
        ["POST /api-keys"] = new("Makes an API key; its text is shown this once.", typeof(ApiKeyView), Created),
        ["DELETE /api-keys/{id}"] = new("Revokes an API key.", Status: Nothing),
        ["GET /users"] = new("Lists people by name.", typeof(Page<PersonView>)),
        ["GET /users/{id}"] = new("Reads a person.", typeof(PersonView), HasStamp: true),
        ["POST /users"] = new("Makes a person who may sign in.", typeof(PersonView), Created, HasStamp: true),
        ["PUT /users/{id}"] = new("Changes a person.", typeof(PersonView), IsEdit: true, HasStamp: true),
        ["POST /users/{id}/password"] = new("Gives a person another password.", Status: Nothing),
        ["DELETE /users/{id}"] = new("Deletes a person.", Status: Nothing, IsEdit: true),
        ["POST /session"] = new("Signs in with a cookie.", typeof(SessionView)),
        ["GET /session"] = new("Says who asks.", typeof(SessionView)),
        ["DELETE /session"] = new("Signs out.", Status: Nothing),
        ["PUT /session/password"] = new("Changes one's own password.", Status: Nothing),
        ["GET /audit"] = new("Lists who did what, the newest first.", typeof(Page<AuditView>)),
    };
}
