using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using WhatsAppBots.BotKit;
using WhatsAppBots.BotKit.State;
using WhatsAppBots.Bots;

namespace WhatsAppBots.Unit.Tests.Bots.State;

public sealed class StateFormatTests
{
    // Version 2 split the name, version 3 counts its letters.
    private static readonly StateFormat<Sample> _format = new(
        JsonIgnoreCondition.WhenWritingNull,
        document => document["first"] ??= document["name"]?.GetValue<string>().Split(' ')[0],
        document => document["letters"] ??= document["first"]?.GetValue<string>().Length);

    [Theory]
    [InlineData("""{"name":"Ann Lee"}""", "Ann", 3)]
    [InlineData("""{"v":1,"name":"Ann Lee"}""", "Ann", 3)]
    [InlineData("""{"v":2,"name":"Ann Lee","first":"Annabel"}""", "Annabel", 7)]
    [InlineData("""{"v":3,"first":"Ann","letters":9}""", "Ann", 9)]
    [InlineData("""{"v":4,"first":"Ann","letters":9}""", "Ann", 9)]
    [InlineData("{}", null, null)]
    public void Document_OfAnyVersion_IsReadAsOfToday(string json, string? first, int? letters)
    {
        var read = _format.Read(json);
        Assert.Equal((first, letters), (read.First, read.Letters));
    }

    [Fact]
    public void Document_IsWrittenWithTheVersionOfItsWriter()
    {
        Assert.Equal(3, JsonNode.Parse(_format.Write(new Sample { First = "Ann" }))!["v"]!.GetValue<int>());
        Assert.Equal(3, JsonNode.Parse(_format.Write(_format.Read("""{"v":9}""")))!["v"]!.GetValue<int>());
    }

    [Fact]
    public void Document_GrowsByItsVersionAlone() => Assert.Equal("""{"v":3,"first":"Ann"}""", _format.Write(new Sample { First = "Ann" }));

    // A part that forgot its base would lose members of a later release, and an enum of another converter its unknown names.
    [Fact]
    public void EveryPartOfEveryDocument_KeepsWhatItDoesNotKnow()
    {
        var documents = BotAssemblies.Derived(typeof(BotState)).ToList();
        Assert.True(documents.Count >= 3);
        HashSet<Type> seen = [];
        foreach (var document in documents) Walk(document, seen);
        Assert.DoesNotContain(seen, type => BotAssemblies.All.Contains(type.Assembly) && !type.IsEnum && !type.IsSubclassOf(typeof(StoredPart)));
        Assert.DoesNotContain(seen, type => type.Namespace!.StartsWith("WhatsAppBots.Contracts", StringComparison.Ordinal));
        Assert.DoesNotContain(seen, type => type.IsEnum && type.GetCustomAttribute<JsonConverterAttribute>() is not null);
    }

    private static void Walk(Type type, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)))
        {
            foreach (var part in type.GetGenericArguments()) Walk(part, seen);
            return;
        }

        if (!type.FullName!.StartsWith("WhatsAppBots.", StringComparison.Ordinal) || !seen.Add(type) || type.IsEnum) return;
        foreach (var property in type.GetProperties().Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null))
        {
            Walk(property.PropertyType, seen);
        }
    }

    private sealed record Sample : BotState
    {
        public string? First { get; init; }

        public int? Letters { get; init; }
    }
}
