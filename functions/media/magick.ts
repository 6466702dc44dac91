import { ConfigurationFiles, initializeImageMagick } from "@imagemagick/magick-wasm";
import { maxDecodingBytes, maxSide } from "./limits.ts";

// A second wall behind sniff.ts: whatever a file pretends to be, no other decoder runs, and none takes more.
const policy = `<policymap>
  <policy domain="coder" rights="none" pattern="*" />
  <policy domain="coder" rights="read | write" pattern="{JPEG,WEBP}" />
  <policy domain="coder" rights="read" pattern="{PNG,GIF}" />
  <policy domain="path" rights="none" pattern="*" />
  <policy domain="resource" name="width" value="${maxSide}" />
  <policy domain="resource" name="height" value="${maxSide}" />
  <policy domain="resource" name="memory" value="${2 * maxDecodingBytes}" />
  <policy domain="resource" name="map" value="0" />
  <policy domain="resource" name="disk" value="0" />
</policymap>`;

let started: Promise<void> | undefined;

/**
 * Makes ImageMagick ready: once in a worker's life, with the first picture. A start that failed is tried again.
 *
 * @param loadWasm - Reads `magick.wasm` of the package.
 */
export function startMagick(loadWasm: () => Promise<Uint8Array>): Promise<void> {
  started ??= start(loadWasm).catch((error: unknown) => {
    started = undefined;
    throw error;
  });
  return started;
}

async function start(loadWasm: () => Promise<Uint8Array>): Promise<void> {
  const configuration = ConfigurationFiles.default;
  configuration.policy.data = policy;
  await initializeImageMagick(await loadWasm(), configuration);
}
