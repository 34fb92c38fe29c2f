using System.Net;
using System.Text.Json.Nodes;
using WhatsAppBots.EndToEnd.Tests.Commands;

namespace WhatsAppBots.EndToEnd.Tests.Desk;

/// <summary>What other systems call by another name, as infra/routes.md lists it: each is called with the body that stands there.</summary>
public sealed class OtherNamesTests(DeskSite site) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task EachAddress_IsAnsweredAsTheListSays()
    {
        var phone = site.NewPhone();
        await site.SayAsync(phone, "hello");
        await site.HasAsync(phone, "re:hello");
        var id = await site.AskForPeopleAsync(phone);
        var rows = File.ReadLines(CommandSite.FileOf("infra/routes.md"))
            .SkipWhile(line => line != "## " + Security.RouteList.OtherNames).Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        Assert.True(rows.Count >= 15, "The list is shorter than it was.");
        foreach (var row in rows)
        {
            var path = "/" + Fill(row[2].Trim('`'));
            var body = row[4].Length == 0 ? null : JsonNode.Parse(Fill(row[4].Trim('`')));
            var answer = await site.Owner.SendAsync(row[3], path, body, ("Idempotency-Key", row[1]));
            Assert.True((int)answer.Status == int.Parse(row[5][..3], null), $"{row[1]}: {answer.Status} {answer.Detail}");
            if (answer.Status == HttpStatusCode.Accepted) Assert.NotNull(answer.Body!["request"]);
        }

        string Fill(string text) => text.Replace("{id}", $"{id}", StringComparison.Ordinal)
            .Replace("{number}", Site.Echo, StringComparison.Ordinal).Replace("{phone}", phone, StringComparison.Ordinal);
    }
}
