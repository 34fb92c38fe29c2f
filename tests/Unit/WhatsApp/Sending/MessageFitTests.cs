using System.Text.Json.Nodes;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Simulator.Graph;
using WhatsAppBots.Testing;
using WhatsAppBots.WhatsApp.Sending;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Sending;

/// <summary>Whatever words of people a bot says, the channel takes it; and what our check passes, Meta's rules as the simulator has them pass.</summary>
public class MessageFitTests
{
    private const int Turns = 4000;

    private readonly IChannel _channel = new Graph().Channel();

    [Fact]
    public void Render_HostileWords_GivesWhatMetaTakesAndLosesNoChoice()
    {
        var random = new Random(13);
        for (var turn = 0; turn < Turns; turn++)
        {
            var said = Said(random);
            var parts = _channel.Render(said, 0).Parts;
            foreach (var part in parts) AssertTaken(part, said);
            Assert.Equal(PlainWords.ChoicesOf(said).Select(choice => choice.Id).Distinct(), parts.SelectMany(PlainWords.ChoicesOf).Select(choice => choice.Id));
            if (said is TextMessage text) Assert.Equal(Labels.IsBlank(text.Body), parts.Count == 0);
        }
    }

    [Fact]
    public void Check_WhatItPasses_TheSimulatorTakes()
    {
        var random = new Random(14);
        var passed = 0;
        for (var turn = 0; turn < Turns; turn++)
        {
            // Small changes of what is fine, so that all is tried on either side of a limit.
            var said = Spoilt(_channel.Render(Said(random), 0).Parts is [.., var part] ? part : new TextMessage("x"), random);
            if (_channel.Check(said).Count > 0) continue;
            passed++;
            AssertTaken(said, said);
        }

        Assert.InRange(passed, Turns / 10, Turns);
    }

    [Theory]
    [MemberData(nameof(LimitTests.AtTheLimit), MemberType = typeof(LimitTests))]
    public void Render_AtTheLimit_LeavesItAlone(OutgoingContent content) => Assert.Same(content, Assert.Single(_channel.Render(content, 0).Parts));

    [Fact]
    public void Render_TitlesThatAreAlikeOnceCut_CanBeToldApart()
    {
        Choice[] choices = [new("1", "✅ Practice violin scales"), new("2", "✅ Practice violin songs"), new("3", "✅ Meditate")];
        var buttons = Assert.IsType<ButtonsMessage>(Assert.Single(_channel.Render(new ButtonsMessage("b", choices), 0).Parts));
        Assert.Equal(["✅ Practice vi…scales", "✅ Practice vio…songs", "✅ Meditate"], buttons.Buttons.Select(button => button.Title));
    }

    [Fact]
    public void Render_ManyRows_GoOnInAnotherList()
    {
        var lists = _channel.Render(new ListMessage("b", "o", [new ListSection(null, [.. Enumerable.Range(1, 23).Select(i => new Choice($"{i}", $"row {i}"))])]), 0)
            .Parts.Cast<ListMessage>().ToList();
        Assert.Equal(["b", "…", "…"], lists.Select(list => list.Body));
        Assert.Equal([10, 10, 3], lists.Select(list => list.Sections.Sum(section => section.Rows.Count)));
    }

    [Fact]
    public void Render_LongBody_KeepsItsEndWithTheButtons()
    {
        var body = string.Join("\n", Enumerable.Range(1, 60).Select(i => $"{i}. {new string('x', 40)}"));
        var parts = _channel.Render(new ButtonsMessage(body, [new Choice("1", "t")]), 0).Parts;
        Assert.Equal(["text", "buttons"], parts.Select(part => part.Type));
        Assert.Equal(body, parts[0].Summary + "\n" + parts[1].Summary);
    }

    [Fact]
    public void Render_LongCaption_FollowsAsAText()
    {
        var parts = _channel.Render(new MediaMessage(MediaKind.Image, new MediaSource("key"), new string('x', 1500)), 0).Parts;
        Assert.Equal([1024, 476], parts.Select(part => part.Summary.Length));
    }

