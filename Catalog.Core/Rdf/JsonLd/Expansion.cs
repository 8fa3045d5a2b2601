namespace Catalog.Core.Rdf.JsonLd;

/// <summary>What a value expands to: nothing, one object, or an array of them, which lists tell apart.</summary>
internal readonly struct Expansion
{
    private Expansion(Expanded? one, List<Expanded>? many)
    {
        One = one;
        Many = many;
    }

    public Expanded? One { get; }

    public List<Expanded>? Many { get; }

    public static Expansion Nothing => default;

    public bool IsNothing => One is null && Many is null;

    public static Expansion Of(Expanded one) => new(one, null);

    public static Expansion Of(List<Expanded> many) => new(null, many);

    public List<Expanded> ToList() => Many ?? (One is null ? [] : [One]);

    public void AddTo(List<Expanded> list)
    {
        if (One is not null) list.Add(One);
        else if (Many is not null) list.AddRange(Many);
    }
}
