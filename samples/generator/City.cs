namespace Samples.Generator;

/// <summary>A point as x = longitude, y = latitude, in WGS 84 degrees.</summary>
internal readonly record struct Point(double X, double Y)
{
    public decimal Lon => decimal.Round((decimal)X, 6);

    public decimal Lat => decimal.Round((decimal)Y, 6);
}

/// <summary>A neighbourhood: a convex quadrilateral of the lattice, with a few more points where it meets the sea.</summary>
internal sealed record Barrio(int Id, string Name, int Comuna, Point[] Corners, Point[] Ring, int Population)
{
    public decimal AreaKm2 { get; } = Geometry.AreaKm2(Ring);
}

/// <summary>A commune: four neighbourhoods.</summary>
internal sealed record Comuna(int Number, Point[] Ring, IReadOnlyList<Barrio> Barrios)
{
    public int Population => Barrios.Sum(b => b.Population);

    public decimal AreaKm2 => Barrios.Sum(b => b.AreaKm2);
}

/// <summary>An address that exists nowhere else.</summary>
internal sealed record Place(Barrio Barrio, Point At, string Street, int Number)
{
    public int Comuna => Barrio.Comuna;

    public string Address => $"{Street} {Number}";
}

/// <summary>
/// The geography of Puerto Almendra: a lattice of 8 by 4 neighbourhoods whose inner corners are shaken, so that
/// neighbours share their borders exactly; every 2 by 2 block is a commune. The south side is the sea.
/// </summary>
internal sealed class City
{
    private const int Columns = 8;
    private const int Rows = 4;
    private const double West = -61.38;
    private const double South = -38.965;
    private const double Width = 0.02;
    private const double Height = 0.028;

    private static readonly string[][] Names =
    [
        ["Las Dunas", "Médano Alto", "Bahía Chica", "Los Tamariscos"],
        ["Puerto Viejo", "La Escollera", "Centro", "Aduana"],
        ["Costanera", "Balneario Sur", "Villa Marina", "Plaza Mayor"],
        ["El Faro", "Punta Gaviota", "Los Pinares", "Camino de la Costa"],
        ["Almendral", "Molino Blanco", "La Chacra", "Los Eucaliptos"],
        ["Estación", "Talleres", "Villa del Riel", "Las Vías"],
        ["Universidad", "Parque Norte", "Las Acacias", "Loma Verde"],
        ["Aeródromo", "Parque Industrial", "La Laguna", "Nuevo Horizonte"],
    ];

    /// <summary>People per square kilometre of each commune, from which neighbourhoods vary by a quarter.</summary>
    private static readonly int[] Density = [780, 2100, 1900, 640, 720, 1450, 1600, 420];

    private static readonly string[] Streets =
    [
        "Av. de los Almendros", "Av. del Puerto", "Av. Costanera", "Bv. de las Gaviotas", "Pescadores", "Los Médanos",
        "Calafate", "Timoneles", "Faro Viejo", "Las Redes", "Barlovento", "Sotavento", "Marea Alta", "Ancla", "Brújula",
        "Caracoles", "Albatros", "Pinar", "Estribor", "Babor", "Molino", "Talabarteros", "Maestras Rurales", "Ferroviarios",
        "Tamarisco", "Olivos", "Lenga", "Araucarias", "Arenal", "Calle 12", "Calle 27", "Calle 41",
    ];

    public City()
    {
        var rng = new Rng("city");
        var lattice = Lattice(rng);
        var coast = Coast(rng, lattice);
        var barrios = new List<Barrio>();
        var comunas = new List<Comuna>();
        for (var number = 1; number <= 8; number++)
        {
            var (left, low) = ((number - 1) % 4 * 2, (number - 1) / 4 * 2);
            var own = new List<Barrio>();
            for (var k = 0; k < 4; k++)
            {
                var (i, j) = (left + (k % 2), low + (k / 2));
                Point[] corners = [lattice[i, j], lattice[i + 1, j], lattice[i + 1, j + 1], lattice[i, j + 1]];
                Point[] ring = j == 0 ? [corners[0], .. coast[i], .. corners[1..], corners[0]] : [.. corners, corners[0]];
                var people = (double)Geometry.AreaKm2(ring) * Density[number - 1] * rng.Normal(1, 0.25);
                own.Add(new Barrio(barrios.Count + own.Count + 1, Names[number - 1][k], number, corners, ring, (int)people));
            }

            barrios.AddRange(own);
            comunas.Add(new Comuna(number, Outline(lattice, coast, left, low), own));
        }

        (Barrios, Comunas) = (barrios, comunas);
    }

    public IReadOnlyList<Barrio> Barrios { get; }

    public IReadOnlyList<Comuna> Comunas { get; }

    public int Population => Barrios.Sum(b => b.Population);

    /// <summary>An address; where more people live, more addresses are.</summary>
    public Place Somewhere(Rng rng) => In(rng, rng.Pick(Barrios, b => b.Population));

    public Place InComuna(Rng rng, int comuna) => In(rng, rng.Pick(Comunas[comuna - 1].Barrios, b => b.Population));

    /// <summary>A point between the four corners: bilinear, so it is inside as long as the corners are convex.</summary>
    public static Place In(Rng rng, Barrio barrio)
    {
        var (u, v) = (0.06 + (0.88 * rng.Unit()), 0.06 + (0.88 * rng.Unit()));
        var c = barrio.Corners;
        double Mix(Func<Point, double> of) =>
            (of(c[0]) * (1 - u) * (1 - v)) + (of(c[1]) * u * (1 - v)) + (of(c[2]) * u * v) + (of(c[3]) * (1 - u) * v);
        return new Place(barrio, new Point(Mix(p => p.X), Mix(p => p.Y)), rng.Pick(Streets), (rng.Int(0, 49) * 100) + rng.Int(1, 99));
    }

    private static Point[,] Lattice(Rng rng)
    {
        var lattice = new Point[Columns + 1, Rows + 1];
        for (var i = 0; i <= Columns; i++)
            for (var j = 0; j <= Rows; j++)
            {
                // The city widens to the east along the coast, as ports do.
                var lean = j * 0.0025;
                lattice[i, j] = new Point(
                    Math.Round(West + (i * Width) - lean + (Width * 0.2 * (rng.Unit() - 0.5)), 6),
                    Math.Round(South + (j * Height) + (i * 0.0015) + (Height * 0.2 * (rng.Unit() - 0.5)), 6));
            }

        return lattice;
    }

    /// <summary>The beach: points that bulge to the south between the corners of the lowest row.</summary>
    private static Point[][] Coast(Rng rng, Point[,] lattice)
    {
        var coast = new Point[Columns][];
        for (var i = 0; i < Columns; i++)
        {
            var (a, b) = (lattice[i, 0], lattice[i + 1, 0]);
            coast[i] = [.. new[] { 0.2, 0.4, 0.6, 0.8 }.Select(t => new Point(
                Math.Round(a.X + (t * (b.X - a.X)), 6),
                Math.Round(a.Y + (t * (b.Y - a.Y)) - (t * (1 - t) * 0.012) - (0.0006 * rng.Unit()), 6)))];
        }

        return coast;
    }

    private static Point[] Outline(Point[,] p, Point[][] coast, int i, int j)
    {
        Point[] low = j == 0
            ? [p[i, j], .. coast[i], p[i + 1, j], .. coast[i + 1], p[i + 2, j]]
            : [p[i, j], p[i + 1, j], p[i + 2, j]];
        return [.. low, p[i + 2, j + 1], p[i + 2, j + 2], p[i + 1, j + 2], p[i, j + 2], p[i, j + 1], p[i, j]];
    }
}
