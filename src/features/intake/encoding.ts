import { ok, type Result, refuse } from '#kernel/result.ts';

export const FILE_MAX_MB = 20;
/** Bytes; the edge lets one form of this size and its fields through. */
export const FILE_MAX = FILE_MAX_MB * 1024 * 1024;

export type Encoding = 'utf-8' | 'euc-kr' | 'utf-16le';
export type Decoded = { readonly text: string; readonly encoding: Encoding };

/**
 * A file as text. A byte order mark settles how it is written (The Unicode Standard 16.0, 23.8); without one it is UTF-8 if
 * it can be, because text in EUC-KR hardly ever is valid UTF-8, and else EUC-KR as the WHATWG Encoding Standard reads it,
 * which covers what Korean Windows writes.
 */
export function decode(bytes: Uint8Array): Result<Decoded> {
  const field = 'file';
  if (bytes.length === 0) return refuse({ code: 'file-missing', field });
  if (bytes.length > FILE_MAX)
    return refuse({ code: 'file-too-large', field, values: { max: FILE_MAX_MB } });
  const candidates: readonly Encoding[] =
    bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'euc-kr'];
  for (const encoding of candidates) {
    const text = textIn(bytes, encoding);
    if (text === null || text.includes('\0')) continue;
    return text.trim() === '' ? refuse({ code: 'file-empty', field }) : ok({ text, encoding });
  }
  return refuse({ code: 'file-unreadable', field });
}

/** Null when the bytes are nothing in this encoding. The mark at the beginning is no part of the text. */
function textIn(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
