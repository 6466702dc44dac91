import { randomUUID } from "node:crypto";
import { FunctionsHttpError } from "@supabase/supabase-js";
import { beforeAll, describe, expect, test } from "vitest";
import { ProgressPhoto, StoredImage } from "../../../types/contracts/media.ts";
import { Problem } from "../../../types/contracts/problem.ts";
import { blue, exif, jpeg, red, withSegment } from "../../functions/media/fixtures.ts";
import { type Person, signedUpUser } from "../people.ts";

let ada: Person;
let stranger: Person;
/** As a phone writes it: lying on its side, with the camera and the place in it. */
let photo: Buffer;
beforeAll(async () => {
  [ada, stranger] = await Promise.all([signedUpUser(), signedUpUser()]);
  for (const { client } of [ada, stranger]) {
    await client
      .rpc("record_consent", { p_purpose: "health_data", p_text_version: "2026-01", p_locale: "en" })
      .throwOnError();
  }
  const upright = await jpeg(300, 200, (x) => (x < 150 ? red : blue));
  photo = withSegment(upright, 0xe1, exif(6));
});

async function upload({ client, id }: Person, file: Buffer): Promise<string> {
  const path = `${id}/${randomUUID()}.jpg`;
  const { error } = await client.storage.from("uploads").upload(path, file, { contentType: "image/jpeg" });
  if (error) throw error;
  return path;
}

const make = ({ client }: Person, what: "avatars" | "progress-photos", path: string) =>
  client.functions.invoke(`media/${what}`, { body: { upload_path: path } });

async function pictureOf(person: Person, what: "avatars" | "progress-photos"): Promise<StoredImage> {
  const { data, error } = await make(person, what, await upload(person, photo));
  if (error) throw new Error(await error.context.text());
  return StoredImage.parse(data);
}

async function problemOf({ error }: { error: unknown }): Promise<Problem> {
  if (!(error instanceof FunctionsHttpError)) throw new Error(`This is no answer of a function: ${error}`);
  return Problem.parse(await error.context.json());
}

async function uploadsOf({ client, id }: Person): Promise<string[]> {
  const { data, error } = await client.storage.from("uploads").list(id);
  if (error) throw error;
  return data.map(({ name }) => name);
}

/** What a file says beside its pixels. */
const metadata = /exif|gps|spycam|xmp|iccp/i;

describe("an avatar", () => {
  test("is made of an upload, which is gone then, and tells the world nothing but pixels", async () => {
    const image = await pictureOf(ada, "avatars");
    const profile = await ada.client
      .from("profiles")
      .select("avatar_path, avatar_thumbhash, avatar_color")
      .eq("user_id", ada.id)
      .single()
      .throwOnError();

    expect(photo.toString("latin1")).toMatch(metadata);
    expect(image).toMatchObject({ bucket: "avatars", width: 200, height: 300 });
    expect(profile.data).toEqual({
      avatar_path: `${ada.id}/${image.id}`,
      avatar_thumbhash: image.thumbhash,
      avatar_color: image.dominant_color,
    });
    expect(await uploadsOf(ada)).toEqual([]);
    for (const { url = "", format, bytes } of image.variants) {
      const response = await fetch(url);
      const file = Buffer.from(await response.arrayBuffer());
      expect(response.headers.get("content-type")).toBe(`image/${format}`);
      expect(response.headers.get("cache-control")).toContain("immutable");
      expect(file).toHaveLength(bytes);
      expect(file.toString("latin1")).not.toMatch(metadata);
      if (format === "webp") expect(file.toString("latin1", 8, 12)).toBe("WEBP");
    }
  });

  test("made of the same picture again is the same one", async () => {
    const [first, again] = [await pictureOf(ada, "avatars"), await pictureOf(ada, "avatars")];

    expect(again).toEqual(first);
    expect((await fetch(first.variants[0]?.url ?? "")).status).toBe(200);
  });

  test("takes the place of the one before, whose files go", async () => {
    const before = await pictureOf(stranger, "avatars");
    const other = await upload(stranger, await jpeg(80, 80, () => blue));

    const { data } = await make(stranger, "avatars", other);

    const after = StoredImage.parse(data);
    expect((await fetch(after.variants[0]?.url ?? "")).status).toBe(200);
    expect((await fetch(before.variants[0]?.url ?? "")).ok).toBe(false);
  });
});

