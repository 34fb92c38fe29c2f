using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using WhatsAppBots.EndToEnd.Tests.Access;

namespace WhatsAppBots.EndToEnd.Tests.Desk;

/// <summary>Agents send files: uploaded through the API, they arrive on the phone, and can be opened from the history.</summary>
public sealed class FileTests(DeskSite site) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task Agent_SendsAPicture_ThePersonGetsIt_AndTheHistoryOpensIt()
    {
        var (ann, _, _) = await site.PersonAsync("agent");
        var phone = site.NewPhone();
        var id = await site.AskForPeopleAsync(phone);
        var file = await UploadAsync(ann, id, "image/png", Pictures.Dot);
        Assert.Equal((HttpStatusCode.Created, "image", null), (file.Status, file.Body!["kind"]!.ToString(), file.Body["name"]?.ToString()));
        var sent = await site.SendAsync(ann, id, new { text = "Like this one?", file = (long)file.Body["id"]! });
        Assert.Equal(HttpStatusCode.Accepted, sent.Status);

        var bubble = (await Site.UntilAsync(() => site.BubblesAsync(phone), bubbles => bubbles.Exists(IsImage))).Single(IsImage);
        Assert.Equal("Like this one?", bubble["body"]!["caption"]!.ToString());
        Assert.Equal(Pictures.Dot, await site.DownloadAsync($"/sim/media/{bubble["body"]!["id"]}"));

        var message = (await Site.UntilAsync(
            async () => (await ann.GetAsync($"/api/conversations/{id}/messages?order=newest&size=1")).Body!["items"]!.AsArray()[0]!,
            item => item["type"]!.ToString() == "image" && item["status"]!.ToString() == "delivered"))!;
        var open = $"/api/files?message={message["id"]}";
        using var answer = await ann.Http.GetAsync(new Uri(open, UriKind.Relative));
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Pictures.Dot, await answer.Content.ReadAsByteArrayAsync());

        var audit = (await site.Owner.GetAsync("/api/audit?size=50")).Body!["items"]!.AsArray();
        Assert.Contains(audit, row => row!.ToJsonString().Contains("that an agent sent", StringComparison.Ordinal));

        // Viewers see no files, and a file is sent once.
        var (viewer, _, _) = await site.PersonAsync("viewer");
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.GetAsync(open)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await UploadAsync(viewer, id, "image/png", Pictures.Dot)).Status);
        Assert.Equal("file_used", (await site.SendAsync(ann, id, new { file = (long)file.Body["id"]! })).Code);
        var other = await site.AskForPeopleAsync(site.NewPhone());
        var foreign = await site.SendAsync(ann, other, new { file = (long)file.Body["id"]! });
        Assert.Contains("has no file", foreign.Detail, StringComparison.Ordinal);

        static bool IsImage(JsonNode bubble) => bubble["type"]!.ToString() == "image";
    }

    [Theory]
    [InlineData("image/png", "<html>", null, "it is no image/png")]
    [InlineData("text/html", "<html>", "a.html", "Content-Type is none that can be sent")]
    [InlineData("application/pdf", "%PDF-1.7", null, "name is missing")]
    [InlineData("application/pdf", "%PDF-1.7", "../etc/passwd", "name has a character")]
    [InlineData("text/plain", "MZ", "run.exe", "name does not end with .txt")]
    [InlineData("application/pdf", "%PDF-1.7", "bill\u202Eexe.pdf", "name has a character")]
    [InlineData("application/pdf", "", "a.pdf", "empty")]
    public async Task Upload_ThatCannotBeSent_IsRefusedInWords(string type, string content, string? name, string detail)
    {
        var id = await site.AskForPeopleAsync(site.NewPhone());
        var answer = await UploadAsync(site.Owner, id, type, System.Text.Encoding.ASCII.GetBytes(content), name);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(detail, answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_OfTooMuch_IsRefused_WithItsLengthAndWithout()
    {
        var id = await site.AskForPeopleAsync(site.NewPhone());
        var large = new byte[17 << 20];
        "%PDF-1.7"u8.CopyTo(large);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await UploadAsync(site.Owner, id, "application/pdf", large, "a.pdf")).Status);
        byte[] photo = [.. Pictures.Dot, .. new byte[6 << 20]];
        Assert.Contains("more than", (await UploadAsync(site.Owner, id, "image/png", photo)).Detail, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await UploadAsync(site.Owner, id + 100_000, "image/png", Pictures.Dot)).Status);
    }

    [Fact]
    public async Task Audio_TakesNoText_AndAFileNoButtons()
    {
        var id = await site.AskForPeopleAsync(site.NewPhone());
        var audio = (long)(await UploadAsync(site.Owner, id, "audio/ogg", "OggS...."u8.ToArray())).Body!["id"]!;
        Assert.Equal("An audio takes no text.", (await site.SendAsync(site.Owner, id, new { text = "hi", file = audio })).Detail);
        var both = await site.SendAsync(site.Owner, id, new { buttons = new[] { "a" }, file = audio });
        Assert.Contains("not several", both.Detail, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Accepted, (await site.SendAsync(site.Owner, id, new { file = audio })).Status);
    }

    private static async Task<Answer> UploadAsync(Browser by, long conversation, string type, byte[] content, string? name = null)
    {
        var query = name is null ? "" : "?name=" + Uri.EscapeDataString(name);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/conversations/{conversation}/files{query}");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        // A body that is refused by its length is not sent at all.
        request.Headers.ExpectContinue = true;
        request.Content = new ByteArrayContent(content);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        var answer = await by.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new Answer(answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), answer);
    }
}
