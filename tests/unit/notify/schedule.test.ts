import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMessage, withoutLink, writeParams } from '#features/notify/message.ts';
import { deliveryOf, MAX_TRIES, waitAfter } from '#features/notify/schedule.ts';

test('each try waits longer than the one before, up to six hours', () => {
  const minutes = [1, 2, 3, 4, 5, 6, 7].map((tries) => waitAfter(tries) / 60_000);
  assert.deepEqual(minutes, [1, 4, 16, 64, 256, 360, 360]);
});

test('a mail is given up after eight tries', () => {
  assert.equal(deliveryOf({ sentAt: null, attempts: MAX_TRIES - 1 }), 'waiting');
  assert.equal(deliveryOf({ sentAt: null, attempts: MAX_TRIES }), 'given-up');
  assert.equal(deliveryOf({ sentAt: 5, attempts: MAX_TRIES }), 'sent');
});

const MESSAGE = {
  template: 'invitation',
  params: { name: '김민지', inviter: '박서준', path: '/ko/welcome/secret', expiresAt: 5 },
} as const;

test('a message is read as it was written', () => {
  assert.deepEqual(readMessage('invitation', writeParams(MESSAGE)), MESSAGE);
});

test('a message without its link still says everything else', () => {
  assert.deepEqual(withoutLink(MESSAGE).params, { ...MESSAGE.params, path: null });
});

test('a damaged message is an error', () => {
  assert.throws(() => readMessage('invitation', '{"v":1,"name":"x"}'));
  assert.throws(() => readMessage('invitation', '{"v":2}'), /version/);
  assert.throws(() => readMessage('postcard', '{"v":1}'), /template/);
});
