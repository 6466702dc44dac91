import { existsSync, type FSWatcher, watch } from "node:fs";
import { join } from "node:path";

const settleMilliseconds = 100;

/**
 * Reports changes below some folders, those of one save together: editors write a file in several steps.
 * Folders that do not exist are left out.
 *
 * @param onChange - Gets the absolute paths that changed.
 */
export function watchFolders(folders: string[], onChange: (paths: string[]) => void): { close(): void } {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const report = () => {
    const paths = [...changed];
    changed.clear();
    onChange(paths);
  };
  const watchers = folders.filter(existsSync).map((folder): FSWatcher => {
    const watcher = watch(folder, { recursive: true }, (_event, name) => {
      changed.add(name === null ? folder : join(folder, name));
      clearTimeout(timer);
      timer = setTimeout(report, settleMilliseconds);
    });
    // A folder that vanishes while it is watched is a change like any other, and was reported as one.
    watcher.on("error", () => {});
    return watcher;
  });

  return {
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
