import { cors as answerCors } from "hono/cors";

/** Lets the web pages of these origins send requests and read answers. Hosted adds nothing of the kind for functions. */
export function cors(allowedOrigins: string[]) {
  return answerCors({
    origin: allowedOrigins.includes("*") ? "*" : allowedOrigins,
    allowMethods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
    exposeHeaders: [
      "allow",
      "content-disposition",
      "etag",
      "location",
      "ratelimit-limit",
      "ratelimit-remaining",
      "ratelimit-reset",
      "retry-after",
      "sb-request-id",
      "x-request-id",
    ],
    maxAge: 86_400,
  });
}
