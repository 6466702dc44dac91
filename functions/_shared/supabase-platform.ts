import { accessTokenInDatabase } from "./access-token.admin.ts";
import { verifyForProject } from "./authentication.ts";
import type { Platform } from "./platform.ts";
import type { Project } from "./project.ts";
import { rateLimitInDatabase } from "./rate-limit.admin.ts";
import { sessionInAuth } from "./session.ts";

/** The platform as a project serves it. */
export function supabasePlatform(project: Project, allowedOrigins: string[]): Platform {
  const verifyKey = verifyForProject(project);
  const verifyToken = accessTokenInDatabase(project);
  return {
    allowedOrigins,
    verifyCaller: (request, mode) => (mode === "token" ? verifyToken(request) : verifyKey(request, mode)),
    isSessionLive: sessionInAuth(project),
    takeRateLimit: rateLimitInDatabase(project),
  };
}
