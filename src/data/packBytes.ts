const BYTES = 'hourline-bytes';

/** Files are bytes, which JSON has no word for: they travel as base64, at whatever depth they are. */
export function packBytes(value: unknown): unknown {
  if (value instanceof ArrayBuffer) {
    let binary = '';
    const bytes = new Uint8Array(value);
    for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return { [BYTES]: btoa(binary) };
  }
  if (Array.isArray(value)) return value.map(packBytes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, packBytes(inner)]));
}

/** The other way. */
export function unpackBytes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpackBytes);
  if (typeof value !== 'object' || value === null) return value;
  const packed = (value as Record<string, unknown>)[BYTES];
  if (typeof packed === 'string') return Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0)).buffer;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unpackBytes(inner)]));
}
