/**
 * The file in a form, as clients of supabase-js send it, turned into a plain upload: lite knows only a field of another
 * name, and takes the form of a PUT for the file itself.
 */
export async function withPlainBody(request: Request): Promise<Request> {
  const isUpload = request.method === "POST" || request.method === "PUT";
  if (!isUpload || !request.headers.get("content-type")?.startsWith("multipart/form-data")) return request;
  const form = await request.formData();
  const file = [...form.values()].find((value) => value instanceof Blob);
  if (!(file instanceof Blob)) return request;
  const headers = new Headers(request.headers);
  headers.set("content-type", file.type.split(";")[0]?.trim() || "application/octet-stream");
  headers.set("content-length", String(file.size));
  const seconds = form.get("cacheControl");
  if (typeof seconds === "string") headers.set("cache-control", `max-age=${seconds}`);
  return new Request(request.url, { method: request.method, headers, body: file.stream(), duplex: "half" });
}
