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
internal sealed class TurnEffects
{
    private readonly TurnView _view;
    private readonly StoredInput _stored;
    private readonly long _workspace;
    private readonly IChannel _channel;
    private readonly List<Reply> _replies = [];
    private readonly List<Choice> _numbered = [];
    private readonly List<(string Name, StartTimer? Start)> _timers = [];
    private readonly List<CloudEvent> _events = [];
    private readonly List<Effect> _consents = [];
    private readonly Dictionary<string, ParkedState> _parked;
    private readonly Transition _transition;
    private string _bot;
    private string? _language;
    private string? _timeZone;
    private OptOut _optOut;
    private bool _handedOver;
    private bool _typing;

    public TurnEffects(TurnView view, Transition transition, StoredInput stored, long workspace, IChannel channel)
    {
        var conversation = view.Conversation;
        (_view, _stored, _workspace, _channel, _transition) = (view, stored, workspace, channel, transition);
        (_bot, _language, _timeZone) = (conversation.Bot, conversation.Language, conversation.TimeZone);
        (_optOut, _handedOver) = (conversation.OptOut, conversation.HandedOver);
        _parked = new Dictionary<string, ParkedState>(conversation.Parked);

        // The bot's states may say what they like of media; that the file must be fetched in time is no bot's business.
        if (view.Input is MessageInput { Message: { Content: MediaContent media } message })
        {
            FetchMedia(message, media, transition.Effects.OfType<UseMedia>().LastOrDefault());
        }

        foreach (var effect in transition.Effects) Take(effect);
    }

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
        if (_view.Input is MessageInput { Message: var message } && message.Content is not (SystemContent or ReactionContent)
            && marksRead(_bot))
        {
            result.MarkRead = message.Id;
            result.ShowsTyping = _typing;
        }
    }

    private void Take(Effect effect)
    {
        switch (effect)
        {
            case Say say:
                TakeSay(say);
                break;
            case StartTimer start:
                _timers.Add((start.Name, start));
                break;
            case CancelTimer cancel:
                _timers.Add((cancel.Name, null));
                break;
            case Publish publish:
                AddEvent(publish.Type, publish.Data, $"{_stored.Cause}/{_events.Count}", publish.Bot, publish.Conversation);
                break;
            case UseMedia:
                break;
            case ShowTyping:
                _typing = true;
                break;
            case RecordConsent or TakeBackConsent:
                _consents.Add(effect);
                break;
            case Park park:
                _parked[park.Bot] = park.State;
                break;
            case SetLanguage language:
                _language = language.Language;
                break;
            case SetTimeZone zone:
                _timeZone = zone.TimeZone;
                break;
            case SetOptOut optOut:
                _optOut = optOut.Level;
                break;
            case SetHandedOver handedOver:
                _handedOver = handedOver.HandedOver;
                break;
            case SwitchBot next:
                _parked[_bot] = new ParkedState(_view.Conversation.State, _view.Conversation.Data);
                _parked.Remove(next.Bot);
                _bot = next.Bot;
                break;
            case ErasePerson:
                AddEvent(
                    EventTypes.ErasureRequested,
                    JsonSerializer.SerializeToElement(
                        new ErasureRequested(_view.Conversation.Person.Id), ContractsJson.Default.ErasureRequested),
                    $"{_stored.Cause}/erase");
                break;
            default:
                throw new UnreachableException($"Unknown effect {effect.GetType().Name}.");
        }
    }

    private void TakeSay(Say say)
    {
        var barred = Bar(say, out var content);
        var rendering = _channel.Render(content, _numbered.Count);
        foreach (var part in rendering.Parts)
        {
            var faults = _channel.Check(part);
            if (faults.Count > 0) throw new InvalidMessageException(part.Type, faults);
            _replies.Add(new Reply(part, say.ReplyTo, barred, _stored.TraceParent));
        }

        if (barred is null) _numbered.AddRange(rendering.Numbered);
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
            new UserMediaReceived(_view.Conversation.Id, message.NumberId, message.Id, media.MediaId, media.Type, media.MimeType, media.Sha256, use?.Purpose),
            ContractsJson.Default.UserMediaReceived),
        $"{_stored.Cause}/media", use?.Bot);

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

/// <summary>A bot said something no channel would take: a bug of ours. The message names each field.</summary>
public sealed class InvalidMessageException(string type, IReadOnlyList<string> faults)
    : Exception($"A message of type {type} breaks the channel's limits: {string.Join("; ", faults)}");
