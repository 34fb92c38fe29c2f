using System.Collections.Frozen;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>Names of habits that were given as orders: "medita a las 7" is of *Meditar*, as "quiero meditar" is.</summary>
internal static class Infinitives
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> _all = new Dictionary<string,
        FrozenDictionary<string, string>>
    {
        [Languages.Spanish] = Of(
            "medita meditar, lee leer, corre correr, camina caminar, bebe beber, toma tomar, estudia estudiar, escribe escribir, "
                + "duerme dormir, entrena entrenar, "
            + "practica practicar, limpia limpiar, lava lavar, riega regar, come comer, respira respirar, estira estirar, "
            + "levántate levantarse, acuéstate acostarse, "
            + "haz hacer, paga pagar, reza rezar, dibuja dibujar, toca tocar, aprende aprender, saca sacar, pasea pasear, ordena "
            + "ordenar, llama llamar, repasa repasar, "
            + "cepíllate cepillarse, dúchate ducharse, báñate bañarse, deja dejar"),
        [Languages.Portuguese] = Of(
            "medita meditar, medite meditar, lê ler, leia ler, corre correr, corra correr, caminhe caminhar, bebe beber, beba "
                + "beber, toma tomar, tome tomar, estuda estudar, "
            + "estude estudar, escreve escrever, escreva escrever, dorme dormir, durma dormir, treina treinar, treine treinar, "
            + "faz fazer, faça fazer, liga ligar, ligue ligar, "
            + "limpa limpar, limpe limpar, lava lavar, lave lavar, rega regar, regue regar, reza rezar, reze rezar, come comer, "
            + "coma comer, respira respirar, alonga alongar, "
            + "alongue alongar, pratica praticar, pratique praticar, paga pagar, pague pagar, aprende aprender, aprenda aprender, "
            + "arruma arrumar, arrume arrumar, pare parar"),
    }.ToFrozenDictionary();

    /// <summary>The name with its verb in the form in which a dictionary has it; as it is where it begins with no order.</summary>
    public static string Of(string name, string? language)
    {
        if (language is null || !_all.TryGetValue(language, out var verbs)) return name;
        var end = name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? space : name.Length;
        return verbs.TryGetValue(name[..end].ToLowerInvariant(), out var verb) ? char.ToUpperInvariant(verb[0]) + verb[1..] + name[end..]
            : name;
    }

    private static FrozenDictionary<string, string> Of(string pairs) =>
        pairs.Split(", ").Select(pair => pair.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
}
