import type { TokenScope } from "../../types/contracts/access-token.ts";

/**
 * How a route lets callers in: a user's session, an access token that a user made for another program, one of the
 * project's keys, or nothing at all.
 */
export type AuthMode = "user" | "token" | "publishable" | "secret" | "none";

/** A signed-in user. */
export interface UserCaller {
  kind: "user";
  userId: string;
  /** The verified access token: with it, REST and Storage act under the user's own rights. */
  token: string;
}

/** A program that holds an access token of a user. */
export interface TokenCaller {
  kind: "token";
  /** Whose token it is. */
  userId: string;
  scopes: TokenScope[];
}

/** Somebody who holds one of the project's keys: an app (`publishable`) or a backend (`secret`). */
export interface KeyCaller {
  kind: "publishable" | "secret";
}

/** Anybody. */
export interface UnknownCaller {
  kind: "none";
}

export type Caller = UserCaller | TokenCaller | KeyCaller | UnknownCaller;

/** Who the caller of a route with this mode is. */
export type CallerOf<Mode extends AuthMode> = Mode extends "user"
  ? UserCaller
  : Mode extends "token"
    ? TokenCaller
    : Mode extends "none"
      ? UnknownCaller
      : KeyCaller;
