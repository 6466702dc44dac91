import type { ImportedSet } from "../../../types/contracts/import.ts";
import { fold } from "./fold.ts";
import { lookup } from "./lookup.ts";

export type SetType = NonNullable<ImportedSet["set_type"]>;

// Strong: W, D, F and, on Android, whole words. Hevy: normal, warmup, failure, dropset. Ours are as they are.
const setTypes = lookup<SetType>({
  normal: "normal",
  w: "warmup",
  warmup: "warmup",
  d: "drop",
  drop: "drop",
  dropset: "drop",
  f: "failure",
  failure: "failure",
  amrap: "amrap",
  restpause: "rest_pause",
  myo: "myo",
  cluster: "cluster",
  backoff: "backoff",
});

/** A set type by the token of any source; undefined for one that no source is known to write. */
export function setTypeOf(token: string): SetType | undefined {
  return setTypes.get(fold(token).replaceAll(/[\s_-]/g, ""));
}
