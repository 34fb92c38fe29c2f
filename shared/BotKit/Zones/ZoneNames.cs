using System.Collections.Frozen;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.BotKit.Zones;

/// <summary>Names of zones that the tz database does not list: abbreviations, cities and regions in five languages, countries as people call them.</summary>
public static class ZoneNames
{
    // An abbreviation names a place with its summer time: nobody in New York means minus five all year.
    private static readonly string[] _zones =
    [
        "America/New_York: est, edt, et, eastern, eastern time, eastern standard time, east coast, nyc, new york city, nueva york, nova york, nova iorque, न्यूयॉर्क, न्यू यॉर्क, ניו יורק, boston, miami, washington, washington dc, atlanta, philadelphia, florida, orlando, charlotte, pittsburgh, new jersey, georgia usa, massachusetts, बोस्टन, מיאמי, בוסטון",
        "America/Chicago: cst, cdt, ct, central, central time, central standard time, dallas, houston, austin, san antonio, texas, minneapolis, new orleans, st louis, illinois, शिकागो, שיקגו, טקסס",
        "America/Denver: mst, mdt, mt, mountain, mountain time, salt lake city, colorado, utah, albuquerque",
        "America/Phoenix: arizona, tucson",
        "America/Los_Angeles: pst, pdt, pt, pacific, pacific time, pacific standard time, west coast, la, san francisco, sf, seattle, san diego, las vegas, portland, california, silicon valley, लॉस एंजेलिस, कैलिफ़ोर्निया, לוס אנגלס, לוס אנג'לס, קליפורניה, סן פרנסיסקו",
        "America/Anchorage: akst, akdt, alaska",
        "Pacific/Honolulu: hst, hawaii, hawái, हवाई, הוואי",
        "Europe/London: bst, uk time, londres, लंदन, לונדון, manchester, birmingham, liverpool, leeds, glasgow, edinburgh, bristol, scotland, wales, england, oxford, cambridge",
        "Europe/Lisbon: wet, west, lisboa, porto, लिस्बन, ליסבון",
        "Europe/Madrid: barcelona, sevilla, seville, valencia, malaga, bilbao, zaragoza, cataluña, andalucía, galicia, país vasco, मैड्रिड, מדריד, ברצלונה",
        "Atlantic/Canary: canarias, islas canarias, canary islands, tenerife, las palmas, gran canaria",
        "Europe/Paris: cet, cest, central european time, parís, पेरिस, פריז, lyon, marseille, marsella",
        "Europe/Berlin: berlín, berlim, बर्लिन, ברלין, munich, múnich, munique, hamburg, hamburgo, frankfurt, cologne",
        "Europe/Rome: roma, रोम, רומא, milan, milán, milão, milano, naples, venecia, venice",
        "Europe/Athens: eet, eest, atenas, एथेंस, אתונה",
        "Europe/Moscow: msk, moscú, moscou, मॉस्को, מוסקבה, st petersburg",
        "Asia/Jerusalem: idt, israel time, tel aviv, tel-aviv, haifa, תל אביב, ירושלים, חיפה, באר שבע, jerusalén, jerusalém, यरूशलम, तेल अवीव",
        "Asia/Dubai: gst, abu dhabi, dubái, दुबई, דובאי, sharjah",
        "Asia/Kolkata: indian standard time, india time, delhi, new delhi, mumbai, bombay, bangalore, bengaluru, chennai, madras, hyderabad, pune, ahmedabad, jaipur, lucknow, surat, kanpur, nagpur, goa, kerala, punjab, gujarat, maharashtra, kochi, दिल्ली, नई दिल्ली, मुंबई, मुम्बई, कोलकाता, बेंगलुरु, बैंगलोर, चेन्नई, हैदराबाद, पुणे, जयपुर, लखनऊ, अहमदाबाद, दिल्ली एनसीआर, नोएडा, गुड़गांव, noida, gurgaon, gurugram, देहली, calcuta, nueva delhi, nova delhi, דלהי, מומבאי",
        "Asia/Tokyo: jst, tokio, टोक्यो, טוקיו, osaka, kyoto, kioto",
        "Asia/Shanghai: beijing, pekín, pequim, बीजिंग, בייג'ינג, shenzhen, guangzhou",
        "Asia/Hong_Kong: hkt, हांगकांग, הונג קונג",
        "Asia/Singapore: sgt, singapur, singapura, सिंगापुर, סינגפור",
        "Australia/Sydney: aest, aedt, sídney, सिडनी, סידני, canberra, new south wales",
        "Australia/Perth: awst", "Australia/Adelaide: acst, acdt", "Pacific/Auckland: nzst, nzdt, wellington, christchurch",
        "America/Sao_Paulo: brt, brasília, brasilia, horário de brasília, hora de brasília, são paulo, sampa, rio, rio de janeiro, río de janeiro, belo horizonte, curitiba, porto alegre, goiânia, साओ पाउलो, סאו פאולו, ריו דה ז'ניירו",
        "America/Bahia: salvador, bahia", "America/Recife: pernambuco, joão pessoa, natal", "America/Fortaleza: ceará", "America/Manaus: amazonas", "America/Rio_Branco: acre, rio branco, no acre", "America/Cuiaba: mato grosso, cuiabá", "America/Belem: pará, belém",
        "America/Argentina/Buenos_Aires: art, baires, bs as, buenos aires, cordoba argentina, rosario, ब्यूनस आयर्स, בואנוס איירס",
        "America/Mexico_City: cdmx, ciudad de méxico, cidade do méxico, df, guadalajara, puebla, मेक्सिको सिटी, מקסיקו סיטי",
        "America/Bogota: medellín, cali, barranquilla, cartagena, bogotá, בוגוטה", "America/Santiago: clt, santiago de chile", "America/Lima: pet",
        "Asia/Kathmandu: npt, काठमांडू, काठमाण्डू, קטמנדו, katmandú, catmandu", "Asia/Dhaka: ढाका, דאקה, daca",
            "Asia/Karachi: pkt, कराची, लाहौर, lahore, islamabad, karāchi", "Asia/Bangkok: बैंकॉक, בנגקוק, banguecoque",
        "America/Toronto: टोरंटो, टोरोंटो, טורונטו, ottawa, montreal, montréal, मॉन्ट्रियल, מונטריאול, quebec, québec, ontario",
            "America/Vancouver: वैंकूवर, ונקובר, british columbia", "America/Edmonton: calgary, alberta",
        "Europe/Amsterdam: ámsterdam, amsterdã, amesterdão, एम्स्टर्डम, אמסטרדם, rotterdam, the hague",
            "Europe/Vienna: viena, वियना, וינה", "Europe/Prague: praga, प्राग, פראג", "Europe/Budapest: budapeste, बुडापेस्ट, בודפשט",
        "Europe/Warsaw: varsovia, varsóvia, वारसॉ, ורשה, krakow, kraków, cracovia, cracóvia",
            "Europe/Zurich: zúrich, zurique, ज़्यूरिख, ציריך, geneva, ginebra, genebra, ז'נבה, basel",
            "Europe/Brussels: bruselas, bruxelas, ब्रुसेल्स, בריסל",
        "Europe/Istanbul: trt, estambul, istambul, इस्तांबुल, איסטנבול, ankara", "Africa/Cairo: el cairo, o cairo, काहिरा, קהיר",
            "Africa/Nairobi: eat, नैरोबी, ניירובי, mombasa", "Africa/Lagos: wat, लागोस, לאגוס, abuja, ibadan, port harcourt, kano",
        "Africa/Johannesburg: sast, joburg, cape town, ciudad del cabo, cidade do cabo, जोहान्सबर्ग, durban, pretoria, יוהנסבורג, "
            + "קייפטאון", "Africa/Accra: acra, अक्रा, kumasi", "Australia/Melbourne: मेलबर्न, מלבורן, victoria australia",
            "Australia/Brisbane: ब्रिस्बेन, queensland, gold coast, בריסביין",
        "Asia/Seoul: kst, seúl, seul, सियोल, סיאול, busan", "Asia/Manila: pht, मनीला, מנילה, cebu",
            "Asia/Jakarta: wib, yakarta, jacarta, जकार्ता, ג'קרטה", "Asia/Kuala_Lumpur: myt, klang, penang, कुआलालंपुर, קואלה לומפור",
            "Asia/Riyadh: ast arabia, riad, riade, रियाद, ריאד, jeddah, mecca, makkah, medina",
        "Asia/Qatar: doha, दोहा, דוהה", "Asia/Muscat: oman, omán, omã, मस्कट, ओमान, עומאן", "Asia/Colombo: कोलंबो, קולומבו",
            "Asia/Nicosia: larnaca, limassol, nicosia, לרנקה, לימסול, ניקוסיה", "Europe/Dublin: dublín, डबलिन, דבלין",
            "Europe/Copenhagen: copenhague, copenhaga, कोपेनहेगन, קופנהגן",
        "Europe/Stockholm: estocolmo, स्टॉकहोम, סטוקהולם, gothenburg", "Europe/Oslo: ओस्लो, אוסלו, bergen",
            "Europe/Helsinki: helsinque, हेलसिंकी, הלסינקי", "Europe/Bucharest: bucarest, bucareste, बुखारेस्ट, בוקרשט",
            "Europe/Sofia: sofía, סופיה", "Europe/Kyiv: kiev, kyiv, kíev, कीव, קייב",
        "America/Montevideo: uyt, montevidéu, מונטווידאו", "America/Caracas: vet, קראקס",
            "America/Guayaquil: quito, cuenca ecuador, קיטו", "America/La_Paz: la paz, santa cruz bolivia, cochabamba, לה פאס",
            "America/Asuncion: asunción, assunção", "America/Havana: la habana, habana, havana, הוואנה",
        "America/Monterrey: monterrey, nuevo león", "America/Tijuana: tijuana, baja california",
            "America/Cancun: cancún, quintana roo, playa del carmen", "America/Santo_Domingo: santo domingo, punta cana",
            "America/Puerto_Rico: san juan, san juan de puerto rico",
        "Etc/UTC: utc, zulu, gmt",
    ];

