import { inflateSync } from 'node:zlib';

type Entry = { readonly head: string; readonly body: string };

/** What a reader would find in a PDF file of ours: enough for tests, not for other people's files. */
export function readPdf(file: Buffer) {
  const entries = readEntries(file);
  const all = [...entries.values()];
  const pages = all.filter(({ head }) => /\/Type \/Page\n/.test(head));
  return {
    pages: pages.map((page) => readPage(page, entries)),
    /** The names of the fonts whose outlines are in the file, and those it only names. */
    embedded: all.filter(({ head }) => head.includes('/FontFile2')).map(fontName),
    named: all.filter(({ head }) => /\/Type \/Font\n/.test(head)).map(fontName),
    tags: all.flatMap(({ head }) => /\/S \/(\w+)\n/.exec(head)?.[1] ?? []),
    scopes: all.flatMap(({ head }) => /\/Scope \/(\w+)/.exec(head)?.[1] ?? []),
    head: all.map(({ head }) => head).join('\n'),
  };
}

function fontName({ head }: Entry): string {
  return /\/(?:FontName|BaseFont) \/\w+\+([\w-]+)/.exec(head)?.[1] ?? head;
}

function readEntries(file: Buffer): Map<string, Entry> {
  const text = file.toString('latin1');
  const entries = new Map<string, Entry>();
  for (const { 1: id = '', index } of text.matchAll(/(?<=\n)(\d+) 0 obj\n/g)) {
    const end = text.indexOf('\nendobj', index);
    const start = text.indexOf('\nstream\n', index);
    const isStream = start !== -1 && start < end;
    const head = text.slice(index, isStream ? start : end);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const bytes = isStream ? file.subarray(start + 8, start + 8 + length) : Buffer.alloc(0);
    const body = head.includes('/FlateDecode') ? inflateSync(bytes) : bytes;
    entries.set(id, { head, body: body.toString('latin1') });
  }
  return entries;
}

/** The strings of a page in the order they are written; one for each line on paper. */
function readPage(page: Entry, entries: Map<string, Entry>): string[] {
  const follow = (head: string, key: string) =>
    entries.get(new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1] ?? '') ?? { head: '', body: '' };
  const resources = follow(page.head, 'Resources');
  let meaning: readonly string[] = [];
  const lines: string[] = [];
  const marks = /\/(F\d+) [\d.]+ Tf|\[(.*)\] TJ/g;
  for (const [, font, strings] of follow(page.head, 'Contents').body.matchAll(marks)) {
    if (font !== undefined) {
      meaning = readMeaning(follow(follow(resources.head, font).head, 'ToUnicode').body);
    } else {
      const glyphs = [...(strings ?? '').matchAll(/<([0-9a-f]+)>/g)].flatMap(
        ([, hex = '']) => hex.match(/.{4}/g) ?? [],
      );
      lines.push(glyphs.map((glyph) => meaning[Number.parseInt(glyph, 16)] ?? '?').join(''));
    }
  }
  return lines;
}

/** Glyph number → characters, from the map that lets people copy text out of a document. */
function readMeaning(map: string): string[] {
  const all: string[] = [];
  for (const [, from = '', list = ''] of map.matchAll(/<(\w+)> <\w+> \[(.*?)\]/gs)) {
    for (const [n, [, hex = '']] of [...list.matchAll(/<([^>]*)>/g)].entries()) {
      const units = hex.match(/\w{4}/g) ?? [];
      const text = units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
      all[Number.parseInt(from, 16) + n] = text;
    }
  }
  return all;
}
