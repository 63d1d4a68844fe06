using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>Answers whether an exhibition or the hall is open on a day or at a time, and when it opens and closes.</summary>
internal sealed class OpeningAnswers(KnowledgeBase knowledge) : ITableAnswers
{
    private static readonly Vocabulary Words = new(
        """
        展 展示 展示会 展覧会 パネル パネル展 見学 見学可 可 可能 観覧 見 行 開 開館 閉館 休館 休館日 開館日 営業 営業日 入館 入場 時間 午前 午後 夜 夕方 朝 昼 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月曜 火曜 水曜 木曜 金曜 土曜 日曜
        土日 土日祝 土日祝日 日祝 祝日 祝祭日 休日 平日 週末 振替休日 海の日 山の日 お盆 盆 今度 次 今週 来週 会館 館 日 曜日 開いて 開いてる 開いている 予定 土 月 火 水 木 金 祝 分 半 本日 当日 毎日 閉 閉館日 閉館時間 最終 入 会場 会期中 期間中 期間 中 利用 通常 時
        open closed close closing opening hours sunday saturday weekday weekdays holiday holidays until exhibition hall visit
        """);

    private readonly NamedRecords<Exhibition> exhibitions = new(knowledge.Tables.Exhibitions, record => Names(record).Where(name => name.Length >= 3));
    private readonly NamedRecords<VenueAccess> venues = new(knowledge.Tables.Venues, record => record.Aliases.Append(record.Venue).Select(QuestionText.Fold));

    public Answer? TryAnswer(Question question)
    {
        // How long something ran is a matter of its dates.
        if (!AsksOpening(question, out var strict) || question.Asked.Any(sense => sense is AsksDatePart { Part: DatePiece.Duration or DatePiece.Whole } or AsksAspect { Aspect: Aspect.Date }) && !question.HasAny("開館", "休館", "閉館", "開いて", "休み"))
            return null;
        if (Subject(question) is not { } subject)
            return null;
        if (question.Asks(Aspect.Place) && !strict || question.Asks(Aspect.Theme) || question.Asks(Aspect.Address) || question.Asks(Aspect.Phone) || question.Asks(Aspect.Walk) || question.Asks(Aspect.Exit))
            return null;
        if (question.TermTokens.Any(token => !token.Is(TermKind.Venue) && !token.Is(TermKind.Name) && !Words.Covers(token.Text) && !subject.Explains(token)))
            return null;
        if (question.Contents.Any(content => !Words.Covers(content.Text) && !subject.Name.Contains(content.Surface, StringComparison.Ordinal)))
            return null;
        if (subject.Hours.Count == 0)
            return strict ? HallHours(subject) : null;
        if (OpeningQuery.Read(question, (month, day) => YearOf(subject, question.Today, month, day)) is not { } query)
            return strict ? General(question, subject, new OpeningQuery(null, null, null, null)) : null;
        if (!strict && query.Day is null && query.ClassName is null && query.Time is null)
            return null;
        return query.Day is { } on ? OnDay(question, subject, on, query.Time) : General(question, subject, query);
    }

    /// <summary>Something with opening hours: an exhibition for its days, or the hall.</summary>
    private sealed record OpenPlace(string Name, Period? Period, IReadOnlyList<(string Days, TimeOnly From, TimeOnly Until)> Hours, IReadOnlyList<SourceRef> Sources)
    {
        /// <summary>Folded names by which the question means it.</summary>
        public IReadOnlyList<string> FoldedNames { get; init; } = [];

        public bool Explains(Token token) => FoldedNames.Any(name => name.Contains(token.Text, StringComparison.Ordinal));

        public (string Days, TimeOnly From, TimeOnly Until)? On(DayClass dayClass) => dayClass switch
        {
            DayClass.Weekday => Hours.FirstOrDefault(hours => hours.Days.StartsWith("平日", StringComparison.Ordinal)),
            DayClass.Saturday => Hours.FirstOrDefault(hours => hours.Days.StartsWith('土')),
            _ => null,
        };
    }

