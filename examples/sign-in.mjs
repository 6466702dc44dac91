// What the examples share: a client, and somebody who is signed in with it.
import { createClient } from "@supabase/supabase-js";

const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, MAILPIT_URL } = process.env;

/** A client of nobody: it holds the publishable key alone. */
export const anonymous = () => createClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY);

/** A client of the user with this address, who signs up the first time. */
export async function signedIn(email) {
  const supabase = anonymous();
  const password = "correct horse battery";
  const { error: isUnknown } = await supabase.auth.signInWithPassword({ email, password });
  if (isUnknown) {
    await supabase.auth.signUp({ email, password });
    // The user types the code from the mail. Here the local stack has captured it.
    const { messages } = await (await fetch(`${MAILPIT_URL}/api/v1/search?query=to:"${email}"`)).json();
    const [token] = messages[0].Snippet.match(/\d{6}/);
    const { error } = await supabase.auth.verifyOtp({ email, token, type: "email" });
    if (error) throw error;
  }
  return supabase;
}
