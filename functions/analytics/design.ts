/** Part of the tags and keys of all that is drawn or written: raise it when the same data look different. */
export const design = "1";
