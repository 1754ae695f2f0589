/** What belongs to this browser tab or this device and is no answer: tokens and the device's name. */

const DEVICE = 'lianbing.device';
const PERSON = 'lianbing.person';
const ATTEMPT = 'lianbing.attempt.';

let memoryDevice: string | undefined;

export interface PersonSession {
  token: string;
  name?: string;
}

/** A random name that this device keeps, so that starting again here is no take-over. */
export function deviceName(): string {
  const kept = memoryDevice ?? read(() => localStorage, DEVICE);
  if (kept) return kept;
  // randomUUID exists on HTTPS and localhost only; getRandomValues everywhere.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  memoryDevice = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  write(() => localStorage, DEVICE, memoryDevice);
  return memoryDevice;
}

/** Who signed in, in this tab only: phones are shared. */
export function person(): PersonSession | undefined {
  try {
    const kept = read(() => sessionStorage, PERSON);
    return kept ? (JSON.parse(kept) as PersonSession) : undefined;
  } catch {
    return undefined;
  }
}

export function rememberPerson(session: PersonSession | undefined): void {
  write(() => sessionStorage, PERSON, session ? JSON.stringify(session) : undefined);
}

export function attemptToken(attemptId: string): string | undefined {
  return read(() => sessionStorage, ATTEMPT + attemptId);
}

export function rememberAttemptToken(attemptId: string, token: string): void {
  write(() => sessionStorage, ATTEMPT + attemptId, token);
}

function read(storage: () => Storage, key: string): string | undefined {
  try {
    return storage().getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(storage: () => Storage, key: string, value: string | undefined): void {
  try {
    if (value === undefined) storage().removeItem(key);
    else storage().setItem(key, value);
  } catch {
    // Storage is refused: it lasts as long as the page.
  }
}