    private static readonly string[] _countries =
    [
        "US: usa, us, united states, america, estados unidos, eeuu, ee uu, eua, अमेरिका, संयुक्त राज्य अमेरिका, amrika, ארצות הברית, ארהב, ארה\"ב", "GB: uk, great britain, britain, reino unido, inglaterra, gran bretaña, grã-bretanha, ब्रिटेन, इंग्लैंड, אנגליה, בריטניה",
        "ES: españa, espanha, स्पेन, ספרד", "BR: brasil, ब्राज़ील, ब्राजील, ברזיל", "IN: भारत, bharat, हिन्दुस्तान, hindustan, índia, la india, הודו", "IL: ישראל, इज़राइल, इस्राइल, israel",
        "MX: mexico, méxico, मेक्सिको, מקסיקו", "AR: argentina, अर्जेंटीना, ארגנטינה", "FR: francia, frança, फ्रांस, צרפת", "DE: alemania, alemanha, जर्मनी, גרמניה", "IT: italia, itália, इटली, איטליה",
        "PT: portugal, पुर्तगाल, פורטוגל", "JP: japón, japão, जापान, יפן", "AE: uae, emirates, emiratos árabes unidos, emirados árabes, यूएई, संयुक्त अरब अमीरात, איחוד האמירויות", "CO: colombia, colômbia, कोलंबिया, קולומביה",
        "PE: perú, peru, פרו", "RU: rusia, rússia, रूस, רוסיה", "CA: canadá, canada, कनाडा, קנדה", "AU: australia, austrália, ऑस्ट्रेलिया, אוסטרליה", "NL: holland, holanda, países bajos, países baixos, נידרלנד, הולנד", "CN: china, चीन, סין",
        "GR: grecia, grécia, יוון", "CH: suiza, suíça, שוויץ", "TR: turquía, turquia, turkey, तुर्की, טורקיה", "EG: egipto, egito, egypt, मिस्र, מצרים", "ZA: sudáfrica, áfrica do sul, दक्षिण अफ्रीका", "NP: नेपाल, נפאל", "PK: पाकिस्तान, pakistan, paquistán, paquistão, פקיסטן",
        "TH: tailandia, tailândia, थाईलैंड, תאילנד", "VN: vietnam, vietnã, वियतनाम, וייטנאם", "ID: indonesia, indonésia, bali, इंडोनेशिया, אינדונזיה, באלי", "PH: filipinas, फ़िलीपींस, פיליפינים",
        "KR: corea, corea del sur, coreia, coreia do sul, south korea, korea, दक्षिण कोरिया, कोरिया, קוריאה, דרום קוריאה", "PL: polonia, polônia, पोलैंड, פולין", "BE: bélgica, बेल्जियम, בלגיה",
        "AT: austria, áustria, ऑस्ट्रिया, אוסטריה", "IE: irlanda, आयरलैंड, אירלנד", "SE: suecia, suécia, स्वीडन, שוודיה, שבדיה", "NO: noruega, नॉर्वे, נורווגיה", "DK: dinamarca, डेनमार्क, דנמרק",
        "FI: finlandia, finlândia, फ़िनलैंड, פינלנד", "HU: hungría, hungria, हंगरी, הונגריה", "CZ: chequia, república checa, czech republic, tchéquia, चेक गणराज्य, צ'כיה, צכיה", "RO: rumania, romênia, रोमानिया, רומניה",
        "UA: ucrania, ucrânia, यूक्रेन, אוקראינה", "CY: chipre, साइप्रस, קפריסין", "MA: marruecos, marrocos, मोरक्को, מרוקו", "KE: kenia, quênia, केन्या, קניה", "NG: nigeria, nigéria, नाइजीरिया, ניגריה",
        "ET: etiopía, etiópia, इथियोपिया, אתיופיה", "SA: arabia saudita, arábia saudita, saudi, saudi arabia, सऊदी अरब, सऊदी, סעודיה, ערב הסעודית", "QA: catar, qatar, क़तर, कतर, קטאר", "KW: kuwait, कुवैत, כווית",
        "LK: sri lanka, श्रीलंका, סרי לנקה", "BD: bangladés, bangladesh, बांग्लादेश, בנגלדש", "CL: chile, चिली, צ'ילה, צילה", "UY: uruguay, uruguai, उरुग्वे, אורוגוואי", "PY: paraguay, paraguai, פרגוואי",
        "BO: bolivia, bolívia, बोलीविया, בוליביה", "EC: ecuador, equador, אקוודור", "VE: venezuela, ונצואלה", "CU: cuba, क्यूबा, קובה", "DO: república dominicana, dominican republic", "CR: costa rica, קוסטה ריקה",
        "PA: panamá, פנמה", "GT: guatemala, גואטמלה", "NZ: nueva zelanda, nova zelândia, न्यूज़ीलैंड, ניו זילנד", "JO: jordania, jordânia, ירדן", "GE: georgia, geórgia, גאורגיה", "SG: singapur, singapura",
        "MY: malasia, malásia, मलेशिया, מלזיה", "PR: puerto rico, porto rico",
    ];

