import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Stack } from "../../stack/stack.ts";
import { statePaths } from "../../stack/state-paths.ts";
import { type ScratchStack, scratchStack } from "./scratch-stack.ts";

const config = `
[db.seed]
enabled = false

[auth.email]
enable_confirmations = false

[storage]
file_size_limit = "1MiB"

[storage.buckets.photos]
public = false
file_size_limit = "10KiB"
allowed_mime_types = ["image/png"]

[storage.buckets.files]
public = false

[storage.buckets.avatars]
public = true
`;

const migration = ["select", "insert", "update", "delete"]
  .map((operation) => {
    const isOwn =
      "bucket_id in ('photos', 'files', 'avatars') and (storage.foldername(name))[1] = (select auth.uid())::text";
    const using = operation === "insert" ? "" : `using (${isOwn})`;
    const check = operation === "insert" || operation === "update" ? `with check (${isOwn})` : "";
    return `create policy own_folder_${operation} on storage.objects for ${operation} to authenticated ${using} ${check};`;
  })
  .join("\n");

let scratch: ScratchStack;
let stack: Stack;
let ada: { client: SupabaseClient; id: string };
let bob: { client: SupabaseClient; id: string };
let anon: SupabaseClient;

const client = () =>
  createClient(stack.urls.api, stack.keys.publishable, { auth: { persistSession: false } });

async function signUp(email: string): Promise<{ client: SupabaseClient; id: string }> {
  const user = client();
  const { data, error } = await user.auth.signUp({ email, password: "long enough" });
  if (error) throw error;
  return { client: user, id: data.user?.id ?? "" };
}

beforeAll(async () => {
  scratch = await scratchStack({
    "supabase/config.toml": config,
    "supabase/migrations/20260101000000_policies.sql": migration,
  });
  stack = await scratch.start();
  anon = client();
  ada = await signUp("ada@example.com");
  bob = await signUp("bob@example.com");
  const { error } = await ada.client.storage
    .from("files")
    .upload(`${ada.id}/plan.txt`, "squat", { contentType: "text/plain" });
  expect(error).toBeNull();
});

afterAll(async () => {
  await stack?.stop();
  scratch?.remove();
});

test("config.toml's buckets exist as it describes them", async () => {
  const admin = createClient(stack.urls.api, stack.keys.secret, { auth: { persistSession: false } });
  const { data } = await admin.storage.listBuckets();
  expect(data).toContainEqual(
    expect.objectContaining({
      id: "photos",
      public: false,
      file_size_limit: 10_240,
      allowed_mime_types: ["image/png"],
    }),
  );
  expect(data?.map(({ id }) => id).sort()).toEqual(["avatars", "files", "photos"]);
});

test("an owner reads, lists and replaces what is in the own folder", async () => {
  const files = ada.client.storage.from("files");
  expect(await (await files.download(`${ada.id}/plan.txt`)).data?.text()).toBe("squat");
  expect((await files.list(ada.id)).data).toMatchObject([
    { name: "plan.txt", metadata: { mimetype: "text/plain", size: 5 } },
  ]);
  await files.upload(`${ada.id}/notes.txt`, "one", { contentType: "text/plain" });
  const twice = await files.upload(`${ada.id}/notes.txt`, "two", { contentType: "text/plain" });
  expect(twice.error).toMatchObject({ message: expect.stringMatching(/exists/) });
  await files.upload(`${ada.id}/notes.txt`, "three", { contentType: "text/plain", upsert: true });
  expect(await (await files.download(`${ada.id}/notes.txt`)).data?.text()).toBe("three");
});

test("another user is refused in every way", async () => {
  const files = bob.client.storage.from("files");
  const path = `${ada.id}/plan.txt`;
  expect((await files.download(path)).error).not.toBeNull();
  expect((await files.list(ada.id)).data).toEqual([]);
  expect((await files.upload(`${ada.id}/mine.txt`, "x")).error).not.toBeNull();
  expect((await files.update(path, "x")).error).not.toBeNull();
  expect((await files.createSignedUrl(path, 60)).error).not.toBeNull();
  await files.remove([path]);
  expect(await (await ada.client.storage.from("files").download(path)).data?.text()).toBe("squat");
});

test("anon is refused", async () => {
  const files = anon.storage.from("files");
  expect((await files.download(`${ada.id}/plan.txt`)).error).not.toBeNull();
  expect((await files.upload(`${ada.id}/x.txt`, "x")).error).not.toBeNull();
  expect((await files.list(ada.id)).data ?? []).toEqual([]);
});

