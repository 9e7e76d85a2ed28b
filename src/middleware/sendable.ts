const FORM = 'application/x-www-form-urlencoded';
const FORM_WITH_FILE = 'multipart/form-data';

/**
 * Why a request is none that our pages make: the status and headers to refuse it with; null when it may go on. Only a page
 * that takes files may be sent one.
 */
export function refusalOf(
  method: string,
  contentType: string | null,
  takesFiles = false,
): { status: 405 | 415; headers: Record<string, string> } | null {
  if (method === 'GET' || method === 'HEAD') return null;
  if (method !== 'POST') return { status: 405, headers: { allow: 'GET, HEAD, POST' } };
  const [kind = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim());
  const isForm = kind.toLowerCase() === FORM;
  // Without its boundary nobody can take such a form apart.
  const hasBoundary = parameters.some((part) => /^boundary=./i.test(part));
  const isUpload = takesFiles && kind.toLowerCase() === FORM_WITH_FILE && hasBoundary;
  if (isForm || isUpload) return null;
  return { status: 415, headers: { accept: takesFiles ? `${FORM}, ${FORM_WITH_FILE}` : FORM } };
}
