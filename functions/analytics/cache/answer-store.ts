/** What is found under a key. */
export type Taken =
  | { kind: "kept"; bytes: ArrayBuffer }
  /** There is nothing: who asked makes it. Nobody else is told so for ten seconds. */
  | { kind: "yours" }
  /** Somebody else is making it. */
  | { kind: "theirs" }
  /** The store does not answer. */
  | { kind: "closed" };

/**
 * Keeps finished answers for all instances of the function, for a day at most. It may lose any of them at any time, and
 * never fails: what it cannot do is logged, and left undone.
 */
export interface AnswerStore {
  take(userId: string, key: string): Promise<Taken>;
  keep(userId: string, key: string, bytes: ArrayBuffer): Promise<void>;
  /** Lets somebody else make what one was to make. */
  release(userId: string, key: string): Promise<void>;
}
