import { z } from "zod";
import { Visibility } from "./workout.ts";

/** What a user shows of themselves. */
export const Profile = z.strictObject({
  /** Null until chosen: 3 to 30 of A-Z a-z 0-9 _ and . */
  username: z.string().nullable(),
  display_name: z.string().nullable(),
  bio: z.string().nullable(),
  /** Folder of the avatar's images in the bucket `avatars`. */
  avatar_path: z.string().nullable(),
  /** Blurred preview, base64. */
  avatar_thumbhash: z.string().nullable(),
  /** #rrggbb. */
  avatar_color: z.string().nullable(),
  visibility: Visibility,
});

/** Somebody whom a search found. */
export const FoundProfile = z.strictObject({
  user_id: z.uuid(),
  username: z.string(),
  display_name: z.string().nullable(),
  avatar_path: z.string().nullable(),
  /** Blurred preview, base64. */
  avatar_thumbhash: z.string().nullable(),
  /** #rrggbb. */
  avatar_color: z.string().nullable(),
});

/** Answer of `search_profiles`, by username. */
export const ProfileSearch = z.strictObject({
  items: z.array(FoundProfile),
  /** Goes back as `p_cursor` for the next page, with the same query; null on the last. */
  next_cursor: z.string().nullable(),
});
