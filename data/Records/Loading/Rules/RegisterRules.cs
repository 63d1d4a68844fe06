namespace RenkeiBot.Data.Records.Loading.Rules;

/// <summary>The register of municipalities: codes and names must identify.</summary>
internal static class RegisterRules
{
    /// <exception cref="RecordFileException">A code or a name does not identify a place.</exception>
    public static void Check(RecordCheck check)
    {
        var prefectures = check.Of<Prefecture>().ToDictionary(prefecture => prefecture.Name);
        foreach (var prefecture in check.Of<Prefecture>())
            CheckCode(check, prefecture, prefecture.Code);

        var names = new HashSet<(string, string)>();
        foreach (var municipality in check.Of<Municipality>())
        {
            CheckCode(check, municipality, municipality.Code);
            if (prefectures[municipality.Prefecture].Number != municipality.PrefectureNumber)
                throw check.Refuse(municipality, "code", $"The code does not begin with the number of {municipality.Prefecture}.");
            if (!names.Add((municipality.Prefecture, municipality.Name)))
                throw check.Refuse(municipality, "name", $"{municipality.Prefecture} has \"{municipality.Name}\" twice.");
            if (KindOf(municipality.Name) != municipality.Kind)
                throw check.Refuse(municipality, "kind", $"\"{municipality.Name}\" is no {municipality.Kind}.");
        }
    }

    private static void CheckCode(RecordCheck check, IRecord record, string code)
    {
        if (code.Length != 6 || !code.All(char.IsAsciiDigit))
            throw check.Refuse(record, "code", "A code has six digits.");

        // The check digit of 全国地方公共団体コード: weights 6 to 2, 11 minus the remainder, its last digit.
        var sum = 0;
        for (var i = 0; i < 5; i++)
            sum += (code[i] - '0') * (6 - i);
        if (code[5] - '0' != (11 - sum % 11) % 10)
            throw check.Refuse(record, "code", "The check digit of the code is wrong.");
    }

    private static MunicipalityKind? KindOf(string name) => name[^1] switch
    {
        '市' => MunicipalityKind.City,
        '町' => MunicipalityKind.Town,
        '村' => MunicipalityKind.Village,
        '区' => MunicipalityKind.Ward,
        _ => null,
    };
}
