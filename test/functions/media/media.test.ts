import { beforeEach, describe, expect, test } from "vitest";
import { success } from "../../../functions/_shared/result.ts";
import { createApp } from "../../../functions/media/app.ts";
import { maxWaiting } from "../../../functions/media/limits.ts";
import { ownUpload } from "../../../functions/media/upload-path.ts";
import { StoredImage } from "../../../types/contracts/media.ts";
import { Problem } from "../../../types/contracts/problem.ts";
import { blue, jpeg, loadWasm, png, red } from "./fixtures.ts";
import { type MemoryStorage, memoryStorage } from "./memory-storage.ts";
import { ada, bob, platform } from "./people.ts";

let memory: MemoryStorage;
let lines: ({ event: string } & Record<string, unknown>)[];
let app: ReturnType<typeof createApp>;
beforeEach(() => {
  memory = memoryStorage();
  lines = [];
  app = createApp({
    storage: memory.storage,
    recordAvatar: memory.recordAvatar,
    hasHealthConsent: memory.hasHealthConsent,
    loadWasm,
    log: (event, fields) => lines.push({ event, ...fields }),
    platform,
  });
});

type Route = "avatars" | "progress-photos";

async function post(route: Route, body: unknown, user: string | undefined = ada): Promise<Response> {
  return await app.request(`/media/${route}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(user ? { authorization: `Bearer ${user}` } : {}) },
    body: JSON.stringify(body),
  });
}

async function send(route: Route, file: Buffer, name = "face.png"): Promise<Response> {
  memory.uploads.set(`${ada}/${name}`, file);
  return await post(route, { upload_path: `${ada}/${name}` });
}

async function imageOf(response: Response): Promise<StoredImage> {
  expect(response.status).toBe(200);
  return StoredImage.parse(await response.json());
}

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  return Problem.parse(await response.json());
}

const aFace = (color = red) => png(300, 300, () => color);

describe("an avatar", () => {
  test("is stored in all variants, public and for ever, and the upload is gone", async () => {
    const image = await imageOf(await send("avatars", aFace()));

    expect(image).toMatchObject({
      bucket: "avatars",
      width: 300,
      height: 300,
      id: expect.stringMatching(/^[\w-]{32}$/),
    });
    expect(image.variants.map(({ path }) => path)).toEqual(
      ["512.webp", "256.webp", "256.jpg", "128.webp", "64.webp"].map((file) => `${ada}/${image.id}/${file}`),
    );
    for (const variant of image.variants) {
      expect(variant.url).toBe(`https://project.test/avatars/${variant.path}`);
      expect(memory.objects.get(`avatars/${variant.path}`)).toMatchObject({
        contentType: `image/${variant.format}`,
        cacheControl: "public, max-age=31536000, immutable",
        bytes: expect.objectContaining({ length: variant.bytes }),
      });
    }
    expect(memory.avatarOf.get(ada)).toBe(image.id);
    expect(memory.uploads.size).toBe(0);
  });

  test("that is sent twice costs one set of objects", async () => {
    const first = await imageOf(await send("avatars", aFace()));
    const second = await imageOf(await send("avatars", aFace(), "again.png"));

    expect(second).toEqual(first);
    expect(memory.written).toHaveLength(5);
    expect(memory.objects.size).toBe(5);
  });

  test("replaces the one before it, whose variants go", async () => {
    const first = await imageOf(await send("avatars", aFace(red)));
    const second = await imageOf(await send("avatars", aFace(blue)));

    expect(second.id).not.toBe(first.id);
    expect([...memory.objects.keys()].every((path) => path.includes(second.id))).toBe(true);
    expect(memory.objects.size).toBe(5);
  });

  test("sent at once with another leaves exactly one, with all its variants", async () => {
    memory.uploads.set(`${ada}/one.png`, aFace(red));
    memory.uploads.set(`${ada}/two.png`, aFace(blue));

    const answers = await Promise.all(
      ["one", "two"].map((name) => post("avatars", { upload_path: `${ada}/${name}.png` })),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(memory.objects.size).toBe(5);
    expect(
      [...memory.objects.keys()].every((path) => path.includes(memory.avatarOf.get(ada) ?? "none")),
    ).toBe(true);
  });

  test("stays when the old variants cannot be removed; the log says what is left", async () => {
    await send("avatars", aFace(red));
    memory.failing.add("removeImage");

    await imageOf(await send("avatars", aFace(blue)));

    expect(lines).toContainEqual(expect.objectContaining({ event: "avatar_left" }));
  });
});

describe("a progress photo", () => {
  test("has no public address and no public cache", async () => {
    const image = await imageOf(await send("progress-photos", await jpeg(400, 300, () => red), "front.jpg"));

    expect(image.variants.map(({ name, format, url }) => [name, format, url])).toEqual([
      ["full", "webp", undefined],
      ["medium", "webp", undefined],
      ["medium", "jpeg", undefined],
      ["thumb", "webp", undefined],
    ]);
    for (const { bucket, cacheControl } of memory.objects.values()) {
      expect([bucket, cacheControl]).toEqual(["progress-photos", "private, max-age=31536000, immutable"]);
    }
    expect(memory.avatarOf.size).toBe(0);
  });

  test("is kept only while its owner consents, and asked for again once they do", async () => {
    memory.withoutConsent.add(ada);
    const refused = await send("progress-photos", aFace());

    expect(refused.status).toBe(403);
    expect((await problemOf(refused)).code).toBe("consent_required");
    expect([memory.uploads.size, memory.objects.size]).toEqual([1, 0]);

    memory.withoutConsent.delete(ada);
    await imageOf(await post("progress-photos", { upload_path: `${ada}/face.png` }));
  });

  test("is not kept where consent cannot be asked for", async () => {
    memory.failing.add("hasHealthConsent");
    const refused = await send("progress-photos", aFace());

    expect((await problemOf(refused)).code).toBe("storage_unavailable");
    expect(lines).toContainEqual(
      expect.objectContaining({ event: "picture_not_kept", error: expect.stringContaining("10.0.0.7") }),
    );
    expect([memory.uploads.size, memory.objects.size]).toEqual([1, 0]);
  });
});

