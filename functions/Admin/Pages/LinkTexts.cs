namespace WhatsAppBots.Admin.Pages;

/// <summary>Texts of the link pages, in one language.</summary>
internal sealed record LinkTexts
{
    private static readonly LinkTexts[] _all =
    [
        new()
        {
            Language = "en",
            ByProvider = "Sign in with your organisation", ProviderFailed = "Your organisation's sign-in didn't work. Try again.",
            NoGroup = "None of your groups has access here. Ask the person who runs your organisation's accounts.",
            NoAddress = "Your organisation doesn't tell us a verified e-mail address for you.",
            Setup = ("Create the first account", "This account owns the installation. It can invite everybody else."),
            Accept = ("Join the team", "If you already have an account with this address, enter its password. Otherwise choose a new one."),
            Reset = ("Choose a new password", "All your other sessions end, and your second factor is turned off."),
            SignIn = ("Sign in", "Use your e-mail address and password."),
            Name = "Your name", Email = "E-mail address", Password = "Password", NewPassword = "Password",
            Code = "Code of your second factor",
            PasswordRule = "12 characters or more. A few random words work well.", Go = "Continue",
            Done = "You're signed in.",
            Docs = "Open the API documentation", NoScript = "This page needs JavaScript.",
            Wrong = "The address, password or code is wrong.",
            Failed = "That didn't work. Check your connection and try again.", Wait = "Too many attempts. Wait a minute and try again.",
            CodeIsMissing = "Enter the code of your second factor, or a recovery code.",
            Unknown = "We don't know this link. Check that you copied all of it.",
            Used = "This link has been used. Sign in instead.",
            Ended = "This link has expired. Ask for a new one.",
            Withdrawn = "This invitation was withdrawn. Ask the person who invited you.",
            Weak = "Choose a stronger password: 12 characters or more, not all alike, and without your address in it.",
            WrongPassword = "You already have an account with this address. Enter its password.", NameIsMissing = "Enter your name.",
            Taken = "There's already an account with this address. Sign in with it.",
            NoWorkspace = "This account isn't in any workspace. Ask for an invitation.",
        },
        new()
        {
            Language = "es",
            ByProvider = "Entrar con tu organización",
            ProviderFailed = "El inicio de sesión de tu organización no ha funcionado. Inténtalo otra vez.",
            NoGroup = "Ninguno de tus grupos tiene acceso. Pregunta a quien gestiona las cuentas de tu organización.",
            NoAddress = "Tu organización no nos da una dirección de correo verificada.",
            Setup = ("Crea la primera cuenta", "Esta cuenta es la propietaria de la instalación. Puede invitar a todos los demás."),
            Accept = ("Únete al equipo", "Si ya tienes una cuenta con esta dirección, escribe su contraseña. Si no, elige una nueva."),
            Reset = ("Elige una contraseña nueva", "Se cierran tus demás sesiones y se desactiva tu segundo factor."),
            SignIn = ("Inicia sesión", "Usa tu correo electrónico y tu contraseña."),
            Name = "Tu nombre", Email = "Correo electrónico", Password = "Contraseña", NewPassword = "Contraseña",
            Code = "Código de tu segundo factor",
            PasswordRule = "12 caracteres o más. Unas cuantas palabras al azar funcionan bien.", Go = "Continuar",
            Done = "Has iniciado sesión.", Docs = "Abrir la documentación de la API", NoScript = "Esta página necesita JavaScript.",
            Wrong = "La dirección, la contraseña o el código no son correctos.",
            Failed = "No ha funcionado. Revisa tu conexión e inténtalo otra vez.",
            Wait = "Demasiados intentos. Espera un minuto e inténtalo otra vez.",
            CodeIsMissing = "Escribe el código de tu segundo factor o un código de recuperación.",
            Unknown = "No conocemos este enlace. Comprueba que lo has copiado entero.", Used = "Este enlace ya se ha usado. Inicia sesión.",
            Ended = "Este enlace ha caducado. Pide uno nuevo.", Withdrawn = "Esta invitación se ha retirado. Pregunta a quien te invitó.",
            Weak = "Elige una contraseña más segura: 12 caracteres o más, variados y sin tu dirección.",
            WrongPassword = "Ya tienes una cuenta con esta dirección. Escribe su contraseña.", NameIsMissing = "Escribe tu nombre.",
            Taken = "Ya hay una cuenta con esta dirección. Inicia sesión con ella.",
            NoWorkspace = "Esta cuenta no está en ningún espacio de trabajo. Pide una invitación.",
        },
        new()
        {
            Language = "pt",
            ByProvider = "Entrar com sua organização", ProviderFailed = "O login da sua organização não funcionou. Tente de novo.",
            NoGroup = "Nenhum dos seus grupos tem acesso aqui. Fale com quem cuida das contas da sua organização.",
            NoAddress = "Sua organização não informa um e-mail verificado.",
            Setup = ("Crie a primeira conta", "Esta conta é a dona da instalação. Ela pode convidar todas as outras pessoas."),
            Accept = ("Entre na equipe", "Se você já tem uma conta com este endereço, digite a senha dela. Se não, escolha uma nova."),
            Reset = ("Escolha uma nova senha", "Suas outras sessões são encerradas e o segundo fator é desativado."),
            SignIn = ("Entrar", "Use seu e-mail e sua senha."),
            Name = "Seu nome", Email = "E-mail", Password = "Senha", NewPassword = "Senha", Code = "Código do segundo fator",
            PasswordRule = "12 caracteres ou mais. Algumas palavras aleatórias funcionam bem.", Go = "Continuar", Done = "Você entrou.",
            Docs = "Abrir a documentação da API", NoScript = "Esta página precisa de JavaScript.",
            Wrong = "O endereço, a senha ou o código está errado.", Failed = "Não deu certo. Verifique sua conexão e tente de novo.",
            Wait = "Tentativas demais. Espere um minuto e tente de novo.",
            CodeIsMissing = "Digite o código do segundo fator ou um código de recuperação.",
            Unknown = "Não conhecemos este link. Confira se você copiou tudo.", Used = "Este link já foi usado. Entre com sua conta.",
            Ended = "Este link expirou. Peça um novo.", Withdrawn = "Este convite foi retirado. Fale com quem convidou você.",
            Weak = "Escolha uma senha mais forte: 12 caracteres ou mais, variados e sem o seu endereço.",
            WrongPassword = "Você já tem uma conta com este endereço. Digite a senha dela.", NameIsMissing = "Digite seu nome.",
            Taken = "Já existe uma conta com este endereço. Entre com ela.",
            NoWorkspace = "Esta conta não está em nenhum espaço de trabalho. Peça um convite.",
        },
        new()
        {
            Language = "hi",
            ByProvider = "अपने संगठन से साइन इन करें", ProviderFailed = "आपके संगठन का साइन-इन नहीं चला। फिर कोशिश करें।",
            NoGroup = "आपके किसी ग्रुप को यहाँ आने की इजाज़त नहीं है। अपने संगठन के खाते देखने वाले से पूछें।",
            NoAddress = "आपका संगठन आपका कोई जाँचा हुआ ईमेल पता नहीं बताता।",
            Setup = ("पहला खाता बनाएँ", "यह खाता इस इंस्टॉलेशन का मालिक होगा और बाकी सबको बुला सकेगा।"),
            Accept = ("टीम में शामिल हों", "अगर इस पते से आपका खाता पहले से है, तो उसका पासवर्ड लिखें। नहीं तो नया चुनें।"),
            Reset = ("नया पासवर्ड चुनें", "आपके बाकी सभी सेशन बंद हो जाएँगे और दूसरा फ़ैक्टर हट जाएगा।"),
            SignIn = ("साइन इन करें", "अपना ईमेल पता और पासवर्ड लिखें।"),
            Name = "आपका नाम", Email = "ईमेल पता", Password = "पासवर्ड", NewPassword = "पासवर्ड", Code = "दूसरे फ़ैक्टर का कोड",
            PasswordRule = "12 या ज़्यादा अक्षर। कुछ बेतरतीब शब्द अच्छे रहते हैं।", Go = "आगे बढ़ें", Done = "आप साइन इन हो गए हैं।",
            Docs = "API के दस्तावेज़ खोलें", NoScript = "इस पेज को JavaScript चाहिए।", Wrong = "पता, पासवर्ड या कोड गलत है।",
            Failed = "यह नहीं हो पाया। अपना कनेक्शन देखें और फिर कोशिश करें।",
            Wait = "बहुत ज़्यादा कोशिशें हो गईं। एक मिनट रुककर फिर कोशिश करें।",
            CodeIsMissing = "दूसरे फ़ैक्टर का कोड या रिकवरी कोड लिखें।",
            Unknown = "यह लिंक हमारे पास नहीं है। देखें कि आपने पूरा कॉपी किया है या नहीं।",
            Used = "यह लिंक इस्तेमाल हो चुका है। साइन इन करें।",
            Ended = "यह लिंक अब नहीं चलता। नया माँगें।", Withdrawn = "यह न्योता वापस ले लिया गया है। जिसने बुलाया था उनसे पूछें।",
            Weak = "ज़्यादा मज़बूत पासवर्ड चुनें: 12 या ज़्यादा अलग-अलग अक्षर, और उसमें आपका पता न हो।",
            WrongPassword = "इस पते से आपका खाता पहले से है। उसका पासवर्ड लिखें।", NameIsMissing = "अपना नाम लिखें।",
            Taken = "इस पते से खाता पहले से है। उसी से साइन इन करें।", NoWorkspace = "यह खाता किसी वर्कस्पेस में नहीं है। न्योता माँगें।",
        },
        new()
        {
            Language = "he",
            ByProvider = "כניסה דרך הארגון שלכם", ProviderFailed = "הכניסה דרך הארגון לא הצליחה. נסו שוב.",
            NoGroup = "לאף אחת מהקבוצות שלכם אין גישה לכאן. פנו למי שמנהל את החשבונות בארגון.",
            NoAddress = "הארגון לא מוסר לנו כתובת מייל מאומתת שלכם.",
            Setup = ("יצירת החשבון הראשון", "החשבון הזה הוא הבעלים של ההתקנה, והוא יכול להזמין את כל השאר."),
            Accept = ("הצטרפות לצוות", "אם כבר יש לכם חשבון בכתובת הזאת, הקלידו את הסיסמה שלו. אם לא, בחרו סיסמה חדשה."),
            Reset = ("בחירת סיסמה חדשה", "כל החיבורים האחרים שלכם ייסגרו, והאימות הדו-שלבי יכובה."),
            SignIn = ("כניסה", "הקלידו את כתובת המייל והסיסמה."),
            Name = "השם שלכם", Email = "כתובת מייל", Password = "סיסמה", NewPassword = "סיסמה", Code = "קוד האימות הדו-שלבי",
            PasswordRule = "12 תווים או יותר. כמה מילים אקראיות זה רעיון טוב.", Go = "המשך", Done = "נכנסתם.",
            Docs = "פתיחת התיעוד של ה-API", NoScript = "הדף הזה צריך JavaScript.", Wrong = "הכתובת, הסיסמה או הקוד שגויים.",
            Failed = "זה לא הצליח. בדקו את החיבור ונסו שוב.", Wait = "יותר מדי ניסיונות. חכו דקה ונסו שוב.",
            CodeIsMissing = "הקלידו את קוד האימות הדו-שלבי או קוד שחזור.",
            Unknown = "אנחנו לא מכירים את הקישור הזה. בדקו שהעתקתם את כולו.", Used = "כבר השתמשו בקישור הזה. אפשר להיכנס במקום זה.",
            Ended = "תוקף הקישור פג. בקשו קישור חדש.", Withdrawn = "ההזמנה בוטלה. פנו למי שהזמין אתכם.",
            Weak = "בחרו סיסמה חזקה יותר: 12 תווים או יותר, מגוונים, בלי הכתובת שלכם.",
            WrongPassword = "כבר יש לכם חשבון בכתובת הזאת. הקלידו את הסיסמה שלו.", NameIsMissing = "הקלידו את השם שלכם.",
            Taken = "כבר יש חשבון בכתובת הזאת. אפשר להיכנס איתו.", NoWorkspace = "החשבון הזה לא נמצא בשום סביבת עבודה. בקשו הזמנה.",
        },
    ];

