namespace Listening.Rhythm;

/// <summary>
/// Counts by how many hosts of one federated platform each post was seen, and estimates from it how many no host showed: capture and
/// recapture, with hosts as the occasions. It takes it that hosts come to know posts independently of each other. Where they miss the same
/// ones (posts of people whom nobody there follows), the truth is higher.
/// </summary>
public sealed class Sightings
{
    /// <summary>
    /// With fewer recaptures the estimate may be biased for lack of numbers (Robson and Regier 1964, Sample size in Petersen mark-recapture
    /// experiments, Transactions of the American Fisheries Society 93: seven keep the bias negligible at 95%).
    /// </summary>
    public const int FewestRecaptures = 7;

    private readonly Dictionary<string, long> _onlyThere = new(StringComparer.Ordinal);
    private long _seen;
    private long _byTwo;
    private long _recaptured;

    /// <summary>One post, and the hosts that showed it; a post that came another way is seen, and says nothing of hosts.</summary>
    public void Add(IReadOnlyCollection<string> hosts)
    {
        string[] distinct = [.. hosts.Distinct(StringComparer.Ordinal)];
        _seen++;
        _byTwo += distinct.Length == 2 ? 1 : 0;
        _recaptured += distinct.Length >= 2 ? 1 : 0;
        foreach (var host in distinct)
        {
            _onlyThere[host] = _onlyThere.GetValueOrDefault(host) + (distinct.Length == 1 ? 1 : 0);
        }
    }

    /// <summary>
    /// With Z_i posts that only host i showed and f_2 that exactly two did, unseen = sum over pairs of hosts of Z_i Z_j / (f_2 + 1): the
    /// estimator for occasions that differ in how much they catch of Chao 1989, Estimating population size for sparse data in
    /// capture-recapture experiments, Biometrics 45, 427-438. With two hosts it is Chapman's, N = (n_1 + 1)(n_2 + 1) / (m + 1) - 1 (Chapman
    /// 1951, Some properties of the hypergeometric distribution with applications to zoological sample censuses).
    /// Unknown with fewer than two hosts or than <see cref="FewestRecaptures"/> posts that several hosts showed.
    /// </summary>
    public UnseenEstimate Estimate()
    {
        if (_onlyThere.Count < 2 || _recaptured < FewestRecaptures)
        {
            return new(_seen, null, null);
        }

        double sum = _onlyThere.Values.Sum();
        var pairs = ((sum * sum) - _onlyThere.Values.Sum(only => (double)only * only)) / 2;
        return new(_seen, (long)Math.Round(pairs / (_byTwo + 1)), _onlyThere.Count == 2 ? "chapman" : "chao");
    }
}
