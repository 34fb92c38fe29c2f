using System.Globalization;
using System.Numerics;

namespace WhatsAppBots.Bots.Portraits.Steps;

/// <summary>Says in words what a set of photos is like, and which one to replace.</summary>
internal static class Reviewing
{
    private const double Dim = 70;
    private const double Glaring = 190;
    private const double Soft = 60;
    private const int Alike = 14;

    /// <summary>The review, in reply to the photo it would replace, which can be left out.</summary>
    public static void Review(PortraitTurn turn)
    {
        if (turn.Accepted.Count == 0)
        {
            Where.Show(turn);
            return;
        }

        var (words, worst) = Words(turn);
        if (worst is null) turn.Say(words);
        else turn.Buttons(words, worst.Id, (PortraitIds.Leave(worst.Id), turn.Texts.LeaveOutButton));
    }

    /// <summary>What most of the photos show; null while none is in.</summary>
    public static string? ClassOf(IReadOnlyList<Photo> photos) => photos
        .Where(photo => photo.Class is not null).GroupBy(photo => photo.Class).OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;

    /// <summary>Traits that at least half of the photos have.</summary>
    public static IReadOnlyDictionary<string, string> TraitsOf(IReadOnlyList<Photo> photos) => photos
        .SelectMany(photo => photo.Traits ?? new Dictionary<string, string>())
        .GroupBy(trait => trait).Where(group => group.Count() * 2 >= photos.Count)
        .GroupBy(group => group.Key.Key).ToDictionary(
            trait => trait.Key, trait => trait.OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Value, StringComparer.Ordinal).First().Key.Value);

    private static (string Text, Photo? Worst) Words(PortraitTurn turn)
    {
        var (photos, texts) = (turn.Accepted, turn.Texts);
        var lines = new List<string>();
        var dim = photos.Count(photo => photo.Light < Dim);
        var glaring = photos.Count(photo => photo.Light > Glaring);
        lines.Add(dim * 3 > photos.Count ? texts.LightDim : glaring * 3 > photos.Count ? texts.LightGlaring : texts.LightGood);
        var full = photos.Count(photo => photo.FullLength);
        lines.Add(full == 0 ? texts.AnglesNoFull : full * 2 > photos.Count ? texts.AnglesFewClose : texts.AnglesGood);
        lines.Add(photos.Count(photo => HasLookAlike(photo, photos)) * 3 > photos.Count ? texts.VarietyLow : texts.VarietyGood);
        var worst = Worst(photos);
        lines.Add(worst is null
            ? texts.NothingToReplace
            : texts.Replace((photos.Index().First(each => each.Item == worst).Index + 1).ToString(CultureInfo.InvariantCulture), Why(worst, texts)));
        return (string.Join("\n", lines.Select(line => "• " + line)), worst);
    }

    private static Photo? Worst(IReadOnlyList<Photo> photos) => photos
        .Where(photo => photo.Light is < Dim or > Glaring || photo.Sharpness < Soft)
        .OrderBy(photo => photo.Sharpness).FirstOrDefault();

    private static string Why(Photo photo, PortraitTexts texts) =>
        photo.Sharpness < Soft ? texts.WhySoft : photo.Light < Dim ? texts.WhyDim : texts.WhyGlaring;

    private static bool HasLookAlike(Photo photo, IReadOnlyList<Photo> photos) => photos.Any(other =>
        other.Id != photo.Id && Bits(other) is { } a && Bits(photo) is { } b && BitOperations.PopCount(a ^ b) <= Alike);

    private static ulong? Bits(Photo photo) =>
        ulong.TryParse(photo.Fingerprint, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var bits) ? bits : null;
}
