import { expect, test } from "vitest";
import { clientAddress } from "../../../functions/_shared/client-address.ts";

test.each([
  [
    "the gateway's word before what a client can set",
    { "cf-connecting-ip": "1.2.3.4", "x-forwarded-for": "6.6.6.6" },
    "1.2.3.4",
  ],
  ["the last of several, which no client writes", { "x-forwarded-for": "6.6.6.6, 1.2.3.4" }, "1.2.3.4"],
  [
    "an IPv6 network rather than one of its addresses",
    { "x-forwarded-for": "2001:0DB8:1:2:3:4:5:6" },
    "2001:db8:1:2",
  ],
  ["a shortened IPv6 address", { "x-forwarded-for": "2001:db8::6" }, "2001:db8:0:0"],
  ["the loopback address", { "x-forwarded-for": "::1" }, "0:0:0:0"],
  ["one word for all who have none", {}, "unknown"],
])("is %s", (_what, headers, address) => {
  expect(clientAddress(new Headers(headers))).toBe(address);
});
