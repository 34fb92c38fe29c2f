using WhatsAppBots.BotKit;
using WhatsAppBots.Bots;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Transcripts.Tests;

/// <summary>A transcript states what a bot's tables hold; where it does not, the bot's read is run.</summary>
public sealed class SnapshotTranscriptTests
{
    [Fact]
    public async Task Bot_SeesTheSnapshotThatTheTranscriptStates()
    {
        var (expected, actual) = await TranscriptRunner.PlayAsync(
            [],
            Transcript.Parse(
                """
                bot: balance

                > hello
                < You have {"read":true}.
                ! snapshot of balance {"coins":
                  5}
                > and now?
                < You have {"coins":5}.
                ! snapshot of balance none
                > and now?
                < You have nothing.
                """),
            new BalanceBot());
        Assert.Equal(expected, actual);
    }

    [Fact]
    public async Task Bot_ThatWasOpenedFromTheHub_SeesItsSnapshot()
    {
        var (expected, actual) = await TranscriptRunner.PlayAsync(
            [],
            Transcript.Parse(
                """
                bot: hub

                ! snapshot of balance {"coins":7}
                > Balance
                < You are talking to an automated assistant.
                < You're now talking to Balance. Write “menu” to come back here.
                < You have {"coins":7}.
                """),
            new BalanceBot());
        Assert.EndsWith("< You have {\"coins\":7}.\n", actual, StringComparison.Ordinal);
        Assert.EndsWith("< You have {\"coins\":7}.\n", expected, StringComparison.Ordinal);
    }

    private sealed class BalanceBot : IBot
    {
        public string Name => "balance";

        public bool MarksRead => false;

        public bool IntroducesItself => false;

        public string SnapshotSql => """select id, '{"read":true}' from unnest($1::bigint[]) as u(id)""";

        public BotCard Describe(string? language) => new("Balance", "How much there is");

        public Transition Begin(Conversation conversation) => Handle(conversation, new CalmInput());

        public Transition Handle(Conversation conversation, Input input) =>
            new("Open", conversation.Data, [new Say(new TextMessage($"You have {conversation.Snapshot ?? "nothing"}."))]);
    }
}
