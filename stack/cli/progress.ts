/** Prints what is being done, each line with the seconds since the start. */
export function createProgress(print: (text: string) => void): { step(text: string): void; done(): void } {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s`;
  return {
    step: (text) => print(`${seconds()}  ${text}`),
    done: () => print(`${seconds()}  Ready`),
  };
}
