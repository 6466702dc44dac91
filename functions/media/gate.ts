/** Lets one task at a time run in this worker, and refuses when too many wait. */
export interface Gate {
  /** Undefined if there is no room to wait. */
  run<Value>(task: () => Promise<Value>): Promise<Value | undefined>;
}

/** Two uploads of 20 MB in memory at once are as many as fit; without a gate, ten requests would mean ten. */
export function createGate(maxWaiting: number): Gate {
  let last: Promise<unknown> = Promise.resolve();
  let inside = 0;
  return {
    async run(task) {
      if (inside > maxWaiting) return undefined;
      inside += 1;
      const turn = last.then(task, task);
      last = turn.catch(() => {});
      try {
        return await turn;
      } finally {
        inside -= 1;
      }
    },
  };
}
