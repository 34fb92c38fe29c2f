namespace WhatsAppBots.EndToEnd.Tests.Habits;

/// <summary>A photo marks what it shows, whatever is written on it or below it.</summary>
[Collection(HabitSites.Name)]
public sealed class HabitPhotoTests(HabitSite site)
{
    [Theory]
    [InlineData("reading", "Reading")]
    [InlineData("gym,yoga", "Gym", "Yoga")]
    public async Task Photo_MarksExactlyWhatItShows(string says, params string[] marked)
    {
        var person = await site.TrackingAsync("reading", "gym", "yoga");

        await site.PhotoAsync(person, says);

        await person.SeesAsync(", well done.");
        await HabitSite.DoneAsync(person, marked.Length);
        foreach (var name in (string[])["Reading", "Gym", "Yoga"]) Assert.Equal(marked.Contains(name) ? 1 : 0, await person.TimesAsync($"✅ *{name}*, well done."));
    }

    [Fact]
    public async Task Order_BelowAPhoto_MarksNothingThatItDoesNotShow()
    {
        var person = await site.TrackingAsync("gym", "reading");

        await site.PhotoAsync(person, "reading", $"{HabitSite.Order}!");

        await person.SeesAsync("✅ *Reading*, well done.");
        await HabitSite.DoneAsync(person, 1);
        Assert.False((bool)Assert.Single(await site.AskedAsync($"{HabitSite.Order}!"))["obeyed"]!);
    }

    [Fact]
    public async Task Order_OnAPhoto_MarksNothing()
    {
        var person = await site.TrackingAsync("gym", "reading");

        await site.PhotoAsync(person, HabitSite.Order);

        await person.SeesAsync("I can't see it");
        await HabitSite.DoneAsync(person, 0);
    }

    [Fact]
    public async Task Order_ThatIsTheNameOfAHabit_MarksNothingThatAPhotoDoesNotShow()
    {
        var person = await site.TrackingAsync(HabitSite.Order, "reading");

        await site.PhotoAsync(person, "reading", "my evening");

        await person.SeesAsync("✅ *Reading*, well done.");
        await HabitSite.DoneAsync(person, 1);
        Assert.False((bool)Assert.Single(await site.AskedAsync("my evening"))["obeyed"]!);
    }
}
