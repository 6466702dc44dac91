import fc from "fast-check";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type Point, type Slope, slopesOf, theilSen } from "./theil-sen-oracle.ts";

const client = new Client({ connectionString: inject("migratedUrl") });
beforeAll(() => client.connect());
afterAll(() => client.end());

/** What the database makes of points. */
async function storedSlope(points: readonly Point[]): Promise<Slope | undefined> {
  const columns = [points.map(([x]) => x), points.map(([, y]) => y)];
  const { rows } = await client.query<Slope>("select * from private.theil_sen($1, $2)", columns);
  return rows[0];
}

/** Days of training with what was lifted: whole kilograms are often equal, others hardly ever. */
const somePoints = fc
  .uniqueArray(
    fc.tuple(
      fc.integer({ min: 0, max: 400 }),
      fc.oneof(fc.integer({ min: 95, max: 105 }), fc.double({ min: 0.5, max: 500, noNaN: true })),
    ),
    { minLength: 2, maxLength: 40, selector: ([x]) => x },
  )
  .map((points) => points.toSorted(([a], [b]) => a - b));

test("RATE-PROP-01: the slope and its interval are those that counting finds, ties and all", async () => {
  await fc.assert(
    fc.asyncProperty(somePoints, async (points) => {
      expect(await storedSlope(points)).toEqual(theilSen(points));
    }),
    { numRuns: 300 },
  );
});

/** In how many orders of so many there are so many inversions: Kendall's exact distribution. */
function ordersByInversions(size: number): number[] {
  let orders = [1];
  for (let added = 2; added <= size; added += 1) {
    const length = orders.length + added - 1;
    const before = orders;
    orders = Array.from({ length }, (_, inversions) =>
      before.slice(Math.max(0, inversions - added + 1), inversions + 1).reduce((sum, it) => sum + it, 0),
    );
  }
  return orders;
}

test.each([5, 6, 7, 8, 9, 10, 12, 15])(
  "RATE-PROP-02: of %i points the interval holds the slope in nine of ten samples, by Kendall's exact distribution",
  async (size) => {
    // No two slopes between points of a square root are equal.
    const points = Array.from({ length: size }, (_, x): Point => [x, Math.sqrt(x + 1)]);
    const { lower } = (await storedSlope(points)) ?? {};
    const rank = slopesOf(points).indexOf(lower ?? Number.NaN) + 1;
    expect(rank).toBeGreaterThan(0);

    const orders = ordersByInversions(size);
    const all = orders.reduce((sum, it) => sum + it, 0);
    const inside = orders.slice(rank, orders.length - rank).reduce((sum, it) => sum + it, 0);
    expect(inside / all).toBeGreaterThanOrEqual(0.9);
  },
);
