namespace RenkeiBot.Service.Answers.Knowledge;

/// <summary>What sort of thing a name in a question can stand for.</summary>
public enum TermKind
{
    /// <summary>A class of records: 講演会, 展示, 区長会総会, 協定 …</summary>
    Category,
    Prefecture,
    Region,
    Municipality,
    Ward,
    /// <summary>A named area of several municipalities: 十勝, やましろ, 釧路管内.</summary>
    Area,
    Association,
    /// <summary>市長会 or 町村会 as a kind, without its prefecture.</summary>
    AssociationKind,
    Company,
    Organization,
    Person,
    Venue,
    Disaster,
    /// <summary>A kind of disaster support: 義援金, 復興支援金, 職員派遣 …</summary>
    Support,
    /// <summary>A yearly series of the statistics.</summary>
    Series,
    /// <summary>The proper name of one record or of a run of records: 東北絆まつり, 幸せリーグ.</summary>
    Name,
    /// <summary>A source document, named as such: 「中間のまとめでは」.</summary>
    Document,

    /// <summary>A distinction inside records that is asked about: 都道府県, 先駆, 東西線.</summary>
    Qualifier,
}

/// <summary>A thing that questions can name. Two terms are the same thing exactly when their ids are equal.</summary>
/// <param name="Id">The index of the term in its <see cref="KnowledgeBase"/>.</param>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="Name">The name shown to the user.</param>
public sealed record Term(int Id, TermKind Kind, string Name)
{
    /// <summary>For a category: the wider category it belongs to. For a municipality, association or ward: its prefecture.</summary>
    public Term? Parent { get; init; }

    public override string ToString() => Name;

    /// <summary>True for the thing itself and for what it is a part of: 坂井市 is within 福井県.</summary>
    public bool IsWithin(Term wider)
    {
        for (var term = this; term is not null; term = term.Parent)
        {
            if (term.Id == wider.Id)
                return true;
        }

        return false;
    }
}
