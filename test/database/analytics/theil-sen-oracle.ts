/** A slope, and what holds it with 90 per cent confidence; null where no pair of points does. */
export interface Slope {
  readonly slope: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export type Point = readonly [x: number, y: number];

/** The standard normal quantile that leaves five per cent on either side. */
const QUANTILE = 1.6448536269514722;

/** The part of so many equals in 18 times Kendall's variance. */
const part = (size: number) => size * (size - 1) * (2 * size + 5);

/** The slopes between all pairs of points, in order. */
export function slopesOf(points: readonly Point[]): number[] {
  return points
    .flatMap(([x, y], index) =>
      points.slice(index + 1).map(([otherX, otherY]) => (otherY - y) / (otherX - x)),
    )
    .toSorted((a, b) => a - b);
}

/**
 * Theil's slope and Sen's interval from their definitions, by counting where the database ranks: a slope bounds the
 * interval if Kendall's S, with all beyond it and it itself on one side, is no nearer to 0 than 1.645 deviations.
 * @param points with different x, at least two
 */
export function theilSen(points: readonly Point[]): Slope {
  const slopes = slopesOf(points);
  const equals = Map.groupBy(points, ([, y]) => y).values();
  const ties = [...equals].reduce((sum, { length }) => sum + part(length), 0);
  const limit = QUANTILE * Math.sqrt((part(points.length) - ties) / 18);
  const bounds = (isBeyond: (slope: number, bound: number) => boolean) =>
    slopes.filter((bound) => {
      const beyond = slopes.filter((slope) => isBeyond(slope, bound)).length + 1;
      return slopes.length - 2 * beyond >= limit;
    });

  const half = slopes.length / 2;
  const [low = Number.NaN, high = low] = slopes.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  return {
    slope: (low + high) / 2,
    lower: bounds((slope, bound) => slope < bound).at(-1) ?? null,
    upper: bounds((slope, bound) => slope > bound).at(0) ?? null,
  };
}
