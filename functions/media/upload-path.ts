/** A path in the bucket `uploads` that was found to lie in its caller's own folder. */
export interface UploadPath {
  path: string;
  /** Without the dot. */
  extension: string;
}

const fileName = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}\.([A-Za-z0-9]{2,4})$/;

/**
 * Checks that a path names a file directly in the caller's folder. The characters that are allowed leave no room for
 * `..`, a second slash, an encoded one or a query, and the folder is compared exactly, case included.
 *
 * @param userId - Of the verified caller, never from the request's body.
 */
export function ownUpload(userId: string, path: string): UploadPath | undefined {
  const folder = `${userId}/`;
  if (userId === "" || !path.startsWith(folder)) return undefined;
  const [, extension] = fileName.exec(path.slice(folder.length)) ?? [];
  return extension === undefined ? undefined : { path, extension };
}
