import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attachmentHeaders } from '#platform/http/attachment.ts';

test('a file goes out under its name, to be kept and not shown', () => {
  const headers = attachmentHeaders('수료증 (1).pdf', 'application/pdf');
  assert.equal(
    headers['content-disposition'],
    'attachment; filename="___ (1).pdf"; filename*=UTF-8\'\'%EC%88%98%EB%A3%8C%EC%A6%9D%20%281%29.pdf',
  );
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.match(headers['content-security-policy'] ?? '', /sandbox/);
  assert.doesNotThrow(() => new Headers(headers));
});

test('no name can break out of its header', () => {
  for (const name of ['a"; filename=b', 'a\r\nset-cookie: x=y', "a'b*c", 'a\\b', '%00']) {
    const disposition = attachmentHeaders(name, 'image/png')['content-disposition'] ?? '';
    assert.match(
      disposition,
      /^attachment; filename="[^"\r\n\\%;]*"; filename\*=UTF-8''[\w%.~!-]*$/,
    );
  }
});
