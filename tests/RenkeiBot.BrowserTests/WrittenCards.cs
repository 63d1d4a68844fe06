namespace RenkeiBot.BrowserTests;

/// <summary>Cards of the kinds that the bot shows, written out: what the page makes of them does not depend on who built them.</summary>
internal static class WrittenCards
{
    public const string AnswerSentence = "第1回全国連携展示は、平成27年4月1日から4月30日まで開かれました。";

    public const string Answer = $$$"""
        {"type":"AdaptiveCard","version":"1.5","lang":"ja","speak":"{{{AnswerSentence}}}","fallbackText":"{{{AnswerSentence}}}","body":[
          {"type":"TextBlock","text":"{{{AnswerSentence}}}","wrap":true,"size":"Medium"},
          {"type":"FactSet","facts":[{"title":"会場","value":"東京区政会館1階"},{"title":"時間","value":"9:00～20:30（土曜日は17:00まで）"}]},
          {"type":"Table","firstRowAsHeader":true,"columns":[{"width":2},{"width":1}],"rows":[
            {"type":"TableRow","cells":[{"type":"TableCell","items":[{"type":"TextBlock","text":"自治体","wrap":true}]},{"type":"TableCell","items":[{"type":"TextBlock","text":"件数","wrap":true}]}]},
            {"type":"TableRow","cells":[{"type":"TableCell","items":[{"type":"TextBlock","text":"福井県坂井市","wrap":true}]},{"type":"TableCell","items":[{"type":"TextBlock","text":"12","wrap":true}]}]}]},
          {"type":"Container","style":"emphasis","items":[{"type":"TextBlock","text":"資料によって記載が異なります","size":"Small","weight":"Bolder","wrap":true},{"type":"TextBlock","text":"別の資料では5月1日までとされています。","size":"Small","wrap":true}]},
          {"type":"TextBlock","text":"出典：全国連携展示のご案内（平成27年3月現在）","size":"Small","isSubtle":true,"separator":true,"wrap":true},
          {"type":"ActionSet","actions":[{"type":"Action.Submit","title":"第2回の展示の期間は、いつからいつまででしたか？会場の時間も教えてください","data":{"verb":"answers.ask","question":"第2回の展示の期間は？"}}]}],
         "msteams":{"width":"Full"}}
        """;

    public const string Form = """
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"TextBlock","text":"提案を投稿","size":"Large","weight":"Bolder","style":"heading","wrap":true},
          {"type":"Input.Text","id":"title","label":"題名","isRequired":true,"errorMessage":"題名を入力してください。"},
          {"type":"Input.Number","id":"count","label":"数"},
          {"type":"Input.Date","id":"until","label":"締切"},
          {"type":"Input.ChoiceSet","id":"kinds","label":"種類","isMultiSelect":true,"choices":[{"title":"提供できること","value":"offer"},{"title":"求めること","value":"need"}]},
          {"type":"Input.Toggle","id":"agreed","title":"公開に同意する"}],
         "actions":[
          {"type":"Action.Submit","title":"投稿する","style":"positive","data":{"verb":"proposals.post","draft":{"version":3}}},
          {"type":"Action.Execute","title":"保存する","verb":"proposals.save","data":{"id":"p1"}},
          {"type":"Action.Submit","title":"取り下げる","style":"destructive","associatedInputs":"none","data":{"verb":"proposals.withdraw"}},
          {"type":"Action.OpenUrl","title":"詳しく見る","url":"http://127.0.0.1/not-https"}]}
        """;

    public const string Saved = """
        {"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"保存しました。","wrap":true}]}
        """;
}