    private static bool AsksOpening(Question question, out bool strict)
    {
        var asked = question.Asked.ToList();
        strict = question.Asks(Aspect.Hours) || question.Asks(Aspect.ClosedDays) || asked.Any(sense => sense is AsksDatePart { Part: DatePiece.Time or DatePiece.StartTime or DatePiece.EndTime })
            || question.HasAny("開いて", "あいて", "開館", "休館", "閉館", "営業", "休み", "閉ま", "しまって", "入館", "開いた", "open", "closed");
        return strict || question.HasAny("見られ", "みられ", "見れ", "見学", "見に", "観覧", "行け", "行って", "行く", "行こう", "やって", "入れ", "入場", "見ること", "可能", "visit") || question.OwnText().Length <= 16;
    }

    private OpenPlace? Subject(Question question)
    {
        var exhibition = exhibitions.FirstIn(question.Folded);
        var venue = venues.FirstIn(question.Folded);
        // 「パネル展は日曜も見られますか」 names no exhibition: the one that has opening hours is meant.
        if (exhibition is null && venue is null && question.TermTokens.Any(token => token.Of(TermKind.Category)?.Name == "全国連携展示") && question.TermTokens.Count() == 1)
        {
            // Where another one is under way, that is meant, and its entry answers.
            if (knowledge.Tables.Exhibitions.Any(record => record.OpeningHours is null && record.Period.From <= question.Today && record.Period.LastDay >= question.Today))
                return null;
            exhibition = knowledge.Tables.Exhibitions.FirstOrDefault(record => record.OpeningHours is not null);
        }

        if (exhibition is not null)
        {
            // Hours in words cannot be computed with, and one that is not held is open on no day: its entry says so.
            if (exhibition is { OpeningHours: null, Hours: not null } or { Status: EventStatus.Cancelled or EventStatus.Postponed })
                return null;
            return new OpenPlace(exhibition.ShortTitle, exhibition.Period, [.. (exhibition.OpeningHours ?? []).Select(hours => (hours.Days, hours.From, hours.Until))], exhibition.Sources)
            {
                FoldedNames = [.. Names(exhibition)],
            };
        }

        return venue is null ? null : new OpenPlace(venue.Venue, null, [.. venue.Hours.Select(hours => (hours.Days, hours.From, hours.Until))], [.. venue.Sources.Reverse()]);
    }

    private static IEnumerable<string> Names(Exhibition record) =>
        record.Aliases.Concat(record.Theme is { } theme ? [theme] : []).Append(record.ShortTitle).Append(record.Title).Select(QuestionText.Fold);

    /// <summary>A day without a year falls into the exhibition's year; for the hall it is this year's.</summary>
    private static int YearOf(OpenPlace place, DateOnly today, int month, int day)
    {
        if (place.Period is not { } period)
            return today.Year;
        return period.LastDay.Year != period.From.Year && (month < period.From.Month || month == period.From.Month && day < period.From.Day) ? period.LastDay.Year : period.From.Year;
    }

