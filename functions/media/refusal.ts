import { failure } from "../_shared/result.ts";

/** Why a file is not taken as a picture, for the one who sent it. */
export interface Refusal {
  code: "image_unsupported" | "image_broken" | "image_too_large";
  detail: string;
  /** The picture may be in order, but is more than this function can decode: another decoder could reduce it. */
  isReducible: boolean;
}

/** The file is of a kind that is not taken. */
export function unsupported(detail: string) {
  return failure<Refusal>({ code: "image_unsupported", detail, isReducible: false });
}

/** The file is of a kind that is taken, and damaged. */
export function broken(detail: string) {
  return failure<Refusal>({ code: "image_broken", detail, isReducible: false });
}

/** The picture has more bytes or pixels than anybody may send. */
export function tooLarge(detail: string) {
  return failure<Refusal>({ code: "image_too_large", detail, isReducible: false });
}