describe("an upload", () => {
  test("of somebody else looks like one that is not there", async () => {
    const path = await upload(ada, photo);

    const foreign = await make(stranger, "avatars", path);
    const missing = await make(stranger, "avatars", `${stranger.id}/${randomUUID()}.jpg`);

    const [one, other] = [await problemOf(foreign), await problemOf(missing)];
    expect(one).toMatchObject({ status: 404, code: "upload_not_found" });
    expect({ ...one, request_id: "" }).toEqual({ ...other, request_id: "" });
    expect(await uploadsOf(ada)).toContain(path.split("/")[1]);
  });

  test("that is no picture is refused, whatever its name says", async () => {
    const path = await upload(ada, Buffer.from("Bench press, 5 x 5\n"));

    expect(await problemOf(await make(ada, "avatars", path))).toMatchObject({
      status: 422,
      code: "image_unsupported",
    });
  });
});

test("a token that outlives its session makes no pictures", async () => {
  const leaver = await signedUpUser();
  const path = await upload(leaver, photo);
  const { data } = await leaver.client.auth.getSession();
  const headers = { authorization: `Bearer ${data.session?.access_token}` };
  await leaver.client.auth.signOut();

  const answer = await leaver.client.functions.invoke("media/avatars", {
    headers,
    body: { upload_path: path },
  });

  expect(await problemOf(answer)).toMatchObject({ status: 401, code: "session_ended" });
});

test("a progress photo is kept only while its owner consents", async () => {
  const newcomer = await signedUpUser();
  const path = await upload(newcomer, photo);

  expect(await problemOf(await make(newcomer, "progress-photos", path))).toMatchObject({
    status: 403,
    code: "consent_required",
  });
  expect(await uploadsOf(newcomer)).toHaveLength(1);
});

test("a picture that is kept twice costs one set of files", async () => {
  const [first, again] = [
    await pictureOf(stranger, "progress-photos"),
    await pictureOf(stranger, "progress-photos"),
  ];
  const folder = stranger.client.storage.from(first.bucket);
  const [images, files] = [await folder.list(stranger.id), await folder.list(`${stranger.id}/${first.id}`)];

  expect(again).toEqual(first);
  expect(images.data?.map(({ name }) => name)).toEqual([first.id]);
  expect(files.data?.map(({ name }) => `${stranger.id}/${first.id}/${name}`).sort()).toEqual(
    first.variants.map(({ path }) => path).sort(),
  );
});

test("a progress photo is its owner's alone", async () => {
  const image = await pictureOf(ada, "progress-photos");
  const path = image.variants[0]?.path ?? "";
  const signed = await ada.client.storage.from(image.bucket).createSignedUrl(path, 60);
  const stolen = await stranger.client.storage.from(image.bucket).createSignedUrl(path, 60);
  const taken = await stranger.client.storage.from(image.bucket).download(path);
  const { publicUrl } = ada.client.storage.from(image.bucket).getPublicUrl(path).data;

  const response = await fetch(signed.data?.signedUrl ?? "");
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/webp"]);
  expect(Buffer.from(await response.arrayBuffer()).toString("latin1")).not.toMatch(metadata);
  expect(stolen.data).toBeNull();
  expect(taken.data).toBeNull();
  expect((await fetch(publicUrl)).ok).toBe(false);
  expect(image.variants.filter(({ url }) => url !== undefined)).toEqual([]);
});

test("a progress photo is bound to a day and a pose by a row, which shows the owner's pictures alone", async () => {
  const image = await pictureOf(ada, "progress-photos");
  const shown = {
    id: randomUUID(),
    taken_on: "2026-03-02",
    pose: "front",
    image_path: `${ada.id}/${image.id}`,
    thumbhash: image.thumbhash,
    dominant_color: image.dominant_color,
  };

  const stolen = await stranger.client.from("progress_photos").insert({ ...shown, id: randomUUID() });
  expect([stolen.status, stolen.error?.message]).toEqual([409, "id_unusable"]);
  await ada.client.from("progress_photos").insert(shown).throwOnError();

  const { data } = await ada.client
    .from("progress_photos")
    .select("id, taken_on, pose, image_path, thumbhash, dominant_color, notes")
    .order("taken_on", { ascending: false })
    .throwOnError();
  expect(ProgressPhoto.array().parse(data)).toEqual([{ ...shown, notes: null }]);
});
