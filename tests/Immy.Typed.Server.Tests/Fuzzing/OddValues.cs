namespace Immy.Typed.Server.Tests.Fuzzing;

/// <summary>Values that programs stumble over.</summary>
internal static class OddValues
{
    /// <summary>As they stand in JSON: some are no JSON.</summary>
    public static IReadOnlyList<(string Name, string Token)> Tokens { get; } =
    [
        ("null", "null"), ("true", "true"), ("an array", "[]"), ("an object", "{}"), ("an array with null", "[null]"), ("an array in an array", "[[]]"), ("an array with a number", "[1]"),
        ("-1", "-1"), ("0", "0"), ("1", "1"), ("1.5", "1.5"), ("2147483648", "2147483648"), ("-2147483649", "-2147483649"), ("twenty nines", "99999999999999999999"), ("1e400", "1e400"), ("NaN", "NaN"), ("'NaN'", "\"NaN\""),
        ("an empty text", "\"\""), ("a space", "\" \""), ("a zero character", "\"\\u0000\""), ("a zero character amid", "\"a\\u0000b\""), ("half a character", "\"\\ud800\""), ("the other half", "\"x\\udc00\""),
        ("text from right to left", "\"\\u202eabc \\u05d0\""), ("a face", "\"\\ud83d\\ude00\""), ("a line end", "\"a\\r\\nb\""), ("a byte order mark", "\"\\ufeffa\""), ("a text like SQL", "\"'; DROP TABLE \\\"Tenants\\\";--\""), ("a text like a path", "\"../../../etc/passwd\""),
        ("a text like markup", "\"<script>alert(1)</script>\""), ("a text like a script", "\"$(throw 'x')\""), ("300 characters", Text(300)), ("100 KB", Text(100_000)), ("300 faces", $"\"{string.Concat(Enumerable.Repeat("\\ud83d\\ude00", 300))}\""),
        ("no id", "\"00000000-0000-0000-0000-000000000000\""), ("the last time", "\"9999-12-31T23:59:59.9999999Z\""), ("the first time", "\"0001-01-01T00:00:00+14:00\""), ("a time that is none", "\"2026-13-45T99:99:99Z\""),
        ("a list of one zero character", "[\"\\u0000\"]"), ("a list of half a character", "[\"\\ud800\"]"), ("a name with a zero character", "{\"a\\u0000\":1}"), ("a value with half a character", "{\"Url\":\"\\ud800\"}"),
        ("a name twice", "{\"a\":1,\"a\":2}"), ("40 levels", Deep(40)), ("1000 levels", Deep(1000)),
    ];

    /// <summary>As they stand in an address.</summary>
    public static IReadOnlyList<(string Name, string Text)> Addressed { get; } =
    [
        ("nothing", ""), ("a space", "%20"), ("a zero character", "%00"), ("a zero character amid", "a%00b"), ("half a character", "%ED%A0%80"), ("bytes that are no text", "%FF%FE"), ("a percent sign", "%25"), ("a broken percent sign", "%zz"),
        ("text from right to left", "%E2%80%AEabc%D7%90"), ("a face", "%F0%9F%98%80"), ("300 characters", new string('a', 300)), ("5000 characters", new string('a', 5000)), ("a line end", "a%0D%0Ab"),
        ("-1", "-1"), ("0", "0"), ("1", "1"), ("500", "500"), ("501", "501"), ("2147483648", "2147483648"), ("-2147483648", "-2147483648"), ("twenty nines", "99999999999999999999"), ("1.5", "1.5"), ("1e3", "1e3"), ("NaN", "NaN"), ("null", "null"), ("TRUE", "TRUE"),
        ("an array", "%5B%5D"), ("a text like SQL", "'%20OR%201=1;--"), ("signs of LIKE", "%25_%5B%5C"), ("a text like a path", "..%2F..%2Fetc%2Fpasswd"), ("no id", "00000000-0000-0000-0000-000000000000"), ("an id that nothing has", "0b2f8c62-5a6f-4f0d-9f0e-0a5f8f1c2d3e"),
        ("an id in braces", "%7B0b2f8c62-5a6f-4f0d-9f0e-0a5f8f1c2d3e%7D"), ("the last time", "9999-12-31T23:59:59.9999999Z"), ("the last time elsewhere", "9999-12-31T23:59:59-14:00"), ("the first time elsewhere", "0001-01-01T00:00:00%2B14:00"), ("a time that is none", "2026-13-45"),
        ("several enum names", "Reader,Operator"), ("a number as an enum", "77"),
        ("a place with a zero character", Place("0b2f8c62-5a6f-4f0d-9f0e-0a5f8f1c2d3e\n\0")), ("a place without an id", Place("x\ny")), ("a place without a name", Place("0b2f8c62-5a6f-4f0d-9f0e-0a5f8f1c2d3e")), ("a place with a number", Place("99999999999\n")), ("a place before all", Place("-1\n")),
    ];

    private static string Text(int length) => $"\"{new string('a', length)}\"";

    private static string Deep(int levels) => new string('[', levels) + new string(']', levels);

    private static string Place(string text) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(text));
}
