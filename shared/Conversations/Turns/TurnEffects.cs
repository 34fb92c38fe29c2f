using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Rounds;

namespace WhatsAppBots.Conversations.Turns;

/// <summary>The effects of one transition, checked as a whole before any of them touches the turn's result.</summary>
internal sealed class TurnEffects : IEffectVisitor
{
    private readonly TurnView _view;
    private readonly StoredInput _stored;
    private readonly long _workspace;
    private readonly IChannel _channel;
    private readonly Func<Conversation, string> _apologize;
    private readonly List<Reply> _replies = [];
    private readonly List<Choice> _numbered = [];
    private readonly List<(string Name, StartTimer? Start)> _timers = [];
    private readonly List<CloudEvent> _events = [];
    private readonly List<Effect> _consents = [];
    private readonly List<RefusedMessage> _refused = [];
    private List<StoreEffect>? _stores;
    private List<HandOverChange>? _handovers;
    private readonly Dictionary<string, ParkedState> _parked;
    private readonly Transition _transition;
    private string _bot;
    private string? _language;
    private string? _timeZone;
    private OptOut _optOut;
    private bool _handedOver;
    private bool _isCrisis;
    private bool _typing;
    private bool _erases;

    public TurnEffects(
        TurnView view, Transition transition, StoredInput stored, long workspace, IChannel channel, Func<Conversation, string> apologize)
    {
        var conversation = view.Conversation;
        (_view, _stored, _workspace, _channel, _transition, _apologize) = (view, stored, workspace, channel, transition, apologize);
        (_bot, _language, _timeZone) = (conversation.Bot, conversation.Language, conversation.TimeZone);
        (_optOut, _handedOver) = (conversation.OptOut, conversation.HandedOver);
        _parked = new Dictionary<string, ParkedState>(conversation.Parked);

        // A file is fetched where the bot says what for, or where people answer, who may want to see it. Of others the id is kept.
        if (view.Input is MessageInput { Message: { Content: MediaContent media } message })
        {
            FetchMedia(message, media, transition.Effects.OfType<UseMedia>().LastOrDefault());
        }

        foreach (var effect in transition.Effects) effect.Accept(this);
    }

    /// <summary>What no channel takes, and was said in plain text instead.</summary>
    public IReadOnlyList<RefusedMessage> Refused => _refused;

    /// <summary>Rows for bots' own tables; null: none.</summary>
    public IReadOnlyList<StoreEffect>? Stored => _stores;

    public void ApplyTo(TurnResult result, Func<string, bool> marksRead)
    {
        result.After = result.After with
        {
            Bot = _bot,
            State = _transition.State,
            Data = _transition.Data,
            Parked = _parked.Count == 0 ? "{}" : JsonSerializer.Serialize(_parked, HandlingJson.Default.DictionaryStringParkedState),
            Language = _language,
            TimeZone = _timeZone,
            OptOut = _optOut,
            HandedOver = _handedOver,
            CrisisAt = _isCrisis ? _view.Conversation.Now : result.After.CrisisAt,
            LastInboundAt = _view.Conversation.LastInboundAt,
            Offered = OfferedChoices.After(
                result.After.Offered, _numbered, spoke: _replies.Exists(reply => reply.Barred is null), _bot, _transition.State),
            Person = _view.Conversation.Person,
            Version = result.After.Version + 1,
        };
        foreach (var (name, start) in _timers) result.Timers[name] = start;
        result.Replies.AddRange(_replies);
        result.Events.AddRange(_events);
        result.Consents.AddRange(_consents);
        result.Told.UnionWith(Others);
        result.Refused.AddRange(_refused);
        if (_stores is not null) (result.Stored ??= []).AddRange(_stores);
        if (_handovers is not null) (result.HandOvers ??= []).AddRange(_handovers);
        if (_erases) Forget(result);
        if (_view.Input is MessageInput { Message: var message } && message.Content is not (SystemContent or ReactionContent)
            && marksRead(_bot))
        {
            result.MarkRead = message.Id;
            result.ShowsTyping = _typing;
        }
    }

