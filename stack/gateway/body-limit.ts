import { bodyTooLarge } from "./problems.ts";

/**
 * Hands a request on unless its body is too large. A body that does not say its length is cut off where it exceeds the
 * limit; whatever the service made of that, the answer is 413. Nothing is kept in memory.
 */
export async function withinBodyLimit(
  request: Request,
  maxBytes: number,
  run: (request: Request) => Promise<Response>,
): Promise<Response> {
  const length = request.headers.get("content-length");
  if (Number(length ?? 0) > maxBytes) return bodyTooLarge(maxBytes);
  if (!request.body || length !== null) return await run(request);

  let size = 0;
  const isExceeded = () => size > maxBytes;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (isExceeded()) controller.error(new Error(`The body exceeds the limit of ${maxBytes} bytes`));
      else controller.enqueue(chunk);
    },
  });
  try {
    const body = request.body.pipeThrough(counter);
    const answer = await run(new Request(request, { body, duplex: "half" }));
    return isExceeded() ? bodyTooLarge(maxBytes) : answer;
  } catch (error) {
    if (isExceeded()) return bodyTooLarge(maxBytes);
    throw error;
  }
}