    [Fact]
    public void Render_ValuesOfATemplate_AreLinesThatShareTheRoom()
    {
        var template = Assert.IsType<TemplateMessage>(Assert.Single(_channel.Render(
            new TemplateMessage("n", "en", ["short", "two\nlines\tand     gaps", new string('x', 2000), " "], "t"), 0).Parts));
        Assert.Equal(["short", "two lines and gaps", "…"], [template.Body[0], template.Body[1], template.Body[3]]);
        Assert.Equal(700, template.Body.Sum(value => value.Length));
    }

    private void AssertTaken(OutgoingContent part, OutgoingContent said)
    {
        Assert.True(_channel.Check(part).Count == 0, $"{said}: {string.Join("; ", _channel.Check(part))}");
        var body = GraphMessage.Write(new OutgoingMessage("1", new Recipient("15550001111", null), part, "1:1", "wamid.0"), "1");
        var broken = MessageRules.Broken(JsonNode.Parse(body.Span)!.AsObject());
        Assert.True(broken is null, $"{said}: {broken}");
    }

    private static OutgoingContent Said(Random random)
    {
        string Words() => HostileWords.Any(random);
        string? Perhaps() => random.Next(3) == 0 ? Words() : null;
        List<Choice> Choices(int most) => [.. Enumerable.Range(0, random.Next(0, most)).Select(i => new Choice($"{random.Next(0, 2 * most)}", Words(), Perhaps()))];
        var link = new MediaSource(Link: new Uri("https://a.example/1.jpg"));
        return random.Next(7) switch
        {
            0 => new TextMessage(string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => Words()))),
            1 => new ButtonsMessage(Words(), Choices(8), Perhaps(), Perhaps()),
            2 => new ListMessage(
                Words() + Words(), Words(), [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new ListSection(Perhaps(), Choices(9)))], Perhaps(), Perhaps()),
            3 => new LinkMessage(Words(), Words(), new Uri("https://a.example/?q=" + Uri.EscapeDataString(Labels.Line(Words(), 100))), Perhaps(), Perhaps()),
            4 => new MediaMessage((MediaKind)random.Next(4), link, Perhaps() + Perhaps(), Perhaps()),
            5 => new TemplateMessage("habits_missed", "en", [.. Enumerable.Range(0, random.Next(0, 5)).Select(_ => Words())], Words()) { ButtonPayloads = ["habits:look"] },
            _ => new ReactionMessage("wamid.1", random.Next(2) == 0 ? null : "👍🏽"),
        };
    }

    private static OutgoingContent Spoilt(OutgoingContent content, Random random)
    {
        var words = HostileWords.Any(random);
        return (content, random.Next(4)) switch
        {
            (_, 0) => content,
            (TextMessage text, _) => text with { Body = words },
            (ButtonsMessage buttons, 1) => buttons with { Header = words },
            (ButtonsMessage buttons, 2) => buttons with { Buttons = [.. buttons.Buttons, new Choice(words, words)] },
            (ButtonsMessage buttons, _) => buttons with { Buttons = [.. buttons.Buttons.Select(button => button with { Title = random.Next(2) == 0 ? words : button.Title })] },
            (ListMessage list, 1) => list with { Button = words },
            (ListMessage list, 2) => list with { Sections = [.. list.Sections, new ListSection(words, [new Choice(words, "t")])] },
            (ListMessage list, _) => list with { Sections = [list.Sections[0] with { Rows = [new Choice("r", words, words)] }] },
            (LinkMessage link, 1) => link with { Label = words },
            (LinkMessage link, _) => link with { Url = Uri.TryCreate(words, UriKind.RelativeOrAbsolute, out var url) ? url : link.Url },
            (MediaMessage media, 1) => media with { Caption = words },
            (MediaMessage media, _) => media with { FileName = words },
            (TemplateMessage template, 1) => template with { Name = words },
            (TemplateMessage template, _) => template with { Body = [words, words], ButtonPayloads = [words] },
            (ReactionMessage reaction, _) => reaction with { Emoji = words },
            _ => content,
        };
    }
}
