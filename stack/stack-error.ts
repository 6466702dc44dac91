/** A failure that its message explains to a person in one line: what happened, where, what to do. */
export class StackError extends Error {
  override name = "StackError";
}
