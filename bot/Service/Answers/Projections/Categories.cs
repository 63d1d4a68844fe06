using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>The classes of records, with the words for them.</summary>
internal sealed class Categories
{
    private const string MeetingName = "会議";

    public Categories(KnowledgeBuilder builder)
    {
        Event = builder.Term(TermKind.Category, "イベント", null, "催し", "行事", "催し物", "events", "event");
        Lecture = builder.Term(TermKind.Category, "全国連携講演会", Event, "講演会", "講演", "オンライン講演会", "こうえんかい", "lecture", "lectures", "講演会等");
        Symposium = builder.Term(TermKind.Category, "全国連携シンポジウム", Event, "シンポジウム", "symposium", "National Collaboration Symposium");
        Promotion = builder.Term(TermKind.Category, "魅力発信イベント", Event, "魅力発信", "PRイベント", "promotion event");
        Festival = builder.Term(TermKind.Category, "まつり", Event, "祭り", "祭", "お祭り", "festival");
        Market = builder.Term(TermKind.Category, "物産展", Event, "マルシェ", "フェア", "食材フェア", "物産市", "market");
        Exchange = builder.Term(TermKind.Category, "連携事業", Event);
        Exhibition = builder.Term(TermKind.Category, "全国連携展示", null, "展示", "展示会", "パネル展", "パネル展示", "連携展示", "てんじ", "てんじかい", "展覧会", "exhibition", "exhibitions");
        Meeting = builder.Term(TermKind.Category, MeetingName, null, "会合", "打合せ", "meeting", "meetings");
        Assembly = builder.Term(TermKind.Category, "区長会総会", Meeting, "そうかい", "くちょうかいそうかい", "総会", "特別区長会総会", "general meeting", "general assembly");
        // The association itself is nothing that is still to come: 「次の区長会」 is its next meeting.
        foreach (var (word, sense) in Cues.StillToCome())
        {
            builder.AddName(Assembly, word + "区長会");
            builder.AddWord(word + "区長会", sense);
        }

        RoundTable = builder.Term(TermKind.Category, "特別区制度懇談会", Meeting, "制度懇談会", "懇談会");
        Committee = builder.Term(TermKind.Category, "連携協力推進委員会", Meeting, "推進委員会", "委員会", "京都府市長会・京都府町村会連携協力推進委員会");
        Liaison = builder.Term(TermKind.Category, "連絡会", Meeting);
        // Bodies of another kind, whose names end otherwise or begin before the word.
        builder.AddContent(["連絡会幹事会", "実行連絡会"]);
        Council = builder.Term(TermKind.Category, "推進協議会", Meeting, "協議会");
        Views = builder.Term(TermKind.Category, "意見交換会", Meeting, "意見交換");
        Visit = builder.Term(TermKind.Category, "訪問", null, "来館", "来訪", "表敬訪問", "訪ねた", "訪れた", "訪ねて", "訪れて", "訪問した", "訪問して", "visit", "visited");
        Talk = builder.Term(TermKind.Category, "座談会", Meeting, "懇談", "対談");
        Briefing = builder.Term(TermKind.Category, "説明会", null);
        News = builder.Term(TermKind.Category, "東京23区全国連携ニュース", null, "全国連携ニュース", "連携ニュース", "ニュース", "広報紙", "newsletter");
        CabinetDecision = builder.Term(TermKind.Category, "閣議決定", null, "閣議");
        Signing = builder.Term(TermKind.Category, "締結式", null, "協定締結式", "連携協定締結式");
        Publication = builder.Term(TermKind.Category, "公表", null);
        WardProject = builder.Term(TermKind.Category, "各区の取組", null, "各区での実施連携事業", "区の取組", "区の連携事業", "各区の事業", "連携事業", "取組", "取り組み");
        Tie = builder.Term(TermKind.Category, "連携の実績", null);
        Friendship = builder.Term(TermKind.Category, "友好都市", Tie, "友好都市提携", "友好関係");
        Sister = builder.Term(TermKind.Category, "姉妹都市", Tie, "姉妹都市提携", "sister city");
        Plan = builder.Term(TermKind.Category, "広域共同計画", null, "地域再生計画", "共同計画");
        Survey = builder.Term(TermKind.Category, "アンケート", null, "アンケート調査", "survey", "questionnaire");
        Contact = builder.Term(TermKind.Category, "問い合わせ先", null);
        Access = builder.Term(TermKind.Category, "アクセス", null, "行き方", "交通アクセス", "最寄り駅", "access");
        Fact = builder.Term(TermKind.Category, "資料の記載", null);
        Milestone = builder.Term(TermKind.Category, "できごと", null, "出来事", "経過", "あゆみ");
    }

    public Term Event { get; }

    public Term Lecture { get; }

    public Term Symposium { get; }

    public Term Promotion { get; }

    public Term Festival { get; }

    public Term Market { get; }

    public Term Exchange { get; }

    public Term Exhibition { get; }

    public Term Meeting { get; }

    public Term Assembly { get; }

    public Term RoundTable { get; }

    public Term Committee { get; }

    public Term Liaison { get; }

    public Term Council { get; }

    public Term Views { get; }

    public Term Visit { get; }

    public Term Talk { get; }

    public Term Briefing { get; }

    public Term News { get; }

    public Term CabinetDecision { get; }

    public Term Signing { get; }

    public Term Publication { get; }

    public Term WardProject { get; }

    public Term Tie { get; }

    public Term Friendship { get; }

    public Term Sister { get; }

    public Term Plan { get; }

    public Term Survey { get; }

    public Term Contact { get; }

    public Term Access { get; }

    public Term Fact { get; }

    public Term Milestone { get; }

    /// <summary>Whether a class is that of all meetings or one of a body that meets.</summary>
    public static bool IsMeeting(Term category)
    {
        for (var term = category; term is not null; term = term.Parent)
        {
            if (term is { Kind: TermKind.Category, Name: MeetingName })
                return true;
        }

        return false;
    }
}
