namespace WhatsAppBots.Understanding.Words;

/// <summary>A word, a run of digits or a single sign.</summary>
/// <param name="Start">Index of its first character, of the text as it was written.</param>
/// <param name="End">Index behind its last character.</param>
/// <param name="Plain">As it is compared: folded, digits as ASCII.</param>
/// <param name="IsDigits">It is a run of digits.</param>
/// <param name="IsWord">It is made of letters.</param>
internal readonly record struct Token(int Start, int End, string Plain, bool IsDigits, bool IsWord)
{
    public bool IsSign => !IsDigits && !IsWord;
}
