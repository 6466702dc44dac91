import { z } from "zod";

const signed = z.looseObject({ signedUrl: z.string() });

/** Hosted answers addresses relative to the service's own; lite's begin with the gateway's prefix. */
const relative = (url: string) => url.replace(/^\/storage\/v1(?=\/)/, "");

function asHosted(answer: unknown, isUpload: boolean): unknown {
  if (Array.isArray(answer)) return answer.map((one) => asHosted(one, isUpload));
  const parsed = signed.safeParse(answer);
  if (!parsed.success) return answer;
  const { signedUrl, ...rest } = parsed.data;
  const url = relative(signedUrl);
  return isUpload ? { ...rest, url } : { ...rest, signedURL: url === "" ? null : url };
}

/** Puts the answers that hold a signed address into hosted's form. Others pass as they are. */
export async function withHostedAddresses(request: Request, answer: Response): Promise<Response> {
  const [, upload] = /^\/storage\/v1\/object\/(upload\/)?sign(?:\/|$)/.exec(
    new URL(request.url).pathname,
  ) ?? ["", "no"];
  if (request.method !== "POST" || upload === "no" || !answer.ok) return answer;
  return Response.json(asHosted(await answer.json(), upload !== undefined), { status: answer.status });
}
