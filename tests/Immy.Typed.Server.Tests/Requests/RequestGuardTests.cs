using System.Net.Http.Headers;
using System.Text;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Requests;

/// <summary>What no field of a request may be is refused with the field's name, on every endpoint.</summary>
public sealed class RequestGuardTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Link = """{"integrationTypeId":"0b2f8c62-5a6f-4f0d-9f0e-0a5f8f1c2d3e","name":"Acme","values":""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("tenants?name=a%00b", "name", "name has a zero character (%00). Leave it out.")]
    [InlineData("tenants?x%00=1", "query", "A name in the address has a zero character (%00). Leave it out.")]
    [InlineData("tenants?after=MGIyZjhjNjItNWE2Zi00ZjBkLTlmMGUtMGE1ZjhmMWMyZDNlCgA", "after", "after is 'MGIyZjhjNjItNWE2Zi00ZjBkLTlmMGUtMGE1ZjhmMWMyZDNlCgA', which is no place in this list. Send the 'next' of the page before, or leave it out to begin.")]
    [InlineData("agents?state=77", "state", "state is '77'. Send one of Pending, NeedsPerson, Linked, Gone.")]
    [InlineData("users?role=Reader,Operator", "role", "role is 'Reader,Operator'. Send one of Reader, Operator, Administrator.")]
    public async Task A_parameter_of_the_address_is_refused(string path, string field, string message)
    {
        using var response = await fixture.Server.Client.GetAsync(path, Token);

        Assert.Equal((400, field, message), await RefusalAsync(response));
    }

    [Theory]
    [InlineData("""{"name":"a\u0000b"}""", "name", "name has a zero character (\\u0000). Leave it out.")]
    [InlineData("""{"na\u0000me":"a"}""", "body", "body has a zero character (\\u0000). Leave it out.")]
    [InlineData("""{"name":"a\ud800"}""", "name", "name has half a character: a surrogate without its other half, or bytes that are not UTF-8. Send whole characters.")]
    [InlineData("""{"name":"a","name":"b"}""", "name", "name is there twice. Send it once.")]
    [InlineData("""{"name":"a","more":[{},["x",{"b":"\udc00"}]]}""", "more[1][1].b", "more[1][1].b has half a character: a surrogate without its other half, or bytes that are not UTF-8. Send whole characters.")]
    public async Task A_field_of_the_body_is_refused(string body, string field, string message)
        => Assert.Equal((400, field, message), await PostAsync("tenants", Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("""{"Url":{"a":1,"a":2}}}""", "values.Url.a", "values.Url.a is there twice. Send it once.")]
    [InlineData("""{"Url":["\ud800"]}}""", "values.Url[0]", "values.Url[0] has half a character: a surrogate without its other half, or bytes that are not UTF-8. Send whole characters.")]
    [InlineData("""{"Key":"\u0000"}}""", "values.Key", "values.Key has a zero character (\\u0000). Leave it out.")]
    public async Task A_value_of_a_form_is_refused(string values, string field, string message)
        => Assert.Equal((400, field, message), await PostAsync("provider-links", Encoding.UTF8.GetBytes(Link + values)));

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
        => Assert.Equal(
            (400, "name", "name has half a character: a surrogate without its other half, or bytes that are not UTF-8. Send whole characters."),
            await PostAsync("tenants", [.. """{"name":"a"""u8, 0xFF, .. "\"}"u8]));

    [Theory]
    [InlineData("application/json; charset=nobody", null, "The charset of the body is 'nobody'. Send it in UTF-8: JSON is written in nothing else.")]
    [InlineData("application/json; charset=utf-16", null, "The charset of the body is 'utf-16'. Send it in UTF-8: JSON is written in nothing else.")]
    [InlineData("application/json", "gzip", "The body is packed as 'gzip'. Send it as it is, without the header Content-Encoding.")]
    public async Task A_body_that_is_written_otherwise_is_refused(string type, string? encoding, string message)
    {
        using var content = new ByteArrayContent([.. """{"name":"Contoso"}"""u8]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (encoding is not null)
        {
            content.Headers.ContentEncoding.Add(encoding);
        }

        using var response = await fixture.Server.Client.PostAsync("tenants", content, Token);
        var answer = await Answer.OfAsync(response);
        Assert.Equal((415, message), (answer.Status, answer.Detail));
    }

    [Fact]
    public async Task What_is_right_is_taken_with_all_its_letters()
    {
        using var content = new ByteArrayContent([.. "{\"name\":\"Straße \\ud83d\\ude00 \""u8, .. "}"u8]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json; charset=\"UTF-8\"");
        using var response = await fixture.Server.Client.PostAsync("tenants", content, Token);

        Assert.Equal("Straße 😀 ", (await Answer.OfAsync(response))["name"]);
    }

    private async Task<(int Status, string Field, string Message)> PostAsync(string path, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        using var response = await fixture.Server.Client.PostAsync(path, content, Token);
        return await RefusalAsync(response);
    }

    private static async Task<(int Status, string Field, string Message)> RefusalAsync(HttpResponseMessage response)
    {
        var answer = await Answer.OfAsync(response);
        var error = answer.Body.GetProperty("errors").EnumerateObject().Single();
        Assert.Equal(answer.Detail, error.Value[0].GetString());
        return (answer.Status, error.Name, answer.Detail);
    }
}
