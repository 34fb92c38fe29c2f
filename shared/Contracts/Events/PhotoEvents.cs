namespace WhatsAppBots.Contracts.Events;

/// <summary>A photo was checked.</summary>
/// <param name="Fault">Why it cannot be used, a name of <see cref="PhotoFaults"/>; null: it can.</param>
/// <param name="Class">Who is in it, as the provider names it: <c>man</c>, <c>woman</c>; null where nobody was looked for.</param>
/// <param name="Traits">What they look like: <c>hair_color</c> → <c>black</c>.</param>
/// <param name="Light">Mean brightness, 0 to 255.</param>
/// <param name="Sharpness">Variance of the Laplacian.</param>
/// <param name="Fingerprint">64 bits, hexadecimal: alike where the pictures are.</param>
/// <param name="FullLength">The whole person is in it, or they stand far away.</param>
/// <param name="StoreKey">Where in the media store, for who looks at it next.</param>
public sealed record ImageProcessed(
    long ConversationId, string MessageId, string? Fault, string? Class, IReadOnlyDictionary<string, string>? Traits, double Light,
    double Sharpness, string? Fingerprint, bool FullLength, string? StoreKey = null);

/// <summary>Why a photo cannot be used. Some can be used all the same, where the person wants it.</summary>
public static class PhotoFaults
{
    /// <summary>Not a JPEG, PNG or WebP.</summary>
    public const string NoPhoto = "no_photo";

    /// <summary>Too many bytes or pixels.</summary>
    public const string TooLarge = "too_large";

    /// <summary>Too few pixels.</summary>
    public const string TooSmall = "too_small";

    /// <summary>It does not decode.</summary>
    public const string Damaged = "damaged";

    /// <summary>Hardly any light.</summary>
    public const string TooDark = "too_dark";

    /// <summary>Hardly anything but light.</summary>
    public const string TooBright = "too_bright";

    /// <summary>No edges.</summary>
    public const string Blurred = "blurred";

    /// <summary>It was sent before.</summary>
    public const string Again = "again";

    /// <summary>Nobody is in it.</summary>
    public const string Nobody = "nobody";

    /// <summary>A grimace; it can be used all the same.</summary>
    public const string FunnyFace = "funny_face";

    /// <summary>The eyes cannot be seen.</summary>
    public const string Sunglasses = "sunglasses";

    /// <summary>More than one person.</summary>
    public const string SeveralPeople = "several_people";

    /// <summary>A hat; it can be used all the same.</summary>
    public const string Hat = "hat";

    /// <summary>A child.</summary>
    public const string Child = "child";

    /// <summary>The file could not be had from WhatsApp.</summary>
    public const string NotHad = "not_had";

    /// <summary>Nobody could look at it just now.</summary>
    public const string NotChecked = "not_checked";

    /// <summary>More checks than a day allows.</summary>
    public const string TooMany = "too_many";

    /// <summary>More checks than a day allows, and the person was told so today: it is turned down without a word.</summary>
    public const string TooManyAgain = "too_many_again";

    /// <summary>Those that a person may overrule.</summary>
    public static IReadOnlyList<string> Soft { get; } = [FunnyFace, Hat];
}

/// <summary>Erase photos a person sent.</summary>
/// <param name="MessageIds">Those and no others: by the time this is heard there may be new ones.</param>
public sealed record PhotosErased(long ConversationId, IReadOnlyList<string> MessageIds);