test("an avatar is no health data", async () => {
  memory.withoutConsent.add(ada);

  await imageOf(await send("avatars", aFace()));
});

describe("the path of an upload", () => {
  const attacks = [
    `${bob}/face.png`,
    `${ada.toUpperCase()}/face.png`,
    `${ada}/../${bob}/face.png`,
    `${ada}/..%2f${bob}%2fface.png`,
    `${ada}%2Fface.png`,
    `${ada}/sub/face.png`,
    `${ada}//face.png`,
    `${ada}\\face.png`,
    `/${ada}/face.png`,
    `${ada}/.png`,
    `${ada}/face`,
    `${ada}/face.png.`,
    `${ada}/face.tar.png`,
    `${ada}/face.png?width=1`,
    `${ada}/face.png#x`,
    `${ada}/fa\u0000ce.png`,
    `${ada}/face.png\n`,
    `${ada}/fаce.png`,
    `${ada} /face.png`,
    `${ada}-evil/face.png`,
    `${ada}/`,
    ada,
    "face.png",
  ];

  test.each(attacks)("%j is answered as if there were no such file", async (path) => {
    memory.uploads.set(path, aFace());

    const response = await post("avatars", { upload_path: path });

    expect(response.status).toBe(404);
    expect((await problemOf(response)).code).toBe("upload_not_found");
    expect(memory.uploads.has(path)).toBe(true);
    expect(memory.objects.size).toBe(0);
  });

  test("of nobody is nobody's", () => {
    expect(ownUpload("", "/face.png")).toBeUndefined();
  });

  test("is not asked for of one who is not signed in", async () => {
    const response = await post("avatars", { upload_path: `${ada}/face.png` }, "");

    expect(response.status).toBe(401);
    expect((await problemOf(response)).code).toBe("unauthenticated");
  });
});

describe("what is refused", () => {
  test("a file that is no picture: 422 with the reason, and nothing is stored or removed", async () => {
    const response = await send("avatars", Buffer.from("<svg onload='x'/>"));

    expect(response.status).toBe(422);
    expect(await problemOf(response)).toMatchObject({
      code: "image_unsupported",
      detail: expect.stringContaining("SVG"),
    });
    expect([memory.uploads.size, memory.objects.size]).toEqual([1, 0]);
  });

  test("a pixel bomb: 422 with the limit", async () => {
    const response = await send(
      "avatars",
      png(1, 1, () => red, { width: 50_000, height: 50_000 }),
    );

    expect(response.status).toBe(422);
    expect((await problemOf(response)).detail).toContain("12000");
  });

  test("a file that is too large for this decoder is reduced by another, where there is one", async () => {
    const large = png(1, 1, () => red, { width: 4000, height: 3000 });
    memory.storage.readReducedUpload = async () => success(Uint8Array.from(aFace(blue)).buffer);

    const image = await imageOf(await send("progress-photos", large, "large.png"));

    expect(image.variants[0]).toMatchObject({ width: 300, height: 300 });
  });
});

describe("when storage fails", () => {
  test.each(["readUpload", "store", "recordAvatar"] as const)(
    "at %s, the upload stays, 503 says to try again, and trying again works",
    async (step) => {
      memory.failing.add(step);
      const response = await send("avatars", aFace());

      expect(response.status).toBe(503);
      const problem = await problemOf(response);
      expect(problem.code).toBe("storage_unavailable");
      expect(JSON.stringify(problem)).not.toContain("10.0.0.7");
      expect(lines).toContainEqual({
        event: "picture_not_kept",
        request_id: problem.request_id,
        function: "media",
        error: expect.stringContaining("10.0.0.7"),
      });
      expect(memory.uploads.size).toBe(1);

      memory.failing.clear();
      await imageOf(await post("avatars", { upload_path: `${ada}/face.png` }));
      expect(memory.written).toHaveLength(5);
    },
  );

  test("at removing the upload, the picture is kept all the same", async () => {
    memory.failing.add("removeUpload");

    await imageOf(await send("avatars", aFace()));

    expect(lines).toContainEqual(expect.objectContaining({ event: "upload_left" }));
  });
});

test("more requests than may wait are answered at once with 503", async () => {
  memory.uploads.set(`${ada}/face.png`, aFace());
  const requests = Array.from({ length: maxWaiting + 3 }, () =>
    post("progress-photos", { upload_path: `${ada}/face.png` }),
  );

  const codes = await Promise.all(
    requests.map(async (answer) => ((await answer).ok ? "ok" : (await problemOf(await answer)).code)),
  );

  expect(codes.filter((code) => code === "too_busy")).toHaveLength(2);
  expect(codes.filter((code) => code === "ok")).toHaveLength(1);
});
