import type { Platform } from "../../../functions/_shared/platform.ts";
import { failure, success } from "../../../functions/_shared/result.ts";

export const ada = "8d3f0b52-5f0c-4c58-9f5e-3a0d1c9be001";
export const bob = "8d3f0b52-5f0c-4c58-9f5e-3a0d1c9be002";

/** Takes the id of a user for their token, and counts against no limit. */
export const platform: Platform = {
  allowedOrigins: ["*"],
  verifyCaller: async (request) => {
    const [, token] = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "") ?? [];
    return token === undefined
      ? failure({ kind: "refused", reason: "MISSING_CREDENTIALS" })
      : success({ kind: "user", userId: token, token });
  },
  isSessionLive: async () => success(true),
  takeRateLimit: async () => failure("nobody counts here"),
};
