import { ok, type Result, refuse } from '#kernel/result.ts';

export const DOCUMENT_MAX_MB = 5;
/** Bytes; the edge lets one form of this size and its fields through. */
export const DOCUMENT_MAX = DOCUMENT_MAX_MB * 1024 * 1024;
const NAME_MAX = 100;

export const DOCUMENT_TYPES = ['pdf', 'png', 'jpeg'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export const MEDIA_TYPES: Readonly<Record<DocumentType, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
};

/** How a file of each kind begins: ISO 32000-2 7.5.2, PNG (ISO/IEC 15948) 5.2, JPEG (ITU-T T.81) B.1.1.3. */
const BEGINNINGS: Readonly<Record<DocumentType, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff],
};

/** What a file is by what is in it, whatever its name says; null for anything we do not take. */
export function typeOf(bytes: Uint8Array): DocumentType | null {
  const begins = (type: DocumentType) => BEGINNINGS[type].every((byte, at) => bytes[at] === byte);
  return DOCUMENT_TYPES.find(begins) ?? null;
}

/** The kind of a document that may be handed in. */
export function checkDocument(bytes: Uint8Array): Result<DocumentType> {
  const field = 'document';
  if (bytes.length === 0) return refuse({ code: 'document-missing', field });
  if (bytes.length > DOCUMENT_MAX)
    return refuse({ code: 'document-too-large', field, values: { max: DOCUMENT_MAX_MB } });
  const type = typeOf(bytes);
  return type === null ? refuse({ code: 'document-type', field }) : ok(type);
}

/**
 * The name under which a document is listed and sent back: the last part of what was given, without signs that mean
 * something to a file system, an address or a header, and with the ending of what it really is.
 */
export function safeName(given: string, type: DocumentType): string {
  const ending = type === 'jpeg' ? 'jpg' : type;
  const last = given.normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  const base = last
    .replace(/\.[^.]*$/u, '')
    .replace(/[\p{C}"'<>:|?*%;]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '');
  const short = [...base].slice(0, NAME_MAX).join('').trim();
  return `${short === '' ? 'document' : short}.${ending}`;
}
