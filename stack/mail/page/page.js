// Lists the captured mails, newest first, and shows the one that the address names (#<id>). What a mail contains is
// only ever set as text; its HTML is shown by a sandboxed frame with a policy of its own.
const refreshMilliseconds = 2000;

const list = document.querySelector(".list ul");
const noMail = document.querySelector(".list .empty");
const count = document.querySelector(".count");
const deleteAll = document.querySelector(".delete-all");
const reader = document.querySelector(".reader");
const nothingChosen = reader.firstElementChild;

let shownList = "";
let shownMail = "";

function element(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

function address({ Name, Address }) {
  return Name ? `${Name} <${Address}>` : Address;
}

function shortTime(text) {
  const date = new Date(text);
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday
    ? date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })
    : date.toLocaleDateString([], { day: "numeric", month: "short" });
}

function listItem(mail) {
  const link = element(
    "a",
    { href: `#${mail.ID}`, className: mail.Read ? "mail" : "mail unread" },
    element("span", { className: "subject" }, mail.Subject || "(no subject)"),
    element("span", { className: "when" }, shortTime(mail.Created)),
    element("span", { className: "to" }, `to ${mail.To.map(address).join(", ")}`),
    element("span", { className: "snippet" }, mail.Snippet),
  );
  if (mail.ID === location.hash.slice(1)) link.setAttribute("aria-current", "true");
  return element("li", {}, link);
}

async function refreshList() {
  const response = await fetch("/api/v1/messages?limit=1000");
  const { messages, total, unread } = await response.json();
  const state = JSON.stringify([location.hash, messages.map(({ ID, Read }) => [ID, Read])]);
  if (state === shownList) return;
  shownList = state;

  // Replacing the links would take the keyboard's place away.
  const focused = list.contains(document.activeElement)
    ? document.activeElement.getAttribute("href")
    : undefined;
  list.replaceChildren(...messages.map(listItem));
  if (focused) list.querySelector(`[href="${focused}"]`)?.focus();

  noMail.hidden = total > 0;
  deleteAll.hidden = total === 0;
  count.textContent = total === 0 ? "" : `${total} ${total === 1 ? "mail" : "mails"}, ${unread} unread`;
  document.title = `${unread > 0 ? `(${unread}) ` : ""}Mail · Repstack`;
}

/** Text with its web addresses as links, because mails that are text alone carry their link that way. */
function linked(text) {
  return text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, index) =>
      index % 2 === 0 ? part : element("a", { href: part, target: "_blank", rel: "noreferrer" }, part),
    );
}

function htmlBody(mail) {
  const frame = element("iframe", { className: "body", title: "The mail", referrerPolicy: "no-referrer" });
  frame.sandbox = "allow-popups allow-popups-to-escape-sandbox";
  frame.src = `/view/${mail.ID}.html`;
  return frame;
}

function textBody(mail) {
  return element("pre", { className: "body", tabIndex: 0 }, ...linked(mail.Text));
}

function body(mail) {
  const forms = [
    ...(mail.HTML ? [{ name: "HTML", render: htmlBody }] : []),
    ...(mail.Text || !mail.HTML ? [{ name: "Text", render: textBody }] : []),
  ];
  const place = element("div", { className: "forms", role: "group", ariaLabel: "Form of the mail" });
  let current = forms[0].render(mail);
  const buttons = forms.map(({ name, render }, index) => {
    const button = element("button", { type: "button", ariaPressed: String(index === 0) }, name);
    button.addEventListener("click", () => {
      for (const other of buttons) other.ariaPressed = String(other === button);
      const next = render(mail);
      current.replaceWith(next);
      current = next;
    });
    return button;
  });
  if (buttons.length > 1) place.append(...buttons);
  return buttons.length > 1 ? [place, current] : [current];
}

async function showMail() {
  const id = location.hash.slice(1);
  if (id === shownMail) return;
  shownMail = id;
  document.body.classList.toggle("reading", id !== "");
  if (id === "") return reader.replaceChildren(nothingChosen);

  const response = await fetch(`/api/v1/message/${encodeURIComponent(id)}`);
  const back = element("a", { className: "back", href: "#" }, "← All mails");
  if (!response.ok) {
    return reader.replaceChildren(back, element("p", { className: "empty" }, "This mail is no longer here."));
  }
  const mail = await response.json();
  if (id !== shownMail) return;
  reader.replaceChildren(
    back,
    element("h2", {}, mail.Subject || "(no subject)"),
    element(
      "dl",
      {},
      ...[element("dt", {}, "From"), element("dd", {}, address(mail.From))],
      ...[element("dt", {}, "To"), element("dd", {}, mail.To.map(address).join(", "))],
      ...[element("dt", {}, "Sent"), element("dd", {}, new Date(mail.Date).toLocaleString())],
    ),
    ...body(mail),
  );
  // On a phone the list gives way, and with it the link that had the focus.
  if (!list.checkVisibility()) reader.focus();
}

async function refresh() {
  try {
    await showMail();
    await refreshList();
  } catch {
    count.textContent = "The stack does not answer; trying again.";
    shownList = "";
  }
}

deleteAll.addEventListener("click", async () => {
  await fetch("/api/v1/messages", { method: "DELETE" });
  location.hash = "";
  await refresh();
});
addEventListener("hashchange", refresh);
document.addEventListener("visibilitychange", refresh);
setInterval(() => document.hidden || refresh(), refreshMilliseconds);
refresh();