    private static readonly FrozenDictionary<string, string> _byName = Read(_zones);
    private static readonly FrozenDictionary<string, string> _byCountry = Read(_countries);

    // In India, Israel and Ireland they stand for their own time.
    private static readonly string[] _ist = ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"];

    /// <summary>The zones that a name stands for; empty: it is none of these.</summary>
    public static IReadOnlyList<string> Find(string plain) => plain == "ist" ? _ist : _byName.TryGetValue(plain, out var zone) ? [zone] : [];

    /// <summary>The ISO 3166 code of a country as people call it; null: it is none of these.</summary>
    public static string? Country(string plain) => _byCountry.GetValueOrDefault(plain);

    /// <summary>Minutes from UTC that a text says: "utc+3", "gmt -5", "+5:30"; null: it says none.</summary>
    public static int? Offset(string plain)
    {
        var text = plain.Replace(" ", "", StringComparison.Ordinal);
        foreach (var name in (string[])["utc", "gmt"])
        {
            if (text.StartsWith(name, StringComparison.Ordinal)) text = text[name.Length..];
        }

        if (text.Length is < 2 or > 6 || text[0] is not ('+' or '-' or '\u2212')) return null;
        var parts = text[1..].Split(':', '.');
        if (parts.Length > 2 || !int.TryParse(parts[0], out var hours) || hours > 14) return null;
        var minutes = 0;
        if (parts.Length == 2 && (!int.TryParse(parts[1], out minutes) || minutes is not (0 or 15 or 30 or 45 or 5))) return null;
        if (parts.Length == 2 && parts[1] == "5") minutes = 30;
        return (text[0] == '+' ? 1 : -1) * (hours * 60 + minutes);
    }

    private static FrozenDictionary<string, string> Read(string[] rows) => rows
        .Select(row => row.Split(": ", 2))
        .SelectMany(row => row[1].Split(',', StringSplitOptions.TrimEntries).Select(name => KeyValuePair.Create(PlainText.Of(name), row[0])))
        .DistinctBy(pair => pair.Key).ToFrozenDictionary();
}
