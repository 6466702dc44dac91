import { errors, type JWTPayload, jwtVerify, SignJWT } from "jose";

/** The secret that signs access tokens, and the name under which functions find it in their JWKS. */
export interface SigningKey {
  readonly jwtSecret: string;
  readonly kid: string;
}

const encoder = new TextEncoder();

/** Signs claims. Without `expiresIn` (seconds) the claims carry their own `exp`. */
export async function signToken(
  claims: JWTPayload,
  key: SigningKey,
  options: { expiresIn?: number } = {},
): Promise<string> {
  const token = new SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "JWT", kid: key.kid });
  if (claims.iat === undefined) token.setIssuedAt();
  if (options.expiresIn !== undefined) token.setExpirationTime(`${options.expiresIn}s`);
  return await token.sign(encoder.encode(key.jwtSecret));
}

export type VerifiedToken = { claims: JWTPayload } | { problem: "expired" | "invalid" };

/** Checks signature and times of a token. A bad one is a value, not an exception. */
export async function verifyToken(token: string, key: SigningKey): Promise<VerifiedToken> {
  try {
    const { payload } = await jwtVerify(token, encoder.encode(key.jwtSecret), { algorithms: ["HS256"] });
    return { claims: payload };
  } catch (error) {
    return { problem: error instanceof errors.JWTExpired ? "expired" : "invalid" };
  }
}

/** The key set that functions get: the one secret, named by its `kid`. Never served over HTTP. */
export function privateKeySet(key: SigningKey): { keys: Record<string, string>[] } {
  const k = Buffer.from(key.jwtSecret).toString("base64url");
  return { keys: [{ kty: "oct", alg: "HS256", use: "sig", kid: key.kid, k }] };
}
