using System.Collections.Frozen;

namespace Parsimony.Embeddings;

/// <summary>The names of units and currencies, each led back to one.</summary>
internal static class UnitNames
{
    private const string Table = """
        percent: % percent percents pct
        permille: ‰ permille
        dollar: $ dollar dollars usd buck bucks
        euro: € euro euros eur
        pound: £ pound pounds gbp quid
        yen: ¥ yen jpy
        rupee: ₹ rupee rupees inr
        franc: franc francs chf
        cent: cent cents ¢
        aud: aud
        cad: cad
        nzd: nzd
        cny: cny rmb yuan
        second: s sec secs second seconds
        millisecond: ms millisecond milliseconds
        minute: min mins minute minutes
        hour: h hr hrs hour hours
        day: d day days
        week: week weeks wk wks
        fortnight: fortnight fortnights
        month: month months mo
        year: y yr yrs year years
        decade: decade decades
        century: century centuries
        millimetre: mm millimetre millimetres millimeter millimeters
        centimetre: cm centimetre centimetres centimeter centimeters
        metre: m metre metres meter meters
        kilometre: km kms kilometre kilometres kilometer kilometers
        inch: inch inches
        foot: ft foot feet
        yard: yd yds yard yards
        mile: mi mile miles
        mph: mph
        gram: g gram grams gramme grammes
        milligram: mg milligram milligrams
        kilogram: kg kgs kilo kilos kilogram kilograms
        tonne: t ton tons tonne tonnes
        lb: lb lbs
        ounce: oz ounce ounces
        litre: l litre litres liter liters
        millilitre: ml millilitre millilitres milliliter milliliters
        gallon: gal gallon gallons
        bit: bit bits
        byte: b byte bytes
        kilobyte: kb kilobyte kilobytes
        megabyte: mb megabyte megabytes
        gigabyte: gb gigabyte gigabytes gig gigs
        terabyte: tb terabyte terabytes
        kbps: kbps
        mbps: mbps
        gbps: gbps
        watt: w watt watts
        kilowatt: kw kilowatt kilowatts
        kwh: kwh
        volt: v volt volts
        amp: amp amps ampere amperes
        hertz: hz hertz
        megahertz: mhz
        gigahertz: ghz
        degree: ° deg degree degrees
        celsius: °c celsius centigrade
        fahrenheit: °f fahrenheit
        kelvin: kelvin
        calorie: calorie calories cal kcal
        pixel: px pixel pixels
        """;

    private static readonly FrozenDictionary<string, string> Names = Table.Split('\n')
        .Select(static line => line.Split(':', 2))
        .SelectMany(static line => line[1].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => (name, unit: line[0].Trim())))
        .ToFrozenDictionary(static pair => pair.name, static pair => pair.unit);

    private static readonly FrozenSet<string> CurrencySigns = FrozenSet.Create("$", "€", "£", "¥", "₹");

    public static bool TryGet(string name, out string unit) => Names.TryGetValue(name, out unit!);

    public static bool IsCurrencySign(Token token) => token.Kind == TokenKind.Sign && CurrencySigns.Contains(token.Text);

    /// <summary>Reads the unit after a number.</summary>
    /// <returns>How many tokens it takes, 0 if there is none.</returns>
    public static int Read(List<Token> tokens, int at, out string unit)
    {
        var skipped = at + 1 < tokens.Count && tokens[at].Is("-") && tokens[at].Glued && tokens[at + 1].Glued ? 1 : 0; // 30-day
        unit = "";
        if (at + skipped >= tokens.Count || tokens[at + skipped].Kind == TokenKind.Number)
        {
            return 0;
        }

        var name = tokens[at + skipped].Text;
        if (name == "per" && Next("cent"))
        {
            unit = "percent";
            return skipped + 2;
        }

        if (name is "°" or "degree" or "degrees" && at + skipped + 1 < tokens.Count && tokens[at + skipped + 1].Text is "c" or "f" or "celsius" or "fahrenheit")
        {
            unit = tokens[at + skipped + 1].Text[0] == 'c' ? "celsius" : "fahrenheit";
            return skipped + 2;
        }

        if (!TryGet(name, out unit!))
        {
            unit = "";
            return 0;
        }

        // 100 km/h
        if (at + skipped + 2 < tokens.Count && tokens[at + skipped + 1].Is("/") && TryGet(tokens[at + skipped + 2].Text, out var per))
        {
            unit += "/" + per;
            return skipped + 3;
        }

        return skipped + 1;

        bool Next(string text) => at + skipped + 1 < tokens.Count && tokens[at + skipped + 1].Is(text);
    }
}
