/** One mail of Auth. `{{ .Name }}` stands for a value that Auth puts in, escaped. */
export interface Mail {
  /** The name under [auth.email.template] or [auth.email.notification] in config.toml, and of the HTML file. */
  readonly name: string;
  /** What a list of mails shows after the subject. */
  readonly preview: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Shows the code that can be typed instead of following the link. */
  readonly hasCode: boolean;
  /** What the button says. Without it there is no link that acts on the account. */
  readonly action?: string;
  /** What to do when the reader did not expect this mail. */
  readonly closing: string;
}

const code = "{{ .Token }}";
// As long as otp_expiry in config.toml says.
const valid = "Link and code are valid for one hour and work once.";
const ignore = "If this was not you, ignore this mail: nothing happens without the link or the code.";
const neverAsked = "We never ask for this code on the phone, in a chat or by mail.";
const secureAccount =
  "If it was you, all is well. If it was not, choose “Forgot password” in the app at once: a new password signs out every other device.";
const always = "We send this mail whenever the way into an account changes.";

/** Mails that let somebody act: [auth.email.template]. */
export const actionMails: readonly Mail[] = [
  {
    name: "confirmation",
    preview: `Your code is ${code}.`,
    heading: "Confirm your e-mail address",
    paragraphs: [
      "Welcome to Repstack. One step is left: confirm that {{ .Email }} is yours, with the button or by typing this code in the app.",
      valid,
    ],
    hasCode: true,
    action: "Confirm address",
    closing: ignore,
  },
  {
    name: "magic_link",
    preview: `Your code is ${code}.`,
    heading: "Sign in to Repstack",
    paragraphs: ["Use the button on this device, or type this code in the app.", `${valid} ${neverAsked}`],
    hasCode: true,
    action: "Sign in",
    closing: ignore,
  },
  {
    name: "recovery",
    preview: `Your code is ${code}.`,
    heading: "Choose a new password",
    paragraphs: [
      "Somebody asked for a new password for {{ .Email }}. Use the button, or type this code in the app, and then choose one.",
      `${valid} ${neverAsked}`,
    ],
    hasCode: true,
    action: "Choose a password",
    closing: "If this was not you, ignore this mail: your password stays as it is.",
  },
  {
    name: "invite",
    preview: `You are invited to Repstack. Your code is ${code}.`,
    heading: "You are invited",
    paragraphs: [
      "An account at Repstack waits for {{ .Email }}. Accept with the button, or type this code in the app.",
      valid,
    ],
    hasCode: true,
    action: "Accept the invitation",
    closing: "If you did not expect this, ignore this mail.",
  },
  {
    name: "email_change",
    preview: `Your code is ${code}.`,
    heading: "Confirm your new e-mail address",
    paragraphs: [
      "Your account is about to move from {{ .Email }} to {{ .NewEmail }}. Both addresses get a mail like this one, and the change needs both confirmed.",
      valid,
    ],
    hasCode: true,
    action: "Confirm the change",
    closing:
      "If this was not you, do not use the link, and change your password: somebody is signed in to your account.",
  },
  {
    name: "reauthentication",
    preview: `Your code is ${code}.`,
    heading: "Is it you?",
    paragraphs: [
      "Type this code in the app to go on with a change to your account.",
      `The code is valid for one hour and works once. ${neverAsked}`,
    ],
    hasCode: true,
    closing: "If this was not you, change your password: somebody is signed in to your account.",
  },
];

/** Mails that tell what happened: [auth.email.notification]. */
export const securityMails: readonly Mail[] = [
  {
    name: "password_changed",
    preview: "The password of your account was changed.",
    heading: "Your password was changed",
    paragraphs: [
      "The password for {{ .Email }} was changed, and every other device was signed out.",
      secureAccount,
    ],
    hasCode: false,
    closing: always,
  },
  {
    name: "email_changed",
    preview: "Your account has another address from now on.",
    heading: "Your e-mail address was changed",
    paragraphs: [
      "Your account moved from {{ .OldEmail }} to {{ .Email }}. Mails go to the new address from now on.",
      "If it was you, all is well. If it was not, answer this mail at once: the new address can reset your password now.",
    ],
    hasCode: false,
    closing: always,
  },
  {
    name: "phone_changed",
    preview: "Your account has another phone number from now on.",
    heading: "Your phone number was changed",
    paragraphs: [
      "The phone number of your account was changed from {{ .OldPhone }} to {{ .Phone }}.",
      secureAccount,
    ],
    hasCode: false,
    closing: always,
  },
  {
    name: "identity_linked",
    preview: "There is a new way to sign in to your account.",
    heading: "A way to sign in was added",
    paragraphs: [
      "Signing in with {{ .Provider }} now opens the account of {{ .Email }}.",
      `${secureAccount} Then remove it under “Ways to sign in”.`,
    ],
    hasCode: false,
    closing: always,
  },
  {
    name: "identity_unlinked",
    preview: "A way to sign in to your account is gone.",
    heading: "A way to sign in was removed",
    paragraphs: [
      "Signing in with {{ .Provider }} no longer opens the account of {{ .Email }}.",
      secureAccount,
    ],
    hasCode: false,
    closing: always,
  },
  {
    name: "mfa_factor_enrolled",
    preview: "Your account asks for a second factor from now on.",
    heading: "A second factor was added",
    paragraphs: [
      "The account of {{ .Email }} has a new second factor ({{ .FactorType }}), which signing in may ask for from now on.",
      secureAccount,
    ],
    hasCode: false,
    closing: always,
  },
  {
    name: "mfa_factor_unenrolled",
    preview: "Your account no longer asks for a second factor.",
    heading: "A second factor was removed",
    paragraphs: [
      "The account of {{ .Email }} no longer asks for its second factor ({{ .FactorType }}).",
      secureAccount,
    ],
    hasCode: false,
    closing: always,
  },
];
