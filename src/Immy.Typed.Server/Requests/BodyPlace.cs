using System.Globalization;
using System.Text.Json;

namespace Immy.Typed.Server.Requests;

/// <summary>Where in a body a reader stands, such as <c>values.Groups[2]</c>.</summary>
internal sealed class BodyPlace
{
    private readonly Stack<Level> _levels = new();

    /// <summary>Goes to a property; false when it was there before.</summary>
    public bool TryName(string name)
    {
        var level = _levels.Peek();
        level.Name = name;
        return level.Names!.Add(name);
    }

    /// <summary>Takes a token into account that was read.</summary>
    public void Take(JsonTokenType token)
    {
        switch (token)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                _levels.Push(new Level { Names = token == JsonTokenType.StartObject ? [] : null });
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _levels.Pop();
                Count();
                break;
            case not JsonTokenType.PropertyName:
                Count();
                break;
        }
    }

    public override string ToString() => string.Concat(_levels.Reverse().Select(static (level, depth)
        => level.Names is null ? string.Create(CultureInfo.InvariantCulture, $"[{level.Index}]") : level.Name is null ? "" : depth == 0 ? level.Name : $".{level.Name}"));

    private void Count()
    {
        if (_levels.TryPeek(out var level))
        {
            level.Index++;
        }
    }

    private sealed class Level
    {
        /// <summary>The names so far; null in a list.</summary>
        public HashSet<string>? Names { get; init; }

        public string? Name { get; set; }

        public int Index { get; set; }
    }
}