    // What comes next in this conversation, before the person's rows are gone, meets a bot that remembers nothing.
    private static void Forget(TurnResult result)
    {
        result.Erases = true;
        result.Timers.Clear();
        result.Consents.Clear();
        result.Stored = null;
        result.HandOvers = null;
        result.After = result.After with
        {
            Bot = "",
            State = "",
            Data = "{}",
            Parked = "{}",
            Language = null,
            TimeZone = null,
            OptOut = OptOut.None,
            HandedOver = false,
            CrisisAt = null,
            Offered = null,
            IsClosed = true,
        };
    }

    void IEffectVisitor.Take(Say effect) => TakeSay(effect);

    void IEffectVisitor.Take(StartTimer effect) => _timers.Add((effect.Name, effect));

    void IEffectVisitor.Take(CancelTimer effect) => _timers.Add((effect.Name, null));

    void IEffectVisitor.Take(Publish effect) => AddEvent(effect.Type, effect.Data, $"{Cause}/{_events.Count}", effect.Bot,
        effect.Conversation);

    // Looked at before the others.
    void IEffectVisitor.Take(UseMedia effect)
    {
    }

    void IEffectVisitor.Take(ShowTyping effect) => _typing = true;

    void IEffectVisitor.Take(RecordConsent effect) => _consents.Add(effect);

    void IEffectVisitor.Take(TakeBackConsent effect) => _consents.Add(effect);

    void IEffectVisitor.Take(RecordRating effect) => _consents.Add(effect);

    void IEffectVisitor.Take(StoreEffect effect) => (_stores ??= []).Add(effect);

    void IEffectVisitor.Take(Park effect) =>
        _parked[effect.Bot] = effect.State with { Unknown = _parked.GetValueOrDefault(effect.Bot)?.Unknown };

    void IEffectVisitor.Take(SetLanguage effect) => _language = effect.Language;

    void IEffectVisitor.Take(SetTimeZone effect) => _timeZone = effect.TimeZone;

    void IEffectVisitor.Take(SetOptOut effect) => _optOut = effect.Level;

    void IEffectVisitor.Take(HandOver effect)
    {
        if (!_handedOver) (_handovers ??= []).Add(new HandOverChange(true, effect.Reason, effect.By));
        _handedOver = true;
    }

    void IEffectVisitor.Take(HandBack effect)
    {
        if (_handedOver) (_handovers ??= []).Add(new HandOverChange(false, effect.Reason, effect.By));
        _handedOver = false;
    }

    void IEffectVisitor.Take(FlagCrisis effect) => _isCrisis = true;

    void IEffectVisitor.Take(SwitchBot effect)
    {
        _parked[_bot] = new ParkedState(_view.Conversation.State, _view.Conversation.Data);
        _parked.Remove(effect.Bot);
        _bot = effect.Bot;
    }

    void IEffectVisitor.Take(ErasePerson effect)
    {
        _erases = true;
        AddEvent(
            EventTypes.ErasureRequested,
            JsonSerializer.SerializeToElement(
                new ErasureRequested(_view.Conversation.Person.Id) { At = AskedAt, Others = Others },
                    ContractsJson.Default.ErasureRequested),
            $"{Cause}/erase");
    }

    // The provider's time, since it is compared with the provider's time of what comes later.
    private DateTimeOffset AskedAt => _view.Input is MessageInput { Message.At: var at } && at < _view.Conversation.Now ? at : _view.Conversation.Now;

    // Whose bots were told that this person goes: they heard their name.
    private IReadOnlyList<long> Others => [.. _transition.Effects.OfType<Publish>().Select(publish => publish.Conversation).OfType<long>().Distinct()];

    // What is said on news of a partner tells of them, by names that nobody knows later.
    private long? About => _view.Input is EventInput { Type: EventTypes.PartnerNews } news && news.Data.TryGetProperty("from", out var from)
        && from.TryGetInt64(out var conversation) ? conversation : null;

    // Ids of events are kept for long and stand in logs.
    private string Cause => _stored.Cause.Contains("message:", StringComparison.Ordinal) ? "message:" + EventIds.Of(_stored.Cause) : _stored.Cause;

