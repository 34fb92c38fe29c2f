namespace WhatsAppBots.Unit.Tests.Infra.Bicep;

/// <summary>Reads the part of Bicep that infra/azure is written in, and stops at what it does not know.</summary>
internal sealed class BicepParser
{
    private readonly string _file;
    private readonly List<BicepToken> _tokens;
    private int _at;

    private BicepParser(string file, string source)
    {
        _file = file;
        _tokens = BicepToken.Read(file, source);
    }

    private BicepToken Next => _tokens[_at];

    /// <exception cref="FormatException">The file is not well formed; the message says where.</exception>
    public static IReadOnlyList<BicepStatement> Parse(string file, string source)
    {
        var parser = new BicepParser(file, source);
        var statements = new List<BicepStatement>();
        for (parser.SkipLines(); parser.Next.Kind != "end"; parser.SkipLines()) statements.Add(parser.Statement());
        return statements;
    }

    private BicepStatement Statement()
    {
        List<BicepNode> decorators = [];
        while (Next.Is("@"))
        {
            _at++;
            decorators.Add(Postfix());
            SkipLines();
        }

        var kind = Word();
        if (kind == "using") return Ended(new BicepStatement(kind, "", Text(), false, decorators, null));
        var name = Word();
        var type = kind switch
        {
            "resource" or "module" => Text(),
            "output" => Word(),
            "param" when !Next.Is("=") => Word(),
            "param" or "var" => "",
            _ => throw Fault($"{kind} begins no declaration"),
        };
        var isExisting = kind == "resource" && Take("existing");
        var value = kind == "param" && !Next.Is("=") ? null : Value();
        return Ended(new BicepStatement(kind, name, type, isExisting, decorators, value));
    }

    private BicepNode Value()
    {
        Expect("=");
        if (!Take("if")) return Expression();
        Expect("(");
        var condition = Expression();
        Expect(")");
        return new BicepNode("if", "", [condition, Expression()]);
    }

    private BicepNode Expression()
    {
        var condition = Operators();
        if (!Take("?")) return condition;
        var then = Expression();
        Expect(":");
        return new BicepNode("operator", "?", [condition, then, Expression()]);
    }

    private BicepNode Operators()
    {
        var left = Take("!") ? new BicepNode("operator", "!", [Postfix()]) : Postfix();
        while (Next.Kind == "sign" && Next.Text is "==" or "!=" or "&&" or "||" or "+" or "-" or "??" or ">" or "<")
        {
            var sign = _tokens[_at++].Text;
            left = new BicepNode("operator", sign, [left, Take("!") ? new BicepNode("operator", "!", [Postfix()]) : Postfix()]);
        }

        return left;
    }

    private BicepNode Postfix()
    {
        var node = Primary();
        while (true)
        {
            if (Take("!")) continue;
            if (Take(".")) node = Take(out var called) is var name && called ? new BicepNode("call", name, [node, .. Arguments()]) : new BicepNode("member", name, [node]);
            else if (Take("[")) node = new BicepNode("index", "", [node, Closed("]")]);
            else return node;
        }
    }

    private BicepNode Primary()
    {
        var token = Taken();
        switch (token)
        {
            case { Kind: "text" }:
                return new BicepNode("text", token.Text, [.. token.Parts!.Select(Part)]);
            case { Kind: "number" }:
                return new BicepNode("number", token.Text, []);
            case { Kind: "word" } when Next.Is("("):
                return new BicepNode("call", token.Text, Arguments());
            case { Kind: "word" } when Take("=>"):
                return new BicepNode("lambda", token.Text, [Expression()]);
            case { Kind: "word" }:
                return new BicepNode("name", token.Text, []);
            case { Text: "(" }:
                return Closed(")");
            case { Text: "{" }:
                return new BicepNode("object", "", Items("}", Property));
            case { Text: "[" } when Take("for"):
                return Loop();
            case { Text: "[" }:
                return new BicepNode("array", "", Items("]", Expression));
            default:
                throw Fault($"an expression is missing at \"{token.Text}\"");
        }
    }

    private BicepNode Part((bool IsCode, string Text) part)
    {
        if (!part.IsCode) return new BicepNode("literal", part.Text, []);
        var inner = new BicepParser(_file, part.Text);
        var node = inner.Expression();
        return inner.Next.Kind == "end" ? node : throw Fault($"${{{part.Text}}} is no expression");
    }

    private BicepNode Loop()
    {
        string[] names;
        if (Take("("))
        {
            var item = Word();
            Expect(",");
            names = [item, Word()];
            Expect(")");
        }
        else
        {
            names = [Word()];
        }

        Expect("in");
        var source = Expression();
        Expect(":");
        var body = Take("if") ? new BicepNode("if", "", [Closed(")", opening: "("), Expression()]) : Expression();
        Expect("]");
        return new BicepNode("for", string.Join(' ', names), [source, body]);
    }

    private BicepNode Property()
    {
        var key = Next.Kind == "text" ? Primary() : new BicepNode("literal", Word(), []);
        Expect(":");
        var value = Expression();
        return new BicepNode("property", key.Kind == "text" && key.Children.Any(part => part.Kind != "literal") ? "" : key.Text, [key, value]);
    }

    private IReadOnlyList<BicepNode> Arguments()
    {
        Expect("(");
        return Items(")", Expression);
    }

    private List<BicepNode> Items(string closing, Func<BicepNode> item)
    {
        List<BicepNode> items = [];
        for (SkipLines(); !Take(closing); SkipLines())
        {
            items.Add(item());
            if (!Take(",") && !Next.Is(closing) && Next.Kind != "line") throw Fault($"{closing} is missing");
        }

        return items;
    }

    private BicepNode Closed(string closing, string? opening = null)
    {
        if (opening is not null) Expect(opening);
        var node = Expression();
        Expect(closing);
        return node;
    }

    private BicepStatement Ended(BicepStatement statement) =>
        Next.Kind is "line" or "end" ? statement : throw Fault($"{statement.Kind} {statement.Name} does not end with its line");

    private string Take(out bool isCall)
    {
        var name = Word();
        isCall = Next.Is("(");
        return name;
    }

    private BicepToken Taken() => Next.Kind == "end" ? Next : _tokens[_at++];

    private string Text() => Taken() is { Kind: "text" } token ? token.Text : throw Fault("a text is missing");

    private string Word() => Taken() is { Kind: "word" } token ? token.Text : throw Fault("a name is missing");

    private void SkipLines()
    {
        while (Next.Kind == "line") _at++;
    }

    private bool Take(string text)
    {
        if (!Next.Is(text)) return false;
        _at++;
        return true;
    }

    private void Expect(string text)
    {
        if (!Take(text)) throw Fault($"{text} is missing");
    }

    private FormatException Fault(string what) => new($"{_file}, line {Next.Line}: {what} before \"{Next.Text}\".");
}