test("a folder lists its files and its folders, one level at a time", async () => {
  const files = bob.client.storage.from("files");
  for (const name of ["a.txt", "deep/b.txt", "deep/er/c.txt"]) {
    expect((await files.upload(`${bob.id}/${name}`, name, { contentType: "text/plain" })).error).toBeNull();
  }
  expect((await files.list(bob.id)).data).toMatchObject([
    { name: "a.txt", id: expect.any(String) },
    { name: "deep", id: null },
  ]);
  expect(
    (await files.list(`${bob.id}/deep`, { sortBy: { column: "name", order: "desc" } })).data,
  ).toMatchObject([{ name: "er" }, { name: "b.txt" }]);
  expect((await files.list("")).data).toMatchObject([{ name: bob.id, id: null }]);
});

test("a form is an upload like any other, in POST and PUT", async () => {
  const files = bob.client.storage.from("files");
  const path = `${bob.id}/form.txt`;
  expect(
    (await files.upload(path, new Blob(["form"], { type: "text/plain" }), { cacheControl: "60" })).error,
  ).toBeNull();
  expect((await files.update(path, new Blob(["again"], { type: "text/plain" }))).error).toBeNull();
  const { data } = await files.download(path);
  expect([await data?.text(), data?.type]).toEqual(["again", "text/plain"]);
});

test("a signed url needs no key and ends with its time", async () => {
  const { data } = await ada.client.storage.from("files").createSignedUrl(`${ada.id}/plan.txt`, 60);
  const answer = await fetch(data?.signedUrl ?? "");
  expect([answer.status, await answer.text()]).toEqual([200, "squat"]);
  const forged = await fetch((data?.signedUrl ?? "").replace("plan.txt", "notes.txt"));
  expect(forged.ok).toBe(false);
});

test("a signed upload url takes one file without a key", async () => {
  const files = ada.client.storage.from("files");
  const { data } = await files.createSignedUploadUrl(`${ada.id}/later.txt`);
  const { error } = await anon.storage
    .from("files")
    .uploadToSignedUrl(`${ada.id}/later.txt`, data?.token ?? "", "later");
  expect(error).toBeNull();
  expect(await (await files.download(`${ada.id}/later.txt`)).data?.text()).toBe("later");
});

test("a public bucket is read without a key, but written only under its policies", async () => {
  await ada.client.storage.from("avatars").upload(`${ada.id}/me.txt`, "hi", { contentType: "text/plain" });
  const { data } = anon.storage.from("avatars").getPublicUrl(`${ada.id}/me.txt`);
  expect(await (await fetch(data.publicUrl)).text()).toBe("hi");
  expect(
    (await bob.client.storage.from("avatars").upload(`${ada.id}/me.txt`, "x", { upsert: true })).error,
  ).not.toBeNull();
});

test("limits of size and type hold", async () => {
  const photos = ada.client.storage.from("photos");
  const upload = (bytes: number, contentType: string) =>
    photos.upload(`${ada.id}/${crypto.randomUUID()}.png`, Buffer.alloc(bytes), { contentType });
  expect((await upload(10_000, "image/png")).error).toBeNull();
  expect((await upload(10_241, "image/png")).error).not.toBeNull();
  expect((await upload(10, "text/html")).error).not.toBeNull();
  const tooLarge = await ada.client.storage
    .from("files")
    .upload(`${ada.id}/big`, Buffer.alloc(3 * 1024 ** 2));
  expect(tooLarge.error).not.toBeNull();
});

test("no path leaves the folder", async () => {
  const url = `${stack.urls.storage}/object/files/${ada.id}/..%2F..%2F..%2F..%2Fescape.txt`;
  const { data } = await ada.client.auth.getSession();
  const answer = await fetch(url, {
    method: "POST",
    headers: { apikey: stack.keys.publishable, authorization: `Bearer ${data.session?.access_token}` },
    body: "x",
  });
  expect(answer.ok).toBe(false);
  for (const folder of [scratch.stateDir, join(scratch.stateDir, ".."), scratch.projectRoot]) {
    expect(existsSync(join(folder, "escape.txt"))).toBe(false);
  }
});

test("moving and removing keep rows and files together, and nothing half-written stays", async () => {
  const files = ada.client.storage.from("files");
  const uploaded = await files.upload(`${ada.id}/old.txt`, "moved", { contentType: "text/plain" });
  expect(uploaded.error).toBeNull();
  expect((await files.move(`${ada.id}/old.txt`, `${ada.id}/new.txt`)).error).toBeNull();
  expect(await (await files.download(`${ada.id}/new.txt`)).data?.text()).toBe("moved");
  expect((await files.download(`${ada.id}/old.txt`)).error).not.toBeNull();
  await files.remove([`${ada.id}/new.txt`]);
  expect((await files.download(`${ada.id}/new.txt`)).error).not.toBeNull();
  const names = readdirSync(statePaths(scratch.stateDir).storage, { recursive: true }).map(String);
  expect(names.filter((name) => name.endsWith(".part"))).toEqual([]);
});
