// Chosen so that a cold worker stays within 2 s of CPU and 256 MB; bench/media/results.md has the figures.

/** Bytes of an uploaded file; the bucket `uploads` has the same limit. */
export const maxFileBytes = 20 * 1024 ** 2;

/** Pixels of the longer side. */
export const maxSide = 12_000;

/** Width times height. Only a JPEG that is read row by row may have so many: it is reduced while it is read. */
export const maxPixels = 40_000_000;

/**
 * What a picture that cannot be reduced while it is read may take, with the file itself. At four bytes a pixel, 8
 * megapixels of PNG, WebP or GIF in a file of 10 MB; 12 megapixels of a progressive JPEG.
 */
export const maxDecodingBytes = 42_000_000;

/** Passes of a progressive JPEG. Encoders make about ten; each costs a walk over all pixels. */
export const maxScans = 64;

/** Pictures that wait for their turn in one worker. */
export const maxWaiting = 8;