    private static DayClass ClassOf(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday || PublicHolidays.IsHoliday(day) ? DayClass.Closed
        : day.DayOfWeek == DayOfWeek.Saturday ? DayClass.Saturday : DayClass.Weekday;

    private static Answer OnDay(Question question, OpenPlace place, DateOnly day, TimeOnly? time)
    {
        var date = JapaneseCalendar.LongWithWeekday(day);
        var asksTime = question.Asked.Any(sense => sense is AsksDatePart { Part: DatePiece.Time or DatePiece.StartTime or DatePiece.EndTime }) || question.Asks(Aspect.Hours) && !question.YesNo && question.HasAny("時間");
        if (place.Period is { } period && (day < period.From || day > period.LastDay))
        {
            var past = day > period.LastDay ? "終了しています" : "始まっていません";
            return Fact($"{(asksTime ? "" : "いいえ。")}{place.Name}の会期は{Wording.When(period)}で、{date}には{past}。", place);
        }

        var holiday = PublicHolidays.NameOf(day);
        if (place.On(ClassOf(day)) is not { } hours)
        {
            var reason = day.DayOfWeek == DayOfWeek.Sunday ? "日曜日" : holiday == "振替休日" ? "振替休日" : $"祝日（{holiday}）";
            return Fact($"{(asksTime ? "" : "いいえ。")}{date}は{reason}のため閉館です。", place);
        }

        var span = $"{Wording.Time(hours.From)}から{Wording.Time(hours.Until)}まで";
        var kind = ClassOf(day) == DayClass.Saturday ? "土曜日" : "平日";
        if (time is { } at && !asksTime)
        {
            return at >= hours.From && at < hours.Until
                ? Fact($"はい。{date}の{Wording.Time(at)}は開館しています（{kind}の開館時間は{span}）。", place)
                : Fact($"いいえ。{date}の{Wording.Time(at)}は開館時間外です（{kind}の開館時間は{span}）。", place);
        }

        return Fact(asksTime ? $"{date}の{place.Name}の開館時間は、{span}です（{kind}）。" : $"はい。{date}は{span}開館しています（{kind}）。", place);
    }

    private static Answer General(Question question, OpenPlace place, OpeningQuery query)
    {
        var all = string.Join("、", place.Hours.Select(hours => $"{hours.Days}が{Wording.Time(hours.From)}から{Wording.Time(hours.Until)}まで"));
        var yesNo = question.YesNo || query.Time is not null;
        if (query.Class is { } dayClass)
        {
            if (place.On(dayClass) is not { } hours)
                return Fact($"{(yesNo ? "いいえ。" : "")}{query.ClassName}は閉館（休館）です。開館しているのは、{all}です。", place);
            var span = $"{Wording.Time(hours.From)}から{Wording.Time(hours.Until)}まで";
            if (query.Time is { } at)
            {
                var inside = at >= hours.From && at < hours.Until;
                return Fact($"{(inside ? "はい。" : "いいえ。")}{query.ClassName}の{Wording.Time(at)}は{(inside ? "開館時間内" : "開館時間外")}です（{query.ClassName}の開館時間は{span}、祝日は閉館）。", place);
            }

            return Fact($"{(question.YesNo ? "はい。" : "")}{place.Name}の{query.ClassName}の開館時間は、{span}です（祝日は閉館）。", place);
        }

        var closed = question.Asks(Aspect.ClosedDays) || question.HasAny("休館", "閉館日", "休み");
        return closed && !question.Asks(Aspect.Hours)
            ? Fact($"{place.Name}の休館日は、日曜日と祝日です。開館時間は、{all}です。", place)
            : Fact($"{place.Name}の開館時間は、{all}です。日曜日と祝日は閉館です。", place);
    }

    /// <summary>For other exhibitions the documents give no hours; those of the hall are known from one leaflet only.</summary>
    private Answer? HallHours(OpenPlace place)
    {
        if (knowledge.Tables.Venues.Count == 0)
            return null;
        var venue = knowledge.Tables.Venues[0];
        var hours = string.Join("、", venue.Hours.Select(record => $"{record.Days}が{Wording.Time(record.From)}から{Wording.Time(record.Until)}まで"));
        return new Answer(AnswerKind.NotFound, $"{place.Name}の開館時間は、資料に記載がありません。会場の{venue.Venue}の開館時間は、令和6年（2024年）の案内では{hours}、日曜日と祝日は閉館です。")
        {
            Sources = [.. place.Sources.Take(1), .. venue.Sources.Skip(1).Take(1)],
            Suggestions = [$"{place.Name}の期間は？"],
        };
    }

    private static Answer Fact(string text, OpenPlace place) => new(AnswerKind.Fact, place.Period is null ? text + "（令和6年（2024年）の案内によります）" : text)
    {
        Heading = $"{place.Name}の開館時間",
        Details = [.. place.Hours.Select(hours => (hours.Days, $"{Wording.Time(hours.From)}～{Wording.Time(hours.Until)}")), ("休館日", "日曜・祝日"), .. place.Period is { } period ? new[] { ("会期", Wording.When(period)) } : []],
        Notes = place.Period is null ? ["開館時間は令和6年（2024年）の展示の案内によるもので、その後の変更は資料では分かりません。"] : [],
        Sources = [.. place.Sources.Take(2)],
        Suggestions = ["土曜日は何時まで開いている？", "休館日はいつ？"],
    };
}
