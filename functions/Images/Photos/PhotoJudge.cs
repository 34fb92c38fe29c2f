using System.Globalization;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Images.Astria;

namespace WhatsAppBots.Images.Photos;

/// <summary>What is made of what our checks and Astria's say of a photo. Pure.</summary>
internal static class PhotoJudge
{
    private const int Adult = 18;

    private static readonly HashSet<string> _children = ["boy", "girl", "baby", "child", "kid", "toddler", "infant"];

    /// <summary>Our own faults by the names they are told by.</summary>
    public static string NameOf(PhotoFault fault) => fault switch
    {
        PhotoFault.NoPhoto => PhotoFaults.NoPhoto,
        PhotoFault.TooLarge or PhotoFault.TooManyPixels => PhotoFaults.TooLarge,
        PhotoFault.TooSmall => PhotoFaults.TooSmall,
        PhotoFault.Damaged => PhotoFaults.Damaged,
        PhotoFault.TooDark => PhotoFaults.TooDark,
        PhotoFault.TooBright => PhotoFaults.TooBright,
        PhotoFault.Blurred => PhotoFaults.Blurred,
    };

    /// <summary>Why Astria's answer rules a photo out, the gravest first; null: it does not.</summary>
    public static string? FaultOf(AstriaInspection seen) => seen switch
    {
        _ when IsChild(seen) => PhotoFaults.Child,
        { Name: null or "" or "NONE" or "none" } => PhotoFaults.Nobody,
        { FunnyFace: true } => PhotoFaults.FunnyFace,
        { Blurry: true } or { LowResolution: true } => PhotoFaults.Blurred,
        { WearingSunglasses: true } => PhotoFaults.Sunglasses,
        { IncludesMultiplePeople: true } => PhotoFaults.SeveralPeople,
        { WearingHat: true } => PhotoFaults.Hat,
        _ => null,
    };

    /// <summary>What a model is told of the person; what is empty is left out.</summary>
    public static IReadOnlyDictionary<string, string> TraitsOf(AstriaInspection seen) => new (string Name, string? Value)[]
    {
        ("ethnicity", seen.Ethnicity), ("age", seen.Age), ("hair_color", seen.HairColor), ("hair_length", seen.HairLength),
        ("facial_hair", seen.FacialHair), ("eye_color", seen.EyeColor), ("glasses", seen.Glasses),
    }.Where(trait => trait.Value is { Length: > 0 and <= 60 }).ToDictionary(trait => trait.Name, trait => trait.Value!);

    private static bool IsChild(AstriaInspection seen) =>
        (seen.Name is { } name && _children.Contains(name.ToLowerInvariant()))
        || (AgeOf(seen.Age) is { } age && age < Adult);

    // "30", "25-30", "30 yo": the first number there is.
    private static int? AgeOf(string? age)
    {
        var digits = new string([.. (age ?? "").SkipWhile(letter => !char.IsAsciiDigit(letter)).TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var years) ? years : null;
    }
}
