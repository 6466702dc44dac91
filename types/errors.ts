/**
 * The stable keys of errors, in `message` of a REST error and `code` of a function's problem, with the HTTP status they
 * come with. Postgres' own errors (such as 23514 for a value that a check refuses) come with its SQLSTATE in `code`.
 */
export const errorStatus = {
  /** A cursor of another list or filter, or text that is none. */
  cursor_mismatch: 400,
  /** The token names nobody, or somebody whose account is gone. */
  not_signed_in: 401,
  /** Only somebody with a role that the caller does not have may do this. */
  not_allowed: 403,
  /** Health data is stored only while its owner consents; `details` names the purpose. */
  consent_required: 403,
  /** The token of a link leads nowhere, for whatever reason: always this one answer. */
  share_not_found: 404,
  /** An id is taken, unknown or somebody else's: always this one answer. */
  id_unusable: 409,
  /** A cursor of sync that the server cannot go on from: pull first. */
  stale_cursor: 409,
  /** What has this id was deleted, perhaps on another device. */
  deleted: 409,
  /** An id or a parent cannot change. */
  column_immutable: 409,
  /** A save was made from another version than the stored one, which `hint` names; nothing was stored. */
  stale_version: 409,
  /** Something else of the caller's uses it, such as a plan a routine; `details` names that. */
  in_use: 409,
  /** Sets of an exercise, logged or planned, have fields that another kind does not allow. */
  kind_in_use: 409,
  /** Two exercises do not become one; `details` says why. */
  merge_impossible: 409,
  /** The enrollment was completed or cancelled. */
  enrollment_ended: 409,
  /** A plan that is offered to everybody must be public, and its author's profile too. */
  not_public: 409,
  /** A submission does not wait for what is asked of it; `details` says what it is. */
  submission_closed: 409,
  /** Another workout is live, which `hint` names: finish or discard it first. */
  workout_live: 409,
  /** The enrollment is paused, completed or cancelled, or nothing of it is left. */
  no_next_session: 409,
  /** The workout is finished, and history. */
  workout_finished: 409,
  /** A row of a ledger cannot change. */
  append_only: 409,
  /** A username is taken, reserved, held back or mistakable for another: always this one answer. */
  username_taken: 409,
  /** More than a user may keep; `details.limit` says how many there may be. */
  quota_exceeded: 409,
  /** The last admin cannot go. */
  last_admin: 409,
  /** A field has a value that it cannot have; `details` names it. */
  invalid_field: 422,
  /** A field that must be there is not. */
  missing_field: 422,
  /** A field that nobody knows, such as a misspelt one. */
  unknown_field: 422,
  /** A field that does not go with the others, such as a set's that the kind of its exercise does not allow. */
  field_not_allowed: 422,
  /** More often than a limit allows; `hint` says when to try again. */
  too_many_requests: 429,
} as const;

export type ErrorKey = keyof typeof errorStatus;
