const FORM = 'application/x-www-form-urlencoded';

/** Why a request is none that our pages make: the status and headers to refuse it with; null when it may go on. */
export function refusalOf(
  method: string,
  contentType: string | null,
): { status: 405 | 415; headers: Record<string, string> } | null {
  if (method === 'GET' || method === 'HEAD') return null;
  if (method !== 'POST') return { status: 405, headers: { allow: 'GET, HEAD, POST' } };
  const kind = contentType?.split(';')[0]?.trim().toLowerCase();
  return kind === FORM ? null : { status: 415, headers: { accept: FORM } };
}
