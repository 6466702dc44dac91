/**
 * The network address of a client, as the gateway tells it: hosted in `cf-connecting-ip`, which a client cannot set;
 * elsewhere the last of `x-forwarded-for`: in front of it a client writes what it likes. Of IPv6 only the first 64 bits, because one client has all the rest.
 */
export function clientAddress(headers: Headers): string {
  const forwarded = (headers.get("x-forwarded-for") ?? "").split(",").at(-1) ?? "";
  const address = headers.get("cf-connecting-ip") ?? forwarded.trim();
  return address.includes(":") ? networkOf(address) : address || "unknown";
}

function networkOf(address: string): string {
  const [head = "", tail] = address.split("::");
  const first = head.split(":").filter(Boolean);
  const last = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array<string>(zeros).fill("0"), ...last];
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""))
    .join(":");
}
