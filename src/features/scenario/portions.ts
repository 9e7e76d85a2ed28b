/**
 * The percentages of some counts with one decimal, which add up to 100 exactly: what rounding leaves over goes to those
 * that lost most. All 0 when there is nothing to count.
 */
export function percentsOf(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count * 1000) / total);
  const whole = exact.map(Math.floor);
  const left = 1000 - whole.reduce((sum, count) => sum + count, 0);
  const losers = exact
    .map((share, index) => ({ index, lost: share - Math.floor(share) }))
    .sort((a, b) => b.lost - a.lost || a.index - b.index)
    .slice(0, left)
    .map(({ index }) => index);
  return whole.map((count, index) => (count + (losers.includes(index) ? 1 : 0)) / 10);
}