    private void TakeSay(Say say)
    {
        var barred = Bar(say, out var content);
        var rendering = _channel.Render(content, _numbered.Count);
        if (FaultsOf(rendering.Parts) is { Count: > 0 } faults)
        {
            // A bug of ours, told to the operator; the person is answered all the same, and the turn goes on.
            _refused.Add(new RefusedMessage(_stored.Cause, content, faults));
            if (content is TemplateMessage) barred ??= new BarredReply("failed", string.Join("; ", faults));
            else rendering = InWords(content);
        }

        _replies.AddRange(rendering.Parts.Select(part => new Reply(WithTerms(say, part), say.ReplyTo, barred, _stored.TraceParent,
            say.Origin)));
        if (barred is null) _numbered.AddRange(rendering.Numbered);
    }

    // Numbers instead of buttons, so that no choice is lost; where not even that goes, a word of apology.
    private Rendering InWords(OutgoingContent content)
    {
        var plain = _channel.Render(new TextMessage(PlainWords.Of(content, _numbered.Count)), 0).Parts;
        if (plain.Count > 0 && FaultsOf(plain).Count == 0) return new Rendering(plain, PlainWords.ChoicesOf(content));
        if (content is ReactionMessage) return new Rendering([], []);
        var sorry = _channel.Render(new TextMessage(_apologize(_view.Conversation)), 0).Parts;
        return new Rendering(FaultsOf(sorry).Count == 0 ? sorry : [], []);
    }

    private List<string> FaultsOf(IReadOnlyList<OutgoingContent> parts)
    {
        List<string> faults = [];
        foreach (var part in parts) faults.AddRange(_channel.Check(part));
        return faults;
    }

    // What is said again keeps when it is too old, and how often it was tried.
    private OutgoingContent WithTerms(Say say, OutgoingContent part)
    {
        var template = part is TemplateMessage ? null : say.OutsideWindow;
        var kept = say.Content.Terms;
        if (kept is null && template is null && say.Purpose == Purpose.Answer && About is null) return part;
        DateTimeOffset? notAfter = say.Purpose is Purpose.Answer or Purpose.Result ? null : _view.Conversation.Now + EngineOptions.RemindersLive;
        var terms = new DeliveryTerms(
            say.Purpose == Purpose.Answer ? null : say.Purpose.ToString(), template, kept is null ? notAfter : kept.NotAfter)
        {
            Again = kept?.Again ?? 0,
            About = kept?.About ?? About,
        };
        return part with { Terms = terms };
    }

    private BarredReply? Bar(Say say, out OutgoingContent content)
    {
        content = say.Content;
        var optedOut = say.Purpose switch
        {
            Purpose.Answer => false,
            Purpose.Result => _optOut == OptOut.All,
            Purpose.Reminder => _optOut != OptOut.None,
            Purpose.Marketing => _optOut != OptOut.None || !_view.Conversation.TakesMarketing,
        };
        if (optedOut)
        {
            return new BarredReply("failed", say.Purpose == Purpose.Marketing
                ? "The person has not agreed to marketing from this number." : "The person opted out.");
        }

        if (_view.Conversation.IsWindowOpen || content is TemplateMessage) return null;
        if (say.OutsideWindow is null)
        {
            return new BarredReply("blocked_by_window", "The 24-hour window is shut and no template is given.");
        }

        content = say.OutsideWindow;
        return null;
    }

    private void FetchMedia(IncomingMessage message, MediaContent media, UseMedia? use) => AddEvent(
        EventTypes.UserMediaReceived,
        JsonSerializer.SerializeToElement(
            new UserMediaReceived(_view.Conversation.Id, message.NumberId, message.Id, media.MediaId, media.Type, media.MimeType, media.Sha256, use?.Purpose,
                IsWanted: use is not null || _view.Conversation.HandedOver),
            ContractsJson.Default.UserMediaReceived),
        $"{Cause}/media", use?.Bot);

    private void AddEvent(string type, JsonElement data, string id, string? bot = null, long? conversation = null) => _events.Add(new CloudEvent
    {
        Id = id,
        Source = "/" + Apps.Messages,
        Type = type,
        Subject = (conversation ?? _view.Conversation.Id).ToString(CultureInfo.InvariantCulture),
        Bot = bot,
        Workspace = _workspace,
        Time = _view.Conversation.Now,
        TraceParent = Activity.Current?.Id ?? _stored.TraceParent,
        Data = data,
    });
}
