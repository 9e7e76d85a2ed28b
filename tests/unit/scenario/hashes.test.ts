import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftOf, scenarioOf } from '#tests/support/scenarios.ts';

/**
 * The versions as they were before scenarios could have several seats. Runs point at these hashes, so no new member of the
 * format may enter them. A line changes only when its author means to change how that scenario plays.
 */
const PLAYED: Readonly<Record<string, string>> = {
  'first-hour-on-our-stairs': 'd6cfbd8fb83e7439ac4bf3a0baf17997fa1a6d4d40fb9acb5ce00c93d98c9d4e',
  'heatwave-closure': '14479bb4520a68822d43313e67d5c86c8b628a1ddbd12eea4e8f16cb1ee790d9',
  'kiosk-only-counter': '309241ee4f8350a4aac05fb18b1ae91b024443fae04a5704c9773911a3a92038',
  'login-fails-monday': '378e051ca104b41087c9f486fedc94e3c02f106af5886718a72089545abf3915',
  'panel-says-no': '2eb42745e6209815ede9dac1484b459636dcf04e2abe11ef35af5c21021ab449',
  'participatory-budget': 'da2f13ba0b3f50bda5880067096db37e62f1549427fcfe12a5a4d3c34cbe54fe',
  'text-from-the-parcel': '71883f06ee79741d0a707e426b7b09a3cc713f2fb9ff486388b92ac516091da3',
  'value-before-tender': '3917cc8eda5777fcc910e05724accc06b49f4160d95bbf2dba96f3aeab93d002',
  'water-in-the-underpass': '0cd0c12ccfd441f71dc6b730789c55dc519fd9e224c0769f8bbc6ac7f842b155',
};

for (const [id, hash] of Object.entries(PLAYED)) {
  test(`${id} is still the version that people have played`, () => {
    assert.equal(scenarioOf(draftOf(id)).hash, hash);
  });
}
