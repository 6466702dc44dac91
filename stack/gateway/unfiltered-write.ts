const shapesTheAnswer = new Set(["select", "columns", "order", "limit", "offset", "on_conflict", "apikey"]);

/**
 * Whether a REST request would change or delete every row of a table: hosted API sessions load the module safeupdate,
 * which refuses that. It does so inside RPCs as well, where nothing short of a module can.
 * @returns the method of such a request
 */
export function unfilteredWrite(request: Request): "PATCH" | "DELETE" | undefined {
  const { method } = request;
  if (method !== "PATCH" && method !== "DELETE") return undefined;
  const parameters = [...new URL(request.url).searchParams.keys()];
  return parameters.every((name) => shapesTheAnswer.has(name)) ? method : undefined;
}
