using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Directories;

/// <summary>The words of the directory's card that are not of its view.</summary>
internal static class DirectoryTexts
{
    internal static string More(int count) => $"ほか {Number(count)} 件";

    internal static string PageOf(int page, int pages) => $"{Number(page)} / {Number(pages)} ページ";
}
