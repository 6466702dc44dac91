import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { request as secureRequest } from "node:https";
import { createClient } from "@supabase/supabase-js";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { anonymous, type Person, signedUpUser } from "../people.ts";

// Storage reads the type that a client names, and stores what it sends: the media function looks into it.
const picture = Buffer.from("no picture, but bytes");
const png = { contentType: "image/png" };

const functions = createClient(inject("apiUrl"), inject("secretKey"), { auth: { persistSession: false } });
const readonlyBuckets = ["avatars", "progress-photos", "exercise-media", "imports", "exports"];

let ada: Person;
let eve: Person;
/** A file that Ada uploaded. */
let path: string;

const files = ({ client }: Pick<Person, "client">, bucket = "uploads") => client.storage.from(bucket);

async function upload(person: Person): Promise<string> {
  const name = `${person.id}/${randomUUID()}.png`;
  const { error } = await files(person).upload(name, picture, png);
  if (error) throw error;
  return name;
}

async function names(person: Person, folder: string): Promise<string[]> {
  const { data, error } = await files(person).list(folder);
  if (error) throw error;
  return data.map(({ name }) => `${folder}/${name}`);
}

async function contents(person: Person, name: string): Promise<string | undefined> {
  const { data } = await files(person).download(name);
  return await data?.text();
}

beforeAll(async () => {
  [ada, eve] = [await signedUpUser(), await signedUpUser()];
  path = await upload(ada);
});

describe("the owner of an upload", () => {
  test("uploads it, finds it, reads it, links to it for a while, and removes it", async () => {
    const mine = await upload(ada);
    expect(await names(ada, ada.id)).toContain(mine);
    expect(await contents(ada, mine)).toBe(picture.toString());
    const link = await files(ada).createSignedUrl(mine, 60);
    expect(await (await fetch(link.data?.signedUrl ?? "")).text()).toBe(picture.toString());

    await files(ada).remove([mine]);
    expect(await names(ada, ada.id)).not.toContain(mine);
    expect(await contents(ada, mine)).toBeUndefined();
  });

  test("neither writes over it nor moves it", async () => {
    const over = [
      await files(ada).upload(path, Buffer.from("other"), png),
      await files(ada).upload(path, Buffer.from("other"), { ...png, upsert: true }),
      await files(ada).update(path, Buffer.from("other"), png),
      await files(ada).move(path, `${ada.id}/moved.png`),
      await files(ada).move(path, `${eve.id}/moved.png`),
      await files(ada).move(path, path, { destinationBucket: "avatars" }),
      await files(ada).copy(path, `${eve.id}/copied.png`),
      await files(ada).copy(path, path, { destinationBucket: "avatars" }),
    ];

    expect(over.map(({ error }) => error?.name)).toEqual(over.map(() => "StorageApiError"));
    expect(await contents(ada, path)).toBe(picture.toString());
    expect(await names(eve, eve.id)).toEqual([]);
  });

  test("uploads to no other bucket, and no type of file that is not a picture", async () => {
    for (const bucket of readonlyBuckets) {
      const { error } = await files(ada, bucket).upload(`${ada.id}/${randomUUID()}.webp`, picture, {
        contentType: "image/webp",
      });
      expect(error?.name, bucket).toBe("StorageApiError");
    }
    for (const contentType of ["image/svg+xml", "text/html", "application/javascript", "application/pdf"]) {
      const { error } = await files(ada).upload(`${ada.id}/${randomUUID()}.png`, picture, { contentType });
      expect(error?.name, contentType).toBe("StorageApiError");
    }
  });
});

describe("a stranger", () => {
  test.each([
    ["with an account", () => eve],
    ["without one", () => ({ client: anonymous(), id: "anon" })],
  ])("%s sees nothing of it, and changes nothing", async (_who, who) => {
    const stranger = who();
    const storage = files(stranger);
    const refused = [
      await storage.download(path),
      await storage.info(path),
      await storage.createSignedUrl(path, 60),
      await storage.upload(path, Buffer.from("hers"), { ...png, upsert: true }),
      await storage.upload(`${ada.id}/${randomUUID()}.png`, picture, png),
      await storage.update(path, Buffer.from("hers"), png),
      await storage.move(path, `${stranger.id}/${randomUUID()}.png`),
      await storage.copy(path, `${stranger.id}/${randomUUID()}.png`),
      await storage.createSignedUploadUrl(`${ada.id}/${randomUUID()}.png`),
    ];
    const listed = [
      await storage.list(ada.id),
      await storage.list(),
      await storage.list("", { search: ada.id }),
    ];
    await storage.remove([path, ada.id, `${ada.id}/`]);

    expect(refused.map(({ error }) => error?.name)).toEqual(refused.map(() => "StorageApiError"));
    expect(listed.flatMap(({ data }) => data ?? []).filter(({ name }) => name !== stranger.id)).toEqual([]);
    expect(await contents(ada, path)).toBe(picture.toString());
    expect(await names(ada, ada.id)).toEqual([path]);
  });

  test("learns nothing of whether a file is there", async () => {
    const there = await files(eve).download(path);
    const notThere = await files(eve).download(`${ada.id}/${randomUUID()}.png`);

    expect(there.error?.message).toBe(notThere.error?.message);
  });
});