    public required string Language { get; init; }

    /// <summary>Title and introduction of each page.</summary>
    public required (string Title, string Intro) Setup { get; init; }

    public required (string Title, string Intro) Accept { get; init; }

    public required (string Title, string Intro) Reset { get; init; }

    public required (string Title, string Intro) SignIn { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Password { get; init; }

    public required string NewPassword { get; init; }

    public required string Code { get; init; }

    public required string PasswordRule { get; init; }

    public required string Go { get; init; }

    public required string Done { get; init; }

    public required string Docs { get; init; }

    public required string NoScript { get; init; }

    public required string Wrong { get; init; }

    public required string Failed { get; init; }

    public required string Wait { get; init; }

    public required string CodeIsMissing { get; init; }

    public required string Unknown { get; init; }

    public required string Used { get; init; }

    public required string Ended { get; init; }

    public required string Withdrawn { get; init; }

    public required string Weak { get; init; }

    public required string WrongPassword { get; init; }

    public required string NameIsMissing { get; init; }

    public required string Taken { get; init; }

    public required string NoWorkspace { get; init; }

    public required string ByProvider { get; init; }

    public required string ProviderFailed { get; init; }

    public required string NoGroup { get; init; }

    public required string NoAddress { get; init; }

    /// <summary>rtl or ltr.</summary>
    public string Direction => Language == "he" ? "rtl" : "ltr";

    /// <summary>All languages.</summary>
    public static IReadOnlyList<LinkTexts> All => _all;

    /// <summary>Texts in the first language of the browser that there is; otherwise English.</summary>
    public static LinkTexts Of(string accepted) =>
        accepted.Split(',').Select(part => Find(part.Trim()[..Math.Min(2, part.Trim().Length)])).FirstOrDefault(found => found is not null)
            ?? _all[0];

    /// <summary>Title and introduction of a page, by its path.</summary>
    public (string Title, string Intro) OfPage(string path) => path switch
    {
        "setup" => Setup,
        "accept" => Accept,
        "reset" => Reset,
        _ => SignIn,
    };

    private static LinkTexts? Find(string language) => Array.Find(_all, texts => texts.Language == (language == "iw" ? "he" : language));
}
