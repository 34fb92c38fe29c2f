namespace WhatsAppBots.Simulator.Astria;

/// <summary>Pictures out of nothing but a name: the same name gives the same picture, another name one that looks different.</summary>
internal static class Pictures
{
    private const int Width = 512;
    private const int Height = 768;

    private static readonly (int R, int G, int B)[] _skins = [(241, 201, 165), (224, 172, 130), (198, 139, 95), (165, 106, 67), (131, 82, 51)];

    public static string Address(string origin, string name) => $"{origin}/astria/images/{name}.png";

    public static byte[] Draw(string name)
    {
        var seed = Hash(name);
        var (top, bottom) = (Colour(Mix(seed, 1), 90, 220), Colour(Mix(seed, 2), 50, 190));
        var (skin, hair, cloth) = (_skins[Mix(seed, 3) % _skins.Length], Colour(Mix(seed, 4), 35, 120), Colour(Mix(seed, 5), 60, 220));
        var (x0, y0) = (150 + (Mix(seed, 6) % 212), 210 + (Mix(seed, 7) % 150));
        var (size, turn) = (80 + (Mix(seed, 8) % 70), (Mix(seed, 9) % 628) / 100.0);
        var blocks = Enumerable.Range(0, 6).Select(i => (
            X: (int)(Mix(seed, 20 + i) % Width), Y: (int)(Mix(seed, 30 + i) % Height), Radius: (int)(40 + (Mix(seed, 40 + i) % 120)),
            Tone: Colour(Mix(seed, 50 + i), 40, 235), IsRound: Mix(seed, 60 + i) % 2 == 0)).ToArray();
        var (sine, cosine, pitch) = (Math.Sin(turn), Math.Cos(turn), 9 + (Mix(seed, 10) % 12));
        var noise = seed | 1;
        var rows = new byte[Height * ((Width * 3) + 1)];
        var at = 0;
        for (var y = 0; y < Height; y++)
        {
            at++;
            for (var x = 0; x < Width; x++)
            {
                var share = ((double)y / Height * 0.7) + ((double)x / Width * 0.3);
                var tone = (R: Blend(top.R, bottom.R, share), G: Blend(top.G, bottom.G, share), B: Blend(top.B, bottom.B, share));
                foreach (var block in blocks)
                {
                    var (dx, dy) = (Math.Abs(x - block.X), Math.Abs(y - block.Y));
                    if (block.IsRound ? (dx * dx) + (dy * dy) < block.Radius * block.Radius : dx < block.Radius && dy < block.Radius) tone = block.Tone;
                }

                tone = Person(x - x0, y - y0, size, tone, skin, hair, cloth);
                noise ^= noise << 13;
                noise ^= noise >> 17;
                noise ^= noise << 5;
                var line = (uint)Math.Abs((x * cosine) + (y * sine)) % pitch < 2 ? 22 : 0;
                var grain = line + (int)(noise & 15) - 8;
                rows[at++] = (byte)Math.Clamp(tone.R + grain, 0, 255);
                rows[at++] = (byte)Math.Clamp(tone.G + grain, 0, 255);
                rows[at++] = (byte)Math.Clamp(tone.B + grain, 0, 255);
            }
        }

        return Png.Write(Width, Height, rows);
    }

    private static (int R, int G, int B) Person(
        double x, double y, double size, (int R, int G, int B) behind, (int R, int G, int B) skin, (int R, int G, int B) hair, (int R, int G, int B) cloth)
    {
        if (Inside(x - (size * 0.36), y + (size * 0.1), size * 0.13, size * 0.08) || Inside(x + (size * 0.36), y + (size * 0.1), size * 0.13, size * 0.08)
            || (Inside(x, y - (size * 0.5), size * 0.34, size * 0.16) && y > size * 0.5)) return (70, 40, 45);
        if (Inside(x, y, size * 0.82, size * 1.1) && y > -size * 0.55) return skin;
        if (Inside(x, y + (size * 0.25), size, size * 1.15)) return hair;
        if (Math.Abs(x) < size * 0.35 && y > 0 && y < size * 1.4) return skin;
        return Inside(x, y - (size * 3.1), size * 2.1, size * 1.9) ? cloth : behind;
    }

    private static bool Inside(double x, double y, double width, double height) => (x * x / (width * width)) + (y * y / (height * height)) < 1;

    private static int Blend(int from, int to, double share) => (int)(from + ((to - from) * share));

    private static (int R, int G, int B) Colour(uint seed, int least, int most) =>
        (least + (int)(seed % (uint)(most - least)), least + (int)((seed >> 9) % (uint)(most - least)), least + (int)((seed >> 18) % (uint)(most - least)));

    // FNV-1a, the same in every process.
    private static uint Hash(string name)
    {
        var hash = 2166136261;
        foreach (var letter in name) hash = unchecked((hash ^ letter) * 16777619);
        return hash;
    }

    private static uint Mix(uint seed, int salt)
    {
        unchecked
        {
            var value = seed + ((uint)salt * 0x9E3779B9);
            value = (value ^ (value >> 16)) * 0x85EBCA6B;
            value = (value ^ (value >> 13)) * 0xC2B2AE35;
            return value ^ (value >> 16);
        }
    }
}