describe("a path", () => {
  /** Sends a path as it is written: fetch would resolve its dots. */
  async function post(person: Person, pathname: string): Promise<number> {
    const { data } = await person.client.auth.getSession();
    const url = new URL(inject("apiUrl"));
    const send = url.protocol === "https:" ? secureRequest : request;
    return await new Promise((resolve, reject) => {
      const upload = send(
        {
          hostname: url.hostname,
          port: url.port,
          path: `/storage/v1/object/${pathname}`,
          method: "POST",
          headers: {
            apikey: inject("publishableKey"),
            authorization: `Bearer ${data.session?.access_token}`,
            "content-type": "image/png",
            "content-length": picture.length,
          },
        },
        (answer) => answer.resume().on("end", () => resolve(answer.statusCode ?? 0)),
      );
      upload.on("error", reject).end(picture);
    });
  }

  test("goes into one's own folder as it is", async () => {
    const name = `${eve.id}/${randomUUID()}.png`;

    expect(await post(eve, `uploads/${name}`)).toBe(200);
    expect(await contents(eve, name)).toBe(picture.toString());
    await files(eve).remove([name]);
  });

  const ways: [string, (own: string, foreign: string) => string][] = [
    ["dots", (own, foreign) => `uploads/${own}/../${foreign}/x.png`],
    ["dots to another bucket", (own) => `uploads/${own}/../../avatars/${own}/x.png`],
    ["encoded dots", (own, foreign) => `uploads/${own}/%2e%2e/${foreign}/x.png`],
    ["encoded slashes", (own, foreign) => `uploads/${own}%2f..%2f${foreign}%2fx.png`],
    ["dots encoded twice", (own, foreign) => `uploads/${own}/%252e%252e/${foreign}/x.png`],
    ["slashes encoded twice", (own, foreign) => `uploads/${own}/..%252f${foreign}%252fx.png`],
    ["backslashes", (own, foreign) => `uploads/${own}\\..\\${foreign}\\x.png`],
    ["encoded backslashes", (own, foreign) => `uploads/${own}/..%5c${foreign}%5cx.png`],
    ["overlong bytes", (own, foreign) => `uploads/${own}/%c0%ae%c0%ae/${foreign}/x.png`],
    ["full-width dots", (own, foreign) => `uploads/${own}/%EF%BC%8E%EF%BC%8E/${foreign}/x.png`],
    ["a null byte", (own, foreign) => `uploads/${own}/x.png%00/../../${foreign}/x.png`],
    ["an empty segment", (own, foreign) => `uploads//${foreign}/x.png/${own}`],
    ["capitals", (_own, foreign) => `uploads/${foreign.toUpperCase()}/x.png`],
    ["one's own id in capitals", (own) => `uploads/${own.toUpperCase()}/x.png`],
    ["a bucket by its encoded name", (own) => `uploads%2f..%2favatars/${own}/x.png`],
    ["too many levels", (own) => `uploads/${own}/a/b/c/x.png`],
    ["no name", (own) => `uploads/${own}/`],
    ["no folder", () => "uploads/x.png"],
    ["a bucket of other capitals", (own) => `Uploads/${own}/x.png`],
  ];
  test.each(ways)("does not lead out of it by %s", async (_what, way) => {
    const status = await post(eve, way(eve.id, ada.id));

    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(await names(ada, ada.id)).toEqual([path]);
    expect(await names(eve, eve.id)).toEqual([]);
  });
});

describe("what the functions store", () => {
  test("in avatars is read by whoever knows the address, and listed to nobody", async () => {
    const name = `${ada.id}/${randomUUID()}/64.webp`;
    await functions.storage.from("avatars").upload(name, picture, { contentType: "image/webp" });
    const { data } = files({ client: anonymous() }, "avatars").getPublicUrl(name);

    expect(await (await fetch(data.publicUrl)).text()).toBe(picture.toString());
    for (const { client } of [ada, eve, { client: anonymous() }]) {
      for (const folder of ["", ada.id]) {
        expect((await files({ client }, "avatars").list(folder)).data ?? []).toEqual([]);
      }
    }
    await files(ada, "avatars").remove([name]);
    expect((await fetch(data.publicUrl)).status).toBe(200);
    await functions.storage.from("avatars").remove([name]);
  });

  test.each(["progress-photos", "exports"])("in %s is read by its owner, and not removed", async (bucket) => {
    const type = bucket === "exports" ? "application/json" : "image/webp";
    const name = `${ada.id}/${randomUUID()}`;
    await functions.storage.from(bucket).upload(name, picture, { contentType: type });

    await files(ada, bucket).remove([name]);
    expect((await files(ada, bucket).download(name)).error).toBeNull();
    expect((await files(eve, bucket).download(name)).error?.name).toBe("StorageApiError");
    expect((await files(eve, bucket).list(ada.id)).data ?? []).toEqual([]);
    const open = files({ client: anonymous() }, bucket).getPublicUrl(name).data.publicUrl;
    expect((await fetch(open)).ok).toBe(false);
    await functions.storage.from(bucket).remove([name]);
  });
});
