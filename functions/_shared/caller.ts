/** How a route lets callers in: a user's token, one of the project's keys, or nothing at all. */
export type AuthMode = "user" | "publishable" | "secret" | "none";

/** A signed-in user. */
export interface UserCaller {
  kind: "user";
  userId: string;
  /** The verified access token: with it, REST and Storage act under the user's own rights. */
  token: string;
}

/** Somebody who holds one of the project's keys: an app (`publishable`) or a backend (`secret`). */
export interface KeyCaller {
  kind: "publishable" | "secret";
}

/** Anybody. */
export interface UnknownCaller {
  kind: "none";
}

export type Caller = UserCaller | KeyCaller | UnknownCaller;

/** Who the caller of a route with this mode is. */
export type CallerOf<Mode extends AuthMode> = Mode extends "user"
  ? UserCaller
  : Mode extends "none"
    ? UnknownCaller
    : KeyCaller;
