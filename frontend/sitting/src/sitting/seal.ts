import type { Form } from '../api/types';

const NONCE_BYTES = 12;

/** Whether the browser decrypts by itself: on https and on this very machine, not on a plain-http address. */
const builtIn = (): SubtleCrypto | undefined => globalThis.crypto?.subtle as SubtleCrypto | undefined;
const inflates = (): boolean => typeof DecompressionStream !== 'undefined';

/** Fetches what this browser lacks for opening a sealed form, while there is time: the start needs no more than the key. */
export async function readyToOpen(): Promise<void> {
  await Promise.all([builtIn() ? undefined : import('@noble/ciphers/aes.js'), inflates() ? undefined : import('fflate')]);
}

/**
 * Opens a sealed form: 12 bytes of nonce, then gzipped JSON under AES-256-GCM.
 *
 * @param key 32 bytes, base64url, as the start answers it
 */
export async function openSealed(sealed: Uint8Array, key: string): Promise<Form> {
  const opened = await decrypted(bytesOf(key), sealed.slice(0, NONCE_BYTES), sealed.slice(NONCE_BYTES));
  return JSON.parse(new TextDecoder().decode(await inflated(opened))) as Form;
}

async function decrypted(key: Uint8Array<ArrayBuffer>, nonce: Uint8Array<ArrayBuffer>, text: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const subtle = builtIn();
  if (subtle) {
    const made = await subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
    return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv: nonce }, made, text));
  }
  const { gcm } = await import('@noble/ciphers/aes.js');
  return Uint8Array.from(gcm(key, nonce).decrypt(text));
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (inflates()) {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }
  const { gunzipSync } = await import('fflate');
  return gunzipSync(bytes);
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
