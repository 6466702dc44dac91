declare global {
  interface ArrayBuffer {
    // Deno 2.1 has it, and its types do not know.
    transfer(newByteLength?: number): ArrayBuffer;
  }
}

/** Gives the memory of a file back at once. The collector would let several files of 20 MB pile up. */
export function release(file: ArrayBuffer): void {
  file.transfer(0);
}
