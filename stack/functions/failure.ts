/** How hosted Edge Functions answer when it is not the function that answers. */
export interface Failure {
  status: number;
  code: string;
  message: string;
}

/** No function has this slug. */
export const notFound: Failure = {
  status: 404,
  code: "NOT_FOUND",
  message: "Requested function was not found",
};

/** The function cannot be started; why is in the log. */
export const bootError: Failure = {
  status: 503,
  code: "BOOT_ERROR",
  message: "Function failed to start (please check logs)",
};

/** The process that worked on the request ended without an answer. */
export const workerError: Failure = {
  status: 500,
  code: "WORKER_ERROR",
  message: "Function exited due to an error (please check logs)",
};

/** The worker held more memory than it may. 546 is Supabase's own status. */
export const resourceLimit: Failure = {
  status: 546,
  code: "WORKER_RESOURCE_LIMIT",
  message: "Function failed due to not having enough compute resources (please check logs)",
};

/** Nothing came back in time. */
export function idleTimeout(seconds: number): Failure {
  return { status: 504, code: "IDLE_TIMEOUT", message: `Request idle timeout limit (${seconds}s) reached` };
}

/** Turns a failure into hosted's answer: JSON, with the code in a header too. */
export function answer({ status, code, message }: Failure): Response {
  return Response.json({ code, message }, { status, headers: { "sb-error-code": code } });
}
