using System.Collections.Concurrent;

namespace WhatsAppBots.Traffic;

/// <summary>Many people, and the phone each reply goes to.</summary>
public sealed class Crowd
{
    private readonly ConcurrentDictionary<string, Person> _people;

    /// <param name="run">Tells the message ids of this run from those of others.</param>
    /// <param name="first">Phones count up from here.</param>
    public Crowd(string number, int count, string run, long first = 4900000000000)
    {
        _people = new();
        for (var n = 0; n < count; n++)
        {
            var phone = (first + n).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var person = new Person(number, phone, run);
            _people[phone] = person;
            People.Add(person);
        }
    }

    private Crowd(ConcurrentDictionary<string, Person> phones, List<Person> people) => (_people, People) = (phones, people);

    /// <summary>In the order of their phones.</summary>
    public List<Person> People { get; } = [];

    /// <summary>One of them, and a crowd of the others. Replies reach all through either.</summary>
    public (Person One, Crowd Others) TakeOne() => (People[0], new Crowd(_people, People[1..]));

    /// <summary>Hands a reply to its phone.</summary>
    public void Receive(Accepted message)
    {
        if (_people.TryGetValue(message.To, out var person)) person.Receive(message.Text);
    }

    /// <summary>What is wrong with all replies.</summary>
    public Verdict Judge() => People.Select(person => person.Judge()).Aggregate(Verdict.Sound, (sum, verdict) => sum + verdict);
}
