namespace WhatsAppBots.Bots.Portraits;

/// <summary>Where the talk stands. Orders go their own way: one can be made while the next is talked about.</summary>
internal static class PortraitStates
{
    /// <summary>Nothing begun.</summary>
    public const string New = "New";

    /// <summary>Asked to agree to what happens with the photos.</summary>
    public const string PhotoTerms = "PhotoTerms";

    /// <summary>Sends photos; there are too few yet.</summary>
    public const string Collecting = "Collecting";

    /// <summary>Enough photos.</summary>
    public const string PicturesLoaded = "PicturesLoaded";

    /// <summary>Chooses how many pictures.</summary>
    public const string ChoosingTier = "ChoosingTier";

    /// <summary>Chooses a style.</summary>
    public const string ChoosingPack = "ChoosingPack";

    /// <summary>Reads the terms of an order.</summary>
    public const string AgreeingTerms = "AgreeingTerms";

    /// <summary>Has a link to pay.</summary>
    public const string AwaitingPayment = "AwaitingPayment";

    /// <summary>Waits for the pictures.</summary>
    public const string Training = "Training";

    /// <summary>Has pictures, and perhaps a model to use again.</summary>
    public const string TuneReady = "TuneReady";

    /// <summary>Asked what was not right.</summary>
    public const string WritingFeedback = "WritingFeedback";

    /// <summary>All of them, in the order in which a person meets them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [New, PhotoTerms, Collecting, PicturesLoaded, ChoosingTier, ChoosingPack, AgreeingTerms, AwaitingPayment, Training, TuneReady, WritingFeedback];
}
