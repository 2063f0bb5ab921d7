using System.Globalization;

namespace Platform.Sepa;

/// <summary>
/// Follows the transactions through the announced blocks. A difference means that the data changed between counting and writing, or
/// that the query is wrong: the file must not exist then.
/// </summary>
internal sealed class BlockTotals<TKey> where TKey : notnull
{
    private readonly IReadOnlyList<FileBlock<TKey>> _blocks;
    private int _index = -1;
    private int _count;
    private long _sum;

    public BlockTotals(IReadOnlyList<FileBlock<TKey>> blocks)
    {
        _blocks = blocks;
        if (blocks.Count == 0 || blocks.Any(b => b.TransactionCount < 1))
            throw new InvalidOperationException("A file needs a block, and each block a transaction.");
        if (blocks.DistinctBy(b => b.Key).Count() != blocks.Count)
            throw new InvalidOperationException("Two blocks have the same key.");
        if (blocks.DistinctBy(b => b.PaymentInformationId).Count() != blocks.Count)
            throw new InvalidOperationException("Two blocks have the same identifier.");
    }

    public bool IsInBlock => _index >= 0;

    /// <summary>True when the next transaction belongs to the next block.</summary>
    public bool IsNext(TKey key) => _index < 0 || !_blocks[_index].Key.Equals(key);

    public FileBlock<TKey> Next(TKey key)
    {
        EndBlock();
        if (++_index >= _blocks.Count || !_blocks[_index].Key.Equals(key))
            throw new InvalidOperationException($"Block {_index + 1} was not announced for {key}, or its transactions are out of order.");
        return _blocks[_index];
    }

    public void Add(long cents)
    {
        if (SepaAmount.CheckCents(cents) is { } code)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{code}: {cents} cents."));
        _count++;
        _sum += cents;
    }

    public void End()
    {
        EndBlock();
        if (_index != _blocks.Count - 1)
            throw new InvalidOperationException($"{_blocks.Count} blocks were announced, {_index + 1} came.");
    }

    private void EndBlock()
    {
        if (!IsInBlock)
            return;
        var block = _blocks[_index];
        if (block.TransactionCount != _count || block.ControlSumCents != _sum)
        {
            throw new InvalidOperationException(
                $"Block {_index + 1}: {block.TransactionCount} orders of {block.ControlSumCents} cents announced, {_count} of {_sum} came.");
        }

        (_count, _sum) = (0, 0);
    }
}

/// <summary>Head of a payment block (PmtInf) with the totals that its transactions must give.</summary>
/// <param name="PaymentInformationId">PmtInfId, unique in the file.</param>
/// <param name="Key">What all its transactions share.</param>
/// <param name="TransactionCount">NbOfTxs.</param>
/// <param name="ControlSumCents">CtrlSum.</param>
internal record FileBlock<TKey>(string PaymentInformationId, TKey Key, int TransactionCount, long ControlSumCents) where TKey : notnull;
