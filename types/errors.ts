/**
 * The stable keys of errors, in `message` of a REST error and `code` of a function's problem, with the HTTP status they
 * come with. Postgres' own errors (such as 23505 for a taken username) come with its SQLSTATE in `code`.
 */
export const errorStatus = {
  /** An id is taken, unknown or somebody else's: always this one answer. */
  id_unusable: 409,
  /** An id or a parent cannot change. */
  column_immutable: 409,
  /** A row of a ledger cannot change. */
  append_only: 409,
  /** A field has a value that it cannot have; `details` names it. */
  invalid_field: 422,
  /** A field that must be there is not. */
  missing_field: 422,
  /** A field that nobody knows, such as a misspelt one. */
  unknown_field: 422,
  /** A set has a field that the kind of its exercise does not allow. */
  field_not_allowed: 422,
} as const;

export type ErrorKey = keyof typeof errorStatus;
