/** As much of Trusted Types as is used here; TypeScript's library does not have them yet. */
interface Factory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** Turns away whatever is no part of this page: a program is fetched from its own folder, or is a blob that it made. */
function ownAddress(url: string): string {
  const { href } = new URL(url, document.baseURI);
  const folder = new URL('.', document.baseURI).href;
  if (!href.startsWith(folder) && !href.startsWith(`blob:${origin}/`)) {
    throw new TypeError(`${href} is no part of this page.`);
  }
  return href;
}

// The name is one of two that the page's policy lets in (`build/seal.ts`); browsers without Trusted Types take the text.
const { trustedTypes } = globalThis as { trustedTypes?: Factory };
const policy = trustedTypes?.createPolicy('hourline-script-url', { createScriptURL: ownAddress }) ?? {
  createScriptURL: ownAddress,
};

/**
 * The address of a worker or of the service worker, as the page's policy wants it: every `new Worker` and `register` takes
 * its address from here. Throws a `TypeError` for an address outside of the page's own folder. What comes back is used as
 * text: in browsers with Trusted Types it is an object that stands for one.
 */
export function trustedScriptUrl(url: string): string {
  return policy.createScriptURL(url);
}
