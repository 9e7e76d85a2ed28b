const PLAIN = /^[+-]?\d+(\.\d+)?$/;
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const MINUS_SIGNS = /[−–]/g;

/**
 * The number in what a person typed: full-width digits, spaces and thousands separators are fine, and so is one of `units` at
 * the end. Null when it is not surely a number: `3,5` may be three and a half or a slip, so it is asked again.
 */
export function readNumber(typed: string, units: readonly string[]): number | null {
  const text = plain(typed);
  const unit = units.map(plain).find((word) => word !== '' && text.endsWith(word)) ?? '';
  const digits = text.slice(0, text.length - unit.length);
  if (digits.length > 20 || !(PLAIN.test(digits) || GROUPED.test(digits))) return null;
  return Number(digits.replaceAll(',', ''));
}

/** NFKC turns full-width forms into plain ones. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(MINUS_SIGNS, '-').replace(/\s+/g, '').toLowerCase();
}
