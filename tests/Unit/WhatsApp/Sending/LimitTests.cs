using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Sending;

public class LimitTests
{
    private static readonly MediaSource _link = new(Link: new Uri("https://example.com/a.jpg"));

    public static TheoryData<OutgoingContent, string> Faults => new()
    {
        { new TextMessage(X(4097)), "text.body: 4097 characters, at most 4096" },
        { new TextMessage(" \n"), "text.body: empty" },
        { Buttons(body: X(1025)), "interactive.body.text: 1025 characters, at most 1024" },
        { Buttons(header: X(61)), "interactive.header.text: 61 characters, at most 60" },
        { Buttons(footer: X(61)), "interactive.footer.text: 61 characters, at most 60" },
        { new ButtonsMessage("b", []), "interactive.action.buttons: empty" },
        { new ButtonsMessage("b", [C("1"), C("2"), C("3"), C("4")]), "interactive.action.buttons: 4 buttons, at most 3" },
        {
            new ButtonsMessage("b", [C("1"), new Choice("2", X(23))]),
            "interactive.action.buttons[1].reply.title: 23 characters, at most 20"
        },
        {
            new ButtonsMessage("b", [new Choice(X(257), "t")]),
            "interactive.action.buttons[0].reply.id: 257 characters, at most 256"
        },
        { new ButtonsMessage("b", [C("1"), new Choice("1", "t")]), "interactive.action.buttons: 2 have the id \"1\"" },
        { new ButtonsMessage("b", [C("1"), new Choice("2", "1")]), "interactive.action.buttons: 2 have the title \"1\"" },
        { Buttons(header: "h") with { HeaderImage = _link }, "interactive.header: a text and an image, only one goes" },
        {
            Buttons() with { HeaderImage = new MediaSource() },
            "interactive.header.image: 0 sources, exactly one of a stored file, an id and a link is needed"
        },
        { new ListMessage("b", X(21), [Section(1)]), "interactive.action.button: 21 characters, at most 20" },
        { new ListMessage("b", "o", []), "interactive.action.sections: empty" },
        { new ListMessage("b", "o", [Section(6), Section(5, 6)]), "interactive.action.sections: 11 rows, at most 10 over all sections" },
        {
            new ListMessage("b", "o", [Section(1), new ListSection(null, [C("9")])]),
            "interactive.action.sections[1].title: missing, needed where there are several sections"
        },
        { new ListMessage("b", "o", [new ListSection("s", [])]), "interactive.action.sections[0].rows: empty" },
        {
            new ListMessage("b", "o", [new ListSection("s", [C("1"), new Choice("2", X(25))])]),
            "interactive.action.sections[0].rows[1].title: 25 characters, at most 24"
        },
        {
            new ListMessage("b", "o", [new ListSection("s", [new Choice(X(201), "t")])]),
            "interactive.action.sections[0].rows[0].id: 201 characters, at most 200"
        },
        {
            new ListMessage("b", "o", [new ListSection("s", [new Choice("1", "t", X(73))])]),
            "interactive.action.sections[0].rows[0].description: 73 characters, at most 72"
        },
        { new ListMessage("b", "o", [Section(1), Section(1)]), "interactive.action.sections: 2 have the id \"0\"" },
        {
            new LinkMessage("b", X(21), new Uri("https://a.example")),
            "interactive.action.parameters.display_text: 21 characters, at most 20"
        },
        { new LinkMessage("b", "l", new Uri("javascript:x")), "interactive.action.parameters.url: not an http or https address" },
        { new LinkMessage("b", "l", new Uri("/x", UriKind.Relative)), "interactive.action.parameters.url: not an http or https address" },
        { new MediaMessage(MediaKind.Video, _link, X(1025)), "video.caption: 1025 characters, at most 1024" },
        { new MediaMessage(MediaKind.Audio, _link, "c"), "audio.caption: not allowed" },
        { new MediaMessage(MediaKind.Image, _link, FileName: "f"), "image.filename: only documents have one" },
        {
            new MediaMessage(MediaKind.Image, new MediaSource("k", "p")),
            "image: 2 sources, exactly one of a stored file, an id and a link is needed"
        },
        {
            new MediaMessage(MediaKind.Image, _link with { MimeType = "image/webp" }),
            "image: image/webp, only image/jpeg and image/png go"
        },
        { new ReactionMessage("", "x"), "reaction.message_id: empty" },
        { new ReadMark("", false), "message_id: empty" },
        { new TemplateMessage("", "en", [], ""), "template.name: empty" },
        { new TemplateMessage("n", "en", ["a", ""], ""), "template.components.body.parameters[1].text: empty" },
    };

    public static TheoryData<OutgoingContent> AtTheLimit =>
    [
        new TextMessage(X(4096)),
        new ButtonsMessage(X(1024), [new Choice(X(256), X(20)), C("2"), C("3")], X(60), X(60)),
        new ListMessage(X(1024), X(20), [.. Enumerable.Range(0, 10).Select(i => new ListSection(X(24), [new Choice($"{i}", X(24), X(72))]))]),
        new LinkMessage(X(1024), X(20), new Uri("https://a.example"), X(60), X(60)),
        new MediaMessage(MediaKind.Document, new MediaSource("key"), X(1024), "a.pdf"),
        new ReactionMessage("wamid.1", null),
        new ReadMark("wamid.1", true),
        new TemplateMessage("name", "en", ["x"], "x"),
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Check_OverALimit_NamesTheField(OutgoingContent content, string fault) =>
        Assert.Equal([fault], new Graph().Channel().Check(content));

    [Theory]
    [MemberData(nameof(AtTheLimit))]
    public void Check_AtTheLimit_IsFine(OutgoingContent content) => Assert.Empty(new Graph().Channel().Check(content));

    [Fact]
    public void Check_SeveralFaults_AreAllTold() =>
        Assert.Equal(3, new Graph().Channel().Check(new LinkMessage("", "", new Uri("ftp://a.example"))).Count);

    private static string X(int length) => new('x', length);

    private static Choice C(string id) => new(id, id);

    private static ListSection Section(int rows, int from = 0) => new("s", [.. Enumerable.Range(from, rows).Select(i => C($"{i}"))]);

    private static ButtonsMessage Buttons(string body = "b", string? header = null, string? footer = null) =>
        new(body, [C("1")], header, footer);
}
